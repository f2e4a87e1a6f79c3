"""Reads a topic file in our own YAML, such as the one that deleted questions are kept in, question by question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.catalog import limits
from desktop.catalog.binding import BAD, Notes, bind
from desktop.catalog.entities.questions import Question
from desktop.catalog.problems import Unreadable
from desktop.catalog.reading import read
from desktop.catalog.shapes import shape_of
from desktop.catalog.words import plural
from desktop.quiz.exchange.formats import NoQuestions
from desktop.quiz.exchange.item import Note
from desktop.quiz.exchange.plain import on_one_line, shown
from desktop.quiz.exchange.questions import FULL, QUESTIONS, Outcome, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.catalog.reading import Places, Value

_SHAPE = shape_of(Question)
_LONGEST = 200
_ELSE = {"templates": "template", "misconceptions": "misconception"}


def read_topic_file(data: bytes) -> tuple[str, tuple[Outcome, ...], tuple[Note, ...]]:
    """The topic's title, what comes of each of its questions, and notes on what else is in it. Raises Unreadable."""
    if len(data) > limits.FILE_BYTES:
        raise Unreadable(f"the file is larger than {limits.FILE_BYTES // 1_000_000} MB", hint="split it")
    places: Places = {}
    value, _nodes = read(data, places)
    questions = value.get("questions") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(questions, list) or not questions:
        raise NoQuestions("there are no questions in it (read as a topic file)")
    outcomes = tuple(_outcome(each, at, places) for at, each in enumerate(questions))
    return _line(value.get("title")), outcomes, tuple(_notes(value, places))


def _outcome(value: Value, at: int, places: Places) -> Outcome:
    line = places[("questions", at), False][0]
    fields = value if isinstance(value, dict) else {}
    notes = Notes()
    question = bind(_SHAPE, value, notes)
    type_, text = _line(fields.get("type")) or "question", _line(fields.get("stem"))
    if at >= QUESTIONS:
        return Outcome(line=line, type=type_, text=text, reason=FULL)
    if notes.flaws or question is BAD:
        reason = in_words(notes.flaws[0]) if notes.flaws else "it does not hold together"
        return Outcome(line=line, type=type_, text=text, reason=shown(reason))
    return Outcome(line=line, type=question.type, text=question.stem, question=question, has_id=True)


def _notes(value: dict[str, Value], places: Places) -> Iterator[Note]:
    """What a topic holds beside questions and is not taken over."""
    for key, word in _ELSE.items():
        others = value.get(key)
        if isinstance(others, list) and others:
            line = places[(key,), False][0]
            yield Note(line, f"{plural(len(others), word)} of the topic cannot be taken over, its questions alone")


def _line(value: Any) -> str:
    return on_one_line(shown(value))[:_LONGEST] if isinstance(value, str) else ""
