"""The questions of a catalog as the bank lists them: each with its topic, whose it is, and its words for searching."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import (
    CategoriseQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    HotspotQuestion,
    MatchQuestion,
    NumericQuestion,
    OrderQuestion,
)
from desktop.catalog.filters import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Question, Topic
    from desktop.catalog.filters import Query

_BEFORE = 24  # letters of a passage before the hit
TYPE_WORDS = {
    "single": "One right option",
    "multiple": "Several right options",
    "truefalse": "True or false",
    "categorise": "Sort into groups",
    "match": "Match",
    "order": "Put in order",
    "numeric": "Number",
    "short": "Short answer",
    "cloze": "Text with gaps",
    "hotspot": "Click the place",
}
WHOSE_WORDS = {"own": "My own", "pack": "The pack's"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A question in the bank. `key` is all that can be searched in it, folded.

    `values` are what it can be filtered by: topic, type, difficulty, Bloom level and whose it is, each none or one.
    """

    question: Question
    topic: str
    topic_title: str
    is_own: bool
    key: str
    values: tuple[tuple[str, ...], ...]

    @property
    def id(self) -> str:
        return self.question.id

    @property
    def line(self) -> str:
        """What it is, in one line: topic, type, difficulty, whose."""
        question = self.question
        parts = [self.topic_title, TYPE_WORDS[question.type]]
        if question.difficulty is not None:
            parts.append(f"difficulty {question.difficulty}")
        if self.is_own:
            parts.append("yours")
        return " · ".join(parts)


def passage(entry: Entry, query: Query) -> str:
    """Words around the first hit beside the stem, where the stem has none; '' where there is nothing to quote."""
    if not query or query.hits(entry.question.stem):
        return ""
    for text in _texts(entry.question):
        line = " ".join(text.split())
        if hits := query.hits(line):
            start = max(0, line.rfind(" ", 0, max(0, hits[0][0] - _BEFORE)) + 1)
            return f"…{line[start:]}" if start else line
    return ""


def entries_of(catalog: Catalog) -> tuple[Entry, ...]:
    """Every written question, topic by topic."""
    return tuple(
        _entry(question, topic, question.id in catalog.own) for topic in catalog.topics for question in topic.questions
    )


def _entry(question: Question, topic: Topic, is_own: bool) -> Entry:
    values = (
        (topic.id,),
        (question.type,),
        (str(question.difficulty),) if question.difficulty is not None else (),
        (question.bloom.value,) if question.bloom is not None else (),
        ("own" if is_own else "pack",),
    )
    return Entry(question, topic.id, topic.title, is_own, _key(question), values)


def answer_words(question: Question) -> str:
    """The right answer in words, for comparing and searching; refs of a hotspot as they are written."""
    return "; ".join(_answers(question))


def _answers(question: Question) -> Iterator[str]:
    if isinstance(question, ChoiceQuestion):
        yield from (option.text for option in question.options if option.correct)
    elif isinstance(question, CategoriseQuestion):
        yield from (f"{item.text}: {item.category}" for item in question.items)
    elif isinstance(question, MatchQuestion):
        yield from (f"{pair.left}: {pair.right}" for pair in question.pairs)
    elif isinstance(question, OrderQuestion):
        yield from question.items
    elif isinstance(question, NumericQuestion):
        yield f"{question.answer:g} {question.unit or ''}".strip()
    elif isinstance(question, ClozeQuestion):
        yield question.text
        yield from (gap.accepted[0] for gap in question.gaps)
    elif isinstance(question, HotspotQuestion):
        yield from (str(target) for target in question.targets)
    else:
        yield from question.accepted


def _key(question: Question) -> str:
    return folded(" \n ".join((question.stem, *_texts(question))))


def _texts(question: Question) -> Iterator[str]:
    """All that can be searched beside the stem."""
    yield from _answers(question)
    if isinstance(question, ChoiceQuestion):
        yield from (option.text for option in question.options if not option.correct)
    if question.explanation:
        yield question.explanation
    yield from question.concepts
    yield question.id
