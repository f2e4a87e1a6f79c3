"""Where the token of a step is on its way: first along the lines that can start at once, then along what follows."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.diagrams.boxes import Point
    from desktop.diagrams.drawing.shapes import Drawing, Wire

Waves = tuple[tuple["Wire", ...], ...]


def waves_of(drawing: Drawing, path: Iterable[str]) -> Waves:
    """The lines of a path by turns: a line waits for those named before it that end where it starts."""
    wires = {wire.id: wire for wire in drawing.wires}
    turns: dict[str, int] = {}
    reached: dict[str, int] = {}
    for id in dict.fromkeys(path):
        if id in wires:
            turns[id] = reached.get(wires[id].source, 0)
            target = wires[id].target
            reached[target] = max(reached.get(target, 0), turns[id] + 1)
    count = max(turns.values(), default=-1) + 1
    return tuple(tuple(wires[id] for id, turn in turns.items() if turn == at) for at in range(count))


def places_at(waves: Waves, run: float) -> tuple[Point, ...]:
    """Where tokens are after so many turns (2.5: in the midst of the third); none before and after all of them."""
    turn = int(run)
    if run < 0 or turn >= len(waves):
        return ()
    return tuple(_along(wire.points, _eased(run - turn)) for wire in waves[turn])


def _eased(share: float) -> float:
    """Slow at both ends."""
    return share * share * (3 - 2 * share)


def _along(points: tuple[Point, ...], share: float) -> Point:
    """The point at this share of a line's length."""
    left = share * sum(math.dist(start, end) for start, end in pairwise(points))
    for start, end in pairwise(points):
        length = math.dist(start, end)
        if left <= length and length > 0:
            part = left / length
            return (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
        left -= length
    return points[-1]
