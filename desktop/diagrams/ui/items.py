"""The parts of a drawing as items of a scene. Each paints itself; none knows what a click means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.diagrams.boxes import Box, around
from desktop.diagrams.drawing.shapes import GROUNDS, Look, Shape, Wire
from desktop.diagrams.ui.outlines import near_line, outline_of, rect_of
from desktop.diagrams.ui.painting import paint_shape, paint_wire
from desktop.diagrams.ui.state import CALM, State

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter, QPainterPath

    from desktop.diagrams.ui.ink import Ink

_AROUND = 14.0
_WIRES, _NODES = 1000.0, 2000.0


class PartItem(QGraphicsItem):
    """A part of the drawing and its state."""

    def __init__(self, part: Shape | Wire, ink: Ink) -> None:
        super().__init__()
        self.part = part
        self._ink = ink
        self._state = CALM
        self._rect: QRectF | None = None

    @property
    def state(self) -> State:
        """How the part is shown."""
        return self._state

    def set_state(self, state: State) -> None:
        """Show the part in this state."""
        if state != self._state:
            self._state = state
            self.update()

    def set_ink(self, ink: Ink) -> None:
        """Paint with other colours."""
        self._ink = ink
        self.update()

    @property
    def box(self) -> Box:
        """What the part covers."""
        raise NotImplementedError

    def boundingRect(self) -> QRectF:
        if self._rect is None:
            self._rect = rect_of(self.box.inflated(_AROUND * self._ink.unit))
        return self._rect


class ShapeItem(PartItem):
    """A node, group, set, event, lane or heat map."""

    part: Shape

    def __init__(self, part: Shape, ink: Ink) -> None:
        super().__init__(part, ink)
        self._box = around((part.box, *(writing.box for writing in part.writings)))
        self.setZValue(float(part.depth) if part.look in GROUNDS else _NODES)
        if part.look is Look.CELLS:
            self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    @property
    def box(self) -> Box:
        return self._box

    def shape(self) -> QPainterPath:
        return outline_of(self.part, self._ink.unit)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if self.part.look is Look.CELLS:
            painter.setClipRect(option.exposedRect)
        paint_shape(painter, self.part, self._ink, self._state, painter.worldTransform().m11())


class WireItem(PartItem):
    """A line between two nodes."""

    part: Wire

    def __init__(self, part: Wire, ink: Ink) -> None:
        super().__init__(part, ink)
        boxes = [Box(x, y, 0, 0) for x, y in part.points]
        boxes += [part.label.box] if part.label else []
        self._box = around((*boxes, *((part.sign,) if part.sign else ())))
        self.setZValue(_WIRES)

    @property
    def box(self) -> Box:
        return self._box

    def set_state(self, state: State) -> None:
        """A line of the present step lies above the others, so that it is seen whole."""
        super().set_state(state)
        self.setZValue(_WIRES + (1 if state.lit or state.chosen or state.current or state.tone else 0))

    def shape(self) -> QPainterPath:
        path = near_line(self.part.points, self._ink.unit)
        if self.part.label is not None:
            path.addRect(rect_of(self.part.label.box))
        return path

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        paint_wire(painter, self.part, self._ink, self._state, painter.worldTransform().m11())
