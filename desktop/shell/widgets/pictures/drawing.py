"""A picture before it is painted: strokes in pixels, and the spots that can be chosen, each with its ref and name.

The screen, the SVG and the PNG paint the same value, and the buttons over it are made from its spots.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QRectF, Qt
    from PySide6.QtGui import QColor, QFont

    from desktop.catalog.refs import Ref


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with round corners, filled, outlined or both."""

    place: QRectF
    fill: QColor | None = None
    line: QColor | None = None
    is_dashed: bool = False
    radius: float = 4.0


@dataclass(frozen=True, slots=True)
class Trace:
    """A line through points; `dashes` are lengths of strokes and gaps in widths of the line."""

    points: tuple[QPointF, ...]
    colour: QColor
    width: float = 1.0
    dashes: tuple[float, ...] = ()
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text."""

    place: QRectF
    text: str
    font: QFont
    colour: QColor
    side: Qt.AlignmentFlag


@dataclass(frozen=True, slots=True)
class Sign:
    """A shipped picture in a square."""

    place: QRectF
    icon: str
    colour: QColor


Stroke = Box | Trace | Words | Sign


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark that can be chosen: where it is, what it stands for, its whole sentence, and its place for arrow keys."""

    place: QRectF
    ref: Ref
    name: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """All of a picture. What lies in `head` (top, bottom) stays in sight when the rest scrolls."""

    width: float
    height: float
    strokes: tuple[Stroke, ...]
    spots: tuple[Spot, ...]
    head: tuple[float, float] = (0.0, 0.0)

    @property
    def at(self) -> tuple[tuple[int, int], ...]:
        """The row and column of each spot, for arrow keys."""
        return tuple((spot.row, spot.column) for spot in self.spots)

    @property
    def head_strokes(self) -> tuple[Stroke, ...]:
        """The strokes that reach into the head."""
        return tuple(each for each in self.strokes if _top(each) < self.head[1])

    def is_in_head(self, spot: Spot) -> bool:
        return self.head[0] <= spot.place.top() and spot.place.bottom() <= self.head[1]


def _top(stroke: Stroke) -> float:
    return min(each.y() for each in stroke.points) if isinstance(stroke, Trace) else stroke.place.top()
