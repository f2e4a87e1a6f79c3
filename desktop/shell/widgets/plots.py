"""Plots that stand still: one item that paints everything, one unit to the pixel.

Importing this file imports pyqtgraph and numpy, so it is imported when the first plot is built and not before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph
from PySide6.QtCore import QRectF, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsItem


def still_plot(item: QGraphicsItem) -> pyqtgraph.PlotWidget:
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
