"""Paints a drawing with any painter: onto the screen, into an SVG, into a PNG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.shell.widgets.pictures.drawing import Box, Sign, Trace, Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.shell.icons import Icons
    from desktop.shell.widgets.pictures.drawing import Stroke

_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine) | int(Qt.TextFlag.TextDontClip)


def paint(painter: QPainter, strokes: Iterable[Stroke], icons: Icons) -> None:
    """Paint these strokes, the first at the bottom."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for stroke in strokes:
        match stroke:
            case Box():
                _paint_box(painter, stroke)
            case Trace():
                _paint_trace(painter, stroke)
            case Words():
                _paint_words(painter, stroke)
            case Sign():
                icons.paint(painter, stroke.icon, stroke.place, stroke.colour)


def _paint_box(painter: QPainter, box: Box) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if box.line is not None:
        painter.setPen(QPen(box.line, 1, Qt.PenStyle.DashLine if box.is_dashed else Qt.PenStyle.SolidLine))
    painter.setBrush(box.fill if box.fill is not None else Qt.BrushStyle.NoBrush)
    inset = 0.5 if box.line is not None else 0.0
    painter.drawRoundedRect(box.place.adjusted(inset, inset, -inset, -inset), box.radius, box.radius)


def _paint_trace(painter: QPainter, trace: Trace) -> None:
    pen = QPen(trace.colour, trace.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
    if trace.dashes:
        pen.setDashPattern(trace.dashes)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = QPolygonF(list(trace.points))
    if trace.is_closed:
        painter.drawPolygon(points)
    else:
        painter.drawPolyline(points)


def _paint_words(painter: QPainter, words: Words) -> None:
    painter.setFont(words.font)
    painter.setPen(words.colour)
    painter.drawText(words.place, _ONE_LINE | int(words.side), words.text)
