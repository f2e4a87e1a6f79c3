"""The sign over a part that is marked: a tick, a cross or a dot, as large at every zoom."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.diagrams.drawing.shapes import Shape
from desktop.diagrams.ui.outlines import rect_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.diagrams.drawing.shapes import Wire
    from desktop.diagrams.ui.ink import Ink
    from desktop.shell.tone import Tone

_RIM, _INNER, _HEIGHT = 2.0, 0.62, 3000.0  # above everything
_SHARES = (0.5, 0.25, 0.75, 0.1, 0.9)


class BadgeItem(QGraphicsItem):
    """One sign: on the left upper corner of a shape, on the middle of a line. Nothing can be clicked there."""

    def __init__(self, part: Shape | Wire, tone: Tone, ink: Ink, side: float) -> None:
        """`side` is its width in pixels of the screen."""
        super().__init__()
        self._tone, self._ink, self._side = tone, ink, side
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(_HEIGHT)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setPos(QPointF(part.box.x, part.box.y) if isinstance(part, Shape) else _on_line(part, side))

    def boundingRect(self) -> QRectF:
        side = self._side + 2 * _RIM
        return QRectF(-side / 2, -side / 2, side, side)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        colour = self._ink.colour(self._tone.token)
        painter.setPen(QPen(colour, _RIM))
        painter.setBrush(self._ink.colour("surface"))
        painter.drawEllipse(QPointF(0, 0), self._side / 2, self._side / 2)
        inner = self._side * _INNER
        self._ink.icons.paint(painter, self._tone.sign, QRectF(-inner / 2, -inner / 2, inner, inner), colour)


def _on_line(wire: Wire, free: float) -> QPointF:
    """A place on the longest straight piece of a line: its middle, or where it is clear of the line's words."""
    start, end = max(pairwise(wire.points), key=lambda pair: math.dist(*pair), default=(wire.points[0],) * 2)
    places = [QPointF(*start) + (QPointF(*end) - QPointF(*start)) * share for share in _SHARES]
    words = rect_of(wire.label.box.inflated(free)) if wire.label is not None else QRectF()
    return next((place for place in places if not words.contains(place)), places[0])
