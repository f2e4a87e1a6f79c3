"""A flow as a drawing: measures nodes and labels, has them laid out, and puts the words in their places."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from desktop.catalog.entities.diagrams import EdgeKind, Flow
from desktop.diagrams.boxes import Box, Size
from desktop.diagrams.drawing.borders import met
from desktop.diagrams.drawing.cards import SIGN, SIGN_GAP, Card, card_of, placed, shape_of
from desktop.diagrams.drawing.draft import FlowDraft
from desktop.diagrams.drawing.lettering import Measure, Words, wrapped
from desktop.diagrams.drawing.shapes import Drawing, Lettering, Look, Shape, Wire
from desktop.diagrams.layout import Direction, Graph, LayoutEdge, LayoutGroup, LayoutNode, foot_of
from desktop.diagrams.words import edge_name, tip_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.catalog.entities.diagrams import Edge, FlowDiagram, Node, NodeGroup
    from desktop.diagrams.folding import Folded
    from desktop.diagrams.layout import Layout, Route

_LABEL_WIDTH, _LABEL_LINES, _FOOT_WIDTH = 150, 3, 260
LOOP_SIGN, _LOOP_GAP = 14, 4
_BACKWARDS = (EdgeKind.LOOP, EdgeKind.GRADIENT)


@dataclass(frozen=True, slots=True)
class _Measured:
    """A flow with all its words measured."""

    folded: Folded
    cards: Mapping[str, Card]
    labels: Mapping[str, Words]
    feet: Mapping[str, Words]

    @property
    def diagram(self) -> FlowDiagram:
        return self.folded.diagram


def flow_draft(folded: Folded, measure: Measure) -> FlowDraft:
    """All words are measured now; the layout may be worked out later, in any thread or process."""
    diagram = folded.diagram
    cards = {node.id: card_of(node, measure, signed=node.id in folded.closed) for node in diagram.nodes}
    width = _LABEL_WIDTH
    labels = {
        edge.id: wrapped(edge.label or "", measure, Lettering.NOTE, width, _LABEL_LINES) for edge in diagram.edges
    }
    feet = {group.id: wrapped(group.title, measure, Lettering.NOTE, _FOOT_WIDTH) for group in diagram.groups}
    measured = _Measured(folded, cards, labels, feet)
    return FlowDraft(_graph(measured), partial(_drawn, measured))


def _graph(flow: _Measured) -> Graph:
    diagram = flow.diagram
    return Graph(
        nodes=tuple(
            LayoutNode(node.id, flow.cards[node.id].size, node.group, node.rank, node.order, node.lane, node.beside)
            for node in diagram.nodes
        ),
        groups=tuple(
            LayoutGroup(group.id, group.parent, _foot_size(flow.feet[group.id]), group.rank, group.order, group.lane)
            for group in diagram.groups
        ),
        edges=tuple(
            LayoutEdge(edge.id, edge.source, edge.target, _room(edge, flow), edge.kind in _BACKWARDS)
            for edge in diagram.edges
        ),
        direction=Direction.DOWN if diagram.direction is Flow.DOWN else Direction.RIGHT,
    )


def _foot_size(words: Words) -> Size:
    """The title of a group and the sign that folds it."""
    return Size(SIGN + SIGN_GAP + words.size.width, max(SIGN, words.size.height))


def _room(edge: Edge, flow: _Measured) -> Size | None:
    """What a label takes, together with the loop's sign before it."""
    words = flow.labels[edge.id]
    if edge.kind is not EdgeKind.LOOP:
        return words.size if words.lines else None
    sign = LOOP_SIGN
    gap = _LOOP_GAP if words.lines else 0
    return Size(sign + gap + words.size.width, max(sign, words.size.height))


def _drawn(flow: _Measured, layout: Layout) -> Drawing:
    diagram = flow.diagram
    depths = _depths(diagram.groups)
    groups = [_group(each, layout.groups[each.id], flow.feet[each.id], depths[each.id]) for each in diagram.groups]
    nodes = {node.id: _node(node, flow, layout.nodes[node.id]) for node in diagram.nodes}
    titles = {node.id: node.title for node in diagram.nodes}
    wires = tuple(_wire(edge, layout.edges[edge.id], flow, nodes, edge_name(edge, titles)) for edge in diagram.edges)
    shapes = (*sorted(groups, key=lambda group: group.depth), *nodes.values())
    return Drawing(layout.bounds, shapes, wires, tuple(nodes), flow.folded.stands_for)


def _node(node: Node, flow: _Measured, box: Box) -> Shape:
    shape = shape_of(node, flow.cards[node.id], box)
    if node.id not in flow.folded.closed:
        return shape
    name = f"{node.title}, group: {node.sub}"
    return replace(shape, look=Look.FOLDED, name=name, tip=tip_of(name, node.meaning))


def _depths(groups: tuple[NodeGroup, ...]) -> dict[str, int]:
    """How deep each group lies; a group that lies in itself ends the count."""
    parents = {group.id: group.parent for group in groups}
    found = {}
    for group in groups:
        seen: list[str] = []
        at = group.parent
        while at is not None and at not in seen:
            seen.append(at)
            at = parents.get(at)
        found[group.id] = len(seen)
    return found


def _group(group: NodeGroup, box: Box, words: Words, depth: int) -> Shape:
    foot = foot_of(box, _foot_size(words))
    name = f"{group.title}, group"
    return Shape(
        id=group.id,
        look=Look.GROUP,
        box=box,
        name=name,
        tip=tip_of(name, group.meaning),
        writings=(placed(words, foot.x + SIGN + SIGN_GAP, foot.y, centred=False),),
        sign=Box(foot.x, foot.y + (foot.height - SIGN) / 2, SIGN, SIGN),
        depth=depth,
    )


def _wire(edge: Edge, route: Route, flow: _Measured, nodes: Mapping[str, Shape], name: str) -> Wire:
    source, target = nodes[edge.source], nodes[edge.target]
    words = flow.labels[edge.id]
    sign, label = _label(edge, route.label, words)
    return Wire(
        id=edge.id,
        kind=edge.kind,
        source=edge.source,
        target=edge.target,
        points=met(route.points, (source.look, source.box), (target.look, target.box)),
        name=name,
        tip=tip_of(name, edge.meaning),
        label=placed(words, label.x, label.y) if label and words.lines else None,
        sign=sign,
        mark=nodes[edge.trains].mark if edge.trains else None,
    )


def _label(edge: Edge, room: Box | None, words: Words) -> tuple[Box | None, Box | None]:
    """Where the loop's sign and the words of the label go in the room that the layout gave."""
    if room is None or edge.kind is not EdgeKind.LOOP:
        return None, room
    side = LOOP_SIGN
    sign = Box(room.x, room.y + (room.height - side) / 2, side, side)
    wide, high = words.size.width, words.size.height
    text = Box(room.right - wide, room.y + (room.height - high) / 2, wide, high)
    return sign, text if words.lines else None
