"""Where the arrows lead."""

from __future__ import annotations

import pytest

from desktop.diagrams.walk import Way, neighbour, walked
from tests.diagrams.builders import CUP, TEA, figure_of, ruler


@pytest.mark.parametrize(
    ("at", "way", "to"),
    [
        ("water", Way.RIGHT, "kettle"),
        ("kettle", Way.RIGHT, "pot"),
        ("kettle", Way.LEFT, "water"),
        ("water", Way.LEFT, None),
        ("nobody", Way.LEFT, "water"),
    ],
)
def test_arrows_follow_the_lines(at: str, way: Way, to: str | None) -> None:
    assert walked(figure_of(TEA, ruler), at, way) == to


def test_without_lines_the_nearest_is_next() -> None:
    assert walked(figure_of(CUP, ruler), "tea", Way.DOWN) == "coffee"
    assert walked(figure_of(CUP, ruler), "coffee", Way.UP) == "tea"


def test_the_reading_order_ends_at_both_ends() -> None:
    order = figure_of(TEA, ruler).order
    assert neighbour(order, "water", 1) == "kettle"
    assert neighbour(order, "taste", 1) is None
    assert neighbour(order, "water", -1) is None
    assert neighbour(order, "", -1) == "taste"
