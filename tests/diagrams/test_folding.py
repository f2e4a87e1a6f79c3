"""Folded groups: what is shown instead, where the lines end, and what stands for what is gone."""

from __future__ import annotations

from desktop.catalog.entities.diagrams import Edge, EdgeKind, FlowDiagram, NodeGroup
from desktop.diagrams.drawing.shapes import Drawing, Look
from desktop.diagrams.figure import draft_of
from desktop.diagrams.folding import folded
from tests.diagrams.builders import node, ruler
from tests.diagrams.soundness import check_sound

NEST = FlowDiagram(
    type="flow",
    id="nest",
    title="Nest",
    summary="Groups in groups.",
    outline="Groups in groups.",
    nodes=(node("a"), node("b", group="inner"), node("c", group="inner"), node("d", group="outer"), node("e")),
    groups=(NodeGroup(id="outer", title="outer"), NodeGroup(id="inner", title="inner", parent="outer")),
    edges=(
        Edge(id="ab", source="a", target="b", label="in"),
        Edge(id="ac", source="a", target="c"),
        Edge(id="bc", source="b", target="c"),
        Edge(id="cd", source="c", target="d"),
        Edge(id="de", source="d", target="e"),
        Edge(id="train", source="e", target="b", kind=EdgeKind.GRADIENT, trains="b"),
    ),
)


def drawn(*closed: str) -> Drawing:
    return draft_of(NEST, ruler, frozenset(closed))()


def ends(drawing: Drawing) -> set[tuple[str, str]]:
    return {(wire.source, wire.target) for wire in drawing.wires}


def test_nothing_folded_is_the_diagram_itself() -> None:
    assert folded(NEST, ()).diagram is NEST
    assert folded(NEST, ("nowhere",)).diagram is NEST


def test_a_folded_group_is_one_box_and_its_lines_end_there() -> None:
    drawing = drawn("inner")
    check_sound(drawing)
    box = next(shape for shape in drawing.shapes if shape.id == "inner")
    assert box.look is Look.FOLDED
    assert box.name == "inner, group: 2 nodes, folded"
    assert {shape.id for shape in drawing.shapes} == {"a", "inner", "d", "e", "outer"}
    assert ends(drawing) == {("a", "inner"), ("inner", "d"), ("d", "e"), ("e", "inner")}


def test_lines_that_become_alike_are_drawn_once_and_counted() -> None:
    wire = next(wire for wire in drawn("inner").wires if wire.source == "a")
    assert wire.label is not None
    assert wire.label.lines == ("2 lines",)


def test_a_group_in_a_folded_group_is_gone_with_it() -> None:
    drawing = drawn("outer", "inner")
    check_sound(drawing)
    assert {shape.id for shape in drawing.shapes} == {"a", "outer", "e"}
    assert "3 nodes" in next(shape.name for shape in drawing.shapes if shape.id == "outer")
    for part in ("b", "c", "d", "inner", "bc", "cd"):
        assert drawing.stands_for[part] == "outer"
    assert drawing.stands_for["ac"] == "ab"


def test_the_gradient_trains_what_stands_for_its_network() -> None:
    edge = next(edge for edge in folded(NEST, ("outer",)).diagram.edges if edge.id == "train")
    assert edge.trains == "outer"
