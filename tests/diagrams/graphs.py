"""Small graphs in code, any graph at all, and what must hold for the layout of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from hypothesis import strategies as st

from desktop.diagrams.boxes import Point, segments
from desktop.diagrams.layout import (
    MARGIN,
    Box,
    Direction,
    Graph,
    Layout,
    LayoutEdge,
    LayoutGroup,
    LayoutNode,
    Size,
    foot_of,
)

LABEL = Size(90, 16)
BIG, SMALL = Size(150, 92), Size(110, 62)


def nodes(group: str | None, *ids: str, size: Size = SMALL) -> tuple[LayoutNode, ...]:
    return tuple(LayoutNode(id, size, group) for id in ids)


def edges(*pairs: str) -> Iterator[LayoutEdge]:
    """'a>b' is an edge, 'a<b' a loop from b back to a; ':' at the end gives it a label."""
    for number, pair in enumerate(pairs):
        loop = "<" in pair
        source, target = pair.rstrip(":").split("<" if loop else ">")
        label = LABEL if pair.endswith(":") else None
        yield LayoutEdge(f"e{number}", *((target, source) if loop else (source, target)), label, loop)


GAN = Graph(
    nodes(None, "noise", "fake", "real", "score", "loss-d", "loss-g")
    + nodes("g2", "gen", size=BIG)
    + nodes("g1", "disc", size=BIG),
    (LayoutGroup("g2", None, LABEL), LayoutGroup("g1", None, LABEL)),
    tuple(
        edges(
            "noise>gen",
            "gen>fake:",
            "fake>disc",
            "real>disc",
            "disc>score",
            "score>loss-d:",
            "score>loss-g:",
            "disc<loss-d:",
            "gen<loss-g:",
        )
    ),
)
DECODER = Graph(
    nodes(None, "text", "tokenizer", "ids", "embedding", "position")
    + nodes(None, "norm", "linear", "softmax", "sample", "reply")
    + nodes("attention", "norm-1", "attend", "add-1")
    + nodes("feed-forward", "norm-2", "mlp", "add-2"),
    (
        LayoutGroup("block", None, LABEL),
        LayoutGroup("attention", "block", LABEL),
        LayoutGroup("feed-forward", "block", LABEL),
    ),
    tuple(
        edges(
            "text>tokenizer", "tokenizer>ids", "ids>embedding", "position>embedding:",
            "embedding>norm-1", "embedding>add-1:", "norm-1>attend", "attend>add-1",
            "add-1>norm-2", "add-1>add-2:", "norm-2>mlp", "mlp>add-2", "norm-1<add-2:",
            "add-2>norm", "norm>linear", "linear>softmax:", "softmax>sample:", "ids<sample:",
            "sample>reply",
        )
    ),
)  # fmt: skip
DIFFUSION = Graph(
    nodes("train", "image", "encoder", "latent", "t", "noise", "add", "noisy")
    + nodes(None, "prompt", "text-encoder", "predicted")
    + nodes(None, "denoiser", size=BIG)
    + nodes("sample", "start", "guide", "step", "decoder", "result")
    + nodes(None, "loss"),
    (LayoutGroup("train", None, LABEL), LayoutGroup("sample", None, LABEL)),
    tuple(
        edges(
            "image>encoder", "encoder>latent", "latent>add", "t>add", "noise>add", "add>noisy",
            "noisy>denoiser", "t>denoiser:", "prompt>text-encoder", "text-encoder>denoiser:",
            "denoiser>predicted", "predicted>loss", "noise>loss:", "denoiser<loss:",
            "start>denoiser:", "predicted>guide:", "guide>step", "denoiser<step:", "step>decoder:",
            "decoder>result",
        )
    ),
)  # fmt: skip


def on_border(box: Box, point: Point) -> bool:
    x, y = point
    inside = box.x - 0.01 <= x <= box.right + 0.01 and box.y - 0.01 <= y <= box.bottom + 0.01
    edge = min(abs(x - box.x), abs(x - box.right), abs(y - box.y), abs(y - box.bottom))
    return inside and edge < 0.01


def holds(graph: Graph, group: str | None, wanted: str) -> bool:
    """Whether the group, or one that it lies in, is the wanted one."""
    parents = {known.id: known.parent for known in graph.groups}
    while group is not None and group != wanted:
        group = parents[group]
    return group == wanted


def check_nodes(graph: Graph, layout: Layout) -> None:
    assert {node.id: node.size for node in graph.nodes} == {id: box.size for id, box in layout.nodes.items()}
    boxes = sorted(layout.nodes.values(), key=lambda box: box.x)
    for place, box in enumerate(boxes):
        for other in boxes[place + 1 :]:
            if other.x >= box.right:
                break
            assert not box.overlaps(other)


def check_groups(graph: Graph, layout: Layout) -> None:
    for group in graph.groups:
        box = layout.groups[group.id]
        for node in graph.nodes:
            if holds(graph, node.group, group.id):
                assert box.inflated(-16).contains(layout.nodes[node.id])
            else:
                assert not box.overlaps(layout.nodes[node.id])
        foot = foot_of(box, group.label)
        assert box.contains(foot)
        assert not any(foot.overlaps(node) for node in layout.nodes.values())
    for one, other in combinations(graph.groups, 2):
        if not holds(graph, one.id, other.id) and not holds(graph, other.id, one.id):
            assert not layout.groups[one.id].overlaps(layout.groups[other.id])


def check_lines(graph: Graph, layout: Layout) -> None:
    for edge in graph.edges:
        points = layout.edges[edge.id].points
        assert on_border(layout.nodes[edge.source], points[0])
        assert on_border(layout.nodes[edge.target], points[-1])
        for start, end in segments(points):
            assert start[0] == end[0] or start[1] == end[1]
            for id, box in layout.nodes.items():
                assert not box.inflated(-0.01).crossed_by(start, end), f"{edge.id} runs through {id}"


def check_labels(graph: Graph, layout: Layout) -> None:
    labels = {id: route.label for id, route in layout.edges.items() if route.label}
    assert {edge.id for edge in graph.edges if edge.label} == set(labels)
    for edge in graph.edges:
        assert edge.label is None or labels[edge.id].size == edge.label
    for label in labels.values():
        assert not any(label.overlaps(node) for node in layout.nodes.values())
        for group in graph.groups:
            assert not label.overlaps(foot_of(layout.groups[group.id], group.label))
    assert not any(one.overlaps(other) for one, other in combinations(labels.values(), 2))


def check_page(layout: Layout) -> None:
    lines = [Box(x, y, 0, 0) for route in layout.edges.values() for x, y in route.points]
    labels = [route.label for route in layout.edges.values() if route.label]
    drawn = [*layout.nodes.values(), *layout.groups.values(), *lines, *labels]
    assert (layout.bounds.x, layout.bounds.y) == (0, 0)
    assert all(layout.bounds.inflated(-MARGIN + 1).contains(box) for box in drawn)


def check_sound(graph: Graph, layout: Layout) -> None:
    check_nodes(graph, layout)
    check_groups(graph, layout)
    check_lines(graph, layout)
    check_labels(graph, layout)
    check_page(layout)


@dataclass(frozen=True)
class Piece:
    edge: str
    start: Point
    end: Point

    def crosses(self, other: "Piece") -> bool:
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = self.start, self.end, other.start, other.end
        level, upright = (ay == by and cx == dx), (ax == bx and cy == dy)
        if level:
            return min(ax, bx) < cx < max(ax, bx) and min(cy, dy) < ay < max(cy, dy)
        return upright and min(cx, dx) < ax < max(cx, dx) and min(ay, by) < cy < max(ay, by)


def pieces(layout: Layout) -> list[Piece]:
    return [Piece(id, *piece) for id, route in layout.edges.items() for piece in segments(route.points)]


def crossings(layout: Layout) -> int:
    return sum(one.crosses(other) for one, other in combinations(pieces(layout), 2) if one.edge != other.edge)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    sizes = st.builds(Size, st.integers(24, 260), st.integers(24, 140))
    names = [f"g{n}" for n in range(draw(st.integers(0, 5)))]
    hint = st.none() | st.integers(0, 4)
    groups = tuple(
        LayoutGroup(
            name,
            draw(st.sampled_from([None, *names[:place]])),
            Size(draw(st.integers(0, 200)), 16),
            *(draw(hint) for _ in range(3)),
        )
        for place, name in enumerate(names)
    )
    count = draw(st.integers(1, 12))
    beside = st.none() | st.integers(0, count - 1).map(lambda n: f"n{n}")
    made = tuple(
        LayoutNode(
            f"n{n}",
            draw(sizes),
            draw(st.sampled_from([None, *names])),
            draw(hint),
            draw(hint),
            draw(hint),
            draw(beside),
        )
        for n in range(count)
    )
    end = st.sampled_from([node.id for node in made])
    label = st.none() | st.builds(Size, st.integers(10, 220), st.just(16))
    joined = tuple(
        LayoutEdge(f"e{n}", draw(end), draw(end), draw(label), draw(st.booleans()))
        for n in range(draw(st.integers(0, 16)))
    )
    return Graph(made, groups, joined, draw(st.sampled_from(Direction)))
