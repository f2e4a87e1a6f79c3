"""Draws the reliability diagram: how often right against how sure, with the interval that chance allows each point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from desktop.catalog.words import plural
from desktop.quiz.knowing.telling import sure_words
from desktop.quiz.words import CERTAINTY_WORDS, percent
from desktop.shell.widgets.pictures.drawing import Trace
from desktop.shell.widgets.pictures.sketch import MIDDLE, MUTED, RIGHT, SMALL, Lettering, square

if TYPE_CHECKING:
    from desktop.quiz.knowing.knowledge import Sure
    from desktop.shell.widgets.pictures.drawing import Drawing
    from desktop.shell.widgets.pictures.sketch import Sketch

_WIDEST, _HIGHEST, _DOT, _CAP = 560, 260, 12, 5
_STEPS = (0.0, 0.25, 0.5, 0.75, 1.0)
_BOLD = Lettering(SMALL.size, is_bold=True)


def draw_reliability(sketch: Sketch, sure: tuple[Sure, ...], top: float) -> Drawing:
    """The diagram from `top` down, its words about the axes above and below it."""
    left = sketch.width_of("100%", MUTED) + sketch.px(8)
    y = top + sketch.write("how often right", QRectF(0, top, sketch.width, 0), MUTED) + sketch.px(8)
    wide = min(float(sketch.px(_WIDEST)), sketch.width) - left - sketch.px(16)
    field = QRectF(left, y, wide, min(float(sketch.px(_HIGHEST)), wide * 0.6))
    _draw_axes(sketch, field)
    for each in sure:
        _draw_point(sketch, each, field)
    bottom = _draw_names(sketch, sure, field)
    place = QRectF(field.x(), bottom, field.width(), 0)
    return sketch.finished(bottom + sketch.write("how sure you were", place, MUTED, RIGHT))


def _draw_axes(sketch: Sketch, field: QRectF) -> None:
    """Lines of the shares, and the dashed one on which whoever is as sure as right would lie."""
    high = sketch.line_height(MUTED)
    for step in _STEPS:
        y = field.bottom() - field.height() * step
        colour = sketch.theme.colour("line" if step else "control")
        sketch.strokes.append(Trace((QPointF(field.left(), y), QPointF(field.right(), y)), colour))
        words = QRectF(0, y - high / 2, field.left() - sketch.px(8), high)
        sketch.write(percent(step), words, MUTED, RIGHT)
    edge = (field.topLeft(), field.bottomLeft())
    sketch.strokes.append(Trace(edge, sketch.theme.colour("control")))
    diagonal = (field.bottomLeft(), field.topRight())
    sketch.strokes.append(Trace(diagonal, sketch.theme.colour("control"), 1.5, (4.0, 3.0)))


def _draw_point(sketch: Sketch, sure: Sure, field: QRectF) -> None:
    """A dot where the answers lie, and a line as long as chance allows."""
    right, accent = sure.bin.right, sketch.theme.colour("accent")
    x = field.left() + field.width() * sure.bin.forecast
    shares = (right.interval[0], right.share, right.interval[1])
    low, y, high = (field.bottom() - field.height() * share for share in shares)
    cap = sketch.px(_CAP)
    sketch.strokes.append(Trace((QPointF(x, low), QPointF(x, high)), accent, 2))
    for end in (low, high):
        sketch.strokes.append(Trace((QPointF(x - cap, end), QPointF(x + cap, end)), accent, 2))
    sketch.sign("mark-circle", square(x, y, sketch.px(_DOT)), "accent")
    place = QRectF(x - sketch.px(12), high, sketch.px(24), low - high)
    sketch.spot(place, sure.lead.ref, sure_words(sure), (0, len(sketch.spots)))


def _draw_names(sketch: Sketch, sure: tuple[Sure, ...], field: QRectF) -> float:
    """The words of each point under it, in a second row where they would touch; where they end."""
    ends, bottom, used = [-1.0] * len(sure), field.bottom() + sketch.px(6), 0
    line, gap = sketch.line_height(_BOLD), sketch.px(8)
    tall = line + sketch.line_height(MUTED) + sketch.px(4)
    places = []
    for each in sure:
        wide = max(sketch.width_of(text, lettering) for text, lettering in _names(each)) + 2
        middle = field.left() + field.width() * each.bin.forecast
        left = min(max(0.0, middle - wide / 2), sketch.width - wide)
        row = next(at for at, end in enumerate(ends) if end < 0 or end + gap <= left)
        ends[row], used = left + wide, max(used, row + 1)
        places.append(QRectF(left, bottom + row * tall, wide, tall - sketch.px(4)))
        tick = (QPointF(middle, field.bottom()), QPointF(middle, places[-1].top()))
        sketch.strokes.append(Trace(tick, sketch.theme.colour("control")))
    for each, place in zip(sure, places, strict=True):
        sketch.box(place, "surface")  # the lines to the names below stop at these
        for at, (text, lettering) in enumerate(_names(each)):
            sketch.write(text, place.adjusted(0, at * line, 0, 0), lettering, MIDDLE)
    return bottom + used * tall


def _names(sure: Sure) -> tuple[tuple[str, Lettering], tuple[str, Lettering]]:
    """'Certain 95%' over '46 answers'."""
    certainty = f"{CERTAINTY_WORDS[sure.bin.certainty]} {percent(sure.bin.forecast)}"
    return (certainty, _BOLD), (plural(sure.bin.right.count, "answer"), MUTED)
