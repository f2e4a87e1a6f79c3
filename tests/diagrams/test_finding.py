"""Finding parts of a diagram by words."""

from __future__ import annotations

from desktop.diagrams.finding import found_in
from tests.diagrams.builders import CUP, HISTORY, TEA, WARMTH


def test_words_on_the_parts_are_found_whatever_their_case() -> None:
    assert found_in(TEA, "KETT") == ("kettle",)
    assert found_in(TEA, "boils") == ("kettle",)
    assert found_in(TEA, "hot") == ("fill",)
    assert found_in(TEA, "stove") == ("stove",)


def test_all_words_must_occur() -> None:
    assert found_in(TEA, "kettle boils") == ("kettle",)
    assert found_in(TEA, "kettle freezes") == ()


def test_meanings_count_only_where_no_words_do() -> None:
    assert found_in(TEA, "what pot means") == ("pot",)


def test_nothing_typed_finds_nothing() -> None:
    assert found_in(TEA, "  ") == ()


def test_every_type_of_diagram_can_be_searched() -> None:
    assert found_in(CUP, CUP.sets[0].title) != ()
    assert found_in(HISTORY, HISTORY.events[0].title) != ()
    assert found_in(WARMTH, WARMTH.views[0].title) != ()
