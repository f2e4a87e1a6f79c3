"""Paints one part of a drawing in the one visual grammar: on the screen, in the legend and on paper."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from desktop.catalog.entities.diagrams import EdgeKind
from desktop.diagrams.boxes import Box
from desktop.diagrams.drawing.shapes import GROUNDS, Drawing, Look, stilled
from desktop.diagrams.ui.cells import paint_cells
from desktop.diagrams.ui.outlines import arrow_of, line_of, outline_of, rect_of
from desktop.diagrams.ui.state import CALM, State
from desktop.shell.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop.diagrams.drawing.shapes import Shape, Wire, Writing
    from desktop.diagrams.ui.ink import Ink

SMALLEST_WORDS = 0.25
_TINT, _FAINT, _DOT_GAP, _STACK = 24, 9, 7, 4
_TONE_OFF, _TONE_MOST = 7.0, 1.6
_CHEVRONS = {Look.GROUP: "chevron-down", Look.FOLDED: "chevron-right"}
_MARKED = (Look.NETWORK, Look.LOSS, Look.EVENT, Look.EXAMPLE, Look.DECISION, Look.PERSON)
_LINES = {
    EdgeKind.DATA: Qt.PenStyle.SolidLine,
    EdgeKind.GRADIENT: Qt.PenStyle.DashLine,
    EdgeKind.CONDITION: Qt.PenStyle.DotLine,
    EdgeKind.LOOP: Qt.PenStyle.SolidLine,
}


def paint_drawing(painter: QPainter, drawing: Drawing, ink: Ink, lit: Collection[str] = (), scale: float = 1.0) -> None:
    """The whole drawing, with these parts lit and nothing chosen; lit lines lie over the others."""
    states = {drawing.stands_for.get(id, id): State(lit=True) for id in lit}
    for shape in drawing.shapes:
        if shape.look in GROUNDS:
            paint_shape(painter, stilled(shape), ink, states.get(shape.id, CALM), scale)
    for wire in sorted(drawing.wires, key=lambda each: each.id in states):
        paint_wire(painter, wire, ink, states.get(wire.id, CALM), scale)
    for shape in drawing.shapes:
        if shape.look not in GROUNDS:
            paint_shape(painter, stilled(shape), ink, states.get(shape.id, CALM), scale)


def paint_shape(painter: QPainter, shape: Shape, ink: Ink, state: State, scale: float = 1.0) -> None:
    """A shape with its words, its sign and the rings of its state.

    `scale` is how large it appears: where words would be less than three dots high, they and other small things are
    left out, since nobody can see more of them than a haze.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if shape.look is Look.TICK:
        painter.setPen(QPen(ink.colour("line"), 1))
        painter.drawLine(QPointF(shape.box.x, shape.box.y), QPointF(shape.box.x, shape.box.bottom))
    elif shape.cells is not None:
        if state.lit:
            painter.strokePath(outline_of(shape, ink.unit, 12), QPen(ink.colour("accent"), 3))
        paint_cells(painter, shape.cells, ink)
    else:
        _paint_body(painter, shape, ink, state)
    small = scale < SMALLEST_WORDS
    if shape.look is Look.NOISE and not small:
        _paint_dots(painter, shape, ink)
    if not small:
        _paint_sign(painter, shape, ink)
        _paint_deeper(painter, shape, ink)
    for writing in () if small and not state.found else shape.writings:
        if state.found:
            painter.fillRect(rect_of(writing.box.inflated(2 * ink.unit)), ink.colour("hit"))
        colour = ink.colour("on_hit" if state.found else "text" if writing.lettering == "name" else "muted")
        paint_writing(painter, writing, ink, colour)
    if state.tone in (Tone.RIGHT, Tone.WRONG):
        paint_tone(painter, outline_of(shape, ink.unit, _TONE_OFF * ink.unit), ink, state.tone, scale)
    if state.chosen or state.current:
        paint_rings(painter, outline_of(shape, ink.unit, 4 * ink.unit), ink, state)


def paint_wire(painter: QPainter, wire: Wire, ink: Ink, state: State, scale: float = 1.0) -> None:
    """A line with its arrow, its label and its loop's sign; `scale` as for shapes."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = _wire_colour(wire, ink, state)
    width = (3.0 if state.lit else 2.0) * ink.unit
    pen = pen_of(wire.kind, colour, width)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for token, around in _casings(state):
        casing = QPen(ink.colour(token), around * ink.unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        painter.strokePath(line_of(wire.points, ink.unit), casing)
    painter.strokePath(line_of(wire.points, ink.unit), pen)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(arrow_of(wire.points, ink.unit))
    if wire.sign is not None:
        paint_loop_sign(painter, rect_of(wire.sign), colour, ink.unit)
    if wire.label is not None and (scale >= SMALLEST_WORDS or state.found):
        if state.found:
            painter.fillRect(rect_of(wire.label.box.inflated(2 * ink.unit)), ink.colour("hit"))
            paint_writing(painter, wire.label, ink, ink.colour("on_hit"))
            return
        calm = ink.mark(wire.mark) if wire.kind is EdgeKind.GRADIENT else ink.colour("muted")
        paint_writing(painter, wire.label, ink, ink.colour("accent") if state.lit else calm)


def pen_of(kind: EdgeKind, colour: QColor, width: float) -> QPen:
    """Data and loops solid, gradients dashed, conditions dotted."""
    pen = QPen(colour, width, _LINES[kind], Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
    if kind is EdgeKind.CONDITION:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 2.2])
    elif kind is EdgeKind.GRADIENT:
        pen.setDashPattern([3.5, 2.5])
    return pen


def paint_writing(painter: QPainter, writing: Writing, ink: Ink, colour: QColor) -> None:
    """Set words, line by line."""
    painter.setFont(ink.fonts[writing.lettering])
    painter.setPen(colour)
    box = rect_of(writing.box)
    if writing.turned:
        painter.save()
        painter.translate(box.left(), box.bottom())
        painter.rotate(-90)
        box = QRectF(0, 0, box.height(), box.width())
    room = box.height() / max(1, len(writing.lines))
    for at, line in enumerate(writing.lines):
        wide, high, base = ink.setting(writing.lettering, line)
        x = box.x() + ((box.width() - wide) / 2 if writing.centred else 0.0)
        painter.drawText(QPointF(x, box.y() + at * room + (room - high) / 2 + base), line)
    if writing.turned:
        painter.restore()


def paint_loop_sign(painter: QPainter, rect: QRectF, colour: QColor, unit: float) -> None:
    """An open circle with an arrow head: it runs again."""
    ring = rect.adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.8 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawArc(ring, 60 * 16, -300 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    tip = QPointF(ring.center().x() - 1 * unit, ring.top())
    head = QPainterPath(tip + QPointF(4.5 * unit, -3.5 * unit))
    head.lineTo(tip + QPointF(4.5 * unit, 3.5 * unit))
    head.lineTo(tip + QPointF(-1 * unit, 0))
    head.closeSubpath()
    painter.drawPath(head)


def paint_rings(painter: QPainter, around: QPainterPath, ink: Ink, state: State) -> None:
    """Chosen: a whole ring. Where the keyboard stands: a dashed one in the colour of text."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state.chosen:
        painter.strokePath(around, QPen(ink.colour("accent"), 2 * ink.unit))
    if state.current:
        pen = QPen(ink.colour("text"), 2 * ink.unit)
        pen.setDashPattern([2.5, 2])
        painter.strokePath(around, pen)


def paint_tone(painter: QPainter, around: QPainterPath, ink: Ink, tone: Tone, scale: float) -> None:
    """The border of what is right (whole) or wrong (dashed); in a small figure as heavy as it may be."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(ink.colour(tone.token), 3 * ink.unit * min(_TONE_MOST, max(1.0, 1 / max(scale, 0.01))))
    if tone is Tone.WRONG:
        pen.setDashPattern([3, 1.6])
    painter.strokePath(around, pen)


def _casings(state: State) -> list[tuple[str, float]]:
    """What lies around a line, from the outside in: where the keyboard stands, how it is marked, whether it is hit."""
    found = [("text", 15.0), ("surface", 12.0)] if state.current else []
    if state.tone is not None:
        found += [(state.tone.token, 9.0), ("surface", 5.0)]
    elif state.chosen:
        found += [("accent", 9.0), ("surface", 5.5)]
    elif state.found:
        found += [("hit", 9.0)]
    return found


def _wire_colour(wire: Wire, ink: Ink, state: State) -> QColor:
    if state.lit:
        return ink.colour("accent")
    if wire.kind is EdgeKind.GRADIENT:
        return ink.mark(wire.mark)
    return ink.colour("text" if state.hovered else "muted" if wire.kind is not EdgeKind.DATA else "control")


def _paint_body(painter: QPainter, shape: Shape, ink: Ink, state: State) -> None:
    path = outline_of(shape, ink.unit)
    painter.setBrush(_ground(shape, ink, state))
    painter.setPen(_border(shape, ink, state))
    if shape.look is Look.FOLDED:
        painter.drawPath(path.translated(_STACK * ink.unit, _STACK * ink.unit))
    painter.drawPath(path)
    if shape.look is Look.LOSS:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(painter.pen().color(), 1 * ink.unit))
        painter.drawPath(outline_of(shape, ink.unit, -4 * ink.unit))


def _ground(shape: Shape, ink: Ink, state: State) -> QBrush:
    if shape.look in (Look.GROUP, Look.LANE):
        return QBrush(ink.colour("raised" if shape.depth % 2 == 0 else "surface"))
    if shape.look is Look.SET:
        tint = ink.colour("select") if state.lit else ink.mark(shape.mark)
        tint.setAlpha(150 if state.lit else _TINT if shape.mark else _FAINT)
        return QBrush(tint)
    calm = "raised" if shape.look in (Look.OPERATION, Look.FOLDED) else "surface"
    return QBrush(ink.colour("select" if state.lit else calm))


def _border(shape: Shape, ink: Ink, state: State) -> QPen:
    """The border tells the kind; in the accent colour and heavier where the step is about it."""
    heavy = shape.look is Look.NETWORK
    if shape.look in (Look.GROUP, Look.LANE):
        pen = QPen(ink.colour("muted" if state.hovered else "control"), ink.unit)
    elif shape.look is Look.SET:
        pen = QPen(ink.mark(shape.mark, "control"), 2 * ink.unit)
    elif shape.look in _MARKED:
        pen = QPen(ink.mark(shape.mark), (2.75 if heavy else 1.75) * ink.unit)
    else:
        pen = QPen(ink.colour("muted" if shape.look is not Look.OPERATION else "control"), 1.75 * ink.unit)
    if state.lit:
        pen = QPen(ink.colour("accent"), (3.5 if heavy else 3) * ink.unit)
    elif state.hovered and shape.look not in GROUNDS:
        pen.setColor(ink.colour("text") if shape.mark is None else pen.color())
        pen.setWidthF(pen.widthF() + 0.75 * ink.unit)
    return pen


def _paint_dots(painter: QPainter, shape: Shape, ink: Ink) -> None:
    """The dotted ground of noise; it leaves the words free."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.colour("control"))
    painter.drawPath(_dots(shape.box, tuple(writing.box for writing in shape.writings), ink.unit))


@lru_cache(maxsize=256)
def _dots(box: Box, words: tuple[Box, ...], unit: float) -> QPainterPath:
    """Dots in rows, every second row shifted, none near the border or over words."""
    path = QPainterPath()
    gap, dot, free = _DOT_GAP * unit, 0.9 * unit, [each.inflated(3.5 * unit) for each in words]
    inner = box.inflated(-4 * unit)
    for row in range(1, int(box.height // gap) + 1):
        for column in range(1, int(box.width // gap) + 1):
            x = box.x + (column + (0.5 if row % 2 else 0)) * gap - gap / 2
            spot = Box(x - dot, box.y + row * gap - gap / 2 - dot, 2 * dot, 2 * dot)
            if inner.contains(spot) and not any(spot.overlaps(each) for each in free):
                path.addEllipse(rect_of(spot))
    return path


def _paint_deeper(painter: QPainter, shape: Shape, ink: Ink) -> None:
    """In the upper right corner of what opens a deeper diagram: a thing within a thing."""
    if shape.opens:
        side, inset = 9 * ink.unit, 5 * ink.unit
        corner = QRectF(shape.box.right - inset - side, shape.box.y + inset, side, side)
        ink.icons.paint(painter, "deeper", corner, ink.colour("muted"))


def _paint_sign(painter: QPainter, shape: Shape, ink: Ink) -> None:
    """The subject's mark before the title; a person where it is one; where a group folds, which way."""
    if shape.sign is None:
        return
    rect = rect_of(shape.sign)
    if shape.look in _CHEVRONS:
        ink.icons.paint(painter, _CHEVRONS[shape.look], rect, ink.colour("muted"))
        return
    mark = ink.marks.get(shape.mark or "")
    if shape.look is not Look.PERSON and mark is not None:
        ink.icons.paint(painter, f"mark-{mark.shape.value}", rect, ink.mark(shape.mark))
    elif shape.look is Look.PERSON:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.mark(shape.mark))
        side = rect.width()
        painter.drawEllipse(QPointF(rect.center().x(), rect.y() + side * 0.26), side * 0.24, side * 0.24)
        painter.drawChord(QRectF(rect.x() + side * 0.08, rect.y() + side * 0.56, side * 0.84, side * 0.88), 0, 180 * 16)
