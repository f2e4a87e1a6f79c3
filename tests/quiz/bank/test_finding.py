from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.catalog.filters import Query
from desktop.quiz.banking.entries import entries_of, passage
from desktop.quiz.banking.finding import FLAWED, Facet, Finding, Marks, choices, found
from tests.quiz.bank.builders import LAST, TOPICS
from tests.quiz.builders import CUP, TEA, catalog_of

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog

NONE = Marks()
ENTRIES = entries_of(catalog_of(*TOPICS))


def ids(wanted: Finding, marks: Marks = NONE) -> list[str]:
    return [each.id for each in found(ENTRIES, wanted, marks).entries]


def test_everything_is_found_when_nothing_is_asked() -> None:
    result = found(ENTRIES, Finding(), NONE)
    assert [each.id for each in result.entries] == ["tea", "pot", "hot", "cup", "last"]
    assert result.count(Facet.TOPIC) == 5
    assert result.count(Facet.TOPIC, "drinks") == 3
    assert result.count(Facet.TYPE, "single") == 2


def test_words_are_looked_for_in_stem_options_explanation_and_id() -> None:
    assert ids(Finding("BEANS")) == ["tea"]
    assert ids(Finding("because cup")) == ["cup"]
    assert ids(Finding("about hándle")) == ["cup"]
    assert ids(Finding("nowhere")) == []


def test_facets_join_and_each_counts_as_if_it_were_chosen_anew() -> None:
    wanted = Finding().having(Facet.TOPIC, "drinks").having(Facet.TYPE, "single")
    result = found(ENTRIES, wanted, NONE)
    assert [each.id for each in result.entries] == ["tea"]
    assert (result.count(Facet.TOPIC), result.count(Facet.TOPIC, "things")) == (2, 1)
    assert (result.count(Facet.TYPE), result.count(Facet.TYPE, "multiple")) == (3, 1)
    assert result.count(Facet.DIFFICULTY, "1") == 1
    assert ids(wanted.having(Facet.TYPE, "")) == ["tea", "pot", "hot"]


def test_whose_flaws_and_states_are_asked_of_what_is_handed_in() -> None:
    marks = Marks(frozenset({"tea", "cup"}), {"cup": ("flagged",), "last": ("flagged", "suspended")})
    assert ids(Finding().having(Facet.FLAWS, FLAWED), marks) == ["tea", "cup"]
    assert ids(Finding().having(Facet.STATE, "flagged"), marks) == ["cup", "last"]
    assert ids(Finding().having(Facet.STATE, "suspended").having(Facet.FLAWS, FLAWED), marks) == []
    assert ids(Finding().having(Facet.WHOSE, "own")) == []


def test_only_what_the_pack_has_is_offered(shipped_catalog: Catalog) -> None:
    offered = choices(catalog_of(*TOPICS), Marks(states={"cup": ("flagged",)}))
    assert [value for value, _words in offered[Facet.TYPE]] == ["single", "multiple", "truefalse", "order"]
    assert offered[Facet.BLOOM] == (("remember", "Remember"), ("apply", "Apply"))
    assert offered[Facet.STATE] == (("flagged", "Flagged"),)
    assert len(choices(shipped_catalog, NONE)[Facet.TYPE]) == 10


def test_where_the_stem_has_no_hit_the_words_around_the_first_one_are_quoted() -> None:
    [tea] = found(ENTRIES, Finding("beans"), NONE).entries
    assert passage(tea, Query.of("beans")) == "beans"
    assert passage(tea, Query.of("because tea is")) == ""
    assert passage(tea, Query.of("so")) == "Because tea is so."
    assert passage(tea, Query()) == ""
    long = replace(tea, question=replace(TEA, explanation=f"{'word ' * 40}and then the end comes."))
    assert passage(long, Query.of("comes")) == "…word word and then the end comes."


def test_a_line_says_what_a_question_is() -> None:
    [cup, last] = [each.line for each in ENTRIES if each.question in (CUP, LAST)]
    assert cup == "Things · One right option · difficulty 1"
    assert last == "Things · Put in order · difficulty 2"
