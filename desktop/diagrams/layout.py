"""From sizes and relations to boxes and bend points: the one door to the automatic layout.

The work is done from left to right; a drawing that runs downwards is turned over before and after.
"""

from collections.abc import Iterable
from dataclasses import replace

from desktop.diagrams.boxes import Box, Size, around
from desktop.diagrams.layered.graph import (
    Direction,
    Graph,
    Layout,
    LayoutEdge,
    LayoutGroup,
    LayoutNode,
    Route,
)
from desktop.diagrams.layered.ground import Lines
from desktop.diagrams.layered.labels import LabelRoom
from desktop.diagrams.layered.placement import PADDING, Frame, Places, places_of
from desktop.diagrams.layered.progress import Told, telling, unheard
from desktop.diagrams.layered.routing import lines_of
from desktop.diagrams.layered.tree import group_key, node_key, tree_of

__all__ = [
    "MARGIN",
    "Box",
    "Direction",
    "Graph",
    "Layout",
    "LayoutEdge",
    "LayoutGroup",
    "LayoutNode",
    "Route",
    "Size",
    "foot_of",
    "layout_of",
]

MARGIN = 24.0
_FOOT_GAP = 4.0
_SHARE = (0.9, 0.99)


def layout_of(graph: Graph, told: Told = unheard) -> Layout:
    """Places, routes and labels for a graph: the same for the same input.

    `told` is told the share that is done, rising to 1.0; what it raises ends the work.
    Raises ValueError for a node, a group or a parent that does not exist, for an id that is used twice, for
    groups that lie in themselves, and for sizes that cannot be drawn.
    """
    down = graph.direction is Direction.DOWN
    turned = _turned(graph) if down else graph
    tree = tree_of(turned)
    frames = {group_key(group.id): _frame(group, down=down) for group in turned.groups}
    places = places_of(turned, tree, frames, told)
    foots = _foots(turned, places, down=down)
    lines = lines_of(turned, tree, places, foots, told)
    found = _labelled(turned, places, lines, foots, told)
    told(1.0)
    return _on_the_page(_turned_back(found) if down else found)


def foot_of(group: Box, label: Size) -> Box:
    """Where the label of a group stands in its box: at the foot, left aligned."""
    return Box(group.x + PADDING, group.bottom - _FOOT_GAP - label.height, label.width, label.height)


def _turned(graph: Graph) -> Graph:
    return replace(
        graph,
        viewport=graph.viewport and graph.viewport.transposed(),
        nodes=tuple(replace(node, size=node.size.transposed()) for node in graph.nodes),
        groups=tuple(replace(group, label=group.label.transposed()) for group in graph.groups),
        edges=tuple(
            edge if edge.label is None else replace(edge, label=edge.label.transposed()) for edge in graph.edges
        ),
    )


def _frame(group: LayoutGroup, *, down: bool) -> Frame:
    """The room for a group's label: below its content, which is to the right of it in a turned drawing."""
    label = group.label
    if down:
        return Frame(max(0.0, label.width + _FOOT_GAP - PADDING / 2), 0, Size(0, label.height + 2 * PADDING))
    return Frame(0, max(0.0, label.height + _FOOT_GAP - PADDING / 2), Size(label.width + 2 * PADDING, 0))


def _foots(graph: Graph, places: Places, *, down: bool) -> dict[str, Box]:
    found: dict[str, Box] = {}
    for group in graph.groups:
        box = places.boxes[group_key(group.id)]
        if group.label.width and group.label.height:
            upright = foot_of(box.transposed(), group.label.transposed()).transposed()
            found[group.id] = upright if down else foot_of(box, group.label)
    return found


def _labelled(graph: Graph, places: Places, lines: Lines, foots: dict[str, Box], told: Told) -> Layout:
    down = graph.direction is Direction.DOWN
    nodes = {node.id: places.boxes[node_key(node.id)] for node in graph.nodes}
    groups = {group.id: places.boxes[group_key(group.id)] for group in graph.groups}
    room = LabelRoom(lines, down)
    room.take((*nodes.values(), *foots.values(), *lines.labels.values()), groups.values())
    labels = dict(lines.labels)
    for edge in telling(graph.edges, told, *_SHARE):
        if edge.label is not None and edge.id not in labels:
            labels[edge.id] = room.place(edge.id, edge.label)
    routes = {edge.id: Route(lines.points[edge.id], labels.get(edge.id)) for edge in graph.edges}
    return Layout(nodes, groups, routes, Box(0, 0, 0, 0))


def _turned_back(layout: Layout) -> Layout:
    return Layout(
        {id: box.transposed() for id, box in layout.nodes.items()},
        {id: box.transposed() for id, box in layout.groups.items()},
        {
            id: Route(tuple((y, x) for x, y in route.points), route.label and route.label.transposed())
            for id, route in layout.edges.items()
        },
        layout.bounds,
    )


def _on_the_page(layout: Layout) -> Layout:
    """The same drawing with its left upper corner at the margin."""
    whole = around(_everything(layout))
    dx, dy = round(MARGIN - whole.x), round(MARGIN - whole.y)
    right, bottom = whole.right + dx + MARGIN, whole.bottom + dy + MARGIN
    return Layout(
        {id: box.moved(dx, dy) for id, box in layout.nodes.items()},
        {id: box.moved(dx, dy) for id, box in layout.groups.items()},
        {
            id: Route(tuple((x + dx, y + dy) for x, y in route.points), route.label and route.label.moved(dx, dy))
            for id, route in layout.edges.items()
        },
        Box(0, 0, right, bottom),
    )


def _everything(layout: Layout) -> Iterable[Box]:
    yield from layout.nodes.values()
    yield from layout.groups.values()
    for route in layout.edges.values():
        yield from (Box(x, y, 0, 0) for x, y in route.points)
        if route.label:
            yield route.label
