from __future__ import annotations

from pathlib import Path

import pytest

from desktop import places


def test_the_shipped_pack_and_the_resources_are_there() -> None:
    assert (places.shipped_pack() / "pack.yaml").is_file()
    assert places.resource("fonts").is_dir()


def test_the_reader_s_folders_lie_apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    folders = {places.cache_folder(), places.log_folder(), places.settings_folder(), places.data_folder()}
    assert len(folders) == 4
    assert all(folder.is_absolute() for folder in folders)


@pytest.mark.parametrize("path", [Path("~/.cache/x"), Path("relative/x"), Path("/"), Path("/x")])
def test_a_home_that_is_none_leads_to_a_temporary_folder(path: Path) -> None:
    found = places._safe(path)
    assert found.is_absolute()
    assert places.APP in found.name


def test_a_good_home_is_kept(tmp_path: Path) -> None:
    assert places._safe(tmp_path / "home") == tmp_path / "home"
