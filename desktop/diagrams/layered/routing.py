"""Lines for all edges.

Loops run along their lanes, the engine's own lines are taken where they are clean, a search finds the rest.
"""

from desktop.diagrams.boxes import Box, Point, around, segments, simplified
from desktop.diagrams.layered.graph import Graph, LayoutEdge
from desktop.diagrams.layered.ground import Ground, Kept, Lines
from desktop.diagrams.layered.lanes import LABEL_GAP, LANE_GAP, Lane
from desktop.diagrams.layered.placement import Places, self_loops_of
from desktop.diagrams.layered.ports import Port, Side, side_of
from desktop.diagrams.layered.progress import Told, telling, unheard
from desktop.diagrams.layered.search import Offer, Terrain, cheapest
from desktop.diagrams.layered.tree import Tree
from desktop.diagrams.layered.untangling import untangle

_SHARE = (0.3, 0.9)
_WINDOW = 140.0
_SMALL, _MANY, _HASTE = 120, 24, 2.0
_OFFERS, _FEW_OFFERS = 16, 6
_BACKWARD = 80.0
_UPRIGHT = 24.0
_OFF_CENTRE, _CROWDED = 1.3, 12.0
_CROSS, _WARY = 14.0, 150.0


def lines_of(graph: Graph, tree: Tree, places: Places, foots: dict[str, Box], told: Told = unheard) -> Lines:
    """A line for every edge of the graph; `foots` are the groups' own labels."""
    ground = Ground(graph, tree, places, foots)
    router = _Router(ground)
    for node, loops in self_loops_of(graph).items():
        router.to_itself(node, loops)
    edges = [edge for edge in graph.edges if edge.source != edge.target]
    waiting = [edge for edge in edges if edge.loop and not router.along_lane(edge, places.lanes[edge.id])]
    waiting += [edge for edge in edges if not edge.loop and not router.as_given(edge, places.lines.get(edge.id, ()))]
    if len(graph.nodes) > _SMALL or len(waiting) > _MANY:
        router.haste = _HASTE
    for edge in telling(sorted(waiting, key=router.distance), told, *_SHARE):
        router.searched(edge)
    if len(graph.nodes) <= _SMALL:
        untangle(ground, router.searched_warily)
    return ground.lines


class _Router:
    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.box = ground.box
        self.ports = ground.ports
        self.haste = 1.0

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
            label, top = None, y
            if edge.label:
                y -= LABEL_GAP + edge.label.height
                label = Box(middle - edge.label.width / 2, y, edge.label.width, edge.label.height)
                top = label.bottom + LABEL_GAP
            points = (right, (right[0], top), (left[0], top), left)
            self.ground.keep(Kept(edge, Port(right, Side.TOP), Port(left, Side.TOP), points, label))

    def along_lane(self, edge: LayoutEdge, lane: Lane) -> bool:
        """A loop up to its lane, along it and back down; false where a node stands in the way."""
        side = Side.TOP if lane.above else Side.BOTTOM
        ends = [self._riser(edge, end, side, lane.y) for end in (edge.source, edge.target)]
        source, target = ends
        if source is None or target is None:
            return False
        points = (source.point, (source.point[0], lane.y), (target.point[0], lane.y), target.point)
        if not self.ground.clear(edge, points) or self.ground.through_strangers(edge, points):
            return False
        self.ground.keep(Kept(edge, source, target, points, lane.label))
        return True

    def _riser(self, edge: LayoutEdge, node: str, side: Side, y: float) -> Port | None:
        """The best port for a loop's way to its lane: clear of nodes and lines, if possible of labels too."""
        second: Port | None = None
        for port in self.ports.free(node, self.box[node], side):
            end = (port.point[0], y)
            if self.ground.clear(edge, (port.point, end)) and not self.ground.beside(port.point, end):
                if not self.ground.over_label((port.point, end)):
                    return port
                second = second or port
        return second

    def as_given(self, edge: LayoutEdge, line: tuple[Point, ...]) -> bool:
        """The engine's line, if it is clean and leaves no other line; false if a search has to do better."""
        if len(line) < 2 or any(a[0] != b[0] and a[1] != b[1] for a, b in segments(line)):
            return False
        start, end = side_of(self.box[edge.source], line[0]), side_of(self.box[edge.target], line[-1])
        if start is None or end is None or not self.ground.clear(edge, line):
            return False
        if any(self.ground.beside(a, b) for a, b in segments(line)) or self.ground.over_label(line):
            return False
        self.ground.keep(Kept(edge, Port(line[0], start), Port(line[-1], end), line))
        return True

    def searched(self, edge: LayoutEdge) -> None:
        """The cheapest way, looked for nearby first and then on the whole page; loops may go far around."""
        far = edge.loop and len(self.box) <= _SMALL
        self._search(edge, (self._page(),) if far else (self._near(edge), self._page()), _CROSS)

    def searched_warily(self, edge: LayoutEdge) -> None:
        """The cheapest way on the whole page, with a long detour for each crossing spared."""
        self._search(edge, (self._near(edge), self._page()), _WARY)

    def _near(self, edge: LayoutEdge) -> Box:
        return around((self.box[edge.source], self.box[edge.target])).inflated(_WINDOW)

    def _page(self) -> Box:
        return around((*self.box.values(), *self.ground.group.values())).inflated(_WINDOW)

    def _search(self, edge: LayoutEdge, windows: tuple[Box, ...], crossing: float) -> None:
        starts = self._offers(edge.source, edge, Side.RIGHT, self.box[edge.target])
        ends = self._offers(edge.target, edge, Side.LEFT, self.box[edge.source])
        ways = (cheapest(self._terrain(edge, window, crossing), starts, ends) for window in windows)
        way = next(filter(None, ways), None)
        if way is None:
            raise ValueError(f"no way was found for the edge '{edge.id}'")
        self.ground.keep(Kept(edge, way.source, way.target, simplified(way.points)))

    def _terrain(self, edge: LayoutEdge, window: Box, crossing: float) -> Terrain:
        seen, ends = window.inflated(40), (edge.source, edge.target)
        ground = self.ground
        return Terrain(
            window=window,
            own=(self.box[edge.source], self.box[edge.target]),
            strangers=tuple(box for box, id in ground.nodes.near(seen) if id not in ends and box.overlaps(seen)),
            groups=tuple(box for box in ground.strangers_of(edge) if box.overlaps(window)),
            borders=tuple(side for box in ground.group.values() if box.overlaps(seen) for side in _sides(box)),
            labels=tuple(ground.labels_near(seen)),
            lines=tuple(piece for _, (_, piece) in ground.lines.pieces.near(window)),
            around=edge.loop,
            haste=self.haste,
            crossing=crossing,
        )

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
                crowded = _CROWDED if node == edge.target and self.ports.crowded(node, port) else 0.0
                off = abs(port.point[1 if side.level else 0] - box.centre[1 if side.level else 0])
                found.append(Offer(port, price + crowded + off * _OFF_CENTRE + self._blocked(port)))
        return found

    def _blocked(self, port: Port) -> float:
        """A fine for a port whose first step leads along another line or over a label."""
        beside = 60.0 if self.ground.beside(port.point, port.stub) else 0.0
        return beside + (150.0 if self.ground.over_label((port.point, port.stub)) else 0.0)


def _sides(box: Box) -> tuple[Box, Box, Box, Box]:
    return (
        Box(box.x, box.y, 0, box.height),
        Box(box.right, box.y, 0, box.height),
        Box(box.x, box.y, box.width, 0),
        Box(box.x, box.bottom, box.width, 0),
    )
