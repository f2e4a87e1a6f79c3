"""The bank as a tab of its own, wired as a room wires it, so that it can be tried in a real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from desktop.quiz.ui.bank.page import BankPage, Kept
from desktop.shell.room import Room
from desktop.shell.view import ViewSpec

if TYPE_CHECKING:
    from desktop.catalog.refs import Ref
    from desktop.shell.context import Context


class BankRoom(Room):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self.page = BankPage(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.page)
        self.page.changed.connect(self.pack_changed)
        self.page.status_changed.connect(self.status_changed)

    def open(self, ref: Ref) -> None:
        raise AssertionError(f"nothing is opened here: {ref}")

    def kept(self) -> object:
        return self.page.kept()

    def take_up(self, kept: object) -> None:
        assert isinstance(kept, Kept)
        self.page.take_up(kept)

    def status(self) -> str:
        return self.page.status()


BANK = ViewSpec(key="quiz", title="Quiz", shortcut="Ctrl+4", opens=(), build=BankRoom)
