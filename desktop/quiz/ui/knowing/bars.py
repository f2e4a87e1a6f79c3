"""Draws bars: a row each, its name before or above it, its parts told by their fill and by the words at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from desktop.quiz.knowing.bars import Fill
from desktop.shell.widgets.pictures.drawing import Box, Sign, Trace
from desktop.shell.widgets.pictures.sketch import LEFT, MIDDLE, MUTED, blended, square

if TYPE_CHECKING:
    from desktop.quiz.knowing.bars import Bars, Row
    from desktop.shell.widgets.pictures.drawing import Drawing
    from desktop.shell.widgets.pictures.sketch import Sketch

_BAR, _GAP, _SIDE, _LEAD = 16, 2, 10, 32
_WIDEST_WORDS = 0.55  # of the width: where names and words need more, they stand above and below the bars
_PALE = 0.3


@dataclass(frozen=True, slots=True)
class _Track:
    """Where the bars lie, and whether names and words stand above and below them."""

    left: float
    width: float
    is_stacked: bool
    has_signs: bool

    def x(self, share: float) -> float:
        return self.left + self.width * share


def draw_bars(sketch: Sketch, bars: Bars, top: float) -> Drawing:
    """The bars from `top` down, under what their fills mean."""
    y = _draw_legend(sketch, bars, top)
    track = _track(sketch, bars)
    if bars.aim is not None:
        y += sketch.line_height(MUTED) + sketch.px(2)
    first = y
    for at, row in enumerate(bars.rows):
        y = _draw_row(sketch, row, track, (at, y))
    if bars.aim is not None:
        _draw_aim(sketch, bars, track, (first, y))
    return sketch.finished(y)


def _track(sketch: Sketch, bars: Bars) -> _Track:
    names = max((sketch.width_of(row.title) for row in bars.rows), default=0) + sketch.px(12)
    words = max((sketch.width_of(row.words, MUTED) for row in bars.rows), default=0) + sketch.px(12)
    if names + words > sketch.width * _WIDEST_WORDS:
        return _Track(0.0, sketch.width, True, bars.has_signs)
    return _Track(names, sketch.width - names - words, False, bars.has_signs)


def _draw_legend(sketch: Sketch, bars: Bars, top: float) -> float:
    """What each fill means; where it ends."""
    if not bars.legend:
        return top
    lead, high = sketch.px(_LEAD), sketch.px(_BAR)
    places, bottom = sketch.flow([words for _fill, words in bars.legend], lead, top, MUTED)
    for (fill, words), place in zip(bars.legend, places, strict=True):
        _fill(sketch, fill, QRectF(place.x(), place.center().y() - high / 2, sketch.px(24), high))
        _sign(sketch, fill, QRectF(place.x(), place.center().y() - high / 2, sketch.px(24), high))
        sketch.write_middle(words, place.adjusted(lead, 0, 0, 0), MUTED)
    return bottom + sketch.px(8)


def _draw_row(sketch: Sketch, row: Row, track: _Track, at: tuple[int, float]) -> float:
    number, top = at
    thick = sketch.px(_BAR)
    if track.is_stacked:
        name = QRectF(0, top, sketch.width, sketch.height_of(row.title, sketch.width))
        sketch.write(row.title, name)
        place = QRectF(track.left, name.bottom() + sketch.px(3), track.width, thick)
        below = QRectF(0, place.bottom() + sketch.px(2), sketch.width, 0)
        end = below.y() + sketch.write(row.words, below, MUTED) + sketch.px(10)
    else:
        high = max(24.0, sketch.line_height() + sketch.px(2))
        name = QRectF(0, top, track.left - sketch.px(8), high)
        sketch.write_middle(row.title, name)
        place = QRectF(track.left, name.center().y() - thick / 2, track.width, thick)
        filled = sum(part.share for part in row.parts) if row.span is None else 1.0
        words = QRectF(track.x(filled) + sketch.px(8), top, sketch.width - track.x(filled), high)
        sketch.write_middle(row.words, words, MUTED, LEFT)
        end = top + high
    whole = QRectF(0, top, sketch.width, end - top)
    if row.ref is not None:
        sketch.spot(whole if len(row.parts) < 2 else name, row.ref, row.spoken, (number, 0))
    _draw_parts(sketch, row, place, (number, track.has_signs))
    if row.span is not None:
        _draw_span(sketch, row.span, place)
    return end


def _draw_parts(sketch: Sketch, row: Row, place: QRectF, how: tuple[int, bool]) -> None:
    """The parts side by side, each with its sign where there is room for it; one that is alone is its row's."""
    number, has_signs = how
    x = place.x()
    for column, part in enumerate(row.parts, 1):
        wide = place.width() * part.share
        box = QRectF(x, place.y(), max(2.0, wide - _GAP), place.height())
        _fill(sketch, part.fill, box)
        if has_signs and box.width() > sketch.px(_SIDE + 8):
            _sign(sketch, part.fill, box)
        if len(row.parts) > 1:
            sketch.spot(box, part.ref, part.spoken, (number, column))
        x += wide


def _fill(sketch: Sketch, fill: Fill, box: QRectF) -> None:
    accent, surface = sketch.theme.colour("accent"), sketch.theme.colour("surface")
    match fill:
        case Fill.FULL:
            sketch.strokes.append(Box(box, accent, accent, radius=3))
        case Fill.PALE:
            sketch.strokes.append(Box(box, blended(surface, accent, _PALE), accent, radius=3))
        case Fill.HOLLOW:
            sketch.strokes.append(Box(box, surface, accent, radius=3))
        case Fill.DASHED:
            sketch.strokes.append(Box(box, None, sketch.theme.colour("control"), is_dashed=True, radius=3))


def _sign(sketch: Sketch, fill: Fill, box: QRectF) -> None:
    look = {Fill.FULL: ("sign-accurate", "on_accent"), Fill.DASHED: ("sign-unknown", "muted")}.get(fill)
    if look is not None:
        side = min(float(sketch.px(_SIDE)), box.height() - 4)
        place = square(box.x() + sketch.px(4) + side / 2, box.center().y(), side)
        sketch.strokes.append(Sign(place, look[0], sketch.theme.colour(look[1])))


def _draw_span(sketch: Sketch, span: tuple[float, float], place: QRectF) -> None:
    """A line from the one end of an interval to the other, with a cap at each."""
    colour, y, cap = sketch.theme.colour("text"), place.center().y(), sketch.px(4)
    low, high = (place.x() + place.width() * share for share in span)
    sketch.strokes.append(Trace((QPointF(low, y), QPointF(high, y)), colour, 1.5))
    for x in (low, high):
        sketch.strokes.append(Trace((QPointF(x, y - cap), QPointF(x, y + cap)), colour, 1.5))


def _draw_aim(sketch: Sketch, bars: Bars, track: _Track, rows: tuple[float, float]) -> None:
    """A dashed line over all rows at the share that is aimed at, and its words over it."""
    top, bottom = rows
    x = track.x(bars.aim or 0.0)
    line = Trace((QPointF(x, top), QPointF(x, bottom)), sketch.theme.colour("muted"), 1.0, (4.0, 3.0))
    sketch.strokes.append(line)
    wide = sketch.width_of(bars.aim_words, MUTED)
    left = min(max(0.0, x - wide / 2), sketch.width - wide)
    sketch.write(bars.aim_words, QRectF(left, top - sketch.line_height(MUTED) - 1, wide, 0), MUTED, MIDDLE)
