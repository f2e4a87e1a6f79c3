"""Editing a deck as values: what a step does, that ids stay apart, and that undo gives back what was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.catalog.entities.talks import Deck, Stop
from desktop.catalog.refs import CellRef, DeckRef, DiagramRef, ViewRef
from desktop.presentation import deck as editing
from desktop.presentation.deck import Edited, Unfit
from desktop.presentation.history import History
from tests.builders import aspect, catalog, group, subject

if TYPE_CHECKING:
    from collections.abc import Callable

TEA = CellRef("tea", "heat")
PACK = catalog(subjects=(subject("tea"),), groups=(group(aspect("heat")),))


def deck(*titles: str) -> Deck:
    stops = tuple(Stop(id=title.lower(), title=title) for title in titles)
    return Deck(id="own-talk", title="Talk", summary="Of mine.", stops=stops)


def titles(found: Deck) -> list[str]:
    return [each.title for each in found.stops]


def test_a_stop_is_added_after_the_present_one_and_is_the_present_one_then() -> None:
    found, at = editing.added(deck("A", "B"), editing.stop_for(TEA, "Heat of tea", {"level": "drinks"}), 0)
    assert (titles(found), at) == (["A", "Heat of tea", "B"], 1)
    assert found.stops[1] == Stop(id="heat-of-tea", title="Heat of tea", ref=TEA, state={"level": "drinks"})
    assert editing.added(deck(), editing.title_stop(), -1).at == 0


def test_a_title_that_is_too_long_is_shortened_and_an_empty_one_is_the_place() -> None:
    assert len(editing.stop_for(TEA, "word " * 80, {}).title) <= 200
    assert editing.stop_for(TEA, " \n ", {}).title == "cell:tea/heat"
    with pytest.raises(Unfit, match=r"State is \d+ characters long"):
        editing.stop_for(TEA, "Heat", {"filter": "x" * 10_001})


def test_stops_move_as_far_as_there_are_places() -> None:
    assert editing.moved(deck("A", "B", "C"), 0, 2) == Edited(deck("B", "C", "A"), 2)
    assert editing.moved(deck("A", "B", "C"), 2, -5) == Edited(deck("C", "A", "B"), 0)


def test_a_second_one_of_a_stop_has_an_id_of_its_own() -> None:
    found, at = editing.duplicated(deck("A", "B"), 0)
    assert ([each.id for each in found.stops], at) == (["a", "a-2", "b"], 1)


def test_after_the_last_stop_is_deleted_the_one_before_is_the_present_one() -> None:
    assert editing.without(deck("A", "B"), 1) == Edited(deck("A"), 0)
    assert editing.without(deck("A", "B"), 0) == Edited(deck("B"), 0)
    assert editing.without(deck("A"), 0) == Edited(deck(), -1)


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("title", " New\u0007 ", "New"), ("notes", " ", None),
        ("notes", "Say this.\r\nAnd that. ", "Say this.\nAnd that."),
        ("text", "", None), ("minutes", "2,5", 2.5), ("minutes", " 3 ", 3.0),
    ],
)  # fmt: skip
def test_what_is_typed_is_kept_as_a_file_would_have_it(name: str, typed: str, value: object) -> None:
    found = editing.changed(deck("A", "B"), 1, name, typed)
    assert getattr(found.deck.stops[1], name) == value
    assert found.deck.stops[0] == deck("A").stops[0]


@pytest.mark.parametrize(
    ("name", "typed", "why"),
    [
        ("title", " ", "Title must not be empty"), ("title", "x" * 201, "Title is 201 characters long"),
        ("notes", "x" * 5_001, "Notes is 5001 characters long"),
        ("minutes", "two", "Minutes must be a number such as 2.5"),
        ("minutes", "-1", "Minutes must be between 0 and 600"), ("minutes", "nan", "Minutes must be a finite number"),
    ],
)  # fmt: skip
def test_what_cannot_stand_in_a_deck_is_told(name: str, typed: str, why: str) -> None:
    with pytest.raises(Unfit, match=why):
        editing.changed(deck("A"), 0, name, typed)


def test_updating_from_the_screen_changes_place_and_view_and_keeps_the_words() -> None:
    before = editing.changed(deck("A"), 0, "notes", "Say this.").deck
    found = editing.pointed(before, 0, editing.stop_for(DiagramRef("brewing"), "Brewing", {"step": "2"}))
    assert found.deck.stops[0] == Stop(
        id="a", title="A", notes="Say this.", ref=DiagramRef("brewing"), state={"step": "2"}
    )


def test_the_minutes_are_told_against_the_target() -> None:
    talk = deck("A", "B", "C")
    assert editing.minutes_told(talk) == "3 min"
    assert editing.minutes_told(editing.targeted(talk, "5")) == "3 of 5 min"
    assert editing.minutes_told(editing.targeted(talk, "2.5")) == "3 min, 0.5 over the 2.5 it may take"
    assert editing.targeted(editing.targeted(talk, "5"), " ") == talk
    with pytest.raises(Unfit, match="Target must be a number"):
        editing.targeted(talk, "soon")


def test_a_copy_of_a_deck_has_stops_with_ids_unlike_each_other() -> None:
    twice = deck("A", "B", "A")
    copy = editing.own_copy(twice, "own-copy")
    assert (copy.id, copy.title) == ("own-copy", "Talk (my copy)")
    assert [each.id for each in copy.stops] == ["a", "b", "a-2"]


@pytest.mark.parametrize(
    ("ref", "why"),
    [
        (None, ""), (TEA, ""), (ViewRef("matrix"), ""),
        (CellRef("tea", "price"), "This place is not in the pack any more: cell:tea/price"),
        (DeckRef("own-talk"), "This place is not in the pack any more: deck:own-talk"),
    ],
)  # fmt: skip
def test_a_place_that_the_pack_has_no_more_is_told(ref: CellRef | None, why: str) -> None:
    assert editing.missing(Stop(id="a", title="A", ref=ref), PACK) == why


def test_a_place_without_a_stage_is_told_by_its_name() -> None:
    stop = Stop(id="a", title="A", ref=TEA)
    assert editing.missing(stop, PACK, lambda _ref: False) == "This place cannot be shown in a talk: Matrix: Heat, Tea"


def test_what_a_stop_shows_is_told_in_words() -> None:
    tabs = {"matrix": "Feature matrix"}
    for stop, words in (
        (Stop(id="a", title="A"), "A title"), (Stop(id="a", title="A", text="Hello"), "A text"),
        (Stop(id="a", title="A", ref=TEA), "Matrix: Heat, Tea"),
        (Stop(id="a", title="A", ref=ViewRef("matrix")), "Tab: Feature matrix"),
        (Stop(id="a", title="A", ref=CellRef("milk", "heat")), "cell:milk/heat"),
    ):  # fmt: skip
        assert editing.shows(stop, PACK, tabs) == words


STEPS: dict[str, Callable[[Deck, int, int], Edited]] = {
    "add": lambda found, at, to: editing.added(found, editing.title_stop(), at),
    "text": lambda found, at, to: editing.added(found, editing.text_stop(), to),
    "move": lambda found, at, to: editing.moved(found, at, to) if found.stops else Edited(found, at),
    "twice": lambda found, at, to: editing.duplicated(found, at) if found.stops else Edited(found, at),
    "without": lambda found, at, to: editing.without(found, at) if found.stops else Edited(found, at),
    "title": lambda found, at, to: editing.changed(found, at, "title", f"T{to}") if found.stops else Edited(found, at),
}


@given(st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(-2, 9)), max_size=40))
def test_ids_stay_apart_and_undo_and_redo_give_back_what_was(steps: list[tuple[str, int]]) -> None:
    history, at, seen = History(deck("A", "B")), 0, [deck("A", "B")]
    for name, to in steps:
        found, at = STEPS[name](history.present, at, to)
        assert len({each.id for each in found.stops}) == len(found.stops)
        assert at == -1 if not found.stops else 0 <= at < len(found.stops)
        history = history.then(found)
        if found != seen[-1]:
            seen.append(found)
    for before in reversed(seen[:-1]):
        history = history.back()
        assert history.present == before
    assert history.back() == history
    for after in seen[1:]:
        history = history.forth()
        assert history.present == after
    assert history.forth() == history


def test_a_step_after_an_undo_leaves_nothing_to_do_again() -> None:
    history = History("a").then("b").then("c").back().then("d")
    assert (history.past, history.undone) == (("a", "b"), ())
