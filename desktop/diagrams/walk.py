"""Where keys lead in a figure: from node to node along the lines, or, where all must be reached, through every part."""

from __future__ import annotations

import math
from enum import Enum
from typing import TYPE_CHECKING

from desktop.diagrams.drawing.shapes import GROUNDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.diagrams.boxes import Point
    from desktop.diagrams.drawing.shapes import Drawing, Wire

_WIDEST_ANGLE = math.radians(80)


class Way(Enum):
    """The four arrows, as angles with y growing downwards."""

    RIGHT = 0.0
    DOWN = math.pi / 2
    LEFT = math.pi
    UP = -math.pi / 2


def walked(drawing: Drawing, at: str, way: Way) -> str | None:
    """The next shape that way, or None where there is none. Without lines, the nearest of the same sort is next."""
    shapes = {shape.id: shape for shape in drawing.shapes}
    centres = {id: shapes[id].box.centre for id in drawing.order}
    if at not in centres:
        return drawing.order[0] if drawing.order else None
    if drawing.wires:
        pairs = [(wire.source, wire.target) for wire in drawing.wires]
        near = {end for pair in pairs if at in pair for end in pair if end != at}
        return _most_nearly(centres, at, way, near & set(centres))
    alike = {id for id in centres if (shapes[id].look in GROUNDS) is (shapes[at].look in GROUNDS)}
    return _most_nearly(centres, at, way, alike - {at})


def stepped(drawing: Drawing, at: str, way: Way) -> str | None:
    """The next part that way, lines among them: from a node onto a line, from a line to its ends or the line beside it.

    From a group it leads to the first node in it. None where there is nothing that way.
    """
    wires = {wire.id: wire for wire in drawing.wires}
    if at in wires:
        return _from_wire(wires, wires[at], way)
    held = next((shape for shape in drawing.shapes if shape.id == at and at not in drawing.order), None)
    if held is not None:
        boxes = {shape.id: shape.box for shape in drawing.shapes}
        return next((id for id in drawing.order if held.box.contains(boxes[id])), None)
    if not wires or at not in drawing.order:
        return walked(drawing, at, way)
    leaving = {wire.id: _heading(wire, at) for wire in wires.values() if at in (wire.source, wire.target)}
    return _nearest(leaving, way)


def every_stop(drawing: Drawing) -> tuple[str, ...]:
    """All that has a name of its own, in reading order: a group before what it holds, a line after where it starts."""
    shapes = {shape.id: shape for shape in drawing.shapes}
    groups = [shape for shape in drawing.shapes if shape.part and shape.id not in drawing.order]
    found: dict[str, None] = {}
    for id in drawing.order:
        found.update(dict.fromkeys(group.id for group in groups if group.box.contains(shapes[id].box)))
        found[id] = None
        found.update(dict.fromkeys(wire.id for wire in drawing.wires if wire.source == id))
    return (*found, *(group.id for group in groups if group.id not in found))


def neighbour(order: Sequence[str], at: str, by: int) -> str | None:
    """The part after (1) or before (-1) this one in reading order; None at the end."""
    if at not in order:
        return (order[0] if by > 0 else order[-1]) if order else None
    place = order.index(at) + by
    return order[place] if 0 <= place < len(order) else None


def _from_wire(wires: Mapping[str, Wire], wire: Wire, way: Way) -> str | None:
    """To the end that its line leads to that way; else to a line beside it that shares an end."""
    first, last = wire.points[:2], wire.points[-2:]
    ends = {wire.source: _between(first[-1], first[0]), wire.target: _between(last[0], last[-1])}
    beside = {
        other.id: _between(_middle(wire), _middle(other))
        for other in wires.values()
        if other is not wire and (other.source == wire.source or other.target == wire.target)
    }
    return _nearest(ends, way) or _nearest(beside, way)


def _heading(wire: Wire, at: str) -> Point:
    """Which way a line leaves the node at one of its ends."""
    points = wire.points if wire.source == at else wire.points[::-1]
    return _between(points[0], points[min(1, len(points) - 1)])


def _middle(wire: Wire) -> Point:
    return wire.points[len(wire.points) // 2]


def _between(start: Point, end: Point) -> Point:
    return end[0] - start[0], end[1] - start[1]


def _most_nearly(centres: Mapping[str, Point], at: str, way: Way, others: Iterable[str]) -> str | None:
    return _nearest({other: _between(centres[at], centres[other]) for other in others}, way)


def _nearest(away: Mapping[str, Point], way: Way) -> str | None:
    """The one that lies most nearly this way and not too far off; `away` tells where each lies from here."""
    found: list[tuple[float, str]] = []
    for other in sorted(away):
        dx, dy = away[other]
        turn = abs((math.atan2(dy, dx) - way.value + math.pi) % (2 * math.pi) - math.pi)
        if (dx or dy) and turn <= _WIDEST_ANGLE:
            found.append((math.hypot(dx, dy) * (1 + 2 * turn), other))
    return min(found)[1] if found else None
