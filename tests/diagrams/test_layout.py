"""What a person would notice in a drawing: nothing covers anything, lines end well, groups hold their own."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings

from desktop.diagrams.boxes import around
from desktop.diagrams.layout import (
    Box,
    Direction,
    Graph,
    LayoutGroup,
    LayoutNode,
    Size,
    foot_of,
    layout_of,
)
from tests.diagrams.graphs import (
    DECODER,
    DIFFUSION,
    GAN,
    LABEL,
    SMALL,
    check_sound,
    crossings,
    edges,
    graphs,
    nodes,
    pieces,
)

FIGURES = {"gan": GAN, "decoder": DECODER, "diffusion": DIFFUSION}
MOST_CROSSINGS = {"gan": 0, "decoder": 0, "diffusion": 3}


@pytest.fixture(params=[(name, way) for name in FIGURES for way in Direction], ids=lambda p: f"{p[0]}-{p[1]}")
def figure(request: pytest.FixtureRequest) -> Graph:
    name, way = request.param
    return replace(FIGURES[name], direction=way)


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


@pytest.mark.parametrize("way", Direction)
@pytest.mark.parametrize("pairs", [["hub>{}"] * 40, ["{}>hub"] * 40, ["hub>{}:", "{}>hub"] * 20, ["hub<{}:"] * 40])
def test_a_node_with_forty_edges(pairs: list[str], way: Direction) -> None:
    ends = [str(number) for number in range(40)]
    joined = tuple(edges(*(pair.format(end) for pair, end in zip(pairs, ends, strict=True))))
    graph = Graph(nodes(None, "hub", *ends), (), joined, way)
    check_sound(graph, layout_of(graph))


def thousand(*, grouped: bool) -> Graph:
    """A graph of 1,000 nodes and 1,400 edges; in groups of fifty, every tenth edge leads far away."""
    pairs = [f"{n}>{n + step}" for n in range(1000) for step in (1, 30) if n % 30 < 29 and n + step < 1000]
    if grouped:
        pairs = [f"{n}>{min(999, n + (97 if n % 10 == 0 else step))}:" for step in (1, 3) for n in range(999)]
        pairs[::100] = [pair.replace(">", "<") for pair in pairs[::100]]
    groups = tuple(LayoutGroup(f"g{n}", None, LABEL) for n in range(20)) if grouped else ()
    made = tuple(LayoutNode(str(n), SMALL, f"g{n // 50}" if grouped else None) for n in range(1000))
    return Graph(made, groups, tuple(edges(*pairs[:1400])))


@pytest.mark.parametrize("grouped", [False, True])
def test_a_thousand_nodes(grouped: bool) -> None:
    graph = thousand(grouped=grouped)
    check_sound(graph, layout_of(graph))


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


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(graphs())
def test_any_graph_is_drawn_cleanly_and_the_same_twice(graph: Graph) -> None:
    layout = layout_of(graph)
    check_sound(graph, layout)
    assert layout_of(graph) == layout
