"""A view as one JSON value: there and back, and what happens to one that names what is gone or is no view at all."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from desktop.matrix.table.arrangement import (
    Arrangement,
    ColumnFilter,
    Facet,
    FacetKind,
    Likeness,
    NoArrangement,
    SortKey,
    as_json,
    from_json,
)
from desktop.matrix.table.history import History
from tests.builders import aspect, catalog, group, subject

PACK = catalog(subjects=(subject("tea"), subject("milk")), groups=(group(aspect("heat"), name="facts"),))
FULL = Arrangement(
    level="things",
    subjects=("milk", "tea"),
    aspects=("heat",),
    pinned=("tea",),
    is_transposed=True,
    text="hot “tea”",
    likeness=Likeness.DIFFERENT,
    facets=frozenset(
        {Facet(FacetKind.BASIS, "paper"), Facet(FacetKind.MARK, "stale"), Facet(FacetKind.GROUP, "facts")}
    ),
    filters=(ColumnFilter("heat", ">3"),),
    sort=(SortKey("heat", is_descending=True), SortKey("*title")),
    folded=frozenset({"facts"}),
)


@pytest.mark.parametrize("arrangement", [FULL, Arrangement("things"), Arrangement("", subjects=("tea",))])
def test_a_view_comes_back_as_it_was(arrangement: Arrangement) -> None:
    opened = from_json(as_json(arrangement), PACK)
    assert opened.arrangement == arrangement
    assert opened.dropped == ()


def test_what_the_pack_no_longer_has_is_dropped_and_told() -> None:
    value = json.loads(as_json(FULL))
    value["level"] = "gone"
    value["subjects"].append("coffee")
    value["pinned"].append("coffee")
    value["filters"]["age"] = "1"
    value["sort"].append("-age")
    value["facets"]["basis"].append("hearsay")
    value["show"] = "some"
    opened = from_json(json.dumps(value), PACK)
    assert opened.arrangement == replace(FULL, level="things", likeness=Likeness.ALL)
    told = " ".join(opened.dropped)
    assert all(word in told for word in ("level 'gone'", "subject 'coffee'", "column 'age'", "'hearsay'", "'some'"))


@pytest.mark.parametrize(
    "text",
    ["", "no", "[]", "{}", '{"matrix": 2}', '{"matrix": 1, "subjects": [1]}', '{"matrix": 1, "level": 5}',
     '{"matrix": 1, "filters": []}', "[" * 50_000, '{"matrix": 1, "search": "' + "x" * 200_000 + '"}'],
)  # fmt: skip
def test_what_is_no_view_is_refused_in_words(text: str) -> None:
    with pytest.raises(NoArrangement) as told:
        from_json(text, PACK)
    assert str(told.value)


def test_undo_goes_back_and_redo_on() -> None:
    first, second, third = Arrangement("a"), Arrangement("b"), Arrangement("c")
    history = History((first,)).then(second).then(third)
    assert history.undone().current == second
    assert history.undone().undone().undone().current == first
    assert history.undone().redone().redone().current == third
    assert history.undone().then(first).redone().current == first


def test_a_word_typed_into_the_search_is_one_step() -> None:
    history = History((Arrangement("a"),))
    for typed in ("t", "te", "tea"):
        history = history.then(Arrangement("a", text=typed))
    assert history.current.text == "tea"
    assert history.undone().current.text == ""


def test_sorting_by_a_column_goes_from_rising_to_falling_to_none() -> None:
    plain = Arrangement("a")
    once = plain.sorted_by("x")
    twice = once.sorted_by("x")
    assert (once.sort, twice.sort, twice.sorted_by("x").sort) == ((SortKey("x"),), (SortKey("x", True),), ())
    both = once.sorted_by("y", keep=True)
    assert both.sort == (SortKey("x"), SortKey("y"))
    assert both.sorted_by("x", keep=True).sort == (SortKey("x", True), SortKey("y"))
