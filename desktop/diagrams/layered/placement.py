"""Places for all nodes and groups: each group is laid out by itself, from the innermost to the page.

A group is then one box for the level above it, so no group can lose a member or cover a stranger.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from desktop.diagrams.boxes import Box, Point, Size, around, segments, spanned
from desktop.diagrams.layered.engine import Arrangement, Item, arranged
from desktop.diagrams.layered.graph import Graph, LayoutEdge, LayoutGroup, LayoutNode
from desktop.diagrams.layered.lanes import LABEL_GAP, LANE_GAP, Lane, Loop, Skyline
from desktop.diagrams.layered.level import Level
from desktop.diagrams.layered.progress import Told, telling, unheard
from desktop.diagrams.layered.stacks import Stacks
from desktop.diagrams.layered.tree import ROOT, Tree, group_key, node_key

PADDING = 16.0
_STRETCH = 1.4
_SHARE = (0.0, 0.3)
_LEGIBLE, _WORTH, _ROWS_UP_TO = 0.5, 1.4, 120


@dataclass(frozen=True, slots=True)
class Frame:
    """What a group keeps free inside its border: room for its label and for padding."""

    right: float
    bottom: float
    least: Size


@dataclass(slots=True)
class Block:
    """A laid out level: where its children lie, relative to its own left upper corner."""

    size: Size
    anchor: float
    places: dict[str, Box] = field(default_factory=dict)
    lines: dict[str, tuple[Point, ...]] = field(default_factory=dict)
    lanes: dict[str, Lane] = field(default_factory=dict)


@dataclass(slots=True)
class Places:
    """Where everything lies on the page, with the engine's own lines and the lanes for loops."""

    boxes: dict[str, Box] = field(default_factory=dict)
    lines: dict[str, tuple[Point, ...]] = field(default_factory=dict)
    lanes: dict[str, Lane] = field(default_factory=dict)


def places_of(graph: Graph, tree: Tree, frames: Mapping[str, Frame], told: Told = unheard) -> Places:
    """Boxes for every node and group; the page is broken into rows if that makes it far more legible."""
    builder = _Builder(graph, tree, frames)
    for container in telling(tree.containers()[::-1], told, *_SHARE):
        builder.blocks[container] = builder.block(container)
    room = None if _has_lanes(graph, tree) else graph.viewport
    if room and len(graph.nodes) <= _ROWS_UP_TO and _scale(builder.blocks[ROOT].size, room) < _LEGIBLE:
        rows = builder.block(ROOT, room.width / room.height)
        if _scale(rows.size, room) > _WORTH * _scale(builder.blocks[ROOT].size, room):
            builder.blocks[ROOT] = rows
    return builder.on_the_page()


def _has_lanes(graph: Graph, tree: Tree) -> bool:
    """Whether the author gave lanes to what stands on the page: then its rows are the author's."""
    laned = {node_key(node.id) for node in graph.nodes if node.lane is not None}
    laned |= {group_key(group.id) for group in graph.groups if group.lane is not None}
    return not laned.isdisjoint(tree.children[ROOT])


def _scale(size: Size, room: Size) -> float:
    """How large a drawing of this size appears when it is made to fit the room."""
    return min(room.width / max(size.width, 1), room.height / max(size.height, 1))


def self_loops_of(graph: Graph) -> dict[str, list[LayoutEdge]]:
    """The edges from a node to itself, by node id."""
    found: dict[str, list[LayoutEdge]] = {}
    for edge in graph.edges:
        if edge.source == edge.target:
            found.setdefault(edge.source, []).append(edge)
    return found


class _Builder:
    """Works from the innermost groups outwards and remembers the finished ones."""

    def __init__(self, graph: Graph, tree: Tree, frames: Mapping[str, Frame]) -> None:
        self.tree = tree
        self.frames = frames
        self.nodes = {node_key(node.id): node for node in graph.nodes}
        self.groups = {group_key(group.id): group for group in graph.groups}
        self.selves = self_loops_of(graph)
        self.blocks: dict[str, Block] = {}

    def block(self, container: str, aspect: float | None = None) -> Block:
        children = self.tree.children[container]
        links = self.tree.links.get(container, [])
        if not children:
            return self._framed(container, Block(Size(0, 0), 0), Box(0, 0, 0, 0))
        level = Level(children, [link for link in links if not link.edge.loop])
        loops = [link for link in links if link.edge.loop]
        items = self._beside_each_other(children, [self._item(child) for child in children])
        level.add_ghosts(items, self.tree.crossings.get(container, []))
        result = arranged(items, level.wires(loops), aspect)
        places, moved = self._settled(level, result)
        lines: list[tuple[Point, ...]] = [() for _ in result.lines] if moved else result.lines
        block = Block(Size(0, 0), 0, places, level.between(self.nodes, lines))
        skyline = Skyline(self._skyline(places, lines), [])
        if loops:
            nodes = self._nodes_in(places)
            skyline.nodes = list(nodes.values())
            block.lanes = skyline.lanes_of([_loop(link.edge, nodes) for link in loops])
        block.anchor = self._anchor(container, places)
        return self._framed(container, block, skyline.extent())

    def on_the_page(self) -> Places:
        """Everything moved from its block to the page."""
        page = Places()
        corner: dict[str, Point] = {ROOT: (0.0, 0.0)}
        for container in self.tree.containers():
            block, (dx, dy) = self.blocks[container], corner[container]
            for key, place in block.places.items():
                page.boxes[key] = place.moved(dx, dy)
                corner[key] = (place.x + dx, place.y + dy)
            page.lines |= {id: tuple((x + dx, y + dy) for x, y in line) for id, line in block.lines.items()}
            page.lanes |= {id: lane.moved(dx, dy) for id, lane in block.lanes.items()}
        return page

    def _item(self, child: str) -> Item:
        """A child as the engine sees it: groups are padded to have their main line in the middle."""
        if child in self.blocks:
            block = self.blocks[child]
            half = max(block.anchor, block.size.height - block.anchor)
            height = 2 * half if 2 * half <= _STRETCH * block.size.height + PADDING else block.size.height
            return Item(Size(block.size.width, height), self.groups[child].rank)
        node = self.nodes[child]
        room, width = self._self_room(node)
        return Item(Size(max(node.size.width, width), node.size.height + 2 * room), node.rank)

    def _beside_each_other(self, children: list[str], items: list[Item]) -> list[Item]:
        """The items with the author's word which of them share a column."""
        number = {child: place for place, child in enumerate(children)}
        found = list(items)
        for child, place in number.items():
            beside = self.nodes[child].beside if child in self.nodes else None
            other = number.get(node_key(beside)) if beside is not None else None
            if other is not None and other != place:
                found[place] = replace(found[place], beside=other)
        return found

    def _self_room(self, node: LayoutNode) -> tuple[float, float]:
        """The room above a node for the edges to itself, and the width of the widest label there."""
        labels = [edge.label for edge in self.selves.get(node.id, ()) if edge.label]
        count = len(self.selves.get(node.id, ()))
        room = LANE_GAP * count + sum(label.height + LABEL_GAP for label in labels)
        return room, max((label.width for label in labels), default=0.0)

    def _settled(self, level: Level, result: Arrangement) -> tuple[dict[str, Box], bool]:
        """The children's own boxes after the author's hints, and whether those moved any of them."""
        given = result.boxes[: len(level.children)]
        stacks = Stacks(level.children, level.links, result.columns, self._hints_of, self._line_of)
        settled = stacks.settled(given)
        places: dict[str, Box] = {}
        for child, box in zip(level.children, settled, strict=True):
            block = self.blocks.get(child)
            size = block.size if block else self.nodes[child].size
            top = self._line_of(child, box) - block.anchor if block else box.centre[1] - size.height / 2
            places[child] = Box(round(box.x + (box.width - size.width) / 2), round(top), size.width, size.height)
        return places, settled != given

    def _hints_of(self, child: str) -> LayoutNode | LayoutGroup:
        return self.nodes[child] if child in self.nodes else self.groups[child]

    def _line_of(self, child: str, box: Box) -> float:
        """The height at which most edges meet a child; its middle, unless a group is too lopsided."""
        block = self.blocks.get(child)
        return box.centre[1] if block is None or box.height > block.size.height else box.y + block.anchor

    def _skyline(self, places: dict[str, Box], lines: list[tuple[Point, ...]]) -> list[Box]:
        """The boxes of a level and the band that its lines need above and below them."""
        blocks = [
            place if child in self.blocks else self._with_self_room(child, place) for child, place in places.items()
        ]
        whole = around(blocks)
        for line in lines:
            for start, end in segments(line):
                piece = spanned(start, end)
                if piece.width > 0 and piece.x < whole.right and whole.x < piece.right:
                    left = max(piece.x, whole.x)
                    blocks.append(Box(left, piece.y, min(piece.right, whole.right) - left, 0))
        return blocks

    def _with_self_room(self, child: str, place: Box) -> Box:
        room, width = self._self_room(self.nodes[child])
        side = max(0.0, (width - place.width) / 2)
        return Box(place.x - side, place.y - room, place.width + 2 * side, place.height + room)

    def _nodes_in(self, places: dict[str, Box]) -> dict[str, Box]:
        """All nodes of a level at any depth, where they lie in it."""
        found: dict[str, Box] = {}
        waiting = list(places.items())
        for key, place in waiting:
            if key in self.nodes:
                found[key] = place
            else:
                waiting.extend((inner, box.moved(place.x, place.y)) for inner, box in self.blocks[key].places.items())
        return found

    def _anchor(self, container: str, places: dict[str, Box]) -> float:
        """The height at which most edges enter and leave a group."""
        heights: Counter[float] = Counter()
        for crossing in self.tree.crossings.get(container, []):
            place = places[crossing.child]
            own = self.blocks[crossing.child].anchor if crossing.child in self.blocks else place.height / 2
            heights[place.y + own] += 1
        if heights:
            return heights.most_common(1)[0][0]
        whole = around(places.values())
        return whole.centre[1]

    def _framed(self, container: str, block: Block, content: Box) -> Block:
        """The block with its border drawn around the content, moved so that it starts at (0, 0)."""
        if container == ROOT:
            block.size = content.size
            return block
        frame = self.frames[container]
        width = max(content.width, frame.least.width - 2 * PADDING)
        height = max(content.height, frame.least.height - 2 * PADDING)
        dx = round(PADDING - content.x + (width - content.width) / 2)
        dy = round(PADDING - content.y + (height - content.height) / 2)
        block.places = {key: place.moved(dx, dy) for key, place in block.places.items()}
        block.lines = {id: tuple((x + dx, y + dy) for x, y in line) for id, line in block.lines.items()}
        block.lanes = {id: lane.moved(dx, dy) for id, lane in block.lanes.items()}
        block.anchor += dy
        if not block.places:
            block.anchor = PADDING + height / 2
        right = max(PADDING * 2 + width, content.right + dx + PADDING)
        bottom = max(PADDING * 2 + height, content.bottom + dy + PADDING)
        block.size = Size(right + frame.right, bottom + frame.bottom)
        return block


def _loop(edge: LayoutEdge, nodes: dict[str, Box]) -> Loop:
    return Loop(edge.id, nodes[node_key(edge.source)], nodes[node_key(edge.target)], edge.label)
