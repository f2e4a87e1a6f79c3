"""The one place that talks to graphlay: places and routes for one flat level of a drawing.

The engine sees no groups: each comes as a box of known size, so that what lies inside can never leave it.
"""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

import graphlay

from desktop.diagrams.boxes import Box, Point, Size, simplified

LAYER_GAP = 56.0
NODE_GAP = 36.0
LABEL_MARGIN = 28.0


@dataclass(frozen=True, slots=True)
class Item:
    """A box to place. `edge` pins it to the first (-1) or last (+1) column.

    The author's hints: `rank` is the column, `beside` the index of an item to share a column with.
    """

    size: Size
    rank: int | None = None
    edge: int = 0
    beside: int | None = None


@dataclass(frozen=True, slots=True)
class Wire:
    """A relation between two items, by their index."""

    source: int
    target: int
    label: Size | None = None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Boxes in the order of the items, their columns, and a line for each wire."""

    boxes: list[Box]
    columns: list[int | None]
    lines: list[tuple[Point, ...]]


def arranged(items: list[Item], wires: list[Wire], aspect: float | None = None) -> Arrangement:
    """Columns from left to right, in several rows where an aspect (width to height) is given."""
    if len(items) == 1 and not wires:
        return Arrangement([Box(0, 0, items[0].size.width, items[0].size.height)], [0], [])
    abreast = _abreast(items, wires)
    ranked = [replace(item, beside=None) for item in items]
    # Hints that cannot be followed together must not cost the whole drawing.
    for hinted in (abreast, ranked) if abreast != ranked else (ranked,):
        try:
            return _laid(hinted, wires, aspect)
        except graphlay.GraphlayError:
            continue
    return _laid([replace(item, rank=None) for item in ranked], wires, aspect)


def _abreast(items: list[Item], wires: list[Wire]) -> list[Item]:
    """The items with one rank for all that are to share a column: the author's, or the greatest that any would have."""
    sharing = list(range(len(items)))
    for number, item in enumerate(items):
        if item.beside is not None:
            one, other = sharing[number], sharing[item.beside]
            sharing = [other if column == one else column for column in sharing]
    found = [replace(item, beside=None) for item in items]
    shared = [column for column, count in Counter(sharing).items() if count > 1]
    if not shared:
        return found
    given = _ranks(found, [wire for wire in wires if sharing[wire.source] != sharing[wire.target]])
    for column in shared:
        members = [number for number, each in enumerate(sharing) if each == column]
        hinted = [rank for number in members if (rank := items[number].rank) is not None]
        rank = hinted[0] if hinted else max(given[number] for number in members)
        for number in members:
            found[number] = replace(found[number], rank=rank)
    return found


def _ranks(items: list[Item], wires: list[Wire]) -> list[int]:
    """The ranks that the items would have without being beside each other."""
    shift = 1 if any(item.edge < 0 for item in items) else 0
    try:
        columns = _laid(items, wires, None).columns
    except graphlay.GraphlayError:
        columns = _laid([replace(item, rank=None) for item in items], wires, None).columns
    return [max(0, (column or 0) - shift) for column in columns]


def _laid(items: list[Item], wires: list[Wire], aspect: float | None) -> Arrangement:
    graph = graphlay.Graph()
    shift = 1 if any(item.edge < 0 for item in items) else 0
    for number, item in enumerate(items):
        graph.node(number, width=item.size.width, height=item.size.height, **_rank(item, shift))
    drawn = [number for number, wire in enumerate(wires) if not _level(items[wire.source], items[wire.target])]
    for number in drawn:
        label = wires[number].label
        size: dict[str, Any] = {} if label is None else {"label_size": {"width": label.width, "height": label.height}}
        graph.edge(wires[number].source, wires[number].target, **size)
    for source, target in _hidden(items, [wires[number] for number in drawn]):
        if target == len(items) and target not in graph.ids:
            graph.node(target, width=1, height=1)
        graph.edge(source, target)
    options = _OPTIONS if aspect is None else _OPTIONS | {"wrap": {"viewport_aspect": aspect}}
    result = graphlay.layout(graph, preset="layered", options=options)
    lines: list[tuple[Point, ...]] = [()] * len(wires)
    for number, edge in zip(drawn, result.edges, strict=False):
        lines[number] = simplified((point["x"], point["y"]) for point in edge["points"])
    return _read(items, result, lines)


def _level(one: Item, other: Item) -> bool:
    """Whether two items were asked to stand in the same column: the engine refuses an edge between them."""
    return one.rank is not None and one.rank == other.rank


_OPTIONS = {
    "direction": "leftright",
    "spacing": {
        "layer_gap": LAYER_GAP,
        "node_gap": NODE_GAP,
        "edge_label_margin": LABEL_MARGIN,
        "isolated_gap": NODE_GAP,
    },
    "labels": {"reservation": "always", "placement": "gap_centre"},
    "routing": {"style": "orthogonal", "port_sides": "facing_only"},
}


def _rank(item: Item, shift: int) -> dict[str, Any]:
    if item.edge:
        return {"rank": "first" if item.edge < 0 else "last"}
    return {} if item.rank is None else {"rank": {"fixed": max(0, item.rank) + shift}}


def _hidden(items: list[Item], wires: list[Wire]) -> list[tuple[int, int]]:
    """Unseen wires for items that have a rank but no wire: without one, the engine sets them aside.

    If all stand in one column, they are wired to one more item, which is not there.
    """
    wired = {end for wire in wires for end in (wire.source, wire.target)}
    ranked = sorted((item.rank, number) for number, item in enumerate(items) if item.rank is not None)
    first: dict[int, int] = {}
    for rank, number in ranked:
        first.setdefault(rank, number)
    ranks = sorted(first)
    found = []
    for rank, number in ranked:
        if number in wired:
            continue
        place = ranks.index(rank)
        if len(ranks) == 1:
            found.append((number, len(items)))
        else:
            found.append((first[ranks[place - 1]], number) if place else (number, first[ranks[1]]))
    return found


def _read(items: list[Item], result: graphlay.Layout, lines: list[tuple[Point, ...]]) -> Arrangement:
    boxes = [
        Box(
            round(node["center"]["x"] - item.size.width / 2),
            round(node["center"]["y"] - item.size.height / 2),
            item.size.width,
            item.size.height,
        )
        for item, node in zip(items, result.nodes, strict=False)
    ]
    return Arrangement(apart(boxes), [node["rank"] for node in result.nodes[: len(items)]], lines)


def apart(boxes: list[Box]) -> list[Box]:
    """The same boxes; should the engine ever let two overlap, the later one moves down."""
    order = sorted(range(len(boxes)), key=lambda number: (boxes[number].y, boxes[number].x, number))
    result = list(boxes)
    active: list[int] = []
    for number in order:
        box = result[number]
        for other in sorted(active, key=lambda known: result[known].y):
            if result[other].inflated(NODE_GAP / 4).overlaps(box):
                box = Box(box.x, result[other].bottom + NODE_GAP, box.width, box.height)
        result[number] = box
        active = [known for known in active if result[known].bottom + NODE_GAP > boxes[number].y] + [number]
    return result
