"""The button over the figure: what is shown goes into a file or on the clipboard, and how it went is told."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from desktop.diagrams.ui.export_button import ExportButton
from desktop.shell.theme import ThemeChoice
from desktop.shell.tokens import DARK
from tests.diagrams.builders import HISTORY, chain

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.diagrams.conftest import OpenRoom
    from tests.diagrams.driver import DiagramsDriver


class Taking:
    """What a person does with the button, and what the status line says."""

    def __init__(self, room: DiagramsDriver, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        button = room.room.findChild(ExportButton)
        assert isinstance(button, ExportButton)
        self.button = button
        self.said: list[str] = []
        room.room.status_changed.connect(self.said.append)

    @property
    def lines(self) -> list[str]:
        return [action.text() for action in self.button.menu_of().actions() if action.text()]

    def choose(self, words: str) -> None:
        """Choose a line, and wait until what it started has ended."""
        (action,) = [each for each in self.button.menu_of().actions() if each.text() == words]
        action.trigger()
        self._qtbot.waitUntil(lambda: not self.button.writing, timeout=20_000)


@pytest.fixture
def taking(room: DiagramsDriver, qtbot: QtBot) -> Taking:
    return Taking(room, qtbot)


def to(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), ""))


def test_the_menu_names_what_can_be_written(taking: Taking) -> None:
    assert taking.lines == [
        "Copy as picture",
        "Drawing (SVG)…",
        "Picture (PNG), scale 1…", "Picture (PNG), scale 2…", "Picture (PNG), scale 4…",
        "PDF…", "PDF, a page for each step…",
        "PowerPoint with shapes to edit…", "PowerPoint with shapes to edit, a slide for each step…",
        "Outline in words (Markdown)…",
    ]  # fmt: skip


def test_without_steps_there_are_no_slides_for_them(open_room: OpenRoom, qtbot: QtBot) -> None:
    assert not [line for line in Taking(open_room((HISTORY,)), qtbot).lines if "each step" in line]


@pytest.mark.parametrize(
    ("words", "ending", "begins"),
    [
        ("Drawing (SVG)…", "svg", b"<?xml"),
        ("Picture (PNG), scale 4…", "png", b"\x89PNG"),
        ("PDF…", "pdf", b"%PDF"),
        ("PowerPoint with shapes to edit…", "pptx", b"PK"),
    ],
)
def test_the_figure_goes_into_a_file(
    taking: Taking, words: str, ending: str, begins: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to(monkeypatch, tmp_path / "tea")
    taking.choose(words)
    assert (tmp_path / f"tea.{ending}").read_bytes().startswith(begins)
    assert taking.said[-1] == f"Written to '{tmp_path / f'tea.{ending}'}'."
    assert [each.name for each in tmp_path.glob("*tea*")] == [f"tea.{ending}"]


def test_the_step_that_is_shown_is_the_one_that_is_taken(
    room: DiagramsDriver, taking: Taking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = []

    def asked(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(name)
        return str(tmp_path / name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", asked)
    room.push("Step on")
    taking.choose("PowerPoint with shapes to edit…")
    taking.choose("PowerPoint with shapes to edit, a slide for each step…")
    assert offered == ["tea step 1.pptx", "tea.pptx"]
    one, all_of_it = (Presentation(BytesIO((tmp_path / name).read_bytes())) for name in offered)
    titles = [[slide.shapes.title.text for slide in deck.slides if slide.shapes.title] for deck in (one, all_of_it)]
    assert titles[0] == ["A cup of tea · Step 1 of 2: Boil"]
    assert len(titles[1]) == 3


def test_a_copy_is_a_picture_in_the_colours_of_the_screen(room: DiagramsDriver, taking: Taking) -> None:
    room.context.theme.set_choice(ThemeChoice.DARK)
    taking.choose("Copy as picture")
    image: QImage = QGuiApplication.clipboard().image()
    assert image.pixelColor(3, 3).name().upper() == DARK.surface
    assert taking.said[-1] == f"Copied as a picture of {image.width()} × {image.height()} dots."


def test_the_keyboard_stays_on_the_button(taking: Taking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taking.button.setFocus()
    to(monkeypatch, tmp_path / "tea.svg")
    taking.choose("Drawing (SVG)…")
    assert taking.button.hasFocus()


def test_who_thinks_better_of_it_gets_nothing(taking: Taking, monkeypatch: pytest.MonkeyPatch) -> None:
    to(monkeypatch, "")
    taking.choose("PDF…")
    assert taking.said == []


def test_a_file_that_cannot_be_written_is_told_and_the_old_one_stays(
    taking: Taking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("old")
    to(monkeypatch, tmp_path / "file" / "tea.pptx")
    taking.choose("PowerPoint with shapes to edit…")
    assert "could not be written" in taking.said[-1]
    assert (tmp_path / "file").read_text() == "old"


def test_a_full_disk_is_told_and_leaves_nothing_behind(
    taking: Taking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    to(monkeypatch, tmp_path / "tea.svg")
    monkeypatch.setattr("os.fsync", full)
    taking.choose("Drawing (SVG)…")
    assert "No space left on device" in taking.said[-1]
    assert [each.name for each in tmp_path.iterdir() if "tea" in each.name or each.suffix == ".part"] == []


def test_a_figure_too_large_for_a_slide_is_told(
    open_room: OpenRoom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_room((chain(300),))
    qtbot.waitUntil(lambda: not room.busy, timeout=20_000)
    taking = Taking(room, qtbot)
    to(monkeypatch, tmp_path / "chain.pptx")
    taking.choose("PowerPoint with shapes to edit…")
    assert "too much for a slide" in taking.said[-1]
    assert not (tmp_path / "chain.pptx").exists()
