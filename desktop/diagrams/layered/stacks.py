"""The author's hints on heights: the order within a column, edges that run up or down inside it, and lanes.

The engine knows neither, so this moves boxes after it has placed them.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Protocol

from desktop.diagrams.boxes import Box
from desktop.diagrams.layered.engine import NODE_GAP, apart
from desktop.diagrams.layered.heights import Heights
from desktop.diagrams.layered.tree import Link

_ARROW_GAP = 44.0


class Hinted(Protocol):
    """What an author may hint at: nodes and groups."""

    @property
    def order(self) -> int | None: ...

    @property
    def lane(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Stacks:
    """The columns of one level; `hints_of` tells the author's hints, `line_of` where edges meet a child."""

    children: list[str]
    links: list[Link]
    columns: list[int | None]
    hints_of: Callable[[str], Hinted]
    line_of: Callable[[str, Box], float]

    def settled(self, places: list[Box]) -> list[Box]:
        """The places after all hints; the same list where nothing had to move."""
        boxes = list(places)
        number = {child: place for place, child in enumerate(self.children)}
        ends = [(number[link.source], number[link.target]) for link in self.links]
        for column, members in self._members(boxes):
            upright = {(a, b) for a, b in ends if self.columns[a] == self.columns[b] == column}
            order = self._ordered(members)
            if order != members or upright:
                self._stack(boxes, order, members, upright)
            if upright:
                self._align(boxes, members, ends)
        lanes = [self.hints_of(child).lane for child in self.children]
        if any(lane is not None for lane in lanes):
            self._set_lanes(boxes, lanes, ends)
        return boxes if boxes == places else apart(boxes)

    def _members(self, boxes: list[Box]) -> list[tuple[int, list[int]]]:
        """The columns from left to right, each from top to bottom."""
        found: dict[int, list[int]] = {}
        for place, column in enumerate(self.columns[: len(boxes)]):
            if column is not None:
                found.setdefault(column, []).append(place)
        return [(column, sorted(found[column], key=lambda place: boxes[place].y)) for column in sorted(found)]

    def _ordered(self, members: list[int]) -> list[int]:
        """The members with those that have an order sorted by it; the others keep their turn."""
        orders = {place: self.hints_of(self.children[place]).order for place in members}
        hinted = [place for place in members if orders[place] is not None]
        queue = iter(sorted(hinted, key=lambda place: (orders[place] or 0, place)))
        return [place if orders[place] is None else next(queue) for place in members]

    def _stack(self, boxes: list[Box], order: list[int], members: list[int], upright: set[tuple[int, int]]) -> None:
        """The members below each other: close if edges join them, and otherwise never higher than before."""
        tops = [boxes[place].y for place in members]
        centre = boxes[members[0]].centre[0]
        y = tops[0]
        for turn, place in enumerate(order):
            if not upright:
                y = max(y, tops[turn])
            box = boxes[place]
            boxes[place] = Box(round(centre - box.width / 2), y, box.width, box.height)
            following = order[turn + 1] if turn + 1 < len(order) else place
            y += box.height + _gap(place, following, upright)

    def _set_lanes(self, boxes: list[Box], lanes: list[int | None], ends: list[tuple[int, int]]) -> None:
        def line_of(place: int) -> float:
            return self.line_of(self.children[place], boxes[place])

        def gap_of(place: int, following: int) -> float:
            return _gap(place, following, ends)

        Heights(boxes, lanes, line_of, gap_of).set([members for _, members in self._members(boxes)])

    def _align(self, boxes: list[Box], members: list[int], ends: list[tuple[int, int]]) -> None:
        """The column moved so that its first edge from another column, or else to another, runs straight."""
        inside = set(members)
        entering = [(b, a) for a, b in ends if b in inside and a not in inside]
        leaving = [(a, b) for a, b in ends if a in inside and b not in inside]
        for own, other in (entering or leaving)[:1]:
            height = self.line_of(self.children[other], boxes[other])
            by = round(height - self.line_of(self.children[own], boxes[own]))
            for place in members:
                boxes[place] = boxes[place].moved(0, by)


def _gap(place: int, following: int, joined: Collection[tuple[int, int]]) -> float:
    """What two neighbours in a column keep free between them: more where an arrow joins them."""
    return _ARROW_GAP if (place, following) in joined or (following, place) in joined else NODE_GAP
