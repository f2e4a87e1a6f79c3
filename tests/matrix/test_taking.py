"""What is taken away is what is seen, with its filters in words and its sources numbered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.catalog.entities.evidence import Cite, Reference, ReferenceKind
from desktop.matrix.table.arrangement import Arrangement, ColumnFilter, Likeness, SortKey
from desktop.matrix.table.matrix import Matrix
from desktop.matrix.taking import block_of, table_of
from tests.builders import aspect, catalog, cell, claim, group, source, subject

TODAY = date(2026, 11, 22)
WORK = Reference(
    id="w", authors="A. Uthor", title="On tea?", venue="Tea 1", year=2020, kind=ReferenceKind.PAPER, checked=False
)
PACK = catalog(
    references=(WORK,),
    sources=(source("s", claim("hot"), publisher="Leaf"),),
    groups=(group(aspect("heat"), aspect("place"), name="facts"), group(aspect("same"), name="more")),
    subjects=tuple(
        subject(
            name,
            cells={
                "heat": cell(f"Hot {name}", claims=("hot",), references=(Cite(id="w", at="page 3"),)),
                "place": cell(f"From {name}-land", references=(Cite(id="w", at="page 3"),)),
                "same": cell("Drinkable"),
            },
        )
        for name in ("tea", "coffee")
    ),
)
PLAIN = Arrangement("things")


def taken(wanted: Arrangement):  # type: ignore[no-untyped-def]
    return table_of(PACK, Matrix(PACK, TODAY).grid_of(wanted), TODAY)


def test_lines_columns_and_groups_are_those_that_are_seen() -> None:
    table = taken(replace(PLAIN, subjects=("coffee", "tea"), folded=frozenset({"more"})))
    assert table.columns == ("Coffee", "Tea")
    assert [(row.head, row.group) for row in table.rows] == [
        ("Facts", True), ("Heat", False), ("Place", False), ("More (1)", True)
    ]  # fmt: skip
    assert [each.text for each in table.rows[1].cells] == ["Hot coffee", "Hot tea"]


def test_each_source_has_one_number_wherever_it_stands() -> None:
    table = taken(PLAIN)
    assert table.works == (
        "S: All about s. Leaf",
        "A. Uthor: On tea? Tea 1 (2020), page 3. Details not checked.",
    )
    assert table.rows[1].cells[0].works == (1, 2)
    assert table.rows[2].cells[1].works == (2,)


def test_filters_and_order_are_said_and_the_last_line_says_from_where_and_when() -> None:
    wanted = replace(
        PLAIN, likeness=Likeness.DIFFERENT, filters=(ColumnFilter("tea", "hot"),), sort=(SortKey("tea", True),)
    )
    said = taken(wanted).said
    assert "Only aspects that differ." in said
    assert "Only where Tea is hot." in said
    assert "Sorted by Tea (falling)." in said
    assert said[-1] == "Small 1.0, as of 2026. CC0-1.0. Exported on 2026-11-22."


def test_a_marked_block_is_taken_alone() -> None:
    grid = Matrix(PACK, TODAY).grid_of(PLAIN)
    block = block_of(PACK, grid, ([1], [1]), TODAY)
    assert (block.columns, [row.head for row in block.rows]) == (("Coffee",), ["Heat"])


def test_turned_round_subjects_are_the_lines() -> None:
    table = taken(replace(PLAIN, is_transposed=True))
    assert (table.corner, table.columns) == ("Subject", ("Heat", "Place", "Same"))
    assert [row.head for row in table.rows] == ["Tea", "Coffee"]
