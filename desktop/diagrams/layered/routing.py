"""Lines for all edges.

Loops run along their lanes, the engine's own lines are taken where they are clean, a search finds the rest.
"""

from dataclasses import dataclass, field

from desktop.diagrams.boxes import Box, Index, Point, Segment, Size, around, segments, simplified, spanned
from desktop.diagrams.layered.graph import Graph, LayoutEdge
from desktop.diagrams.layered.lanes import LABEL_GAP, LANE_GAP, Lane
from desktop.diagrams.layered.placement import Places, self_loops_of
from desktop.diagrams.layered.ports import Port, Ports, Side, side_of
from desktop.diagrams.layered.progress import Told, telling, unheard
from desktop.diagrams.layered.search import CLEARANCE, Offer, Terrain, Way, cheapest
from desktop.diagrams.layered.tree import ROOT, Tree, group_key, node_key

_SHARE = (0.3, 0.9)
_WINDOW = 140.0
_SMALL = 120
_OFFERS, _FEW_OFFERS = 16, 6
_BACKWARD = 80.0
_UPRIGHT = 24.0
_OFF_CENTRE = 1.3


@dataclass(slots=True)
class Lines:
    """The routed lines so far, and the labels whose place is settled with them."""

    points: dict[str, tuple[Point, ...]] = field(default_factory=dict)
    labels: dict[str, Box] = field(default_factory=dict)
    pieces: Index[tuple[str, Segment]] = field(default_factory=Index)

    def add(self, edge: str, points: tuple[Point, ...]) -> None:
        self.points[edge] = points
        for start, end in segments(points):
            self.pieces.add(spanned(start, end), (edge, (start, end)))


def lines_of(graph: Graph, tree: Tree, places: Places, foots: dict[str, Box], told: Told = unheard) -> Lines:
    """A line for every edge of the graph; `foots` are the groups' own labels."""
    router = _Router(graph, tree, places, foots)
    for node, loops in self_loops_of(graph).items():
        router.to_itself(node, loops)
    edges = [edge for edge in graph.edges if edge.source != edge.target]
    waiting = [edge for edge in edges if edge.loop and not router.along_lane(edge, places.lanes[edge.id])]
    waiting += [edge for edge in edges if not edge.loop and not router.as_given(edge, places.lines.get(edge.id, ()))]
    for edge in telling(sorted(waiting, key=router.distance), told, *_SHARE):
        router.searched(edge)
    return router.lines


class _Router:
    def __init__(self, graph: Graph, tree: Tree, places: Places, foots: dict[str, Box]) -> None:
        self.tree = tree
        self.box = {node.id: places.boxes[node_key(node.id)] for node in graph.nodes}
        self.group = {group_key(group.id): places.boxes[group_key(group.id)] for group in graph.groups}
        self.foots = foots
        self.lines = Lines()
        self.ports = Ports()
        self.nodes: Index[str] = Index()
        for id, box in self.box.items():
            self.nodes.add(box, id)

    def distance(self, edge: LayoutEdge) -> tuple[float, str]:
        """Short edges first: they have the least choice."""
        (ax, ay), (bx, by) = self.box[edge.source].centre, self.box[edge.target].centre
        return (abs(ax - bx) + abs(ay - by), edge.id)

    def to_itself(self, node: str, loops: list[LayoutEdge]) -> None:
        """Loops from a node to itself: bridges over its top, one above the other."""
        box = self.box[node]
        middle, y = box.centre[0], box.y
        for place, edge in enumerate(loops):
            half = box.width * (0.2 + 0.25 * (place + 1) / len(loops))
            y -= LANE_GAP
            left, right = (middle - half, box.y), (middle + half, box.y)
            if edge.label:
                y -= self._bridge_label(edge.id, edge.label, (middle, y))
            top = self.lines.labels[edge.id].bottom + LABEL_GAP if edge.label else y
            self._keep(
                edge,
                Port(right, Side.TOP),
                Port(left, Side.TOP),
                (right, (right[0], top), (left[0], top), left),
            )

    def _bridge_label(self, edge: str, size: Size, foot: Point) -> float:
        top = foot[1] - LABEL_GAP - size.height
        self.lines.labels[edge] = Box(foot[0] - size.width / 2, top, size.width, size.height)
        return LABEL_GAP + size.height

    def along_lane(self, edge: LayoutEdge, lane: Lane) -> bool:
        """A loop up to its lane, along it and back down; false where a node stands in the way."""
        side = Side.TOP if lane.above else Side.BOTTOM
        ends = [self._riser(edge, end, side, lane.y) for end in (edge.source, edge.target)]
        source, target = ends
        if source is None or target is None:
            return False
        points = (source.point, (source.point[0], lane.y), (target.point[0], lane.y), target.point)
        if not self._clear(edge, points) or self._through_strangers(edge, points):
            return False
        self._keep(edge, source, target, points)
        if lane.label:
            self.lines.labels[edge.id] = lane.label
        return True

    def _riser(self, edge: LayoutEdge, node: str, side: Side, y: float) -> Port | None:
        """The best port for a loop's way to its lane: clear of nodes and lines, if possible of labels too."""
        second: Port | None = None
        for port in self.ports.free(node, self.box[node], side):
            end = (port.point[0], y)
            if self._clear(edge, (port.point, end)) and not self._beside(port.point, end):
                if not self._over_label((port.point, end)):
                    return port
                second = second or port
        return second

    def _over_label(self, line: tuple[Point, ...]) -> bool:
        """Whether a line would run over the label of a group or of a loop."""
        labels = (*self.foots.values(), *self.lines.labels.values())
        return any(box.inflated(2).crossed_by(start, end) for start, end in segments(line) for box in labels)

    def _through_strangers(self, edge: LayoutEdge, line: tuple[Point, ...]) -> bool:
        """Whether a line runs through a group that holds neither of its ends."""
        kin = self._kin(edge)
        strangers = [box for key, box in self.group.items() if key not in kin]
        return any(box.crossed_by(start, end) for start, end in segments(line) for box in strangers)

    def _kin(self, edge: LayoutEdge) -> set[str]:
        """The groups that hold one end of an edge or both."""
        return {*self.tree.above(node_key(edge.source)), *self.tree.above(node_key(edge.target)), ROOT}

    def as_given(self, edge: LayoutEdge, line: tuple[Point, ...]) -> bool:
        """The engine's line, if it is clean and leaves no other line; false if a search has to do better."""
        if len(line) < 2 or any(a[0] != b[0] and a[1] != b[1] for a, b in segments(line)):
            return False
        start, end = side_of(self.box[edge.source], line[0]), side_of(self.box[edge.target], line[-1])
        if start is None or end is None or not self._clear(edge, line):
            return False
        if any(self._beside(a, b) for a, b in segments(line)) or self._over_label(line):
            return False
        self._keep(edge, Port(line[0], start), Port(line[-1], end), line)
        return True

    def searched(self, edge: LayoutEdge) -> None:
        """The cheapest way, looked for nearby first and then on the whole page; loops may go far around."""
        source, target = self.box[edge.source], self.box[edge.target]
        starts = self._offers(edge.source, edge, Side.RIGHT, target)
        ends = self._offers(edge.target, edge, Side.LEFT, source)
        near = around((source, target)).inflated(_WINDOW)
        page = around((*self.box.values(), *self.group.values())).inflated(_WINDOW)
        windows = (page,) if edge.loop and len(self.box) <= _SMALL else (near, page)
        way = next(filter(None, (self._way(edge, window, starts, ends) for window in windows)), None)
        if way is None:
            raise ValueError(f"no way was found for the edge '{edge.id}'")
        self._keep(edge, way.source, way.target, simplified(way.points))

    def _way(self, edge: LayoutEdge, window: Box, starts: list[Offer], ends: list[Offer]) -> Way | None:
        own = (self.box[edge.source], self.box[edge.target])
        seen = window.inflated(40)
        strangers = [
            box for box, id in self.nodes.near(seen) if id not in (edge.source, edge.target) and box.overlaps(seen)
        ]
        kin = self._kin(edge)
        terrain = Terrain(
            window=window,
            own=own,
            strangers=tuple(strangers),
            groups=tuple(box for key, box in self.group.items() if key not in kin and box.overlaps(window)),
            borders=tuple(side for box in self.group.values() if box.overlaps(seen) for side in _sides(box)),
            labels=(*self.foots.values(), *self.lines.labels.values()),
            lines=tuple(piece for _, (_, piece) in self.lines.pieces.near(window)),
            around=edge.loop,
            haste=1.0 if len(self.box) <= _SMALL else 2.0,
        )
        return cheapest(terrain, starts, ends)

    def _offers(self, node: str, edge: LayoutEdge, front: Side, other: Box) -> list[Offer]:
        """The ports of a node: the front for free, the flanks and the back for a price."""
        box, found = self.box[node], []
        most = _OFFERS if len(self.box) <= _SMALL else _FEW_OFFERS
        for side in Side:
            if edge.loop:
                price = _BACKWARD if side.level else 0
            else:
                price = 0.0 if side is front else _UPRIGHT if not side.level else _BACKWARD
            wanted = (other.centre[1 if side.level else 0],)
            for port in self.ports.free(node, box, side, wanted)[:most]:
                off = abs(port.point[1 if side.level else 0] - box.centre[1 if side.level else 0])
                found.append(Offer(port, price + off * _OFF_CENTRE + self._blocked(port)))
        return found

    def _blocked(self, port: Port) -> float:
        """A fine for a port whose first step leads along another line or over a label."""
        beside = 60.0 if self._beside(port.point, port.stub) else 0.0
        return beside + (150.0 if self._over_label((port.point, port.stub)) else 0.0)

    def _keep(self, edge: LayoutEdge, source: Port, target: Port, points: tuple[Point, ...]) -> None:
        self.ports.take(edge.source, source)
        self.ports.take(edge.target, target)
        self.lines.add(edge.id, points)

    def _clear(self, edge: LayoutEdge, line: tuple[Point, ...]) -> bool:
        """Whether a line keeps clear of all nodes but its own two, and does not run through those."""
        for start, end in segments(line):
            for box, id in self.nodes.near(spanned(start, end).inflated(CLEARANCE)):
                kept = box if id in (edge.source, edge.target) else box.inflated(CLEARANCE - 1)
                if kept.crossed_by(start, end):
                    return False
        return True

    def _beside(self, start: Point, end: Point) -> bool:
        """Whether a piece would run along another line so close that the two could be taken for one."""
        level = start[1] == end[1]
        piece = spanned(start, end)
        band = Box(piece.x, piece.y - 5, piece.width, 10) if level else Box(piece.x - 5, piece.y, 10, piece.height)
        for near, (_, (a, b)) in self.lines.pieces.near(band):
            if (a[1] == b[1]) == level and a != b:
                shared = near.inflated(0.5)
                if shared.overlaps(band):
                    return True
        return False


def _sides(box: Box) -> tuple[Box, Box, Box, Box]:
    return (
        Box(box.x, box.y, 0, box.height),
        Box(box.right, box.y, 0, box.height),
        Box(box.x, box.y, box.width, 0),
        Box(box.x, box.bottom, box.width, 0),
    )
