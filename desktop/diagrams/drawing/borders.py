"""Where a line meets a shape: the layout ends lines at boxes, but some outlines are rounded or pointed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from desktop.diagrams.drawing.shapes import Look

if TYPE_CHECKING:
    from desktop.diagrams.boxes import Box, Point

POINTED = 0.28
_RADII = {
    Look.DATA: 8.0,
    Look.NOISE: 8.0,
    Look.NETWORK: 8.0,
    Look.LOSS: 8.0,
    Look.PERSON: 8.0,
    Look.EVENT: 6.0,
    Look.FOLDED: 12.0,
}


def radius_of(look: Look, box: Box, unit: float = 1.0) -> float:
    """The radius of the corners of a shape."""
    if look in (Look.OPERATION, Look.EXAMPLE):
        return min(box.height / 2, (14 if look is Look.OPERATION else 40) * unit)
    if look in (Look.GROUP, Look.LANE):
        return 12.0 * unit
    if look is Look.SET:
        return min(20.0 * unit, box.height / 3)
    return _RADII.get(look, 0.0) * unit


def point_of(box: Box) -> float:
    """How far the two points of a decision reach."""
    return min(box.height * POINTED, box.width / 4)


def met(points: tuple[Point, ...], source: tuple[Look, Box], target: tuple[Look, Box]) -> tuple[Point, ...]:
    """The same line, with both ends moved inwards to the outlines of what it joins."""
    if len(points) < 2:
        return points
    first = _moved_in(points[0], points[1], source)
    last = _moved_in(points[-1], points[-2], target)
    return (first, *points[1:-1], last)


def _moved_in(end: Point, before: Point, shape: tuple[Look, Box]) -> Point:
    """The end of a line moved on, away from the point before it, by the gap to the outline."""
    look, box = shape
    level = end[1] == before[1]
    gap = _gap(look, box, end, level=level)
    way = math.copysign(gap, end[0] - before[0] if level else end[1] - before[1])
    return (end[0] + way, end[1]) if level else (end[0], end[1] + way)


def _gap(look: Look, box: Box, end: Point, *, level: bool) -> float:
    offset = end[1] - box.y if level else end[0] - box.x
    side = box.height if level else box.width
    near = max(0.0, min(offset, side - offset))
    if look is Look.DECISION:
        point = point_of(box)
        half = box.height / 2
        return point * (1 - near / half) if level else max(0.0, half * (1 - near / point))
    radius = radius_of(look, box)
    return 0.0 if near >= radius else radius - math.sqrt(radius**2 - (radius - near) ** 2)
