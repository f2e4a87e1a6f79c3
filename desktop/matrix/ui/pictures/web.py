"""The net of a radar as geometry: where the steps of its axes lie, and where the names of the axes stand around it."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from desktop.shell.widgets.pictures.sketch import LEFT, MIDDLE, RIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QSizeF, Qt

_HOLE = 0.3  # the lowest grade stands off the centre, so that marks of all axes have room there
_STRAIGHT = 0.15  # an axis that leans less than this to a side has its name in the middle


@dataclass(frozen=True, slots=True)
class Web:
    """A net of axes around a centre."""

    x: float
    y: float
    radius: float
    axes: int

    def way(self, axis: float) -> tuple[float, float]:
        """The direction of an axis, the first straight up, the others clockwise."""
        angle = 2 * pi * axis / self.axes - pi / 2
        return cos(angle), sin(angle)

    def side(self, axis: int) -> Qt.AlignmentFlag:
        """How the name of an axis is set: away from the net."""
        across = self.way(axis)[0]
        if abs(across) < _STRAIGHT:
            return MIDDLE
        return LEFT if across > 0 else RIGHT

    def reach(self, step: int, steps: int) -> float:
        """How far from the centre a step of a scale lies."""
        return self.radius * (_HOLE + (1 - _HOLE) * (step / (steps - 1) if steps > 1 else 1.0))

    def point(self, axis: float, reach: float, aside: float = 0.0) -> QPointF:
        """The point at a distance from the centre; `aside` is across the axis."""
        x, y = self.way(axis)
        return QPointF(self.x + x * reach - y * aside, self.y + y * reach + x * aside)

    def beside(self, reach: float) -> float:
        """How far apart two neighbouring axes are at a distance from the centre."""
        return 2 * reach * sin(pi / self.axes)

    def inner(self, reach: float) -> float:
        """How far from the centre a ring is halfway between two axes."""
        return reach * cos(pi / self.axes)

    def label_place(self, axis: int, size: QSizeF, gap: float) -> QRectF:
        """Where the name of an axis stands: beyond its end, never over the net."""
        end, down = self.point(axis, self.radius + gap), self.way(axis)[1]
        lean = {MIDDLE: 0.5, LEFT: 0.0, RIGHT: 1.0}[self.side(axis)]
        top = end.y() + (down - 1) * size.height() / 2
        return QRectF(end.x() - lean * size.width(), top, size.width(), size.height())


def apart(web: Web, places: list[QRectF], gap: float) -> list[QRectF]:
    """The places of names with those of one side pushed down until none stands on another."""
    moved = list(places)
    for side in (LEFT, RIGHT):
        bottom = float("-inf")
        for axis in sorted(_at_side(web, side), key=lambda axis: places[axis].top()):
            moved[axis] = places[axis].translated(0, max(0.0, bottom - places[axis].top()))
            bottom = moved[axis].bottom() + gap
    return moved


def _at_side(web: Web, side: Qt.AlignmentFlag) -> Iterable[int]:
    return (axis for axis in range(web.axes) if web.side(axis) is side)
