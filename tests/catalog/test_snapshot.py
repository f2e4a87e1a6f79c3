from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import desktop
from desktop.catalog import snapshot
from desktop.catalog.loader import load_pack
from desktop.places import shipped_pack
from tests.builders import TINY_PACK

TINY = load_pack(TINY_PACK)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one snapshot in a cache that knows the tiny pack."""
    cache = tmp_path_factory.mktemp("cache")
    assert load_pack(TINY_PACK, cache) == TINY
    [file] = cache.iterdir()
    return file


def cache_with(folder: Path, name: str, data: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize("pack", [TINY_PACK, shipped_pack()], ids=["tiny", "shipped"])
def test_a_pack_read_from_its_snapshot_is_the_same(pack: Path, tmp_path: Path) -> None:
    first, second = load_pack(pack, tmp_path), load_pack(pack, tmp_path)
    assert len(list(tmp_path.iterdir())) == 1
    assert first == second == load_pack(pack)
    assert first.catalog is not second.catalog


def test_the_second_start_reads_the_snapshot(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.catalog.loader._compiled", None)
    assert load_pack(TINY_PACK, kept.parent) == TINY


def test_a_changed_pack_is_compiled_again(tmp_path: Path) -> None:
    pack, cache = Path(shutil.copytree(TINY_PACK, tmp_path / "tiny")), tmp_path / "cache"
    load_pack(pack, cache)
    file = pack / "pack.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("Tea and coffee", "Coffee and tea"), encoding="utf-8")
    loaded = load_pack(pack, cache)
    assert loaded.catalog is not None
    assert loaded.catalog.pack.title == "Coffee and tea"


def test_a_renamed_file_and_a_new_program_make_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    key = snapshot.key_of({"a": b"1"})
    assert key != snapshot.key_of({"b": b"1"})
    assert key != snapshot.key_of({"a": b"1", "b": b""})
    monkeypatch.setattr(snapshot, "__version__", f"{desktop.__version__}x")
    assert key != snapshot.key_of({"a": b"1"})


def test_the_key_does_not_hang_on_the_order_of_files() -> None:
    assert snapshot.key_of({"a": b"1", "b": b"2"}) == snapshot.key_of({"b": b"2", "a": b"1"})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_changed_byte_anywhere_is_noticed(kept: Path, data: st.DataObject) -> None:
    whole = kept.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[at]))
    assert snapshot.sections(whole[:at] + bytes([other]) + whole[at + 1 :], kept.stem) is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_snapshot_cut_short_anywhere_is_noticed(kept: Path, data: st.DataObject) -> None:
    whole = kept.read_bytes()
    assert snapshot.sections(whole[: data.draw(st.integers(0, len(whole) - 1))], kept.stem) is None


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_no_snapshot(data: bytes) -> None:
    assert snapshot.sections(data, "key") is None


@pytest.mark.parametrize("wrong", [b"", b"[[]]", b"3", b'[["a"]]', b"{}", b"[" * 9_999, b"\xff"])
@pytest.mark.parametrize("kind", ["pack", "subject", "diagram", "topic"])
def test_wrong_content_behind_a_right_checksum_is_built_again(
    kept: Path, tmp_path: Path, kind: str, wrong: bytes
) -> None:
    lines = snapshot.sections(kept.read_bytes(), kept.stem)
    assert lines is not None
    body = b"".join(each.encode() + b" " + (wrong if each == kind else text) + b"\n" for each, text in lines.items())
    cache = cache_with(tmp_path / "cache", kept.name, snapshot._head(kept.stem, body) + body)
    assert load_pack(TINY_PACK, cache) == TINY


@pytest.mark.parametrize("body", [b"", b"\n\n", b"[]", b"pack", b"x [1]\n"])
def test_lines_that_are_missing_are_built_again(kept: Path, tmp_path: Path, body: bytes) -> None:
    cache = cache_with(tmp_path / "cache", kept.name, snapshot._head(kept.stem, body) + body)
    assert load_pack(TINY_PACK, cache) == TINY


def test_parts_are_read_only_when_they_are_asked_for(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    decoded = snapshot.decoded

    def noted(lines: dict[str, bytes], kind: str) -> list[object]:
        read.append(kind)
        return decoded(lines, kind)

    monkeypatch.setattr(snapshot, "decoded", noted)
    catalog = load_pack(TINY_PACK, kept.parent).catalog
    assert catalog is not None
    assert read == ["pack"]
    assert catalog.diagrams
    assert read == ["pack", "diagram"]


@pytest.mark.parametrize("damage", [b"", b"\0" * 100, b"not a snapshot"])
def test_a_damaged_snapshot_is_made_again(kept: Path, tmp_path: Path, damage: bytes) -> None:
    cache = cache_with(tmp_path / "cache", kept.name, damage)
    assert load_pack(TINY_PACK, cache) == TINY
    assert (cache / kept.name).read_bytes() == kept.read_bytes()


def test_the_snapshot_appears_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_source: object, _target: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(os, "replace", stop)
    assert load_pack(TINY_PACK, tmp_path) == TINY
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert load_pack(TINY_PACK, tmp_path / "file") == TINY
    assert load_pack(TINY_PACK, tmp_path / "file" / "below") == TINY

    def refuse(_source: object, _target: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    assert load_pack(TINY_PACK, tmp_path / "cache") == TINY


def test_old_snapshots_go(kept: Path, tmp_path: Path) -> None:
    for at in range(20):
        old = tmp_path / f"{at}.json"
        old.write_text("old")
        os.utime(old, (at, at))
    load_pack(TINY_PACK, tmp_path)
    names = {each.name for each in tmp_path.iterdir()}
    assert len(names) == snapshot.KEPT
    assert {kept.name, "19.json"} <= names
