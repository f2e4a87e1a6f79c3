"""What the tests of exchange share: a file's text to what is taken over of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.quiz.exchange.formats import read_file
from desktop.quiz.exchange.questions import questions_of

if TYPE_CHECKING:
    from desktop.catalog.entities.questions import Question
    from desktop.quiz.exchange.questions import Taken


def taken_from(text: str, kind: str) -> Taken:
    return questions_of(read_file(text.encode(), kind=kind)[1])


def only(text: str, kind: str) -> Question:
    """The one question of a file of which nothing is left out."""
    taken = taken_from(text, kind)
    assert taken.left_out == ()
    (question,) = taken.questions
    return question


def told(taken: Taken) -> list[tuple[int, str]]:
    return [(each.line, each.what) for each in taken.warnings]


def reasons(taken: Taken) -> list[tuple[int, str, str]]:
    return [(each.line, each.type, each.what) for each in taken.left_out]
