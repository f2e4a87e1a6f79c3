"""Plain geometry for pictures: sizes, boxes and a bucket index.

The layouts compute with these; nothing here knows what a diagram is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Generic, TypeVar

Point = tuple[float, float]
Segment = tuple[Point, Point]
_CELL = 160.0
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in pixels."""

    width: float
    height: float

    def transposed(self) -> "Size":
        return Size(self.height, self.width)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: the left upper corner and the extent, y growing downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> Point:
        return (self.x + self.width / 2, self.y + self.height / 2)

    @property
    def size(self) -> Size:
        return Size(self.width, self.height)

    def contains(self, other: "Box") -> bool:
        """Whether the other box lies inside this one, borders included."""
        return self.x <= other.x and self.y <= other.y and other.right <= self.right and other.bottom <= self.bottom

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share an area; touching borders do not count."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def crossed_by(self, start: Point, end: Point) -> bool:
        """Whether an upright or level line runs through the inside of this box."""
        return (
            max(start[0], end[0]) > self.x
            and min(start[0], end[0]) < self.right
            and max(start[1], end[1]) > self.y
            and min(start[1], end[1]) < self.bottom
        )

    def inflated(self, by: float) -> "Box":
        """The same box, larger by so much on all four sides (smaller if negative)."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def moved(self, dx: float, dy: float) -> "Box":
        return Box(self.x + dx, self.y + dy, self.width, self.height)

    def transposed(self) -> "Box":
        return Box(self.y, self.x, self.height, self.width)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of them; an empty one at the origin for none."""
    held = list(boxes)
    if not held:
        return Box(0, 0, 0, 0)
    left, top = min(box.x for box in held), min(box.y for box in held)
    return Box(left, top, max(box.right for box in held) - left, max(box.bottom for box in held) - top)


def spanned(start: Point, end: Point) -> Box:
    """The (possibly flat) box between two points."""
    x, y = min(start[0], end[0]), min(start[1], end[1])
    return Box(x, y, abs(start[0] - end[0]), abs(start[1] - end[1]))


def segments(points: tuple[Point, ...]) -> Iterator[Segment]:
    """The pieces of a line, from its start to its end."""
    return pairwise(points)


def crossing(one: Segment, other: Segment) -> bool:
    """Whether a level and an upright line cross; touching ends do not count."""
    (level, upright) = (one, other) if one[0][1] == one[1][1] else (other, one)
    (ax, y), (bx, below) = level
    (x, ay), (beside, by) = upright
    return y == below and x == beside and min(ax, bx) < x < max(ax, bx) and min(ay, by) < y < max(ay, by)


def simplified(points: Iterable[Point]) -> tuple[Point, ...]:
    """The same orthogonal line without doubled points and without points in the middle of a straight run."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]):
            kept.pop()
        kept.append(point)
    return tuple(kept)


@dataclass(slots=True)
class Index(Generic[T]):
    """Finds what lies near a box without looking at everything; answers in the order of adding."""

    _items: list[tuple[Box, T]] = field(default_factory=list)
    _cells: dict[tuple[int, int], list[int]] = field(default_factory=dict)

    def add(self, box: Box, item: T) -> None:
        number = len(self._items)
        self._items.append((box, item))
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append(number)

    def drop(self, box: Box, item: T) -> None:
        """Takes away what was added with this very box."""
        number = next(number for number in self._cells[next(_cells(box))] if self._items[number] == (box, item))
        for cell in _cells(box):
            self._cells[cell].remove(number)

    def near(self, box: Box) -> list[tuple[Box, T]]:
        """Everything whose box may touch this one (and perhaps a little more)."""
        numbers = {number for cell in _cells(box) for number in self._cells.get(cell, ())}
        return [self._items[number] for number in sorted(numbers)]


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.x // _CELL), int(box.right // _CELL) + 1):
        for row in range(int(box.y // _CELL), int(box.bottom // _CELL) + 1):
            yield column, row
