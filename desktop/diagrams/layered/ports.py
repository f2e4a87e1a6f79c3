"""Ports: the points on a node's border where lines may start and end, each used once while there is room."""

from dataclasses import dataclass, field
from enum import Enum

from desktop.diagrams.boxes import Box, Point

STUB = 12.0
_STEP = 16.0
_CORNER = 8.0
_CLOSE, _CROWDED = 9.0, 14.0


class Side(Enum):
    """A side of a node, with the direction that leads away from it."""

    RIGHT = (1, 0)
    LEFT = (-1, 0)
    BOTTOM = (0, 1)
    TOP = (0, -1)

    @property
    def level(self) -> bool:
        """Whether a line leaves this side horizontally."""
        return self in (Side.RIGHT, Side.LEFT)


@dataclass(frozen=True, slots=True)
class Port:
    """A point on the border and the side it lies on."""

    point: Point
    side: Side

    @property
    def stub(self) -> Point:
        """The point a little way out, where a line may turn."""
        dx, dy = self.side.value
        return (self.point[0] + dx * STUB, self.point[1] + dy * STUB)


@dataclass(slots=True)
class Ports:
    """Who uses which place on which side of which node."""

    used: dict[tuple[str, Side], list[float]] = field(default_factory=dict)

    def take(self, node: str, port: Port) -> None:
        self.used.setdefault((node, port.side), []).append(port.point[1 if port.side.level else 0])

    def give_back(self, node: str, port: Port) -> None:
        self.used[node, port.side].remove(port.point[1 if port.side.level else 0])

    def crowded(self, node: str, port: Port) -> bool:
        """Whether another line ends so near that the two heads of arrows would nearly touch."""
        along = port.point[1 if port.side.level else 0]
        return any(abs(along - other) < _CROWDED for other in self.used.get((node, port.side), ()))

    def free(self, node: str, box: Box, side: Side, wanted: tuple[float, ...] = ()) -> list[Port]:
        """The free ports of a side: the middle, the wanted places, then outwards from the middle."""
        taken = self.used.get((node, side), [])
        along = _along(box, side, wanted)
        room = [place for place in along if all(abs(place - other) >= _CLOSE for other in taken)]
        return [_port(box, side, place) for place in room or along[:1]]


def side_of(box: Box, point: Point) -> Side | None:
    """The side of the box that a point lies on exactly; none where it lies elsewhere or in a corner."""
    x, y = point
    if box.y < y < box.bottom and x in (box.x, box.right):
        return Side.LEFT if x == box.x else Side.RIGHT
    if box.x < x < box.right and y in (box.y, box.bottom):
        return Side.TOP if y == box.y else Side.BOTTOM
    return None


def _along(box: Box, side: Side, wanted: tuple[float, ...]) -> list[float]:
    """Whole pixels, counted from between two middles that are less than a pixel apart, so that lines are straight."""
    low, high = (box.y, box.bottom) if side.level else (box.x, box.right)
    exact = (low + high) / 2
    other = next((place for place in wanted if abs(place - exact) < 1), exact)
    middle = float(round((exact + other) / 2))
    found = [middle, *(float(round(place)) for place in wanted if low + _CORNER <= place <= high - _CORNER)]
    for step in (_STEP, _STEP * 0.625):
        reach = step
        while middle + reach <= high - _CORNER:
            found += [middle - reach, middle + reach]
            reach += step
    return list(dict.fromkeys(found))


def _port(box: Box, side: Side, along: float) -> Port:
    points = {
        Side.RIGHT: (box.right, along),
        Side.LEFT: (box.x, along),
        Side.BOTTOM: (along, box.bottom),
        Side.TOP: (along, box.y),
    }
    return Port(points[side], side)
