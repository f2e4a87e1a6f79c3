"""What must hold for every drawing, checked on the value itself."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from desktop.catalog.entities.diagrams import FlowDiagram, SetsDiagram
from desktop.diagrams.boxes import Box, crossing, segments, spanned
from desktop.diagrams.drawing.shapes import GROUNDS, Drawing, Look, Shape, Wire

if TYPE_CHECKING:
    from desktop.catalog.entities.diagrams import Diagram


def check_sound(drawing: Drawing, *, cut_allowed: bool = False) -> None:
    """No node overlaps another, no line runs through a foreign node, no label is cut, covered or outside."""
    nodes = [shape for shape in drawing.shapes if shape.look not in GROUNDS]
    check_nodes(nodes)
    check_lines(drawing, nodes)
    check_words(drawing, nodes)
    check_ticks(drawing)
    check_cells(nodes)
    for shape in nodes:
        assert drawing.bounds.contains(shape.box), f"{shape.id} leaves the page"
        for writing in shape.writings:
            assert shape.box.inflated(0.5).contains(writing.box), f"the words of {shape.id} leave it"
    assert cut_allowed or not any(writing.cut for writing in drawing.writings)


def check_nodes(nodes: list[Shape]) -> None:
    for one, other in combinations(nodes, 2):
        assert not one.box.overlaps(other.box), f"{one.id} overlaps {other.id}"


def check_lines(drawing: Drawing, nodes: list[Shape]) -> None:
    for wire in drawing.wires:
        assert not runs_outside(wire, drawing.bounds), f"{wire.id} leaves the page"
        for shape in nodes:
            if shape.id not in (wire.source, wire.target):
                assert not runs_through(wire, shape.box), f"{wire.id} runs through {shape.id}"


def check_words(drawing: Drawing, nodes: list[Shape]) -> None:
    """No words and no sign leave the page, or lie under other words, under a foreign node or under a line."""
    words = words_of(drawing)
    for owner, box in words:
        assert drawing.bounds.contains(box), f"words of {owner} leave the page"
        for shape in nodes:
            assert shape.id == owner or not box.overlaps(shape.box), f"{shape.id} covers words of {owner}"
        for wire in drawing.wires:
            assert not runs_through(wire, box), f"{wire.id} runs over words of {owner}"
    for (one, first), (other, second) in combinations(words, 2):
        assert not first.overlaps(second), f"words of {one} and {other} overlap"


def words_of(drawing: Drawing) -> list[tuple[str, Box]]:
    """All that is to be read: words of shapes, labels of lines, signs of both."""
    found = [(shape.id, writing.box) for shape in drawing.shapes for writing in shape.writings]
    found += [(wire.id, wire.label.box) for wire in drawing.wires if wire.label]
    found += [(shape.id, shape.sign) for shape in drawing.shapes if shape.sign]
    return found + [(wire.id, wire.sign) for wire in drawing.wires if wire.sign]


def check_ticks(drawing: Drawing) -> None:
    """The line of a year runs through no event."""
    ticks = [shape for shape in drawing.shapes if shape.look is Look.TICK]
    events = [shape for shape in drawing.shapes if shape.look is Look.EVENT]
    for tick in ticks:
        assert not any(event.box.x < tick.box.x < event.box.right for event in events), f"{tick.id} covers an event"


def check_cells(nodes: list[Shape]) -> None:
    """The squares of a matrix lie inside its frame and cover no words."""
    for shape in nodes:
        if shape.cells:
            (x, y), side, count = shape.cells.corner, shape.cells.side, len(shape.cells.rows)
            squares = Box(x, y, side * count, side * count)
            assert shape.box.contains(squares), f"squares of {shape.id} leave it"
            assert not any(squares.overlaps(writing.box) for writing in shape.writings), f"{shape.id} covers its words"


def check_grounds(diagram: Diagram, drawing: Drawing) -> None:
    """Groups and sets hold their own nodes whole and keep all others and their lines out."""
    boxes = {shape.id: shape.box for shape in drawing.shapes}
    for id, held in holders_of(diagram).items():
        for ground in grounds_of(diagram):
            if ground in held:
                assert boxes[ground].contains(boxes[id]), f"{id} leaves {ground}"
            else:
                assert not boxes[ground].overlaps(boxes[id]), f"{id} lies in {ground}"
    for wire in drawing.wires:
        held = holders_of(diagram)[wire.source] | holders_of(diagram)[wire.target]
        for ground in set(grounds_of(diagram)) - held:
            assert not runs_through(wire, boxes[ground]), f"{wire.id} runs through {ground}"


def grounds_of(diagram: Diagram) -> list[str]:
    if isinstance(diagram, FlowDiagram):
        return [group.id for group in diagram.groups]
    return [each.id for each in diagram.sets] if isinstance(diagram, SetsDiagram) else []


def holders_of(diagram: Diagram) -> dict[str, set[str]]:
    """For each node the groups, at any depth, or the sets that it lies in."""
    if isinstance(diagram, SetsDiagram):
        return {node.id: set(region.sets) for region in diagram.regions for node in region.nodes}
    if not isinstance(diagram, FlowDiagram):
        return {}
    parents = {group.id: group.parent for group in diagram.groups}
    found: dict[str, set[str]] = {}
    for node in diagram.nodes:
        found[node.id], at = set(), node.group
        while at is not None:
            found[node.id].add(at)
            at = parents[at]
    return found


def crossings(drawing: Drawing) -> list[tuple[str, str]]:
    """Each place where two lines cross, as the two lines."""
    return [
        (one.id, other.id)
        for one, other in combinations(drawing.wires, 2)
        for first in segments(one.points)
        for second in segments(other.points)
        if crossing(first, second)
    ]


def runs_side_by_side(one: Wire, other: Wire) -> bool:
    """Whether two lines run on top of each other, or so close that they could be taken for one."""
    for first in segments(one.points):
        for second in segments(other.points):
            near, far = spanned(*first).inflated(2), spanned(*second).inflated(2)
            across = min(near.right, far.right) - max(near.x, far.x)
            along = min(near.bottom, far.bottom) - max(near.y, far.y)
            if min(across, along) > 0 and max(across, along) > 8:
                return True
    return False


def runs_through(wire: Wire, box: Box) -> bool:
    return any(box.crossed_by(start, end) for start, end in segments(wire.points))


def runs_outside(wire: Wire, page: Box) -> bool:
    return not all(page.contains(Box(x, y, 0, 0)) for x, y in wire.points)
