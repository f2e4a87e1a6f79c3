from __future__ import annotations

from typing import Annotated, Any

import pytest

from desktop.catalog import limits
from desktop.catalog.binding import BAD, Notes, bind
from desktop.catalog.entities.evidence import Basis
from desktop.catalog.entities.matrix import Subject
from desktop.catalog.entities.questions import Topic
from desktop.catalog.fields import Colour, Few, Id, Level5, Line, Share, Text
from desktop.catalog.refs import Ref, SubjectRef
from desktop.catalog.shapes import shape_of

SUBJECT = {"id": "tea", "title": "Tea", "level": "things", "summary": "Leaves."}
OPTIONS = [{"text": "a", "correct": True}, {"text": "b"}]
QUESTION = {
    "id": "q",
    "type": "single",
    "stem": "What?",
    "bloom": "apply",
    "difficulty": 1,
    "explanation": "So.",
    "evidence": ["subject:tea"],
    "options": OPTIONS,
}


def bound(hint: Any, value: Any) -> tuple[Any, Notes]:
    notes = Notes()
    return bind(shape_of(hint), value, notes), notes


def flaw(hint: Any, value: Any) -> str:
    """The one flaw of a value that cannot be bound, with its hint."""
    got, notes = bound(hint, value)
    assert got is BAD
    assert len(notes.flaws) == 1
    return f"{notes.flaws[0].what} {notes.flaws[0].hint}".strip()


@pytest.mark.parametrize(
    ("hint", "value", "result"),
    [
        (Line, " Tea ", "Tea"),
        (Text, "one\ntwo\n", "one\ntwo"),
        (Id, "gpt-3.5", "gpt-3.5"),
        (Colour, "#155FAE", "#155FAE"),
        (Level5, 5, 5),
        (Share, 1, 1.0),
        (bool, True, True),
        (Basis, "paper", Basis.PAPER),
        (Ref, "subject:tea", SubjectRef("tea")),
        (Line | None, None, None),
        (tuple[Line, ...], ["a", "b"], ("a", "b")),
    ],
)
def test_what_fits_is_taken(hint: Any, value: Any, result: Any) -> None:
    got, notes = bound(hint, value)
    assert (got, notes.flaws) == (result, [])
    assert type(got) is type(result)


@pytest.mark.parametrize(
    ("hint", "value", "words"),
    [
        (Line, 1.1, "must be text, not a number put it in quotes"),
        (Line, True, "must be text, not true or false put it in quotes"),
        (Line, None, "must be text, not nothing"),
        (Line, [], "must be text, not a list"),
        (Line, {}, "must be text, not a mapping"),
        (Line, "  ", "must not be empty"),
        (Line, "x" * 201, "is 201 characters long at most 200 fit here"),
        (Line, "a\nb", "must be one line"),
        (Id, "../etc/passwd", "'../etc/passwd' must be lower-case letters, digits, '-' and '.'"),
        (Id, "Tea", "'Tea' must be lower-case"),
        (Id, "a..b", "'a..b' must be lower-case"),
        (Colour, "red", "'red' must be a colour such as '#155FAE'"),
        (Level5, 6, "must be between 1 and 5"),
        (Level5, 1.0, "must be a whole number, not a number"),
        (Level5, "1", "must be a whole number, not text"),
        (Level5, True, "must be a whole number, not true or false"),
        (Share, float("inf"), "must be a finite number"),
        (float, float("inf"), "must be a finite number"),
        (bool, "yes", "must be true or false, not text"),
        (Basis, "papr", "'papr' is not one of article, paper, vendor, editor, unknown did you mean 'paper'?"),
        (Basis, None, "'None' is not one of"),
        (Ref, "sell:a", "'sell:a' is not a ref"),
        (Ref, 3, "must be a ref such as 'cell:SUBJECT/ASPECT', not a number"),
        (tuple[Line, ...], "a", "must be a list, not text"),
        (Annotated[tuple[Line, ...], Few(2, 3)], ["a"], "has 1 items from 2 to 3 are needed"),
        (Subject, [], "must be a mapping with"),
        (Subject, {**SUBJECT, "id": 3}, "must be text, not a number"),
        (Subject, {key: SUBJECT[key] for key in ("id", "level", "summary")}, "'title' is missing"),
    ],
)
def test_what_does_not_fit_is_told_in_words(hint: Any, value: Any, words: str) -> None:
    assert flaw(hint, value).startswith(words)


def test_an_unknown_key_is_told_at_the_key_and_the_rest_is_kept() -> None:
    got, notes = bound(Subject, {**SUBJECT, "sumary": "x"})
    assert got.title == "Tea"
    assert (notes.flaws[0].path, notes.flaws[0].at_key) == (("sumary",), True)
    assert str(notes.flaws[0].hint) == "did you mean 'summary'?"


def test_a_flaw_in_what_may_be_left_out_leaves_only_that_out() -> None:
    got, notes = bound(Subject, {**SUBJECT, "order": "first", "parents": ["wide", "Not An Id"]})
    assert (got.order, got.parents) == (0, ("wide",))
    assert [each.path for each in notes.flaws] == [("order",), ("parents", 1)]


def test_a_bad_cell_leaves_the_other_cells() -> None:
    cell = {"text": "x", "basis": "editor", "as_of": "2026"}
    got, _notes = bound(Subject, {**SUBJECT, "cells": {"good": cell, "bad": {**cell, "as_of": "soon"}}})
    assert list(got.cells) == ["good"]


def test_a_question_with_any_flaw_is_left_out_whole() -> None:
    """With an option missing or a mark misspelt it would be graded wrongly."""
    for broken in ({"text": "b", "corect": False}, {"text": "x" * 601}, {"text": "b", "correct": "no"}):
        question = {**QUESTION, "options": [OPTIONS[0], {"text": "c"}, broken]}
        got, notes = bound(
            Topic, {"id": "t", "title": "T", "summary": "S.", "questions": [question, {**QUESTION, "id": "r"}]}
        )
        assert [each.id for each in got.questions] == ["r"]
        assert len(notes.flaws) == 1
        assert notes.left_out == {"q"}


def test_ids_inside_what_is_left_out_are_remembered() -> None:
    _got, notes = bound(Topic, {"id": "t", "title": 3, "summary": "S.", "questions": [QUESTION]})
    assert notes.left_out == {"t", "q"}


def test_a_union_says_which_types_there_are() -> None:
    question = {key: QUESTION[key] for key in QUESTION if key != "type"}
    for broken, words in (
        (question, "'type' is missing"),
        ({**QUESTION, "type": "singel"}, "'singel' is not one of single"),
    ):
        _got, notes = bound(Topic, {"id": "t", "title": "T", "summary": "S.", "questions": [broken]})
        assert notes.flaws[0].what.startswith(words)
        assert "single" in f"{notes.flaws[0].what} {notes.flaws[0].hint}"


def test_flaws_past_the_limit_are_only_counted() -> None:
    _got, notes = bound(tuple[Level5, ...], [0] * (limits.PROBLEMS + 50))
    assert len(notes.flaws) == limits.PROBLEMS
    assert notes.count == limits.PROBLEMS + 50
