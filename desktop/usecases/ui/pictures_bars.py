"""Bars of use cases: a row each, its parts told by colour, mark or outline and by the words at their end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from desktop.shell.widgets.pictures.drawing import Box, Sign
from desktop.shell.widgets.pictures.sketch import MUTED, square
from desktop.usecases.pictures import MOST_ROWS

if TYPE_CHECKING:
    from desktop.shell.widgets.pictures.drawing import Drawing
    from desktop.shell.widgets.pictures.sketch import Sketch
    from desktop.usecases.pictures import BarRow, Bars, Part, Segment

_WIDEST, _NAME, _ROW, _BAR, _LEAST_BAR, _GAP = 960, 200, 34, 18, 120, 2


@dataclass(frozen=True, slots=True)
class _Columns:
    """The widths of the names, the bars and the words after them."""

    name: float
    bar: float
    words: float


def draw_bars(sketch: Sketch, bars: Bars, top: float) -> Drawing:
    """The bars from `top` down, under what their parts mean; where room is short, above it."""
    y = top if sketch.is_low else _draw_legend(sketch, bars, top) + sketch.px(8)
    rows = bars.rows[:MOST_ROWS]
    columns = _columns(sketch, bars, rows)
    for at, row in enumerate(rows):
        y = _draw_row(sketch, bars, row, columns, (at, y))
    if sketch.is_low:
        y = _draw_legend(sketch, bars, y + sketch.px(8))
    return sketch.finished(y + sketch.px(4), columns.name + columns.bar + columns.words)


def _columns(sketch: Sketch, bars: Bars, rows: tuple[BarRow, ...]) -> _Columns:
    """Names and words take what they need, within bounds that are wider in a low room; the bars have the rest."""
    wide = min(sketch.width, sketch.px(_WIDEST))
    longest = max((sketch.width_of(row.title) for row in rows), default=0) + sketch.px(12)
    most = (wide / 2,) if sketch.is_low else (sketch.px(_NAME), wide * 0.34)
    name = min(longest, *most)
    words = max((sketch.width_of(_words(bars, row), MUTED) for row in rows), default=0) + sketch.px(12)
    words = min(words, max(sketch.px(60), wide * 0.4))
    return _Columns(name, max(sketch.px(_LEAST_BAR), wide - name - words), words)


def _words(bars: Bars, row: BarRow) -> str:
    """'20 LLM, 1 Both'; '–' for nothing. Without marks, the plain numbers: '5 + 2'."""
    if not row.segments:
        return "–"
    if all(not part.marks for part in bars.parts):
        counts = {each.part: each.count for each in row.segments}
        return " + ".join(f"{counts.get(at, 0):,}" for at in range(len(bars.parts)))
    return ", ".join(f"{each.count:,} {bars.parts[each.part].word}" for each in row.segments)


def _draw_legend(sketch: Sketch, bars: Bars, top: float) -> float:
    lead, wide, high = sketch.px(32), sketch.px(24), sketch.px(_BAR)
    places, bottom = sketch.flow([part.word for part in bars.parts], lead, top, MUTED)
    for at, (part, place) in enumerate(zip(bars.parts, places, strict=True)):
        _draw_part(sketch, part, at, QRectF(place.x(), place.center().y() - high / 2, wide, high))
        sketch.write_middle(part.word, place.adjusted(lead, 0, 0, 0), MUTED)
    return bottom


def _draw_row(sketch: Sketch, bars: Bars, row: BarRow, columns: _Columns, at: tuple[int, float]) -> float:
    """The name, the parts and the words of a bar; where it ends."""
    number, y = at
    room = columns.name - sketch.px(12)
    said = _words(bars, row)
    tall = max(sketch.height_of(row.title, room), sketch.height_of(said, columns.words - sketch.px(10), MUTED))
    high = max(sketch.row_height(_ROW), tall + sketch.px(2 if sketch.is_low else 6))
    name = QRectF(0, y, room, high)
    sketch.write_middle(row.title, name)
    if row.ref is not None:
        sketch.spot(name, row.ref, row.spoken, (number, 0))
    x, thick = columns.name, sketch.px(_BAR)
    for column, segment in enumerate(row.segments, 1):
        wide = columns.bar * segment.count / bars.most
        place = QRectF(x, y + (high - thick) / 2, max(1.0, wide - _GAP), thick)
        _draw_part(sketch, bars.parts[segment.part], segment.part, place)
        _spot(sketch, segment, QRectF(x, y, wide, high), (number, column))
        x += wide
    sketch.write_middle(said, QRectF(x + sketch.px(8), y, columns.words - sketch.px(10), high), MUTED)
    return y + high


def _spot(sketch: Sketch, segment: Segment, place: QRectF, at: tuple[int, int]) -> None:
    sketch.spot(place.adjusted(0, 3, -_GAP, -3), segment.ref, segment.spoken, at)


def _draw_part(sketch: Sketch, part: Part, at: int, place: QRectF) -> None:
    """In the colours of its marks, one above the other, with their shapes where there is room; else full or hollow."""
    if not part.marks:
        sketch.box(place, "accent" if at == 0 else "surface", "accent")
        return
    marks = [sketch.context.catalog.marks[each] for each in part.marks]
    high = place.height() / max(1, len(marks))
    for row, mark in enumerate(marks):
        stripe = QRectF(place.x(), place.y() + row * high, place.width(), high)
        sketch.strokes.append(Box(stripe, sketch.theme.mark_colour(mark), radius=2))
    side = sketch.px(10)
    if len(marks) == 1 and place.width() > side + 6:
        sign = square(place.x() + side / 2 + sketch.px(4), place.center().y(), side)
        sketch.strokes.append(Sign(sign, f"mark-{marks[0].shape.value}", sketch.theme.colour("surface")))
