"""Use cases, and industries, side by side as values, and what is taken away of them and of the list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop.catalog.refs import IndustryRef, UseCaseRef
from desktop.export.markup import markdown_of
from desktop.usecases.comparing.cases import cases_compared
from desktop.usecases.comparing.industries import industries_compared
from desktop.usecases.entries import entries_of
from desktop.usecases.filter import Filter, SortBy
from desktop.usecases.finder import found
from desktop.usecases.taking import asked_filter, comparison_table, list_table
from tests.usecases.builders import CAFE, INN, small_catalog

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.usecases.comparing.table import Comparison, Row

TODAY = date(2026, 11, 22)
CATALOG = small_catalog()


def row(comparison: Comparison, title: str) -> Row:
    return next(each for each in comparison.rows if each.title == title)


def three() -> Comparison:
    return cases_compared(CATALOG, [CATALOG.use_case[each] for each in ("tea", "toast", "cake")])


def test_use_cases_stand_side_by_side_under_their_titles() -> None:
    assert three().names == ("Making tea", "Making toast", "Baking cake")
    assert [cell.text for cell in row(three(), "Kind").cells] == ["Brewing", "Baking", "Baking"]
    assert [cell.text for cell in row(three(), "Evidence grade").cells][1] == "A: independent study"


def test_what_only_one_has_is_marked_but_not_in_free_texts() -> None:
    assert [cell.only for cell in row(three(), "Kind").cells] == [True, False, False]
    assert [cell.only for cell in row(three(), "Industry").cells] == [False, False, True]
    assert not any(cell.only for cell in row(three(), "What it does").cells)


def test_rows_that_are_alike_do_not_differ_and_empty_ones_are_left_out() -> None:
    assert not row(three(), "Autonomy").differs
    assert row(three(), "Maturity").differs
    assert "Needs" not in [each.title for each in three().rows]


def test_risks_come_with_their_severity_and_control_the_worst_first() -> None:
    risks = row(three(), "Risks and controls").cells
    assert risks[0].text == "High: It scalds. Control: A lid. Low: It cools. Control: A cosy."
    assert risks[1].text == "none"


def test_what_articles_say_comes_with_the_verdict_and_the_place() -> None:
    said = row(three(), "What articles say").cells
    assert said[0].text == "Simplified: Tea wakes. (Article 1, End) Accurate: Tea calms. (Article 1, Intro)"
    assert said[1].text == "No article names it."


def test_every_cell_leads_somewhere() -> None:
    assert row(three(), "Kind").cells[0].ref == UseCaseRef("tea")
    assert row(three(), "Industry").cells[2].ref == IndustryRef("cafe")


def test_two_industries_are_counted_and_say_what_the_other_lacks() -> None:
    both = industries_compared(CATALOG, [INN, CAFE])
    assert both.names == ("Inn", "Café & bar")
    assert [cell.text for cell in row(both, "Kind: Brewing").cells] == ["2 of 3", "1 of 2"]
    risk = row(both, "Highest risk: High").cells
    assert [(cell.text, cell.only) for cell in risk] == [("1 of 3", True), ("none", False)]
    assert [cell.text for cell in row(both, "Functions only here").cells] == ["none", "none"]


def test_functions_that_one_industry_of_the_shipped_pack_lacks(shipped_catalog: Catalog) -> None:
    law, gaming = shipped_catalog.industry["law"], shipped_catalog.industry["gaming"]
    only = row(industries_compared(shipped_catalog, [law, gaming]), "Functions only here").cells
    titles = {each.id: each.title for each in shipped_catalog.pack.functions}
    own, others = ({titles[case.function] for case in each.use_cases} for each in (law, gaming))
    assert set(only[0].text.split(", ")) == own - others
    assert set(only[1].text.split(", ")) == others - own


def test_the_list_is_taken_away_as_it_is_filtered_and_sorted() -> None:
    wanted = Filter(text="making", sort=SortBy.GRADE)
    table = list_table(CATALOG, wanted, found(entries_of(CATALOG), wanted), TODAY)
    assert [each.head for each in table.rows] == ["Making toast", "Making tea"]
    assert table.said[:3] == ("2 of 5 use cases.", "Search words: making.", "Sorted by evidence grade, A first.")
    assert "Drinks 1.0, as of 2026. CC0. Exported on 2026-11-22." in table.said
    assert table.works == ("Article 1 (claims here: simplified): On tea.",)
    assert table.rows[1].cells[-1].works == (1,)
    assert "| Making tea | Inn | Does making tea. | Brewing |" in markdown_of(table)


def test_a_comparison_is_taken_away_with_its_sources() -> None:
    table = comparison_table(CATALOG, three(), TODAY, only_differing=True)
    assert table.columns == ("Making tea", "Making toast", "Baking cake")
    assert "Autonomy" not in [each.head for each in table.rows]
    assert [cell.works for cell in table.rows[-1].cells] == [(1,), (), ()]
    assert table.said[0] == "Only rows that differ."


def test_a_value_that_the_pack_does_not_have_is_told_with_those_it_has() -> None:
    with pytest.raises(
        ValueError, match=r"there is no kind 'brow': did you mean 'brew'\? \(there are brew, bake, both\)"
    ):
        asked_filter(CATALOG, {"kind": ["brow"]})
    assert asked_filter(CATALOG, {"kind": ["brew"], "text": "tea"}) == Filter("tea", kind=("brew",))
