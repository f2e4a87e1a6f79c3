from __future__ import annotations

from datetime import date

import pytest

from desktop.catalog.coverage import coverage_of, placed_claims, report, unplaced_claims
from desktop.catalog.entities.questions import Bloom, NumericQuestion, Topic
from desktop.catalog.entities.talks import Term
from desktop.catalog.evidence import last_day
from desktop.catalog.refs import ClaimRef
from tests.builders import aspect, catalog, cell, claim, group, source, subject

DAY = date(2026, 11, 21)


def test_a_claim_is_placed_wherever_something_rests_on_it() -> None:
    question = NumericQuestion(
        id="q", type="numeric", stem="?", bloom=Bloom.REMEMBER, difficulty=1, explanation="x", answer=1.0,
        evidence=(ClaimRef("by-question"),),
    )  # fmt: skip
    found = catalog(
        sources=(source("s", *(claim(name) for name in ("by-cell", "by-term", "by-question", "by-none"))),),
        groups=(group(aspect("heat")),),
        subjects=(subject("tea", cells={"heat": cell("Hot", claims=("by-cell",))}),),
        terms=(Term(id="t", title="T", line="T", definition="T", claims=("by-term",)),),
        topics=(Topic(id="t", title="T", summary="T", questions=(question,)),),
    )
    assert placed_claims(found) == {"by-cell", "by-term", "by-question"}
    assert [each.id for each in unplaced_claims(found)] == ["by-none"]


def test_a_reason_excuses_a_claim_that_is_not_placed() -> None:
    found = catalog(sources=(source("s", claim("advert", unused="an advert")),))
    coverage = coverage_of(found, DAY)
    assert (coverage.excused, coverage.unplaced) == (1, ())


def test_cells_that_are_not_written_are_counted() -> None:
    found = catalog(groups=(group(aspect("heat"), aspect("taste")),), subjects=(subject("tea"), subject("coffee")))
    assert coverage_of(found, DAY).empty_cells == 4


@pytest.mark.parametrize(("as_of", "stale"), [("2026-11", 0), ("2025", 1), ("2025-11-20", 1), ("2026", 0)])
def test_what_was_looked_at_too_long_ago_is_named(as_of: str, stale: int) -> None:
    found = catalog(
        groups=(group(aspect("heat", review_days=300)),),
        subjects=(subject("tea", cells={"heat": cell("Hot", as_of=as_of)}),),
    )
    assert len(coverage_of(found, DAY).stale) == stale


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026", date(2026, 12, 31)),
        ("2026-02", date(2026, 2, 28)),
        ("2026-12", date(2026, 12, 31)),
        ("2026-11-05", date(2026, 11, 5)),
        ("2026-13", date.min),
        ("2026-02-30", date.min),
    ],
)
def test_a_date_means_its_last_day(text: str, day: date) -> None:
    assert last_day(text) == day


def test_the_report_says_each_figure() -> None:
    found = catalog(sources=(source("s", claim("one"), claim("two", unused="an advert")),))
    words = dict(report(coverage_of(found, DAY)))
    assert words["Claims"][0] == "2 in all"
    assert "1 left out without a reason: one" in words["Claims"]


def test_an_empty_pack_has_a_report() -> None:
    assert dict(report(coverage_of(catalog(), DAY)))["Claims"][0] == "0 in all"
