"""Graphs and layouts as plain JSON values and back, so that a layout can be kept on disk or made in another process.

Reading trusts nothing: whatever is not exactly what would have been written raises ValueError with words.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping

from desktop.diagrams.boxes import Box, Point, Size
from desktop.diagrams.layered.graph import Direction, Graph, Layout, LayoutEdge, LayoutGroup, LayoutNode, Route

_LARGEST = 1e9
VERSION = 5
"""Bump this whenever the same graph may be laid out in another way than before: a change of the layout's rules,
of its measures, or of the version of graphlay. Layouts kept under the old number are then not found any more."""


def key_of(graph: Graph) -> str:
    """A name for the layout of this graph: equal graphs have the same, and no other version of the layout has it."""
    text = json.dumps([VERSION, graph_to_json(graph)], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def graph_to_json(graph: Graph) -> dict[str, object]:
    """A graph as dicts, lists, texts, finite numbers, booleans and None."""
    return {
        "nodes": [
            {
                "id": node.id,
                "size": _pair(node.size),
                "group": node.group,
                "rank": node.rank,
                "order": node.order,
                "lane": node.lane,
                "beside": node.beside,
            }
            for node in graph.nodes
        ],
        "groups": [
            {
                "id": group.id,
                "parent": group.parent,
                "label": _pair(group.label),
                "rank": group.rank,
                "order": group.order,
                "lane": group.lane,
            }
            for group in graph.groups
        ],
        "edges": [
            {
                "id": edge.id,
                "source": edge.source,
                "target": edge.target,
                "label": edge.label and _pair(edge.label),
                "loop": edge.loop,
            }
            for edge in graph.edges
        ],
        "direction": graph.direction.value,
        "viewport": graph.viewport and _pair(graph.viewport),
    }


def graph_from_json(value: object) -> Graph:
    """The graph that was written. Whether it can be laid out, the layout says."""
    fields = _fields(value, "a graph", ("nodes", "groups", "edges", "direction", "viewport"))
    way, room = _text(fields["direction"], "the direction"), fields["viewport"]
    if way not in tuple(Direction):
        raise ValueError(f"there is no direction {_shown(way)}")
    return Graph(
        tuple(_node(each) for each in _list(fields["nodes"], "the nodes")),
        tuple(_group(each) for each in _list(fields["groups"], "the groups")),
        tuple(_edge(each) for each in _list(fields["edges"], "the edges")),
        Direction(way),
        None if room is None else _size(room, "the viewport"),
    )


def layout_to_json(layout: Layout) -> dict[str, object]:
    """A layout as dicts, lists, texts, numbers and None."""
    return {
        "nodes": {id: _four(box) for id, box in layout.nodes.items()},
        "groups": {id: _four(box) for id, box in layout.groups.items()},
        "edges": {
            id: {"points": [[x, y] for x, y in route.points], "label": route.label and _four(route.label)}
            for id, route in layout.edges.items()
        },
        "bounds": _four(layout.bounds),
    }


def layout_from_json(value: object, graph: Graph) -> Layout:
    """The layout that was written for this graph; one that lacks a part of it, or has one more, is refused."""
    fields = _fields(value, "a layout", ("nodes", "groups", "edges", "bounds"))
    nodes = _named(fields["nodes"], "node", (node.id for node in graph.nodes))
    groups = _named(fields["groups"], "group", (group.id for group in graph.groups))
    edges = _named(fields["edges"], "edge", (edge.id for edge in graph.edges))
    labelled = {edge.id: edge.label is not None for edge in graph.edges}
    return Layout(
        {id: _box(each, f"the node '{id}'") for id, each in nodes.items()},
        {id: _box(each, f"the group '{id}'") for id, each in groups.items()},
        {id: _route(each, f"the edge '{id}'", labelled=labelled[id]) for id, each in edges.items()},
        _box(fields["bounds"], "the page"),
    )


def _node(value: object) -> LayoutNode:
    fields = _fields(value, "a node", ("id", "size", "group", "rank", "order", "lane", "beside"))
    id = _text(fields["id"], "the id of a node")
    what = f"of the node '{id}'"
    return LayoutNode(
        id,
        _size(fields["size"], f"the size {what}"),
        _text_or_none(fields["group"], f"the group {what}"),
        *_hints(fields, what),
        beside=_text_or_none(fields["beside"], f"the node beside {what}"),
    )


def _group(value: object) -> LayoutGroup:
    fields = _fields(value, "a group", ("id", "parent", "label", "rank", "order", "lane"))
    id = _text(fields["id"], "the id of a group")
    what = f"of the group '{id}'"
    return LayoutGroup(
        id,
        _text_or_none(fields["parent"], f"the parent {what}"),
        _size(fields["label"], f"the label {what}"),
        *_hints(fields, what),
    )


def _hints(fields: dict[str, object], what: str) -> tuple[int | None, int | None, int | None]:
    rank, order, lane = (_whole_or_none(fields[name], f"the {name} {what}") for name in ("rank", "order", "lane"))
    return rank, order, lane


def _edge(value: object) -> LayoutEdge:
    fields = _fields(value, "an edge", ("id", "source", "target", "label", "loop"))
    id = _text(fields["id"], "the id of an edge")
    label, loop = fields["label"], fields["loop"]
    if not isinstance(loop, bool):
        raise ValueError(f"whether the edge '{id}' is a loop must be true or false, not {_shown(loop)}")
    return LayoutEdge(
        id,
        _text(fields["source"], f"the source of the edge '{id}'"),
        _text(fields["target"], f"the target of the edge '{id}'"),
        None if label is None else _size(label, f"the label of the edge '{id}'"),
        loop,
    )


def _route(value: object, what: str, *, labelled: bool) -> Route:
    fields = _fields(value, what, ("points", "label"))
    points = tuple(_point(each, what) for each in _list(fields["points"], f"the points of {what}"))
    if len(points) < 2:
        raise ValueError(f"{what} has fewer than two points")
    if (fields["label"] is not None) is not labelled:
        raise ValueError(f"{what} has {'no label' if labelled else 'a label'} against what the graph says")
    return Route(points, None if fields["label"] is None else _box(fields["label"], f"the label of {what}"))


def _pair(size: Size) -> list[float]:
    return [_plain(size.width), _plain(size.height)]


def _four(box: Box) -> list[float]:
    return [box.x, box.y, box.width, box.height]


def _plain(number: float) -> float:
    """Always written as a float and never as -0.0, so that equal graphs are written alike."""
    if not abs(number) <= _LARGEST:
        raise ValueError(f"{number} is not a length that can be drawn")
    return float(number) + 0.0


def _fields(value: object, what: str, names: Iterable[str]) -> dict[str, object]:
    wanted = tuple(names)
    if not isinstance(value, dict) or set(value) != set(wanted):
        raise ValueError(f"{what} must have the fields {', '.join(wanted)} and no others, not {_shown(value)}")
    return value


def _named(value: object, kind: str, ids: Iterable[str]) -> Mapping[str, object]:
    wanted = list(ids)
    if not isinstance(value, dict) or list(value) != wanted:
        raise ValueError(f"the places of kind {kind} are not those of the graph, in its order")
    return value


def _list(value: object, what: str) -> list[object]:
    if not isinstance(value, list):
        raise ValueError(f"{what} must be a list, not {_shown(value)}")
    return value


def _text(value: object, what: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{what} must be a text, not {_shown(value)}")
    return value


def _text_or_none(value: object, what: str) -> str | None:
    return None if value is None else _text(value, what)


def _whole_or_none(value: object, what: str) -> int | None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise ValueError(f"{what} must be a whole number or nothing, not {_shown(value)}")
    return value


def _numbers(value: object, count: int, what: str) -> list[float]:
    numbers = _list(value, what)
    found = [each for each in numbers if isinstance(each, int | float) and not isinstance(each, bool)]
    if len(numbers) != count or len(found) != count or not all(abs(each) <= _LARGEST for each in found):
        raise ValueError(f"{what} must be {count} finite numbers, not {_shown(value)}")
    return found


def _size(value: object, what: str) -> Size:
    return Size(*_numbers(value, 2, what))


def _box(value: object, what: str) -> Box:
    return Box(*_numbers(value, 4, what))


def _point(value: object, what: str) -> Point:
    x, y = _numbers(value, 2, f"a point of {what}")
    return x, y


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"
