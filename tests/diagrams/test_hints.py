"""The author's hints: rank, order, lane and beside, followed as far as they go together."""

from dataclasses import replace

import pytest

from desktop.diagrams.layout import Direction, Graph, Layout, LayoutGroup, LayoutNode, layout_of
from tests.diagrams.graphs import BIG, LABEL, SMALL, check_sound, edges, nodes


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
