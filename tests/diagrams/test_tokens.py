"""The token's way: which lines it takes at once, which after another, and where it is on them."""

from __future__ import annotations

import pytest

from desktop.catalog.entities.diagrams import EdgeKind
from desktop.diagrams.boxes import Box
from desktop.diagrams.drawing.shapes import Drawing, Wire
from desktop.diagrams.tokens import places_at, waves_of


def wire(id: str, source: str, target: str, *points: tuple[float, float]) -> Wire:
    way = points or ((0.0, 0.0), (10.0, 0.0))
    return Wire(id=id, kind=EdgeKind.DATA, source=source, target=target, points=way, name=id, tip=id)


def drawing(*wires: Wire) -> Drawing:
    return Drawing(Box(0, 0, 100, 100), (), wires)


def turns(figure: Drawing, *path: str) -> list[list[str]]:
    return [[each.id for each in wave] for wave in waves_of(figure, path)]


def test_lines_that_follow_each_other_take_turns() -> None:
    figure = drawing(wire("a", "x", "y"), wire("b", "y", "z"), wire("c", "z", "end"))
    assert turns(figure, "a", "b", "c") == [["a"], ["b"], ["c"]]


def test_lines_from_several_places_start_together_and_what_they_join_waits_for_both() -> None:
    figure = drawing(wire("a", "x", "m"), wire("b", "y", "m"), wire("c", "n", "y"), wire("d", "m", "end"))
    assert turns(figure, "a", "c", "b", "d") == [["a", "c"], ["b"], ["d"]]


def test_a_circle_in_the_path_ends() -> None:
    figure = drawing(wire("on", "x", "y"), wire("back", "y", "x"))
    assert turns(figure, "on", "back", "on") == [["on"], ["back"]]


def test_what_is_not_drawn_takes_no_turn() -> None:
    figure = drawing(wire("a", "x", "y"))
    assert turns(figure, "gone", "a") == [["a"]]
    assert turns(figure) == []


def test_the_token_runs_along_the_bends() -> None:
    waves = waves_of(drawing(wire("a", "x", "y", (0, 0), (10, 0), (10, 10))), ["a"])
    assert places_at(waves, 0.0) == ((0, 0),)
    assert places_at(waves, 0.5)[0] == pytest.approx((10, 0))
    x, y = places_at(waves, 0.75)[0]
    assert x == 10
    assert 0 < y < 10
    assert places_at(waves, 1.0) == ()
