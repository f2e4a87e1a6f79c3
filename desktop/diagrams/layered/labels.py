"""Places for edge labels: beside their own line, never on a node or on another label."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from desktop.diagrams.boxes import Box, Index, Point, Segment, Size, segments
from desktop.diagrams.layered.ground import Lines
from desktop.diagrams.layered.lanes import LABEL_GAP

_SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9)
_RINGS, _RING = 60, 12
_AROUND = ((0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1))
_TOO_MUCH = 60.0
_SECOND = 3.0


@dataclass(slots=True)
class LabelRoom:
    """What is taken already, and by what."""

    lines: Lines
    turned: bool = False
    solid: Index[None] = field(default_factory=Index)
    borders: Index[None] = field(default_factory=Index)

    def take(self, solid: Iterable[Box], groups: Iterable[Box]) -> None:
        """Marks what no label may cover, and the groups whose borders it should not cover."""
        for box in solid:
            self.solid.add(box, None)
        for group in groups:
            for border in _frame(group):
                self.borders.add(border, None)

    def place(self, edge: str, size: Size) -> Box:
        """The best free place for a label; it is taken from then on."""
        line = self.lines.points[edge]
        spots = [(box, price) for box, price in _beside(line, size, self.turned) if self._free(box)]
        prices = [price + self._price(edge, box) for box, price in spots]
        least = min(prices, default=_TOO_MUCH)
        box = spots[prices.index(least)][0] if prices else None
        if box is None or least >= _TOO_MUCH:
            box = self._further(edge, size, None if box is None else (least, box))
        self.solid.add(box, None)
        return box

    def _further(self, edge: str, size: Size, best: tuple[float, Box] | None) -> Box:
        """The best free place around the middle of the line, if it is better than what was found."""
        x, y = _middle(self.lines.points[edge])
        corner = Box(x - size.width / 2, y - size.height / 2, size.width, size.height)
        for ring in range(1, _RINGS):
            if best and best[0] < ring * _RING:
                return best[1]
            for dx, dy in _AROUND:
                box = corner.moved(dx * ring * _RING, dy * ring * _RING)
                if self._free(box):
                    price = self._price(edge, box) + ring * _RING
                    best = min(best or (price, box), (price, box), key=lambda found: found[0])
        return best[1] if best else self._below(x, size)

    def _below(self, x: float, size: Size) -> Box:
        box = Box(x, 0, size.width, size.height)
        while not self._free(box):
            box = box.moved(0, 40)
        return box

    def _free(self, box: Box) -> bool:
        kept = box.inflated(2)
        return not any(taken.overlaps(kept) for taken, _ in self.solid.near(kept))

    def _price(self, edge: str, box: Box) -> float:
        """What the label would cover or touch: lines are bad, its own a little less; borders should be spared."""
        price = 0.0
        for _, (owner, (start, end)) in self.lines.pieces.near(box.inflated(5)):
            own = owner == edge
            if box.inflated(1 if own else 5).crossed_by(start, end):
                price += 70 if own else 90
        return price + sum(25 for border, _ in self.borders.near(box) if border.overlaps(box))


def _frame(box: Box) -> Iterator[Box]:
    yield Box(box.x - 1, box.y, 2, box.height)
    yield Box(box.right - 1, box.y, 2, box.height)
    yield Box(box.x, box.y - 1, box.width, 2)
    yield Box(box.x, box.bottom - 1, box.width, 2)


def _beside(line: tuple[Point, ...], size: Size, turned: bool) -> Iterator[tuple[Box, float]]:
    """Places along a line with a price: long pieces and the middle are best, then above, then right.

    In a turned drawing, above will be to the left and right will be below, so that it is the other way round.
    """
    first, second = (_SECOND, 0.0) if turned else (0.0, _SECOND)
    pieces = list(segments(line))
    longest = max(_length(piece) for piece in pieces)
    for (ax, ay), (bx, by) in pieces:
        level = ay == by
        length = abs(ax - bx) + abs(ay - by)
        need = size.width if level else size.height
        base = (longest - length) * 0.05 + max(0.0, need - length) * 0.8 + (0 if level else 6)
        for share in _SHARES:
            x, y = ax + (bx - ax) * share, ay + (by - ay) * share
            over = max(0.0, need / 2 - length * min(share, 1 - share)) if share != 0.5 else 0.0
            price = base + abs(share - 0.5) * 12 + over
            if level:
                left = x - size.width / 2
                yield Box(left, y - LABEL_GAP - size.height, size.width, size.height), price + first
                yield Box(left, y + LABEL_GAP, size.width, size.height), price + second
            else:
                top = y - size.height / 2
                yield Box(x + LABEL_GAP + 2, top, size.width, size.height), price + first
                yield Box(x - LABEL_GAP - 2 - size.width, top, size.width, size.height), price + second


def _length(piece: Segment) -> float:
    (ax, ay), (bx, by) = piece
    return abs(ax - bx) + abs(ay - by)


def _middle(line: tuple[Point, ...]) -> Point:
    (ax, ay), (bx, by) = max(segments(line), key=_length)
    return ((ax + bx) / 2, (ay + by) / 2)
