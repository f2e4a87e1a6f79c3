"""What is done seldom: a menu, whose keys work everywhere in the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.catalog.words import plural
from desktop.shell.widgets.buttons import open_under

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.progress.reading import Marks

ONLY_ON_CARDS = ("*", "@")


class More(QObject):
    """Says what was chosen."""

    restart_requested = Signal()
    knowing_requested = Signal()
    bank_requested = Signal()
    audience_requested = Signal()
    flag_requested = Signal()
    suspend_requested = Signal()
    let_in_requested = Signal()

    def __init__(self, room: QWidget) -> None:
        super().__init__(room)
        self._menu = QMenu(room)
        self._menu.setAccessibleName("More")
        self._add(room, "&What I know", "Ctrl+I", self.knowing_requested)
        self._add(room, "&Question bank", "Ctrl+B", self.bank_requested)
        self._add(room, "For an &audience", "Ctrl+J", self.audience_requested)
        self._menu.addSeparator()
        self._flag = self._add(room, "&Flag this question\t*", "", self.flag_requested)
        self._suspend = self._add(room, "&Suspend this question\t@", "", self.suspend_requested)
        self._let_in = self._add(room, "", "", self.let_in_requested)
        for action in (self._flag, self._suspend):
            action.setCheckable(True)
        self._menu.addSeparator()
        self._add(room, "Start &again with other questions", "Ctrl+Shift+N", self.restart_requested)

    def show_marks(self, marks: Marks | None) -> None:
        """Tick what is set on the question at hand."""
        self._flag.setChecked(marks is not None and marks.flagged)
        self._suspend.setChecked(marks is not None and marks.suspended)

    def show_suspended(self, count: int) -> None:
        """Offer to let the suspended questions in again, where there are any."""
        self._let_in.setText(f"&Let {plural(count, 'suspended question')} in again")
        self._let_in.setVisible(count > 0)

    def open_under(self, button: QWidget) -> None:
        open_under(button, self._menu)

    def _add(self, room: QWidget, text: str, key: str, signal: object) -> QAction:
        action = self._menu.addAction(text)
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            room.addAction(action)
        action.triggered.connect(lambda _checked=False: signal.emit())  # type: ignore[attr-defined]
        return action
