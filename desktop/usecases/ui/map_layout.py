"""Where everything stands on the coverage map, in pixels: names at the left, marks above, the cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from desktop.usecases.coverage import Spot
from desktop.usecases.words import one_line

if TYPE_CHECKING:
    from desktop.shell.theme import Theme
    from desktop.usecases.coverage import Coverage

_CELL_WIDTH, _CELL_HEIGHT, _BETWEEN, _ROW_GAP, _HEAD, _LEAST_NAME = 36, 28, 4, 6, 24, 88
_WIDEST_CELL = 72
NAME_LEFT, NAME_RIGHT = 6, 8  # what is left free beside a name, inside the outline
_EDGE = 2  # room for the outline of the last column


@dataclass(frozen=True, slots=True)
class MapLayout:
    """The rectangle of each spot (names and heads too), the extent, the least width, the head."""

    places: dict[Spot, QRectF]
    width: int
    least: int
    head: int
    height: int


def map_layout(coverage: Coverage, theme: Theme, width: int) -> MapLayout:
    """Set the map into this width; it is wider only where that many kinds do not fit."""
    px, kinds, head = theme.px, coverage.kinds, theme.px(_HEAD)
    step = _step(theme, width, len(kinds))
    name = max(px(_LEAST_NAME), width - _EDGE - step * len(kinds))
    places = {
        Spot(kind=kind.id): QRectF(name + at * step + px(_BETWEEN), 0, step - px(_BETWEEN), head)
        for at, kind in enumerate(kinds)
    }
    y, font = float(head + px(2)), theme.font(bold=True)
    for industry in coverage.rows:
        needed = _height(one_line(industry.title), font, name - px(NAME_LEFT + NAME_RIGHT))
        height = max(px(_CELL_HEIGHT), round(needed) + px(4))
        places[Spot(industry.id)] = QRectF(0, y, name, height)
        for kind in kinds:
            column = places[Spot(kind=kind.id)]
            top, tall = int(y + (height - px(_CELL_HEIGHT)) / 2), px(_CELL_HEIGHT)
            places[Spot(industry.id, kind.id)] = QRectF(column.x(), top, column.width(), tall)
        y += height + px(_ROW_GAP)
    least = px(_LEAST_NAME) + px(_CELL_WIDTH + _BETWEEN) * len(kinds) + _EDGE
    return MapLayout(places, name + step * len(kinds) + _EDGE, least, head, round(y))


def wrapping() -> QTextOption:
    """How names break: between words, and inside one only where it is wider than its column."""
    option = QTextOption(Qt.AlignmentFlag.AlignVCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _height(text: str, font: QFont, width: int) -> float:
    layout = QTextLayout(text, font)
    layout.setTextOption(wrapping())
    lines, leading = 0, QFontMetricsF(font).lineSpacing()
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines += 1
    layout.endLayout()
    return lines * leading


def _step(theme: Theme, width: int, kinds: int) -> int:
    """From one cell to the next: wider where the map has room to spare, never under a finger's width."""
    least = theme.px(_CELL_WIDTH + _BETWEEN)
    if not kinds:
        return least
    return max(least, min(theme.px(_WIDEST_CELL), (width // 2) // kinds))
