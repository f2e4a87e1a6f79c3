"""Clear buttons over what is painted: mouse, keyboard and screen reader use them; a plot or a widget below paints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen

from desktop.shell.widgets.buttons import EnterButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.shell.theme import Theme

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class SpotButton(EnterButton):
    """A clear button over a painted place; paints only its outline when chosen, pointed at or focused."""

    pointed = Signal(object)  # its place; None when the pointer leaves
    step_requested = Signal(object, int, int)  # its place, rows, columns

    def __init__(self, place: object, theme: Theme, parent: QWidget) -> None:
        """`place` is whatever tells this button from the others."""
        super().__init__(parent)
        self.place = place
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step_requested.emit(self.place, *_STEPS[key])
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(self.place)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed.emit(self.place)

    def paintEvent(self, event: QPaintEvent) -> None:
        outline = self._outline()
        if outline is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(outline)
        inset = outline.widthF() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 5, 5)

    def _outline(self) -> QPen | None:
        if self.hasFocus():
            return QPen(self._theme.colour("accent"), 2)
        if self.isChecked():
            return QPen(self._theme.colour("text"), 2)
        return QPen(self._theme.colour("control"), 1) if self.underMouse() else None


def neighbour(places: Sequence[tuple[int, int]], at: int, down: int, right: int) -> int:
    """The one of these (row, column) that an arrow key leads to; the same one at the edge.

    In a single row or column all arrows walk it.
    """
    if len({column for _row, column in places}) == 1:
        down, right = down or right, 0
    elif len({row for row, _column in places}) == 1:
        down, right = 0, down or right
    here_row, here_column = places[at]

    def distance(other: int) -> tuple[int, int]:
        row, column = places[other]
        rows, columns = abs(row - here_row), abs(column - here_column)
        return (rows, columns) if down else (columns, rows)

    beyond = [
        other
        for other, (row, column) in enumerate(places)
        if (down and (row - here_row) * down > 0) or (right and row == here_row and (column - here_column) * right > 0)
    ]
    return min(beyond, key=distance, default=at)
