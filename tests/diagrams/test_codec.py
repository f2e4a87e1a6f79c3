"""Layouts on their way through a file or to another process: nothing is lost, and nothing wrong is taken in."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from desktop.diagrams.boxes import Size
from desktop.diagrams.layered import codec
from desktop.diagrams.layered.codec import (
    graph_from_json,
    graph_to_json,
    key_of,
    layout_from_json,
    layout_to_json,
)
from desktop.diagrams.layout import Graph, LayoutEdge, LayoutGroup, LayoutNode, layout_of
from tests.diagrams.graphs import DIFFUSION, GAN, graphs

SMALL = Graph(
    (LayoutNode("a", Size(80, 40), "g", 0, -1), LayoutNode("b", Size(80, 40.5))),
    (LayoutGroup("g", None, Size(30, 12)),),
    (LayoutEdge("e", "a", "b", Size(20, 12)), LayoutEdge("f", "b", "a", None, loop=True)),
)


def through_text(value: object) -> Any:
    return json.loads(json.dumps(value, allow_nan=False))


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(graphs())
def test_a_graph_and_its_layout_come_back_as_they_were(graph: Graph) -> None:
    back = graph_from_json(through_text(graph_to_json(graph)))
    assert back == graph
    assert key_of(back) == key_of(graph)
    layout = layout_of(graph)
    assert layout_from_json(through_text(layout_to_json(layout)), graph) == layout


def test_equal_graphs_share_a_key_and_others_do_not() -> None:
    same = replace(SMALL, nodes=(replace(SMALL.nodes[0], size=Size(80.0, 40.0)), SMALL.nodes[1]))
    assert same == SMALL
    assert key_of(same) == key_of(SMALL)
    others = [
        replace(SMALL, viewport=None),
        replace(SMALL, nodes=SMALL.nodes[::-1]),
        replace(SMALL, nodes=(replace(SMALL.nodes[0], rank=1), SMALL.nodes[1])),
        replace(SMALL, edges=(replace(SMALL.edges[0], label=Size(20, 13)), SMALL.edges[1])),
        replace(SMALL, nodes=(replace(SMALL.nodes[0], beside="b"), SMALL.nodes[1])),
        replace(SMALL, groups=(replace(SMALL.groups[0], label=Size(31, 12)),)),
    ]
    assert len({key_of(SMALL), *map(key_of, others)}) == 7


def test_another_version_of_the_layout_has_other_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    before = key_of(SMALL)
    monkeypatch.setattr(codec, "VERSION", codec.VERSION + 1)
    assert key_of(SMALL) != before


def test_a_key_is_the_same_in_another_process() -> None:
    code = "from tests.diagrams.test_codec import SMALL, key_of; print(key_of(SMALL))"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert found.stdout.strip() == key_of(SMALL)


def test_a_size_that_is_no_number_has_no_key() -> None:
    with pytest.raises(ValueError, match="nan is not a length"):
        key_of(Graph((LayoutNode("a", Size(float("nan"), 10)),)))


def spoilt(value: Any, path: tuple[str | int, ...], bad: object) -> Any:
    found = copy.deepcopy(value)
    at = found
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = bad
    return found


@pytest.mark.parametrize(
    ("path", "bad", "words"),
    [
        (("nodes",), None, "the nodes must be a list, not None"),
        (("nodes", 0), {"id": "a"}, "a node must have the fields"),
        (("nodes", 0, "id"), 7, "the id of a node must be a text, not 7"),
        (("nodes", 0, "size"), [80, "40"], "the size of the node 'a' must be 2 finite numbers"),
        (("nodes", 0, "size"), [80, float("inf")], "must be 2 finite numbers"),
        (("nodes", 0, "size"), [80, True], "must be 2 finite numbers"),
        (("nodes", 0, "rank"), True, "the rank of the node 'a' must be a whole number"),
        (("nodes", 0, "lane"), 1.0, "the lane of the node 'a' must be a whole number"),
        (("groups", 0, "order"), "1", "the order of the group 'g' must be a whole number"),
        (("nodes", 0, "group"), 3, "the group of the node 'a' must be a text"),
        (("groups", 0, "label"), None, "the label of the group 'g' must be a list"),
        (("edges", 0, "loop"), 1, "whether the edge 'e' is a loop"),
        (("edges", 0, "more"), 1, "an edge must have the fields"),
        (("direction",), "up", "no direction 'up'"),
        (("direction",), "x" * 200, "no direction"),
        (("direction",), ["right"], "the direction must be a text"),
    ],
)
def test_a_spoilt_graph_is_refused_in_words(path: tuple[str | int, ...], bad: object, words: str) -> None:
    with pytest.raises(ValueError, match=words) as caught:
        graph_from_json(spoilt(graph_to_json(SMALL), path, bad))
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("path", "bad", "words"),
    [
        (("nodes", "a"), [1, 2, 3], "the node 'a' must be 4 finite numbers"),
        (("nodes",), {"a": [0, 0, 1, 1]}, "kind node are not those of the graph"),
        (("edges", "e", "points"), [[0, 0]], "the edge 'e' has fewer than two points"),
        (("edges", "e", "points", 0), [0, None], "a point of the edge 'e'"),
        (("edges", "e", "label"), None, "the edge 'e' has no label"),
        (("edges", "f", "label"), [0, 0, 1, 1], "the edge 'f' has a label"),
        (("bounds",), "wide", "the page must be a list, not 'wide'"),
    ],
)
def test_a_spoilt_layout_is_refused_in_words(path: tuple[str | int, ...], bad: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        layout_from_json(spoilt(layout_to_json(layout_of(SMALL)), path, bad), SMALL)


@pytest.mark.parametrize("value", [None, [], "x", 3, {}])
def test_what_is_no_record_at_all_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="a graph must have the fields"):
        graph_from_json(value)
    with pytest.raises(ValueError, match="a layout must have the fields"):
        layout_from_json(value, SMALL)


@pytest.mark.parametrize("graph", [GAN, DIFFUSION, Graph()], ids=["gan", "diffusion", "nothing"])
def test_progress_rises_to_the_end(graph: Graph) -> None:
    told: list[float] = []
    layout = layout_of(graph, told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert all(0 <= share <= 1 for share in told)
    assert layout == layout_of(graph)


def test_whoever_is_told_can_end_the_work() -> None:
    def enough(share: float) -> None:
        if share > 0.4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        layout_of(DIFFUSION, enough)
