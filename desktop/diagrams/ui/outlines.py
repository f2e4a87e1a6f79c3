"""The outlines of shapes and lines as painter paths: one form for each kind, the same in every diagram."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QPolygonF

from desktop.diagrams.drawing.borders import point_of, radius_of
from desktop.diagrams.drawing.shapes import Look

if TYPE_CHECKING:
    from desktop.diagrams.boxes import Box, Point
    from desktop.diagrams.drawing.shapes import Shape

ARROW_LONG, ARROW_WIDE = 10.0, 8.0
_BEND = 6.0
_REACH = 12.0
_KEPT = 8192  # paths: a large figure is painted over and over while it moves


def rect_of(box: Box) -> QRectF:
    """The box as Qt knows it."""
    return QRectF(box.x, box.y, box.width, box.height)


def outline_of(shape: Shape, unit: float, grown: float = 0.0) -> QPainterPath:
    """The border of a shape, larger by so much on all sides. The path is shared: whoever changes it copies it first."""
    return _outline(shape.look, shape.box, unit, grown)


@lru_cache(maxsize=_KEPT)
def _outline(look: Look, inner: Box, unit: float, grown: float) -> QPainterPath:
    path = QPainterPath()
    box = inner.inflated(grown)
    if look is Look.DECISION:
        y = box.centre[1]
        point = point_of(box)
        corners = (
            (box.x, y), (box.x + point, box.y), (box.right - point, box.y),
            (box.right, y), (box.right - point, box.bottom), (box.x + point, box.bottom),
        )  # fmt: skip
        path.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        path.closeSubpath()
    else:
        radius = radius_of(look, inner, unit) + max(0.0, grown)
        path.addRoundedRect(rect_of(box), radius, radius)
    return path


@lru_cache(maxsize=_KEPT)
def line_of(points: tuple[Point, ...], unit: float) -> QPainterPath:
    """The line of a wire with soft bends; it stops short of the arrow's point. The path is shared, as outlines are."""
    path = QPainterPath(QPointF(*points[0]))
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        bend = min(_BEND * unit, math.dist(before, at) / 2, math.dist(at, after) / 2)
        path.lineTo(_towards(at, before, bend))
        path.quadTo(QPointF(*at), _towards(at, after, bend))
    path.lineTo(_towards(points[-1], points[-2], ARROW_LONG * unit * 0.8) if len(points) > 1 else QPointF(*points[0]))
    return path


@lru_cache(maxsize=_KEPT)
def arrow_of(points: tuple[Point, ...], unit: float) -> QPolygonF:
    """The head of the arrow at the end of a wire."""
    tip = QPointF(*points[-1])
    if len(points) < 2:
        return QPolygonF([tip])
    foot = _towards(points[-1], points[-2], ARROW_LONG * unit)
    back = foot - tip
    side = QPointF(-back.y(), back.x()) * (ARROW_WIDE / ARROW_LONG / 2)
    return QPolygonF([tip, foot + side, foot - side])


def near_line(points: tuple[Point, ...], unit: float) -> QPainterPath:
    """The band along a wire in which a click means that wire."""
    stroker = QPainterPathStroker()
    stroker.setWidth(_REACH * unit)
    stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
    return stroker.createStroke(line_of(points, unit))


def _towards(start: Point, end: Point, by: float) -> QPointF:
    length = math.dist(start, end)
    share = 0.0 if length == 0 else min(1.0, by / length)
    return QPointF(start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
