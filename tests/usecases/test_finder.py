"""What a filter lets through, what every other choice would show, the order, and the ways out of an empty list."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from desktop.catalog.entities.usecases import Autonomy
from desktop.usecases.entries import Entries, entries_of
from desktop.usecases.facets import asked_words, options_of
from desktop.usecases.filter import CHOSEN, Facet, Filter, SortBy
from desktop.usecases.finder import found, showing, status_of, tally_of, ways_out
from tests.usecases.builders import BARE, INN, catalog_of, small_catalog, use_case

CATALOG = small_catalog()
ENTRIES = entries_of(CATALOG)
FILTERS = [
    Filter(text, industry, kind, maturity=maturity, grade=grade, risk=risk)
    for text, industry, kind, maturity, grade, risk in product(
        ("", "making"),
        ((), ("inn",), ("inn", "cafe")),
        ((), ("brew",), ("brew", "both")),
        ((), ("pilot", "in-use")),
        ((), ("B",)),
        ((), ("none",)),
    )
]


def ids(wanted: Filter) -> list[str]:
    return [each.use_case.id for each in found(ENTRIES, wanted)]


def test_an_empty_filter_shows_everything_in_the_order_of_the_pack() -> None:
    assert ids(Filter()) == ["tea", "toast", "soup", "latte", "cake"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("TEA", ["tea"]),
        ("cafe", ["latte", "cake"]),
        ("toast making", ["toast"]),
        ("queue door", ["latte"]),
        ("scalds", ["tea"]),
        ("at table", ["tea", "toast", "soup", "latte", "cake"]),
        ("unicorn", []),
    ],
)
def test_search_reads_all_texts_without_regard_to_case_and_accents(words: str, expected: list[str]) -> None:
    assert ids(Filter(text=words)) == expected


def test_what_is_typed_letter_by_letter_finds_what_is_typed_at_once() -> None:
    fresh = entries_of(CATALOG)
    for typed in ("m", "ma", "mak", "making", "makin", "tea", "ea", "a ea", "tea m"):
        assert found(fresh, Filter(text=typed)).entries == found(entries_of(CATALOG), Filter(text=typed)).entries


def test_facets_narrow_together_and_values_of_one_widen() -> None:
    assert ids(Filter(industry=("inn",), kind=("brew",), grade=("D",))) == ["soup"]
    assert ids(Filter(maturity=("pilot",))) == ["toast"]
    assert ids(Filter(grade=("A", "D"))) == ["toast", "soup"]


def test_every_facet_filters_by_what_the_use_case_says() -> None:
    acting = use_case("robot", "Pouring", function="pour", takes=("water",), gives=("milk",), autonomy=Autonomy.ACT)
    entries = entries_of(catalog_of(replace(INN, use_cases=(*INN.use_cases, acting))))
    for facet, value in (
        (Facet.FUNCTION, "pour"),
        (Facet.TAKES, "water"),
        (Facet.GIVES, "milk"),
        (Facet.AUTONOMY, "act"),
    ):
        shown = found(entries, Filter().having(facet, [value]))
        assert [each.use_case.id for each in shown] == ["robot"]
    assert found(entries, Filter(gives=("water",))).entries == ()


def test_the_risk_of_a_use_case_is_its_highest_and_none_is_a_value() -> None:
    assert ids(Filter(risk=("high",))) == ["tea"]
    assert ids(Filter(risk=("low",))) == []
    assert ids(Filter(risk=("none",))) == ["toast", "soup", "latte", "cake"]


@pytest.mark.parametrize("wanted", FILTERS)
def test_a_count_is_what_choosing_it_would_show(wanted: Filter) -> None:
    tally = tally_of(ENTRIES, wanted)
    for facet in CHOSEN:
        assert tally.without[facet] == len(ids(wanted.without(facet)))
        for value, _words in options_of(CATALOG)[facet]:
            assert tally.number(facet, value) == len(ids(wanted.having(facet, [value])))


def test_the_list_can_be_sorted_and_keeps_the_order_of_the_pack_within_equals() -> None:
    assert ids(Filter(sort=SortBy.TITLE)) == ["cake", "soup", "tea", "toast", "latte"]
    assert ids(Filter(sort=SortBy.MATURITY)) == ["tea", "soup", "latte", "cake", "toast"]
    assert ids(Filter(sort=SortBy.GRADE)) == ["toast", "tea", "latte", "cake", "soup"]
    assert ids(Filter(sort=SortBy.RISK, industry=("inn",))) == ["tea", "toast", "soup"]
    assert ids(Filter(text="making", sort=SortBy.GRADE)) == ["toast", "tea"]


def test_a_value_is_added_and_taken_out_again() -> None:
    one = Filter().toggled(Facet.KIND, "brew")
    assert one.only(Facet.KIND) == "brew"
    two = one.toggled(Facet.KIND, "bake")
    assert (two.kind, two.only(Facet.KIND)) == (("brew", "bake"), "")
    assert two.toggled(Facet.KIND, "brew").toggled(Facet.KIND, "bake") == Filter()


def test_clearing_keeps_the_order() -> None:
    assert Filter(text="tea", kind=("brew",), sort=SortBy.RISK).cleared() == Filter(sort=SortBy.RISK)


def test_a_filter_is_told_in_words() -> None:
    wanted = Filter(text=" hot  tea ", kind=("brew", "bake"), risk=("none",))
    said = [words for _facet, words in asked_words(CATALOG, wanted)]
    assert said == ["Search words: hot tea", "Kind: Brewing or Baking", "Highest risk: No risk named"]


def test_ways_out_name_only_what_helps_most_first() -> None:
    def ways(wanted: Filter) -> tuple[tuple[Facet, int], ...]:
        return ways_out(wanted, tally_of(ENTRIES, wanted))

    assert ways(Filter(text="making", industry=("cafe",))) == ((Facet.TEXT, 2), (Facet.INDUSTRY, 2))
    assert ways(Filter(text="unicorn", industry=("cafe",))) == ((Facet.TEXT, 2),)
    assert ways(Filter(text="unicorn", industry=("bare",))) == ()
    assert ways(Filter(risk=("low",), industry=("inn",))) == ((Facet.RISK, 3),)


def test_showing_a_use_case_drops_only_what_hides_it() -> None:
    wanted = Filter(text="making", industry=("cafe",), kind=("brew",))
    assert showing(ENTRIES, wanted, "tea") == Filter(text="making", kind=("brew",))
    assert showing(ENTRIES, wanted, "no-such") == wanted


def test_the_status_line_says_how_many_and_where() -> None:
    assert status_of(5, found(ENTRIES, Filter())) == "5 use cases in 2 industries"
    assert status_of(5, found(ENTRIES, Filter(text="making"))) == "2 of 5 shown: Inn"
    assert status_of(5, found(ENTRIES, Filter(text="unicorn"))) == "0 of 5 shown"
    assert status_of(0, found(Entries(), Filter())) == "No use cases"


def test_a_long_status_line_names_four_industries() -> None:
    many = [replace(INN, id=f"i{n}", title=f"Inn {n}") for n in range(6)]
    shown = found(entries_of(catalog_of(*many)), Filter(kind=("bake",)))
    assert status_of(18, shown) == "6 of 18 shown: Inn 0, Inn 1, Inn 2, Inn 3 and 2 more industries"


def test_a_pack_without_use_cases_has_no_entries() -> None:
    assert len(entries_of(catalog_of(BARE))) == 0
    assert len(found(entries_of(catalog_of(BARE)), Filter(text="tea", sort=SortBy.TITLE))) == 0
