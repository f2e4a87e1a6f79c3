"""Fewer crossings: where two lines cross, one of them or both are drawn anew, and the better drawing stays.

The first drawing takes each line as it comes, so two lines to one node may use their ports the wrong way round.
"""

from collections.abc import Callable

from desktop.diagrams.boxes import Point, segments
from desktop.diagrams.layered.graph import LayoutEdge
from desktop.diagrams.layered.ground import Ground, Kept

_TRIALS, _TANGLED = 36, 30
_CROSSING, _FAULT, _BEND = 500.0, 400.0, 30.0


def untangle(ground: Ground, search: Callable[[LayoutEdge], None]) -> None:
    """Draws lines that cross anew with `search`, as long as that helps; a thicket is left as it is."""
    trials = _TRIALS if len(_crossing_pairs(ground)) <= _TANGLED else 0
    hopeless: set[tuple[str, str]] = set()
    redrawn: set[str] = set()
    while trials > 0:
        pair = next((pair for pair in _crossing_pairs(ground) if pair not in hopeless), None)
        if pair is None:
            break
        for turn in _turns(ground, pair):
            trials -= len(turn)
            if _better(ground, turn, search):
                redrawn.update(turn)
                break
        else:
            hopeless.add(pair)
    for id in _neighbours(ground, redrawn):
        _better(ground, (id,), search)


def _neighbours(ground: Ground, redrawn: set[str]) -> list[str]:
    """The other lines at the nodes of those that were drawn anew may find a better way now; loops keep their lanes."""
    ends = {end for id in redrawn for end in (ground.kept[id].edge.source, ground.kept[id].edge.target)}
    edges = [line.edge for line in ground.kept.values() if line.edge.id not in redrawn]
    return [
        edge.id for edge in edges if not edge.loop and edge.source != edge.target and ends & {edge.source, edge.target}
    ]


def _crossing_pairs(ground: Ground) -> list[tuple[str, str]]:
    found: dict[tuple[str, str], None] = {}
    for edge, line in ground.lines.points.items():
        for other in ground.crossed(edge, line):
            found[min(edge, other), max(edge, other)] = None
    return list(found)


def _turns(ground: Ground, pair: tuple[str, str]) -> list[tuple[str, ...]]:
    """Which lines to draw anew, and in which turn. Edges from a node to itself stay as they are."""
    free = tuple(id for id in pair if ground.kept[id].edge.source != ground.kept[id].edge.target)
    return [(id,) for id in free] + ([free, free[::-1]] if len(free) == 2 else [])


def _better(ground: Ground, turn: tuple[str, ...], search: Callable[[LayoutEdge], None]) -> bool:
    """Draws these lines anew; puts the old ones back unless the new ones are better."""
    before = _price(ground, turn)
    old = [ground.drop(id) for id in turn]
    for line in old:
        search(line.edge)
    if _price(ground, turn) < before:
        return True
    for id in turn:
        ground.drop(id)
    for line in old:
        ground.keep(line)
    return False


def _price(ground: Ground, edges: tuple[str, ...]) -> float:
    """What is wrong with these lines, in pixels of a detour that it is worth."""
    price = 0.0
    for id in edges:
        line = ground.kept[id]
        crossed = ground.crossed(id, line.points)
        both = sum(other in edges for other in crossed)
        price += _CROSSING * (len(crossed) - both / 2) + _FAULT * _faults(ground, line)
        price += _BEND * (len(line.points) - 2) + _length(line.points)
    return price


def _faults(ground: Ground, line: Kept) -> int:
    id, points = line.edge.id, line.points
    beside = sum(ground.beside(start, end, id) for start, end in segments(points))
    return beside + ground.over_label(points, id) + ground.through_strangers(line.edge, points)


def _length(points: tuple[Point, ...]) -> float:
    return sum(abs(ax - bx) + abs(ay - by) for (ax, ay), (bx, by) in segments(points))
