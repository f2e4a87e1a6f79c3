"""Import and export as a person meets them: a file chosen, a dialog read and answered, the bank's note afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop.quiz.ui.bank.page import BankPage
from desktop.quiz.ui.trading.frame import TradeDialog
from desktop.quiz.ui.trading.lines import LinesTable
from desktop.quiz.ui.trading.target import TopicTarget
from tests.quiz.bank.driver import BankDriver

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot


@dataclass(kw_only=True)
class TradeDriver(BankDriver):
    """Drives the bank of the quiz in a window, and the dialogs over it. Files lie in `home`."""

    bot: QtBot
    patch: pytest.MonkeyPatch
    home: Path

    def settle(self) -> None:
        """Let queued calls happen; without a window manager nobody else makes a window active again."""
        if not self.dialogs:
            self.window.activateWindow()
        super().settle()

    @property
    def page(self) -> BankPage:
        room = self.window.show_view("quiz")
        assert room is not None
        page = room.findChild(BankPage)
        assert isinstance(page, BankPage)
        return page

    def open_bank(self) -> None:
        room = self.window.show_view("quiz")
        assert room is not None
        room.focus_search()
        self.page.take_focus()
        self.settle()

    def begin_import(self, path: Path) -> None:
        """Press I, choose a file, and wait until it was looked at."""
        self.choose_file(path)
        self.wait()

    def choose_file(self, path: Path) -> None:
        """Press I and choose a file."""
        self.patch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        self.press("I")

    def bring(self, text: str | bytes, name: str = "My drinks.gift") -> None:
        """Import a file with these words in it, up to the dialog."""
        path = self.home / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        self.begin_import(path)

    def begin_export(self) -> None:
        """Press X and wait until the first format was looked at."""
        self.press("X")
        self.wait()

    def choose_format(self, words: str) -> None:
        self.choose("Format", words)
        self.wait()

    def save_as(self, path: Path) -> None:
        """Save the export under this name."""
        self.patch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        self.click("Save as…")
        self.bot.waitUntil(lambda: not self.dialogs, timeout=20_000)
        self.settle()

    def take(self, words: str) -> None:
        """Press the button that takes over, and wait for the bank that follows, or for what went wrong."""
        self.click(words)
        self.wait()
        self.reloaded()

    def wait(self) -> None:
        """Until nothing is done in the background."""
        self.bot.waitUntil(lambda: not any("…" in each.summary for each in self.dialogs), timeout=20_000)
        self.settle()

    @property
    def dialogs(self) -> list[_Shown]:
        return [_Shown(each) for each in self.window.findChildren(TradeDialog) if each.isVisible()]

    @property
    def summary(self) -> str:
        """What the dialog says first."""
        return self.dialogs[0].summary

    @property
    def trouble(self) -> str:
        """What the dialog says went wrong."""
        return self.dialogs[0].trouble

    @property
    def table(self) -> LinesTable:
        return next(each for each in self._shown(LinesTable))

    @property
    def lines(self) -> list[tuple[str, ...]]:
        """The words in each line of the table."""
        model = self.table.model()
        columns = range(model.columnCount())
        rows = [[str(model.index(row, at).data()) for at in columns] for row in range(model.rowCount())]
        is_ticked = model.headerData(0, Qt.Orientation.Horizontal) == "Take"
        return [tuple(row[1:] if is_ticked else row) for row in rows]

    @property
    def ticks(self) -> list[bool | None]:
        """Whether each line is ticked, None where it cannot be."""
        model = self.table.model()
        states = [model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole) for row in range(model.rowCount())]
        return [None if state is None else Qt.CheckState(state) == Qt.CheckState.Checked for state in states]

    def click_tick(self, row: int) -> None:
        """Click in the first column of a line, away from the little box."""
        at = self.table.visualRect(self.table.model().index(row, 0))
        QTest.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, pos=at.center())
        self.settle()

    def narrow(self, words: str) -> None:
        self.choose("Show", words)

    @property
    def target(self) -> tuple[str, str]:
        """The topic that is chosen, and the title for a new one."""
        target = next(each for each in self._shown(TopicTarget))
        return target.topic, target.title

    @property
    def asked_stem(self) -> str:
        """What the quiz asks, once the bank was left."""
        room = self.window.show_view("quiz")
        assert room is not None
        labels = [each for each in room.findChildren(QLabel) if each.isVisible()]
        return next(each.text() for each in labels if each.property("role") == "question")


@dataclass(frozen=True)
class _Shown:
    """A dialog's words."""

    dialog: TradeDialog

    @property
    def summary(self) -> str:
        return self.dialog._summary.text().replace("\u200b", "")

    @property
    def trouble(self) -> str:
        label = self.dialog._trouble
        return (label.accessibleName() or label.text()) if label.isVisible() else ""
