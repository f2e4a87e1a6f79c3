"""The coverage map as a value: counts, and the words for each cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.usecases.coverage import MOST_ROWS, Coverage, Spot, coverage_of, mentions_of
from desktop.usecases.entries import Entries, entries_of
from desktop.usecases.filter import Filter
from tests.usecases.builders import BARE, INN, catalog_of, small_catalog

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog


def coverage(wanted: Filter | None = None) -> Coverage:
    catalog = small_catalog()
    return coverage_of(catalog, entries_of(catalog), wanted or Filter())


def test_a_cell_shows_and_says_its_count() -> None:
    assert coverage().words(Spot("inn", "brew")) == "2"
    assert coverage().name(Spot("inn", "brew")) == "Inn, Brewing: 2 use cases"
    assert coverage().name(Spot("inn", "bake")) == "Inn, Baking: 1 use case"


def test_rows_and_columns_have_totals() -> None:
    assert coverage().name(Spot("inn")) == "Inn: 3 use cases"
    assert coverage().name(Spot(kind="bake")) == "Baking: 2 use cases"


def test_an_empty_place_is_shown_as_empty() -> None:
    assert coverage().words(Spot("bare", "brew")) == "–"
    assert coverage().name(Spot("bare", "brew")) == "Bare, Brewing: no use case; no article mentions it"


def test_a_place_emptied_by_the_filter_is_not_called_unmentioned() -> None:
    filtered = coverage(Filter(text="tea"))
    assert filtered.words(Spot("inn", "bake")) == "0"
    assert filtered.name(Spot("inn", "brew")) == "Inn, Brewing: 1 of 2 use cases"


def test_its_own_choice_does_not_empty_the_rest_of_the_map() -> None:
    assert coverage(Filter(industry=("inn",), kind=("bake",))).shown == coverage().shown


def test_the_strongest_tint_stands_for_the_fullest_cell_whatever_the_filter() -> None:
    assert coverage().most == coverage(Filter(text="tea")).most == 2
    assert coverage_of(catalog_of(BARE), Entries(), Filter()).most == 1


def test_a_huge_pack_has_a_bounded_map_that_says_so() -> None:
    catalog = catalog_of(*(replace(INN, id=f"i{n}", use_cases=()) for n in range(MOST_ROWS + 3)))
    huge = coverage_of(catalog, Entries(), Filter())
    assert len(huge.rows) == MOST_ROWS
    assert huge.left_out == 3


def said(catalog: Catalog, industry: str, kind: str) -> str:
    found = coverage_of(catalog, entries_of(catalog), Filter())
    return found.name(Spot(industry, kind), mentions_of(catalog)).partition(": ")[2]


def test_an_empty_place_says_which_articles_mention_it(shipped_catalog: Catalog) -> None:
    assert (
        said(shipped_catalog, "law", "generative")
        == "no use case; no article mentions one, though Article 4 mentions the industry"
    )
    assert said(shipped_catalog, "education", "generative") == (
        "no use case; Article 2, Article 3 and Article 5 mention it in general only"
    )
    assert said(shipped_catalog, "law", "llm") == "4 use cases"


def test_an_article_on_generative_ai_alone_does_not_mention_two_kinds_together(shipped_catalog: Catalog) -> None:
    assert said(shipped_catalog, "gaming", "both") == (
        "no use case; no article mentions one, though Article 4 and Article 5 mention the industry"
    )
    assert said(shipped_catalog, "finance", "both") == "no use case; Article 5 mentions it in general only"
