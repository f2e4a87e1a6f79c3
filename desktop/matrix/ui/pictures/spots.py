"""The clear buttons over a picture: mouse, keyboard and screen reader use them; the plot paints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.matrix.ui.pictures.brush import paint

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent

    from desktop.matrix.ui.pictures.drawing import Drawing
    from desktop.shell.context import Context
    from desktop.shell.theme import Theme

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class SpotButton(QAbstractButton):
    """A clear button over a mark; paints only its outline when chosen, pointed at or focused."""

    pointed = Signal(object)  # str: what the mark says; None when the pointer leaves
    step_requested = Signal(int, int, int)  # which button, rows, columns

    def __init__(self, at: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._at, self._theme = at, theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step_requested.emit(self._at, *_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(self.accessibleName())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed.emit(self.accessibleName())

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


class HeadStrip(QWidget):
    """The head of a picture (names of columns, years) once more, over what scrolls under it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._drawing: Drawing | None = None

    def show_drawing(self, drawing: Drawing) -> None:
        """Show the head of this drawing, in its width."""
        self._drawing = drawing
        top, bottom = drawing.head
        self.setVisible(bottom > top)
        self.resize(round(drawing.width), round(bottom - top))
        self.update()

    def hold(self, scrolled: int) -> None:
        """Stay at the top of what is in sight, or where the head stands if that is lower."""
        if self._drawing is not None:
            self.move(0, max(round(self._drawing.head[0]), scrolled))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        painter = QPainter(self)
        painter.setClipRect(self.rect())
        painter.fillRect(self.rect(), self._context.theme.colour("surface"))
        painter.translate(0, -round(self._drawing.head[0]))
        paint(painter, self._drawing, self._context.icons)
