"""The cheapest orthogonal way from one set of ports to another, over a grid of lines between the boxes.

Cheap means: short, few bends, few crossings, apart from other lines, and not through a stranger's group.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from desktop.diagrams.boxes import Box, Point, Segment
from desktop.diagrams.layered.ports import STUB, Port, Side

CLEARANCE = 8.0
_TRACK = 8.0
_BORDER = 11.0
_FINE = (0.6e6, 2.6e6)
_BEND = 30.0
_BESIDE = (1.0, 1.3, 5.0, 4.0)
_AREA = (0.0, 0.4, 3.0, 4.0, 12.0)
_DIRECTION = {Side.RIGHT: 0, Side.LEFT: 1, Side.BOTTOM: 2, Side.TOP: 3}
_INWARD = {Side.RIGHT: 1, Side.LEFT: 0, Side.BOTTOM: 3, Side.TOP: 2}


@dataclass(frozen=True, slots=True)
class Offer:
    """A port that may be used, and what it costs."""

    port: Port
    price: float


@dataclass(frozen=True, slots=True)
class Terrain:
    """What a search has to heed within its window.

    `around` keeps it well out of strangers' groups, `crossing` is the price of crossing a line.
    """

    window: Box
    own: tuple[Box, ...]
    strangers: tuple[Box, ...]
    groups: tuple[Box, ...]
    borders: tuple[Box, ...]
    labels: tuple[Box, ...]
    lines: tuple[Segment, ...]
    around: bool
    haste: float
    crossing: float


@dataclass(frozen=True, slots=True)
class Way:
    """A found way: the ports it uses and its points."""

    source: Port
    target: Port
    points: tuple[Point, ...]


class Grid:
    """The lines that a way may use, and the price of each piece of them; a blocked rim saves the look at its end."""

    def __init__(self, terrain: Terrain, offers: Iterable[Offer]) -> None:
        self.xs, self.ys = _tracks(terrain, list(offers))
        self.columns = len(self.xs)
        self.column = {x: place for place, x in enumerate(self.xs)}
        self.row = {y: place for place, y in enumerate(self.ys)}
        self.wide = [after - before for before, after in pairwise(self.xs)] + [0.0]
        self.high = [after - before for before, after in pairwise(self.ys)] + [0.0]
        size = self.columns * len(self.ys)
        self.blocked, self.area = bytearray(size), bytearray(size)
        self.level, self.upright = bytearray(size), bytearray(size)
        self.crossing = terrain.crossing
        self._price_areas(terrain)
        self._price_lines(terrain.lines)
        self._block_rim()

    def cell(self, point: Point) -> int:
        return self.row[point[1]] * self.columns + self.column[point[0]]

    def point(self, cell: int) -> Point:
        return (self.xs[cell % self.columns], self.ys[cell // self.columns])

    def _block_rim(self) -> None:
        width = self.columns
        self.blocked[:width] = self.blocked[-width:] = bytes([1]) * width
        self.blocked[::width] = self.blocked[width - 1 :: width] = bytes([1]) * len(self.ys)

    def _price_areas(self, terrain: Terrain) -> None:
        for box in (*terrain.own, *terrain.strangers):
            self._fill(self.level, box.inflated(14), 1)
            self._fill(self.upright, box.inflated(14), 1)
        for group in terrain.groups:
            self._fill(self.area, group, 3 if terrain.around else 1)
        for border in terrain.borders:
            upright = border.width == 0
            self._fill(self.upright if upright else self.level, border.inflated(_BORDER), 3)
        for box in terrain.own:
            self._fill(self.area, box.inflated(CLEARANCE), 2)
        for box in terrain.labels:
            self._fill(self.area, box.inflated(2), 4)
        for box in terrain.strangers:
            self._fill(self.blocked, box.inflated(CLEARANCE), 1)
        for box in terrain.own:
            self._fill(self.blocked, box, 1)

    def _price_lines(self, lines: tuple[Segment, ...]) -> None:
        for reach, price in ((14.0, 1), (6.0, 2)):
            for (ax, ay), (bx, by) in lines:
                box = Box(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by)).inflated(reach)
                self._fill(self.level if ay == by else self.upright, box, price)

    def _fill(self, mask: bytearray, box: Box, value: int) -> None:
        left, right = bisect_right(self.xs, box.x), bisect_left(self.xs, box.right)
        if left >= right:
            return
        piece = bytes([value]) * (right - left)
        for row in range(bisect_right(self.ys, box.y), bisect_left(self.ys, box.bottom)):
            start = row * self.columns
            mask[start + left : start + right] = piece


def _tracks(terrain: Terrain, offers: list[Offer]) -> tuple[list[float], list[float]]:
    """The x and y of all lines: beside and through each box, at each port, and a raster in small windows."""
    xs, ys = set[float](), set[float]()
    for box in (*terrain.own, *terrain.strangers):
        xs.update((box.x - STUB, box.centre[0], box.right + STUB))
        ys.update((box.y - STUB, box.centre[1], box.bottom + STUB))
    for offer in offers:
        for x, y in (offer.port.point, offer.port.stub):
            xs.add(x)
            ys.add(y)
    window = terrain.window
    area = window.width * window.height
    if area <= _FINE[1]:
        step = _TRACK if area <= _FINE[0] else 2 * _TRACK
        xs.update(_raster(window.x, window.right, step))
        ys.update(_raster(window.y, window.bottom, step))
    else:
        xs.update((window.x, window.right))
        ys.update((window.y, window.bottom))
    return _rimmed(sorted(xs)), _rimmed(sorted(ys))


def _rimmed(tracks: list[float]) -> list[float]:
    return [tracks[0] - _TRACK, *tracks, tracks[-1] + _TRACK]


def _raster(low: float, high: float, step: float) -> Iterable[float]:
    return (count * step for count in range(int(low // step), int(high // step) + 2))


def cheapest(terrain: Terrain, starts: list[Offer], ends: list[Offer]) -> Way | None:
    """The cheapest way between any start and any end, or none where all are walled in."""
    grid = Grid(terrain, (*starts, *ends))
    goals = {(grid.cell(offer.port.stub), _INWARD[offer.port.side]): offer for offer in reversed(ends)}
    goal_cells = {cell for cell, _ in goals}
    reach = _Reach(grid, ends, terrain.haste)
    heap: list[tuple[float, float, int, int]] = []
    best: dict[int, float] = {}
    came: dict[int, int] = {}
    origin: dict[int, Offer] = {}
    for offer in starts:
        cell, way = grid.cell(offer.port.stub), _DIRECTION[offer.port.side]
        state = cell * 4 + way
        if not grid.blocked[cell] and offer.price < best.get(state, float("inf")):
            best[state], origin[state] = offer.price, offer
            heappush(heap, (offer.price + reach.from_(cell, way), offer.price, state, 0))
    while heap:
        _, price, state, done = heappop(heap)
        if done:
            return _traced(grid, came, origin, goals[state // 4, done - 1], state)
        if price > best[state]:
            continue
        cell, way = divmod(state, 4)
        if cell in goal_cells:
            for inward in range(4):
                goal = goals.get((cell, inward))
                if goal and inward != way ^ 1:
                    total = price + goal.price + (0 if inward == way else _BEND)
                    heappush(heap, (total, total, state, inward + 1))
        for following, turn, cost in _onward(grid, cell, way):
            total = price + cost
            state_then = following * 4 + turn
            if total < best.get(state_then, float("inf")):
                best[state_then], came[state_then] = total, state
                heappush(heap, (total + reach.from_(following, turn), total, state_then, 0))
    return None


class _Reach:
    """A guess at the cost still to come; with haste it guesses high: quick, but not always the cheapest.

    Whatever lies to the side needs a bend, and whatever lies behind needs two.
    """

    def __init__(self, grid: Grid, ends: list[Offer], haste: float) -> None:
        stubs = [offer.port.stub for offer in ends]
        left, right = min(x for x, _ in stubs), max(x for x, _ in stubs)
        top, bottom = min(y for _, y in stubs), max(y for _, y in stubs)
        self.columns = grid.columns
        self.across = [left - x if x < left else min(right - x, 0.0) for x in grid.xs]
        self.down = [top - y if y < top else min(bottom - y, 0.0) for y in grid.ys]
        self.haste = haste
        self.least = min(offer.price for offer in ends)

    def from_(self, cell: int, way: int) -> float:
        row, column = divmod(cell, self.columns)
        across, down = self.across[column], self.down[row]
        ahead, aside = (across, down) if way < 2 else (down, across)
        if way & 1:
            ahead = -ahead
        bends = 2 if ahead < 0 else 1 if aside else 0
        return (abs(ahead) + abs(aside)) * self.haste + bends * _BEND + self.least


def _onward(grid: Grid, cell: int, way: int) -> list[tuple[int, int, float]]:
    """The cells that follow one step on, the direction of the step and its price."""
    found = []
    row, column = divmod(cell, grid.columns)
    level, upright = grid.level, grid.upright
    for turn, following, length, along, across in (
        (0, cell + 1, grid.wide[column], level, upright),
        (1, cell - 1, grid.wide[column - 1], level, upright),
        (2, cell + grid.columns, grid.high[row], upright, level),
        (3, cell - grid.columns, grid.high[row - 1], upright, level),
    ):
        if turn == way ^ 1 or grid.blocked[following]:
            continue
        cost = length * (_BESIDE[along[following]] + _AREA[grid.area[following]])
        if across[following] == 2:
            cost += grid.crossing
        found.append((following, turn, cost if turn == way else cost + _BEND))
    return found


def _traced(grid: Grid, came: dict[int, int], origin: dict[int, Offer], goal: Offer, state: int) -> Way:
    points = [grid.point(state // 4)]
    while state in came:
        state = came[state]
        points.append(grid.point(state // 4))
    start = origin[state].port
    return Way(start, goal.port, (start.point, *reversed(points), goal.port.point))
