"""What the pictures show, as values: counts, empty rows, and the sentence of every mark."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.catalog.entities.evidence import Basis
from desktop.catalog.refs import IndustryRef, SourceRef, UseCaseRef
from desktop.usecases.entries import Entry, entries_of
from desktop.usecases.filter import Filter
from desktop.usecases.finder import found
from desktop.usecases.pictures import MOST_ROWS, articles_by_industry, covered_of, functions_of
from tests.usecases.builders import BARE, CAFE, INN, catalog_of, small_catalog, use_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.catalog import Catalog


def everything(catalog: Catalog, wanted: Filter | None = None) -> Sequence[Entry]:
    return found(entries_of(catalog), wanted or Filter()).entries


def test_a_function_is_counted_by_kind_and_says_its_use_cases() -> None:
    catalog = small_catalog()
    (row,) = functions_of(catalog, everything(catalog)).rows
    assert [(each.part, each.count) for each in row.segments] == [(0, 3), (1, 2)]
    assert row.spoken == "Serve at table: 5 use cases."
    assert row.segments[1].spoken == "Serve at table, Baking: 2 use cases: Making toast, Baking cake."
    assert row.segments[1].ref == UseCaseRef("toast")


def test_a_function_without_use_cases_is_shown_as_empty(shipped_catalog: Catalog) -> None:
    bars = functions_of(shipped_catalog, everything(shipped_catalog, Filter(kind=("predictive",))))
    empty = [row for row in bars.rows if not row.segments]
    assert len(bars.rows) == len(shipped_catalog.pack.functions)
    assert "Draft: no use case has this function." in [row.spoken for row in empty]
    assert all(row.ref is None for row in empty)


def test_what_the_articles_leave_out_is_told_from_what_they_cover() -> None:
    added = use_case("tart", "Baking tart", "bake", basis=Basis.EDITOR)
    catalog = catalog_of(INN, replace(CAFE, use_cases=(*CAFE.use_cases, added)), BARE)
    inn, cafe, bare = covered_of(catalog, everything(catalog)).rows
    assert [each.count for each in inn.segments] == [3]
    assert [(each.part, each.count) for each in cafe.segments] == [(0, 2), (1, 1)]
    assert cafe.segments[1].spoken == "Café & bar, left out by them, added here: 1 use case: Baking tart."
    assert (bare.spoken, bare.ref) == ("Bare: no use case.", IndustryRef("bare"))


def test_the_shipped_pictures_count_every_use_case(shipped_catalog: Catalog) -> None:
    shown = everything(shipped_catalog)
    for bars in (covered_of(shipped_catalog, shown), functions_of(shipped_catalog, shown)):
        assert sum(row.total for row in bars.rows) == len(shown)


def test_an_article_counts_the_use_cases_that_rest_on_it() -> None:
    catalog = small_catalog()
    grid = articles_by_industry(catalog, everything(catalog))
    assert [[field.count for field in row] for row in grid.rows] == [[1], [0], [0]]
    assert grid.rows[0][0].spoken == "Inn, Article 1: 1 use case: Making tea."
    assert grid.rows[1][0].spoken == "Café & bar, Article 1: no use case; it does not mention the industry."
    (head,) = grid.heads
    assert head == ("Article 1", SourceRef("s"), "Article 1: On tea; no use shown here in Café & bar, Bare.")


def test_a_huge_pack_is_bounded_and_says_so() -> None:
    catalog = catalog_of(*(replace(BARE, id=f"i{at}") for at in range(MOST_ROWS + 3)))
    assert "203" in covered_of(catalog, ()).left_out
    assert "203" in articles_by_industry(catalog, ()).left_out
    assert covered_of(small_catalog(), ()).left_out == ""
