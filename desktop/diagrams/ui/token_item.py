"""The tokens of a step: dots that run along the lines of its path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.diagrams.boxes import Point
    from desktop.diagrams.ui.ink import Ink

_RADIUS, _RIM, _HEIGHT = 6.5, 2.0, 1500.0  # above the lines, under the nodes


class TokenItem(QGraphicsItem):
    """One dot. It is no part of the figure: nothing can be clicked or read there."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self._ink = ink
        self.setZValue(_HEIGHT)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def move_to(self, place: Point) -> None:
        self.setPos(QPointF(*place))

    def boundingRect(self) -> QRectF:
        reach = _RADIUS + _RIM
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        painter.setPen(QPen(self._ink.colour("surface"), _RIM))
        painter.setBrush(self._ink.colour("accent"))
        painter.drawEllipse(QPointF(0, 0), _RADIUS, _RADIUS)
