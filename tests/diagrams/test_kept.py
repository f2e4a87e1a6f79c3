"""Layouts that are kept on disk: found again, never trusted, never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.diagrams import kept
from desktop.diagrams.boxes import Size
from desktop.diagrams.kept import KeptLayouts
from desktop.diagrams.layout import Graph, LayoutEdge, LayoutNode, layout_of

if TYPE_CHECKING:
    from pathlib import Path


def graph(width: float = 80) -> Graph:
    nodes = (LayoutNode("a", Size(width, 40)), LayoutNode("b", Size(80, 40)))
    return Graph(nodes, (), (LayoutEdge("ab", "a", "b"),))


def test_a_kept_layout_is_found_again_by_its_graph_alone(tmp_path: Path) -> None:
    layout = layout_of(graph())
    KeptLayouts(tmp_path).keep(graph(), layout)
    assert KeptLayouts(tmp_path).get(graph()) == layout
    assert KeptLayouts(tmp_path).get(graph(90)) is None


def test_a_single_digit_that_changed_is_noticed(tmp_path: Path) -> None:
    KeptLayouts(tmp_path).keep(graph(), layout_of(graph()))
    file = next((tmp_path / kept.FOLDER).iterdir())
    text = file.read_text()
    at = text.index("40.0") if "40.0" in text else text.rindex("4")
    file.write_text(f"{text[:at]}5{text[at + 1 :]}")
    assert KeptLayouts(tmp_path).get(graph()) is None


@pytest.mark.parametrize("damage", [b"", b"{", b'{"nodes": {}}', b"[" * 100_000, b"\xff\xfe", b"null"])
def test_a_damaged_file_counts_as_none(tmp_path: Path, damage: bytes) -> None:
    KeptLayouts(tmp_path).keep(graph(), layout_of(graph()))
    file = next((tmp_path / kept.FOLDER).iterdir())
    file.write_bytes(damage)
    assert KeptLayouts(tmp_path).get(graph()) is None


def test_a_layout_of_another_graph_under_this_name_is_refused(tmp_path: Path) -> None:
    KeptLayouts(tmp_path).keep(graph(), layout_of(graph()))
    file = next((tmp_path / kept.FOLDER).iterdir())
    file.write_text(file.read_text().replace('"ab"', '"ba"'))
    assert KeptLayouts(tmp_path).get(graph()) is None


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    store = KeptLayouts(tmp_path / "file")
    store.keep(graph(), layout_of(graph()))
    assert store.get(graph()) is None
    assert KeptLayouts(None).get(graph()) is None


def test_the_oldest_go_when_there_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    for width in range(60, 66):
        KeptLayouts(tmp_path).keep(graph(width), layout_of(graph(width)))
    assert len(list((tmp_path / kept.FOLDER).iterdir())) == 3
    assert KeptLayouts(tmp_path).get(graph(65)) is not None
