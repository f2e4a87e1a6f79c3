"""The head of a picture, which stays in sight when the picture scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.shell.widgets.pictures.brush import paint

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.shell.context import Context
    from desktop.shell.widgets.pictures.drawing import Drawing, Stroke


class HeadStrip(QWidget):
    """The head of a picture (names of columns, years) once more, over what scrolls under it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._drawing: Drawing | None = None
        self._strokes: tuple[Stroke, ...] = ()

    def show_drawing(self, drawing: Drawing) -> None:
        """Show the head of this drawing, in its width."""
        self._drawing, self._strokes = drawing, drawing.head_strokes
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
        paint(painter, self._strokes, self._context.icons)
