"""How the talk went, and the deck taken away from the window of decks."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QTableWidget

from desktop.presentation.taking import pages
from desktop.presentation.ui.report_dialog import TITLE
from desktop.presentation.ui.taking_away import BUSY, EVERY_STEP, HANDOUT, NOTHING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from tests.presentation.driver import DeckDriver

PDF = "PDF, a slide on each page"


class Aim(Protocol):
    """Has the reader choose a file of this name."""

    def __call__(self, name: str) -> Path: ...


@pytest.fixture
def aim(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Aim:
    """Have the reader choose a file, which is there already."""

    def chosen(name: str) -> Path:
        path = tmp_path / name
        path.write_bytes(b"before")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        return path

    return chosen


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """The page of the first stop is not made before this is set."""
    go_on, make = threading.Event(), pages._pages_at

    def slow(*args: Any) -> Any:
        assert go_on.wait(60)
        return make(*args)

    monkeypatch.setattr(pages, "_pages_at", slow)
    return go_on


def given(decks: DeckDriver, *spent: float) -> list[QDialog]:
    """Give the pack's talk, and end it when these seconds were spent on its stops."""
    decks.open().choose("A tour").key("F5")
    decks.stages.running.end(*spent)
    decks.settle()
    return [each for each in decks.main.dialogs() if each.windowTitle() == TITLE]


def reads(decks: DeckDriver, words: str) -> bool:
    return words in decks.foot


def lines(dialog: QDialog) -> list[list[str]]:
    [table] = dialog.findChildren(QTableWidget)
    cells = [[table.item(row, at) for at in range(table.columnCount())] for row in range(table.rowCount())]
    return [[cell.text() for cell in row if cell is not None] for row in cells]


def test_a_talk_that_has_ended_is_held_against_its_plan(decks: DeckDriver) -> None:
    [dialog] = given(decks, 30, 150)
    assert not dialog.isModal()
    assert lines(dialog) == [
        ["1. Hello", "0:30", "0:30", "as planned"],
        ["2. Heat", "2:00", "2:30", "0:30 more"],
        ["3. Pot", "1:30", "0:00", "not shown"],
        ["The whole talk", "4:00", "3:00", "1:00 less"],
    ]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    decks.settle()
    assert decks.main.dialogs() == []


def test_a_slip_of_a_few_seconds_has_no_report(decks: DeckDriver) -> None:
    assert given(decks, 4) == []
    assert len(given(decks, 4, 1)) == 1


def test_the_report_is_copied_and_saved(decks: DeckDriver, aim: Aim) -> None:
    [dialog] = given(decks, 30, 150)
    decks.main.click(dialog, "Copy as Markdown")
    assert "| 2. Heat | 2:00 | 2:30 | 0:30 more |" in QGuiApplication.clipboard().text()
    file = aim("report.csv")
    decks.main.click(dialog, "Save as CSV")
    assert "2. Heat,2:00,2:30,0:30 more" in file.read_text(encoding="utf-8-sig")


def test_a_deck_is_written_as_each_kind_of_file(decks: DeckDriver, aim: Aim, qtbot: QtBot) -> None:
    decks.open().choose("A tour")
    for words, name, start in (
        (PDF, "tour.pdf", b"%PDF"),
        (HANDOUT, "notes.pdf", b"%PDF"),
        ("PowerPoint", "tour.pptx", b"PK"),
        ("Web page", "tour.html", b"<!"),
    ):
        file = aim(name)
        decks.take_away(words)
        words = f"Written to '{file}'."
        qtbot.waitUntil(partial(reads, decks, words), timeout=60_000)
        assert file.read_bytes().startswith(start)
    assert not decks.progress.isVisible()


def test_the_line_with_a_page_for_each_step_stays_chosen(decks: DeckDriver) -> None:
    decks.open().choose("A tour")
    assert not decks.line_of_menu(EVERY_STEP).isChecked()
    decks.take_away(EVERY_STEP)
    assert decks.line_of_menu(EVERY_STEP).isChecked()


def test_what_is_cancelled_leaves_the_old_file(
    decks: DeckDriver, aim: Aim, held: threading.Event, qtbot: QtBot
) -> None:
    file = aim("tour.pdf")
    decks.open().choose("A tour").take_away(PDF)
    assert decks.progress.isVisible()
    assert BUSY in decks.key("Ctrl+E").foot
    decks.click("Cancel")
    held.set()
    qtbot.waitUntil(lambda: f"Given up: '{file}' was not written." in decks.foot, timeout=60_000)
    assert file.read_bytes() == b"before"
    assert not decks.progress.isVisible()


def test_the_program_ends_without_the_file(decks: DeckDriver, aim: Aim, held: threading.Event) -> None:
    file = aim("tour.pdf")
    decks.open().choose("A tour").take_away(PDF)
    threading.Timer(0.2, held.set).start()
    decks.main.window.close()
    assert file.read_bytes() == b"before"


def test_a_file_that_cannot_be_written_is_told_in_words(
    decks: DeckDriver, aim: Aim, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop.presentation.taking.file.write_whole", full)
    file = aim("tour.pdf")
    decks.open().choose("A tour").take_away(PDF)
    words = f"'{file}' could not be written: No space left on device. What was there before is as it was."
    qtbot.waitUntil(lambda: words in decks.foot, timeout=60_000)
    assert file.read_bytes() == b"before"
    assert decks.heard[-1] == words


def test_a_deck_without_stops_is_not_taken_away(decks: DeckDriver) -> None:
    assert NOTHING in decks.open().click("New deck").key("Ctrl+E").foot
