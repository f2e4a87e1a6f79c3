"""A drawing as a pyqtgraph plot: one item that paints it, one unit to the pixel.

Importing this file imports pyqtgraph and numpy, so it is imported when the first picture is shown and not before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.matrix.ui.pictures.brush import paint

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.matrix.ui.pictures.drawing import Drawing
    from desktop.shell.icons import Icons


def picture_plot(item: DrawingItem) -> pyqtgraph.PlotWidget:
    """A plot that holds the item and nothing else: no axes, no pan, no zoom, no menu, no keyboard."""
    plot = pyqtgraph.PlotWidget()
    plot.hideAxis("left")
    plot.hideAxis("bottom")
    plot.hideButtons()
    plot.setMenuEnabled(False)
    plot.setMouseEnabled(x=False, y=False)
    plot.getViewBox().invertY(True)
    plot.getViewBox().addItem(item, ignoreBounds=True)
    plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return plot


def show_pixels(plot: pyqtgraph.PlotWidget, width: int, height: int, ground: str) -> None:
    """Make one unit of the plot one pixel of the widget, on a ground of this colour."""
    plot.setBackground(ground)
    plot.resize(width, height)
    plot.getViewBox().setRange(QRectF(0, 0, width, height), padding=0, disableAutoRange=True)


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
            paint(painter, self._drawing, self._icons)
