"""A drawing as the item of a plot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.shell.widgets.pictures.brush import paint

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.shell.icons import Icons
    from desktop.shell.widgets.pictures.drawing import Drawing


class DrawingItem(QGraphicsItem):
    """Paints a drawing."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._drawing: Drawing | None = None

    def show_drawing(self, drawing: Drawing) -> None:
        self.prepareGeometryChange()
        self._drawing = drawing
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._drawing.width, self._drawing.height) if self._drawing else QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:  # fmt: skip
        if self._drawing is not None:
            paint(painter, self._drawing.strokes, self._icons)
