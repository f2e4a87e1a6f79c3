"""The author's lanes: what shares a lane stands at one height, and each lane lies wholly below the one before.

The columns stay as they are, and so does the turn of what has no lane.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

from desktop.diagrams.boxes import Box
from desktop.diagrams.layered.engine import NODE_GAP


@dataclass(slots=True)
class Heights:
    """Sets one lane after the other; `line_of` tells where edges meet a box, `gap_of` what two neighbours keep free."""

    boxes: list[Box]
    lanes: list[int | None]
    line_of: Callable[[int], float]
    gap_of: Callable[[int, int], float]
    _last: dict[int, int] = field(default_factory=dict)

    def set(self, columns: list[list[int]]) -> None:
        """Moves the boxes of all columns, each given from top to bottom."""
        queues = [self._ordered(column) for column in columns]
        foot: float | None = None
        for lane in sorted({lane for lane in self.lanes if lane is not None}):
            foot = self._set_lane(lane, queues, foot)
        for number, queue in enumerate(queues):
            self._follow(number, queue)

    def _ordered(self, column: list[int]) -> list[int]:
        """A column with those that have a lane sorted by it; the others keep their turn."""
        laned = iter(sorted((place for place in column if self.lanes[place] is not None), key=self._lane_of))
        return [place if self.lanes[place] is None else next(laned) for place in column]

    def _lane_of(self, place: int) -> int:
        return self.lanes[place] or 0

    def _set_lane(self, lane: int, queues: list[list[int]], foot: float | None) -> float | None:
        """Sets the first member that each column has in a lane; the answer is the foot of the lane."""
        members = []
        for number, queue in enumerate(queues):
            place = next((place for place in queue if self.lanes[place] == lane), None)
            if place is not None:
                self._follow(number, queue[: queue.index(place)])
                del queue[: queue.index(place) + 1]
                members.append((number, place))
        line = self._line(members, foot)
        for number, place in members:
            self._put(number, place, self.boxes[place].y + line - self.line_of(place))
        return max((self.boxes[place].bottom for _, place in members), default=foot)

    def _line(self, members: list[tuple[int, int]], foot: float | None) -> float:
        """The least height for a lane; the first one stays about where its members are."""
        lines = [median(self.line_of(place) for _, place in members)] if foot is None and members else []
        for number, place in members:
            up = self.line_of(place) - self.boxes[place].y
            lines.append(self._free(number, place) + up)
            if foot is not None:
                lines.append(foot + NODE_GAP + up)
        return max(lines, default=0.0)

    def _follow(self, number: int, places: list[int]) -> None:
        """Boxes without a lane stay where they are, or move down as far as they must."""
        for place in places:
            self._put(number, place, max(self.boxes[place].y, self._free(number, place)))

    def _free(self, number: int, place: int) -> float:
        last = self._last.get(number)
        return float("-inf") if last is None else self.boxes[last].bottom + self.gap_of(last, place)

    def _put(self, number: int, place: int, y: float) -> None:
        self.boxes[place] = self.boxes[place].moved(0, round(y) - self.boxes[place].y)
        self._last[number] = place
