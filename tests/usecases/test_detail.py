"""One use case in detail: what is said of it, that its links lead somewhere, and that it fits on a page."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop.catalog.case_words import WHERE_WRONG
from desktop.catalog.entities.evidence import Verdict
from desktop.catalog.entities.usecases import Industry
from desktop.catalog.refs import CellRef, ClaimRef, DiagramRef, QuestionRef, StepRef
from desktop.usecases.detail import ARTICLES, MOST_QUESTIONS, QUIZ, Detail, Item, detail_of
from desktop.usecases.handout import case_markdown, case_pdf, case_sheet
from tests.usecases.builders import HOSTILE, catalog_of, small_catalog, use_case

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog

TODAY = date(2026, 11, 22)


def detail(catalog: Catalog, case: str) -> Detail:
    return detail_of(catalog, catalog.use_case[case])


def items(found: Detail, head: str) -> tuple[Item, ...]:
    return next((section.items for section in found.sections if section.head == head), ())


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_it_says_what_one_asks_in_order() -> None:
    found = detail(small_catalog(), "cake")
    assert [section.head for section in found.sections] == [
        "Problem",
        "Before",
        "After",
        "How it works",
        "Human check",
        "Maturity and evidence",
        WHERE_WRONG,
    ]
    assert (found.kind, found.place, found.does) == ("Baking", "Café & bar", "Does baking cake.")
    assert items(found, WHERE_WRONG)[0].text == "No water boils in an oven."


def test_the_worst_risk_comes_first_with_its_control() -> None:
    risks = items(detail(small_catalog(), "tea"), "Risks and controls")
    assert [(each.text, each.small) for each in risks] == [
        ("High risk: It scalds.", "Control: A lid."),
        ("Low risk: It cools.", "Control: A cosy."),
    ]


def test_maturity_and_grade_are_said_in_words() -> None:
    (evidence,) = items(detail(small_catalog(), "toast"), "Maturity and evidence")
    assert evidence.text == "Pilot. Evidence grade A: independent study. Basis: the articles, as of 2026."


def test_a_claim_is_said_with_its_verdict_and_leads_to_its_article() -> None:
    first = items(detail(small_catalog(), "tea"), ARTICLES)[0]
    assert (first.text, first.verdict) == ("Tea wakes.", Verdict.SIMPLIFIED)
    assert "Tea wakes. Simplified. (Article 1, End)" in str(case_sheet(detail(small_catalog(), "tea")))
    assert [(link.text, link.ref) for link in first.links] == [("Article 1, End", ClaimRef("c-2"))]


def test_a_storyboard_opens_the_combined_pipeline_where_generators_render(shipped_catalog: Catalog) -> None:
    found = detail(shipped_catalog, "script-and-storyboard")
    shown = items(found, "How it works")[-1]
    assert [link.ref for link in shown.links] == [StepRef("combined-pipeline", "render")]
    assert shown.text.startswith("Separate models make pictures")
    needs = [link.ref for item in items(found, "What it needs") for link in item.links]
    assert needs == [CellRef("llm", "functionality"), CellRef("generators", "accuracy")]


def test_every_link_of_every_shipped_use_case_leads_somewhere(shipped_catalog: Catalog) -> None:
    for case in shipped_catalog.use_case.values():
        found = detail_of(shipped_catalog, case)
        links = [link for section in found.sections for item in section.items for link in item.links]
        assert [link for link in links if shipped_catalog.find(link.ref) is None] == []
        kinds = {type(link.ref) for link in links}
        assert QuestionRef in kinds, case.id
        assert kinds & {DiagramRef, StepRef} or "part:" in str(case.shown_by), case.id
        assert 0 < len(items(found, QUIZ)) <= MOST_QUESTIONS


@pytest.mark.usefixtures("qapp")
def test_every_shipped_use_case_fits_one_page(shipped_catalog: Catalog) -> None:
    many = [
        case.id
        for case in shipped_catalog.use_case.values()
        if pages(case_pdf(shipped_catalog, detail_of(shipped_catalog, case), TODAY)) != 1
    ]
    assert many == []


@pytest.mark.usefixtures("qapp")
def test_pages_are_counted() -> None:
    long = use_case("long", "Long", problem="word " * 5_000)
    catalog = catalog_of(Industry(id="one", title="One", summary="One.", use_cases=(long,)))
    assert pages(case_pdf(catalog, detail(catalog, "long"), TODAY)) > 1


def test_what_a_page_has_no_room_for_is_counted(shipped_catalog: Catalog) -> None:
    words = str(case_sheet(detail(shipped_catalog, "answer-customers")))
    assert len(shipped_catalog.use_case["answer-customers"].claims) == 11
    assert "and 5 more" in words


def test_markdown_leaves_nothing_out_and_takes_nothing_for_markup(shipped_catalog: Catalog) -> None:
    found = detail(shipped_catalog, "answer-customers")
    words = case_markdown(shipped_catalog, found, TODAY).decode()
    assert [line[3:] for line in words.splitlines() if line.startswith("## ")] == [each.head for each in found.sections]
    assert "Exported on 2026-11-22" in words
    evil = catalog_of(Industry(id="one", title="One", summary="One.", use_cases=(use_case("evil", HOSTILE),)))
    assert r"# \<b\>bold\</b\> \&" in case_markdown(evil, detail(evil, "evil"), TODAY).decode()
