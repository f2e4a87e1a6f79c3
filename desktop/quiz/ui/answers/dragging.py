"""Dragging a row with the mouse: a second way for those who like it, never the only one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.quiz.ui.answers.rows import AnswerRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Dragging(QObject):
    """Watches rows of one widget. A row that is dragged moves along; where it is let go, `dropped` tells."""

    dropped = Signal(object, QPoint)  # AnswerRow, where the pointer let it go

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self._from: QPoint | None = None
        self._home = QPoint()
        self._moving = False

    def watch(self, row: AnswerRow) -> None:
        """Let this row be dragged until the question is checked."""
        row.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, AnswerRow) and isinstance(event, QMouseEvent) and not watched.checked_off:
            return self._follow(watched, event)
        return super().eventFilter(watched, event)

    def _follow(self, row: AnswerRow, event: QMouseEvent) -> bool:
        at = event.globalPosition().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            self._from, self._home, self._moving = at, row.pos(), False
        elif event.type() == QEvent.Type.MouseMove and self._from is not None:
            far = (at - self._from).manhattanLength() >= QApplication.startDragDistance()
            if far and not self._moving:
                self._moving = True
                row.raise_()
            if self._moving:
                row.move(self._home + at - self._from)
                return True
        elif event.type() == QEvent.Type.MouseButtonRelease and self._from is not None:
            self._from = None
            if self._moving:
                self._let_go(row, self._ground.mapFromGlobal(at))
                return True
        return False

    def _let_go(self, row: AnswerRow, at: QPoint) -> None:
        self._moving = False
        row.setDown(False)
        row.move(self._home)
        self.dropped.emit(row, at)
        layout = self._ground.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
