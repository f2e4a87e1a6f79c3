"""What lies on the page already (boxes, labels, lines), and what one more line would do to it."""

from dataclasses import dataclass, field

from desktop.diagrams.boxes import Box, Index, Point, Segment, crossing, segments, spanned
from desktop.diagrams.layered.graph import Graph, LayoutEdge
from desktop.diagrams.layered.placement import Places
from desktop.diagrams.layered.ports import Port, Ports
from desktop.diagrams.layered.search import CLEARANCE
from desktop.diagrams.layered.tree import ROOT, Tree, group_key, node_key


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

    def drop(self, edge: str) -> None:
        for start, end in segments(self.points.pop(edge)):
            self.pieces.drop(spanned(start, end), (edge, (start, end)))


@dataclass(frozen=True, slots=True)
class Kept:
    """A line that was kept: its ports, its points, and its label where that came with it."""

    edge: LayoutEdge
    source: Port
    target: Port
    points: tuple[Point, ...]
    label: Box | None = None


class Ground:
    """All that a line must heed. Lines are kept here, and may be dropped and kept again."""

    def __init__(self, graph: Graph, tree: Tree, places: Places, foots: dict[str, Box]) -> None:
        self.tree = tree
        self.box = {node.id: places.boxes[node_key(node.id)] for node in graph.nodes}
        self.group = {group_key(group.id): places.boxes[group_key(group.id)] for group in graph.groups}
        self.lines = Lines()
        self.ports = Ports()
        self.kept: dict[str, Kept] = {}
        self.nodes: Index[str] = Index()
        for id, box in self.box.items():
            self.nodes.add(box, id)
        self.words: Index[str] = Index()
        for box in foots.values():
            self.words.add(box, "")

    def keep(self, line: Kept) -> None:
        self.ports.take(line.edge.source, line.source)
        self.ports.take(line.edge.target, line.target)
        self.lines.add(line.edge.id, line.points)
        self.kept[line.edge.id] = line
        if line.label:
            self.lines.labels[line.edge.id] = line.label
            self.words.add(line.label, line.edge.id)

    def drop(self, edge: str) -> Kept:
        """Takes a line and its label away again."""
        line = self.kept.pop(edge)
        self.ports.give_back(line.edge.source, line.source)
        self.ports.give_back(line.edge.target, line.target)
        self.lines.drop(edge)
        label = self.lines.labels.pop(edge, None)
        if label:
            self.words.drop(label, edge)
        return line

    def labels_near(self, place: Box) -> list[Box]:
        """The labels around a place that are settled already: those of groups and of loops."""
        return [box for box, _ in self.words.near(place)]

    def strangers_of(self, edge: LayoutEdge) -> list[Box]:
        """The groups that hold neither end of an edge."""
        kin = {*self.tree.above(node_key(edge.source)), *self.tree.above(node_key(edge.target)), ROOT}
        return [box for key, box in self.group.items() if key not in kin]

    def clear(self, edge: LayoutEdge, line: tuple[Point, ...]) -> bool:
        """Whether a line keeps clear of all nodes but its own two, and does not run through those."""
        for start, end in segments(line):
            for box, id in self.nodes.near(spanned(start, end).inflated(CLEARANCE)):
                kept = box if id in (edge.source, edge.target) else box.inflated(CLEARANCE - 1)
                if kept.crossed_by(start, end):
                    return False
        return True

    def over_label(self, line: tuple[Point, ...], own: str = "") -> bool:
        """Whether a line would run over the label of a group or of another loop."""
        for start, end in segments(line):
            for box, owner in self.words.near(spanned(start, end).inflated(2)):
                if (owner != own or not own) and box.inflated(2).crossed_by(start, end):
                    return True
        return False

    def through_strangers(self, edge: LayoutEdge, line: tuple[Point, ...]) -> bool:
        """Whether a line runs through a group that holds neither of its ends."""
        strangers = self.strangers_of(edge)
        return any(box.crossed_by(start, end) for box in strangers for start, end in segments(line))

    def beside(self, start: Point, end: Point, own: str = "") -> bool:
        """Whether a piece would run along another line so close that the two could be taken for one."""
        level = start[1] == end[1]
        piece = spanned(start, end)
        band = Box(piece.x, piece.y - 5, piece.width, 10) if level else Box(piece.x - 5, piece.y, 10, piece.height)
        for near, (owner, (a, b)) in self.lines.pieces.near(band):
            if owner != own and (a[1] == b[1]) == level and a != b and near.inflated(0.5).overlaps(band):
                return True
        return False

    def crossed(self, edge: str, line: tuple[Point, ...]) -> list[str]:
        """The other edges that a line crosses, each as often as it does."""
        found = []
        for start, end in segments(line):
            for _, (owner, piece) in self.lines.pieces.near(spanned(start, end)):
                if owner != edge and crossing((start, end), piece):
                    found.append(owner)
        return found
