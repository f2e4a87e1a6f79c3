"""The matrix as a value: what is left under an arrangement, in which order, with which counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop.catalog.entities.evidence import Basis, Verdict
from desktop.catalog.entities.matrix import Rating, ValueKind
from desktop.catalog.entities.pack import Grade, Level, Scale
from desktop.matrix.signs import signs_of
from desktop.matrix.table.arrangement import (
    CHOSEN,
    Arrangement,
    ColumnFilter,
    Facet,
    FacetKind,
    Likeness,
    MarkFacet,
    SortKey,
)
from desktop.matrix.table.grid import Grid, GroupRow, LineRow, summary_of
from desktop.matrix.table.matrix import Matrix
from desktop.matrix.telling import why_empty
from tests.builders import PACK, aspect, catalog, cell, claim, group, source, subject

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.matrix import Cell

TODAY = date(2026, 11, 22)
ALL = Arrangement("technologies")


def grid(catalog: Catalog, wanted: Arrangement = ALL) -> Grid:
    return Matrix(catalog, TODAY).grid_of(wanted)


def heads(grid: Grid) -> list[str]:
    return [row.head.id for row in grid.rows() if isinstance(row, LineRow)]


def drinks() -> Catalog:
    """Three drinks: two alike in caffeine, one unknown; a year each; one note; one disputed, dated claim."""
    scale = Scale(
        id="much",
        title="Much",
        meaning="How much.",
        grades=(Grade(value=0, title="None"), Grade(value=4, title="Lots")),
    )
    pack = replace(PACK, scales=(scale,), levels=(*PACK.levels, Level(id="cups", title="Cups")))
    years = {"tea": "2010", "coffee": "2009-05", "cocoa": "2023-03-14"}
    strong = {"tea": 1, "coffee": 4}

    def cells(name: str) -> dict[str, Cell]:
        found = {
            "since": cell(f"Since {years[name]}", values=(years[name],), claims=("old",) if name == "tea" else ()),
            "home": cell("A shrub", note="From afar." if name == "cocoa" else None, basis=Basis.PAPER),
            "use": cell("In cups", as_of="2019"),
        }
        if name in strong:
            found["caffeine"] = cell("Some", rating=Rating(value=strong[name], reason="Measured."))
        return found

    subjects = tuple(subject(each, cells=cells(each)) for each in years)
    cups = subject("mug", level="cups", cells={"use": cell("For cocoa")})
    return catalog(
        pack=pack,
        subjects=(*subjects, cups),
        sources=(source("s", claim("old", verdict=Verdict.DATED)),),
        groups=(
            group(aspect("since", values=ValueKind.DAY), aspect("caffeine", scale="much"), name="facts"),
            group(aspect("home"), aspect("use", levels=("things", "cups")), name="more"),
        ),
    )


THINGS = Arrangement("things")
LINES = replace(THINGS, is_transposed=True)


def test_folding_hides_the_aspects_but_keeps_the_count(shipped_catalog: Catalog) -> None:
    whole = grid(shipped_catalog)
    groups = [row.group.id for row in whole.rows() if isinstance(row, GroupRow)]
    part = grid(shipped_catalog, replace(ALL, folded=frozenset(groups)))
    assert [type(row) for row in part.rows()] == [GroupRow] * len(groups)
    assert part.shown == whole.shown


def test_a_search_opens_folded_groups(shipped_catalog: Catalog) -> None:
    groups = frozenset(group.id for group in shipped_catalog.groups)
    found = grid(shipped_catalog, replace(ALL, text="diffusion", folded=groups))
    assert heads(found)


def test_every_cell_has_a_sign_with_a_word(shipped_catalog: Catalog) -> None:
    for each in shipped_catalog.subjects:
        for found in each.cells.values():
            signs = signs_of(shipped_catalog, found)
            assert signs
            assert all(sign.word for sign in signs)


def test_the_summary_counts_what_differs_and_what_only_in_the_note() -> None:
    assert summary_of(grid(drinks(), THINGS)) == "3 of 4 aspects differ, 1 only in the note"


def test_differences_and_same_share_the_aspects() -> None:
    assert heads(grid(drinks(), replace(THINGS, likeness=Likeness.DIFFERENT))) == ["since", "caffeine", "home"]
    assert heads(grid(drinks(), replace(THINGS, likeness=Likeness.SAME))) == ["use"]


def test_turned_round_the_differences_are_columns() -> None:
    found = grid(drinks(), replace(LINES, likeness=Likeness.SAME))
    assert [column.id for column in found.columns] == ["use"]
    assert heads(found) == ["tea", "coffee", "cocoa"]


def test_hits_point_at_the_words(shipped_catalog: Catalog) -> None:
    found = grid(shipped_catalog, replace(ALL, text="text"))
    marked = [each for row in found.rows() if isinstance(row, LineRow) for each in row.cells if each.hits]
    assert marked
    for each in marked:
        assert all(each.text[start : start + length].lower() == "text" for start, length in each.hits)


def test_a_search_looks_into_notes_and_sources_and_says_where_it_is_not_in_the_text() -> None:
    found = grid(drinks(), replace(THINGS, text="afar"))
    assert heads(found) == ["home"]
    row = found.row(1)
    assert isinstance(row, LineRow)
    assert [each.hit_elsewhere for each in row.cells] == [False, False, True]
    assert found.hits == 1
    assert heads(grid(drinks(), replace(THINGS, text="S"))), "the article behind a cell is searched too"


def test_typing_on_finds_what_typing_at_once_finds(shipped_catalog: Catalog) -> None:
    matrix = Matrix(shipped_catalog, TODAY)
    for typed in ("t", "tr", "tra", "trai", "tr", "image train"):
        stepwise = matrix.grid_of(replace(ALL, text=typed))
        at_once = grid(shipped_catalog, replace(ALL, text=typed))
        assert (heads(stepwise), stepwise.hits) == (heads(at_once), at_once.hits)


def test_each_count_is_what_the_facet_leaves(shipped_catalog: Catalog) -> None:
    matrix = Matrix(shipped_catalog, TODAY)
    first = Facet(FacetKind.MARK, MarkFacet.DATED)
    some = matrix.grid_of(ALL.with_facet(first, True))
    assert some.shown > 0
    for facet, count in some.facet_counts.items():
        assert matrix.grid_of(some.arrangement.with_facet(facet, True)).shown == count, facet


def test_facets_of_one_kind_add_up_and_marks_must_all_be_there() -> None:
    groups = frozenset({Facet(FacetKind.GROUP, "facts"), Facet(FacetKind.GROUP, "more")})
    assert len(heads(grid(drinks(), replace(THINGS, facets=groups)))) == 4
    marks = frozenset({Facet(FacetKind.MARK, MarkFacet.DATED), Facet(FacetKind.MARK, MarkFacet.NOTE)})
    assert heads(grid(drinks(), replace(THINGS, facets=marks))) == []


@pytest.mark.parametrize(
    ("mark", "left"), [("unknown", ["caffeine"]), ("dated", ["since"]), ("stale", ["use"]), ("note", ["home"])]
)
def test_each_mark_leaves_its_aspects(mark: str, left: list[str]) -> None:
    facet = Facet(FacetKind.MARK, mark)
    found = heads(grid(drinks(), replace(THINGS, facets=frozenset({facet}))))
    assert set(left) <= set(found)
    assert len(found) < 4


def test_lines_are_sorted_by_a_column_rising_and_falling_with_the_unknown_last() -> None:
    assert heads(grid(drinks(), replace(LINES, sort=(SortKey("since"),)))) == ["coffee", "tea", "cocoa"]
    falling = replace(LINES, sort=(SortKey("caffeine", is_descending=True),))
    assert heads(grid(drinks(), falling)) == ["coffee", "tea", "cocoa"]


def test_of_two_keys_the_second_settles_what_is_equal_in_the_first() -> None:
    keys = (SortKey("home"), SortKey("since", is_descending=True))
    assert heads(grid(drinks(), replace(LINES, sort=keys))) == ["cocoa", "tea", "coffee"]


def test_aspects_stand_in_the_order_of_how_much_they_set_apart() -> None:
    found = grid(drinks(), replace(THINGS, sort=(SortKey("*separation"),)))
    assert heads(found)[0] == "since"
    assert heads(found)[-1] == "use"
    assert not list(found.group_rows)


def test_a_condition_on_a_column_that_is_not_shown_stays_on() -> None:
    only = replace(LINES, aspects=("home",), filters=(ColumnFilter("since", ">2009"),))
    found = grid(drinks(), only)
    assert [column.id for column in found.columns] == ["home"]
    assert heads(found) == ["tea", "cocoa"]


def test_a_condition_that_is_none_hides_nothing_and_is_told() -> None:
    found = grid(drinks(), replace(LINES, filters=(ColumnFilter("since", "/(/"),)))
    assert heads(found) == ["tea", "coffee", "cocoa"]
    assert "no pattern" in found.bad_filters["since"]


def test_subjects_of_several_levels_stand_side_by_side_and_say_what_they_are_not_asked() -> None:
    found = grid(drinks(), Arrangement(CHOSEN, subjects=("mug", "tea")))
    assert [column.id for column in found.columns] == ["mug", "tea"]
    row = next(row for row in found.rows() if isinstance(row, LineRow) and row.head.id == "home")
    assert [sign.word for sign in row.cells[0].signs] == ["not asked of these"]
    assert row.cells[1].text == "A shrub"


def test_columns_stand_in_the_order_that_is_asked_for_and_lines_in_that_of_the_pack() -> None:
    found = grid(drinks(), replace(THINGS, subjects=("cocoa", "tea"), aspects=("home", "since")))
    assert [column.id for column in found.columns] == ["cocoa", "tea"]
    assert heads(found) == ["since", "home"]


def test_an_empty_result_names_each_filter() -> None:
    facet = Facet(FacetKind.MARK, MarkFacet.DATED)
    wanted = replace(THINGS, text="abc", likeness=Likeness.SAME, filters=(ColumnFilter("tea", "=x"),))
    said = why_empty(drinks(), wanted.with_facet(facet, True))
    assert all(each in said for each in ("“abc”", "sameness", "'Dated'", "“=x” on Tea"))
