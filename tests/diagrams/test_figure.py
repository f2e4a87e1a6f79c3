"""Drawings of every type: nothing covers anything, no line crosses a stranger, no label is cut."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest

from desktop.catalog.entities.diagrams import Edge, EdgeKind, NodeGroup
from desktop.diagrams.drawing.shapes import GROUNDS, Drawing, Look, Wire
from tests.diagrams.builders import ALL, CUP, HISTORY, TEA, WARMTH, chain, figure_of, node, ruler
from tests.diagrams.soundness import check_grounds, check_sound

if TYPE_CHECKING:
    from desktop.catalog.entities.diagrams import Diagram


@pytest.fixture(params=ALL, ids=lambda diagram: diagram.type)
def diagram(request: pytest.FixtureRequest) -> Diagram:
    found: Diagram = request.param
    return found


def box_of(drawing: Drawing, id: str) -> tuple[float, float, float, float]:
    box = next(shape.box for shape in drawing.shapes if shape.id == id)
    return box.x, box.y, box.right, box.bottom


def test_nothing_covers_anything(diagram: Diagram) -> None:
    check_sound(figure_of(diagram, ruler))


def test_the_same_diagram_gives_the_same_drawing(diagram: Diagram) -> None:
    assert figure_of(diagram, ruler) == figure_of(diagram, ruler)


def test_everything_can_be_reached_in_reading_order() -> None:
    assert figure_of(TEA, ruler).order == ("water", "kettle", "leaves", "pot", "taste")
    assert figure_of(CUP, ruler).order == ("drinks", "hot", "juice", "tea", "coffee")
    assert figure_of(HISTORY, ruler).order == ("pot", "pot-2", "ship", "bag")
    assert figure_of(WARMTH, ruler).order == ("winter", "summer")


def test_a_part_has_a_name_that_says_what_it_is() -> None:
    drawing = figure_of(TEA, ruler)
    names = {shape.id: shape.name for shape in drawing.shapes} | {wire.id: wire.name for wire in drawing.wires}
    assert names["kettle"] == "Kettle, network: boils"
    assert names["stove"] == "on the stove, group"
    assert names["again"] == "loop from Taste to Water: once more"


@pytest.mark.parametrize("text", ["x" * 10_000, "many words " * 1_000])
def test_words_of_10000_characters_are_cut_and_whole_in_the_name(text: str) -> None:
    long = replace(
        chain(2),
        nodes=(replace(node("n0", sub=text, group="g"), title=text), node("n1")),
        edges=(Edge(id="e0", source="n0", target="n1", label=text),),
        groups=(NodeGroup(id="g", title=text),),
    )
    drawing = figure_of(long, ruler)
    check_sound(drawing, cut_allowed=True)
    shapes = {shape.id: shape for shape in drawing.shapes}
    for shape in (shapes["n0"], shapes["g"]):
        assert all(writing.cut for writing in shape.writings)
        assert text.strip() in shape.name
        assert len(shape.tip) < 2_000
        assert shape.box.width < 600
    [wire] = drawing.wires
    assert wire.label is not None
    assert wire.label.cut
    assert text.strip() in wire.name
    assert len(wire.tip) < 2_000


@pytest.mark.parametrize("kind", [EdgeKind.DATA, EdgeKind.CONDITION])
def test_a_cycle_that_nobody_marked_as_a_loop_is_drawn(kind: EdgeKind) -> None:
    ring = (("n0", "n1"), ("n1", "n2"), ("n2", "n3"), ("n3", "n0"), ("n2", "n0"), ("n3", "n3"))
    edges = tuple(Edge(id=f"{a}-{b}", source=a, target=b, kind=kind, label=f"to {b}") for a, b in ring)
    drawing = figure_of(replace(chain(4), edges=edges), ruler)
    check_sound(drawing)
    assert len(drawing.wires) == len(ring)
    back = [wire for wire in drawing.wires if wire.source != wire.target and leads_back(drawing, wire)]
    assert 1 <= len(back) <= 2


def leads_back(drawing: Drawing, wire: Wire) -> bool:
    return box_of(drawing, wire.source)[0] > box_of(drawing, wire.target)[2]


def test_groups_may_lie_five_deep() -> None:
    groups = tuple(NodeGroup(id=f"g{at}", title=f"Level {at}", parent=f"g{at - 1}" if at else None) for at in range(5))
    deep = replace(chain(7), groups=groups)
    inside = tuple(replace(each, group=f"g{at}" if at < 5 else None) for at, each in enumerate(deep.nodes))
    nested = replace(deep, nodes=inside)
    drawing = figure_of(nested, ruler)
    check_sound(drawing)
    check_grounds(nested, drawing)
    boxes = {shape.id: shape.box for shape in drawing.shapes}
    assert all(boxes[f"g{at}"].contains(boxes[f"g{at + 1}"]) for at in range(4))


def test_events_stand_in_the_column_of_their_year_and_never_overlap() -> None:
    drawing = figure_of(HISTORY, ruler)
    pot, second, ship, bag = (box_of(drawing, id) for id in ("pot", "pot-2", "ship", "bag"))
    assert pot[0] == second[0] < ship[0] < bag[0]
    assert second[1] >= pot[3]
    assert max(pot[2], second[2]) < ship[0]


def test_years_that_are_left_out_are_marked() -> None:
    ticks = [shape for shape in figure_of(HISTORY, ruler).shapes if shape.look is Look.TICK]
    assert [tick.writings[0].lines[0].startswith("…") for tick in ticks] == [False, True, True]


def test_years_are_named_at_their_places() -> None:
    drawing = figure_of(HISTORY, ruler)
    ticks = {shape.name: shape.box.x for shape in drawing.shapes if shape.look is Look.TICK}
    places = list(ticks.values())
    assert list(ticks) == sorted(ticks)
    assert all(after - before >= 72 for before, after in pairwise(places))


def test_one_year_alone_can_be_drawn() -> None:
    assert figure_of(replace(HISTORY, events=HISTORY.events[:1]), ruler).order == ("bag",)


def test_a_heat_map_has_a_square_for_each_number() -> None:
    winter = next(shape for shape in figure_of(WARMTH, ruler).shapes if shape.id == "winter")
    assert winter.cells is not None
    assert winter.cells.rows == ((1.0, None), (0.25, 0.75))


def test_lines_end_on_the_pointed_outline_of_a_decision() -> None:
    drawing = figure_of(TEA, ruler)
    left, top, right, bottom = box_of(drawing, "taste")
    end = next(wire.points[-1] for wire in drawing.wires if wire.id == "drink")
    inside = left <= end[0] <= right and top <= end[1] <= bottom
    assert inside


def test_grounds_are_painted_before_what_stands_on_them(diagram: Diagram) -> None:
    looks = [shape.look in GROUNDS for shape in figure_of(diagram, ruler).shapes]
    assert looks == sorted(looks, reverse=True)


def test_sets_hold_their_own() -> None:
    drawing = figure_of(CUP, ruler)
    boxes = {shape.id: shape.box for shape in drawing.shapes}
    assert boxes["drinks"].contains(boxes["hot"])
    assert boxes["hot"].contains(boxes["tea"])
    assert not boxes["hot"].overlaps(boxes["juice"])
    assert not any(one.overlaps(other) for one, other in combinations([boxes["tea"], boxes["coffee"]], 2))
