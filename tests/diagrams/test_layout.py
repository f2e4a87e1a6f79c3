"""What a person would notice in a drawing: nothing covers anything, lines end well, groups hold their own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.diagrams.boxes import Point, around, segments
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
    layout_of,
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
FIGURES = {"gan": GAN, "decoder": DECODER, "diffusion": DIFFUSION}
MOST_CROSSINGS = {"gan": 0, "decoder": 0, "diffusion": 3}


@pytest.fixture(params=[(name, way) for name in FIGURES for way in Direction], ids=lambda p: f"{p[0]}-{p[1]}")
def figure(request: pytest.FixtureRequest) -> Graph:
    name, way = request.param
    return replace(FIGURES[name], direction=way)


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


def test_figure_is_clean(figure: Graph) -> None:
    check_sound(figure, layout_of(figure))


def test_figure_is_the_same_every_time(figure: Graph) -> None:
    assert layout_of(figure) == layout_of(figure)


def test_no_label_of_a_figure_lies_on_a_line(figure: Graph) -> None:
    layout = layout_of(figure)
    labels = [route.label for route in layout.edges.values() if route.label]
    labels += [foot_of(layout.groups[group.id], group.label) for group in figure.groups]
    for label in labels:
        assert not any(label.crossed_by(piece.start, piece.end) for piece in pieces(layout))


def test_no_two_lines_of_a_figure_run_on_top_of_each_other(figure: Graph) -> None:
    for one, other in combinations(pieces(layout_of(figure)), 2):
        if one.edge == other.edge:
            continue
        first, second = (around([Box(*p.start, 0, 0), Box(*p.end, 0, 0)]).inflated(1.5) for p in (one, other))
        both = (
            min(first.right, second.right) - max(first.x, second.x),
            min(first.bottom, second.bottom) - max(first.y, second.y),
        )
        assert min(both) <= 0 or max(both) < 6


@pytest.mark.parametrize("name", FIGURES)
def test_few_lines_cross(name: str) -> None:
    assert crossings(layout_of(FIGURES[name])) <= MOST_CROSSINGS[name]


def crossings(layout: Layout) -> int:
    return sum(one.crosses(other) for one, other in combinations(pieces(layout), 2) if one.edge != other.edge)


@pytest.mark.parametrize("way", Direction)
def test_lines_to_one_node_use_its_ports_in_the_order_in_which_they_come(way: Direction) -> None:
    fan = Graph(nodes("left", *"abcd") + nodes("right", "e"), (LayoutGroup("left"), LayoutGroup("right")), ())
    for pairs in (("a>e", "b>e", "c>e", "d>e"), ("d>e", "c>e", "b>e", "a>e"), ("c>e", "a>e", "d>e", "b>e")):
        assert crossings(layout_of(replace(fan, edges=tuple(edges(*pairs)), direction=way))) == 0


def test_figures_can_be_read_in_the_window(figure: Graph) -> None:
    bounds = layout_of(figure).bounds
    assert min(900 / bounds.width, 540 / bounds.height) > 0.3


def test_loops_go_around_the_outside() -> None:
    layout = layout_of(GAN)
    levels = {id: {y for _, y in layout.edges[id].points} for id in ("e7", "e8")}
    inner = around([*layout.nodes.values(), *layout.groups.values()])
    assert all(min(ys) < inner.y or max(ys) > inner.bottom for ys in levels.values())


def test_a_chain_runs_straight_through_groups() -> None:
    layout = layout_of(GAN)
    straight = [route for id, route in layout.edges.items() if id in {"e0", "e1", "e2", "e4"}]
    assert all(len(route.points) == 2 for route in straight)


def test_direction_down_turns_the_flow() -> None:
    layout = layout_of(Graph(nodes(None, "a", "b"), (), tuple(edges("a>b")), Direction.DOWN))
    assert layout.nodes["a"].bottom < layout.nodes["b"].y
    assert layout.edges["e0"].points[0][0] == layout.edges["e0"].points[1][0]


def test_rank_and_order_are_followed() -> None:
    asked = (
        LayoutNode("a", SMALL, None, 0, 1),
        LayoutNode("b", SMALL, None, 0, 0),
        LayoutNode("c", SMALL, None, 2),
    )
    layout = layout_of(Graph((*asked, *nodes(None, "d")), (), tuple(edges("a>d", "b>d", "a>c"))))
    assert layout.nodes["b"].bottom < layout.nodes["a"].y
    assert layout.nodes["d"].right < layout.nodes["c"].x


def heights(layout: Layout, *ids: str) -> list[float]:
    return [layout.nodes[id].centre[1] for id in ids]


def test_lanes_are_followed_in_a_flow_to_the_right_and_downwards() -> None:
    sizes = dict(zip("abcde", (SMALL, BIG, SMALL, BIG, SMALL), strict=True))
    lanes = {"a": 1, "b": 1, "c": 1, "d": 0, "e": 2}
    made = tuple(LayoutNode(id, size, lane=lanes[id]) for id, size in sizes.items())
    graph = Graph(made, (), tuple(edges("a>b", "b>c", "a>d", "d>c", "a>e", "e>c")))
    right = layout_of(graph)
    assert heights(right, "a", "b") == heights(right, "b", "c")
    assert right.nodes["d"].bottom < min(right.nodes[id].y for id in "abc")
    assert max(right.nodes[id].bottom for id in "abc") < right.nodes["e"].y
    assert len(right.edges["e0"].points) == 2
    down = layout_of(replace(graph, direction=Direction.DOWN))
    assert down.nodes["a"].centre[0] == down.nodes["b"].centre[0] == down.nodes["c"].centre[0]
    assert down.nodes["d"].right < min(down.nodes[id].x for id in "abc")
    for each in (graph, replace(graph, direction=Direction.DOWN)):
        check_sound(each, layout_of(each))


def test_two_of_one_lane_in_one_column_are_both_drawn() -> None:
    made = tuple(LayoutNode(id, SMALL, None, rank, 0, lane=1) for id, rank in zip("abcd", (0, 0, 1, 1), strict=True))
    graph = Graph(made, (), tuple(edges("a>c", "b>d", "a>d")))
    layout = layout_of(graph)
    check_sound(graph, layout)
    assert heights(layout, "a") == heights(layout, "c")


def test_what_has_no_lane_keeps_its_turn_among_lanes() -> None:
    made = (LayoutNode("a", SMALL, lane=3), *nodes(None, "b"), LayoutNode("c", SMALL, lane=1), *nodes(None, "d"))
    graph = Graph((*made, LayoutNode("e", SMALL, lane=1)), (), tuple(edges("a>e", "b>e", "c>e", "d>e")))
    layout = layout_of(graph)
    check_sound(graph, layout)
    assert heights(layout, "c") == heights(layout, "e") < heights(layout, "a")


@pytest.mark.parametrize("rank", [None, 1])
def test_a_node_stands_beside_another(rank: int | None) -> None:
    made = (*nodes(None, "a", "b"), LayoutNode("c", SMALL, None, rank), LayoutNode("d", SMALL, beside="c"))
    pairs = ("a>b", "b>c", "a>d") if rank is None else ("a>b", "a>c", "a>d")
    layout = layout_of(Graph(made, (), tuple(edges(*pairs))))
    assert layout.nodes["d"].centre[0] == layout.nodes["c"].centre[0] > layout.nodes["a"].right


def test_a_line_between_two_that_stand_beside_each_other_runs_upright() -> None:
    made = (*nodes(None, "a", "b"), LayoutNode("c", SMALL, beside="b"))
    layout = layout_of(Graph(made, (), tuple(edges("a>b", "b>c"))))
    assert len(layout.edges["e1"].points) == 2
    assert layout.nodes["c"].centre[0] == layout.nodes["b"].centre[0]


def test_groups_follow_rank_order_and_lane() -> None:
    groups = (
        LayoutGroup("late", None, LABEL, rank=2, lane=0),
        LayoutGroup("low", None, LABEL, rank=0, order=1),
        LayoutGroup("high", None, LABEL, rank=0, order=0, lane=0),
    )
    made = nodes("late", "a") + nodes("low", "b") + nodes("high", "c")
    graph = Graph(made, groups, tuple(edges("c>a")))
    layout = layout_of(graph)
    check_sound(graph, layout)
    assert layout.groups["high"].bottom < layout.groups["low"].y
    assert layout.groups["low"].right < layout.groups["late"].x
    assert heights(layout, "a") == heights(layout, "c")


@pytest.mark.parametrize(
    "made",
    [
        (LayoutNode("a", SMALL), LayoutNode("b", SMALL), LayoutNode("c", SMALL, beside="a")),
        (LayoutNode("a", SMALL, beside="b"), LayoutNode("b", SMALL, beside="a"), LayoutNode("c", SMALL, None, 0)),
        (LayoutNode("a", SMALL, None, 2), LayoutNode("b", SMALL, None, 1), LayoutNode("c", SMALL, None, 0, 5, 3, "a")),
        (LayoutNode("a", SMALL, beside="a"), LayoutNode("b", SMALL, "g", 7, 7, 7, "c"), LayoutNode("c", SMALL)),
    ],
)
def test_hints_against_the_edges_or_each_other_lose_no_drawing(made: tuple[LayoutNode, ...]) -> None:
    for way in Direction:
        graph = Graph(made, (LayoutGroup("g"),), tuple(edges("a>b", "b>c")), way)
        check_sound(graph, layout_of(graph))


def test_an_edge_inside_a_column_runs_straight_and_so_does_the_one_into_it() -> None:
    column = tuple(LayoutNode(id, SMALL, None, 1, place) for place, id in enumerate("bcd"))
    layout = layout_of(Graph((LayoutNode("a", SMALL, None, 0), *column), (), tuple(edges("a>c", "c>b:", "c>d"))))
    assert [len(route.points) for route in layout.edges.values()] == [2, 2, 2]
    assert layout.nodes["b"].bottom < layout.nodes["c"].y < layout.nodes["c"].bottom < layout.nodes["d"].y


def test_ranks_hold_without_edges() -> None:
    layout = layout_of(Graph(tuple(LayoutNode(id, SMALL, None, rank) for rank, id in enumerate("abc"))))
    assert layout.nodes["a"].right < layout.nodes["b"].x < layout.nodes["b"].right < layout.nodes["c"].x


def test_long_chain_is_broken_into_rows_unless_the_page_is_endless() -> None:
    chain = Graph(nodes(None, *map(str, range(20))), (), tuple(edges(*(f"{n}>{n + 1}" for n in range(19)))))
    assert layout_of(chain).bounds.width < 1700
    assert layout_of(replace(chain, viewport=None)).bounds.width > 3000


@pytest.mark.parametrize(
    "graph",
    [
        Graph(),
        Graph(nodes(None, "a")),
        Graph(nodes(None, "a"), (), tuple(edges("a>a:", "a>a", "a<a:"))),
        Graph(nodes(None, "a", "b"), (), tuple(edges("a>b:", "a>b:", "a>b", "b>a:", "a<b:", "a<b"))),
        Graph(nodes(None, "a", "b"), (), tuple(edges(*["a>b"] * 12))),
        Graph(nodes(None, *"abcdef"), (), tuple(edges("a>b", "c>d:"))),
        Graph(nodes(None, *"abc"), (), tuple(edges("a>b", "b>c", "c>a:"))),
        Graph((), (LayoutGroup("empty", None, LABEL), LayoutGroup("inner", "empty", LABEL))),
        Graph(nodes("same", "same"), (LayoutGroup("same", None, Size(400, 16)),), tuple(edges("same>same"))),
        Graph(
            nodes("g", "a") + nodes(None, "b"),
            (LayoutGroup("g", None, LABEL),),
            tuple(edges("a>a:", "a>b", "b>a")),
        ),
    ],
    ids=[
        "nothing",
        "one",
        "self",
        "parallel",
        "many",
        "apart",
        "cycle",
        "empty-groups",
        "same-name",
        "self-in-group",
    ],
)
@pytest.mark.parametrize("way", Direction)
def test_odd_graphs_are_drawn(graph: Graph, way: Direction) -> None:
    turned = replace(graph, direction=way)
    check_sound(turned, layout_of(turned))


def test_deep_nesting_does_not_recurse() -> None:
    depth = 1500
    groups = tuple(LayoutGroup(f"g{n}", f"g{n - 1}" if n else None) for n in range(depth))
    layout = layout_of(Graph(nodes(f"g{depth - 1}", "a"), groups))
    assert layout.groups["g0"].contains(layout.groups[f"g{depth - 1}"])


def test_a_thousand_nodes() -> None:
    pairs = [f"{n}>{n + step}" for n in range(1000) for step in (1, 30) if n % 30 < 29 and n + step < 1000]
    chain = Graph(nodes(None, *map(str, range(1000))), (), tuple(edges(*pairs[:1400])))
    layout = layout_of(chain)
    check_nodes(chain, layout)
    assert all(on_border(layout.nodes[edge.target], layout.edges[edge.id].points[-1]) for edge in chain.edges)


@pytest.mark.parametrize(
    ("graph", "words"),
    [
        (Graph(nodes(None, "a"), (), tuple(edges("a>b"))), "'b'"),
        (Graph(nodes("nowhere", "a")), "'nowhere'"),
        (Graph((LayoutNode("a", SMALL, beside="b"),)), "beside 'b', which does not exist"),
        (Graph((), (LayoutGroup("a", "b"), LayoutGroup("b", "a"))), "inside itself"),
        (Graph(nodes(None, "a", "a")), "'a'"),
        (Graph(nodes(None, "a", size=Size(float("nan"), 10))), "no size"),
    ],
)
def test_what_cannot_be_drawn_is_refused_by_name(graph: Graph, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        layout_of(graph)


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


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(graphs())
def test_any_graph_is_drawn_cleanly_and_the_same_twice(graph: Graph) -> None:
    layout = layout_of(graph)
    check_sound(graph, layout)
    assert layout_of(graph) == layout
