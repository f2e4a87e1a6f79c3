"""What all writers see of a table."""

from __future__ import annotations

import pytest

from desktop.export.table import ExportCell, line_of, marked, numbered_works
from tests.export.builders import DRINKS, group, row


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        (ExportCell("Text"), "Text"),
        (ExportCell("Text", (1, 3)), "Text [1] [3]"),
        (ExportCell("", (2,)), "[2]"),
        (ExportCell(""), ""),
    ],
)
def test_a_cell_names_its_works_by_number(cell: ExportCell, seen: str) -> None:
    assert marked(cell) == seen


def test_the_numbers_are_those_of_the_list() -> None:
    assert numbered_works(DRINKS) == ("[1] Leaf, All about tea (2001)", "[2] Bean, All about coffee (2002)")


def test_every_line_is_as_wide_as_the_table() -> None:
    assert line_of(DRINKS, group("In the cup")) == ("In the cup", "", "")
    assert line_of(DRINKS, row("Milk", "a")) == ("Milk", "a", "")
