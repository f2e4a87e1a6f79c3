"""Industries down, articles across: how many use cases rest on each article, empty places shown as empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from desktop.catalog.refs import IndustryRef
from desktop.shell.tint import tint
from desktop.shell.widgets.pictures.sketch import BOLD, MIDDLE, MUTED, PLAIN
from desktop.usecases.pictures import MOST_ROWS, MOST_SOURCES
from desktop.usecases.words import one_line

if TYPE_CHECKING:
    from desktop.shell.widgets.pictures.drawing import Drawing
    from desktop.shell.widgets.pictures.sketch import Sketch
    from desktop.usecases.pictures import Field, Grid

_NAME, _LEAST, _WIDEST, _ROW, _GAP = 200, 48, 120, 30, 4


def draw_grid(sketch: Sketch, grid: Grid, top: float) -> Drawing:
    """The grid from `top` down; the names of the articles stay in sight."""
    heads = grid.heads[:MOST_SOURCES]
    name, wide = _widths(sketch, grid)
    head = max((sketch.height_of(short, wide - _GAP, BOLD) for short, _ref, _words in heads), default=0)
    for at, (short, ref, words) in enumerate(heads):
        place = QRectF(name + at * wide, top, wide - _GAP, max(sketch.px(26), head))
        sketch.write_middle(short, place, BOLD, MIDDLE)
        sketch.spot(place, ref, words, (0, at + 1))
    start = y = top + max(sketch.px(26), head) + sketch.px(4)
    for at, industry in enumerate(grid.industries[:MOST_ROWS], 1):
        title, room = one_line(industry.title), name - sketch.px(12)
        high = max(sketch.row_height(_ROW), sketch.height_of(title, room) + sketch.px(1))
        sketch.write_middle(title, QRectF(0, y, room, high))
        spoken = f"{title}: {one_line(industry.summary)}"
        sketch.spot(QRectF(0, y, room, high), IndustryRef(industry.id), spoken, (at, 0))
        for column, field in enumerate(grid.rows[at - 1][:MOST_SOURCES]):
            place = QRectF(name + column * wide, y, wide - _GAP, high)
            _draw_field(sketch, grid, field, place)
            sketch.spot(place, field.ref, field.spoken, (at, column + 1))
        y += high + _GAP
    return sketch.finished(y + sketch.px(4), name + wide * len(heads), (top, start))


def _widths(sketch: Sketch, grid: Grid) -> tuple[float, float]:
    """Of the names, and of a field with the gap after it; no word of an article's name is broken."""
    heads = grid.heads[:MOST_SOURCES]
    words = (word for short, _ref, _words in heads for word in short.split())
    least = max(sketch.px(_LEAST), max((sketch.width_of(word, BOLD) for word in words), default=0)) + _GAP
    longest = max((sketch.width_of(one_line(each.title)) for each in grid.industries[:MOST_ROWS]), default=0)
    name = max(sketch.px(90), min(longest + sketch.px(12), sketch.px(_NAME), sketch.width - least * len(heads)))
    return name, min(sketch.px(_WIDEST), max(least, (sketch.width - name) / max(1, len(heads))))


def _draw_field(sketch: Sketch, grid: Grid, field: Field, place: QRectF) -> None:
    if not field.count:
        sketch.box(place, "surface", "line", dashed=True)
        sketch.write_middle("–", place, MUTED, MIDDLE)
        return
    tokens = sketch.theme.tokens
    sketch.box(place, QColor(tint(tokens.surface, tokens.accent, tokens.text, field.count / grid.most)))
    sketch.write_middle(f"{field.count:,}", place, PLAIN, MIDDLE)
