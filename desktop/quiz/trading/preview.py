"""What an import would do, item by item, before anything is written: new, brought up to date, left out, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import Question, Topic
from desktop.catalog.filters import folded
from desktop.catalog.own_files import new_id
from desktop.catalog.shapes import shape_of
from desktop.catalog.sifting import GONE, Sieve, sift
from desktop.catalog.words import plural
from desktop.catalog.world import files_of, world_of
from desktop.quiz.banking.duplicates import Likeness
from desktop.quiz.exchange.merging import brought_up_to_date, clash
from desktop.quiz.exchange.plain import on_one_line
from desktop.quiz.exchange.questions import in_words
from desktop.quiz.trading.source import YAML, contents_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.world import World
    from desktop.quiz.exchange.questions import Outcome
    from desktop.quiz.trading.source import Contents, Source

_SHAPE = shape_of(Question)
_QUOTED = 60


class Fate(StrEnum):
    """What happens to an item."""

    NEW = "new"
    UPDATE = "brings your question up to date"
    SAME = "yours already, nothing changes"
    LEFT_OUT = "left out"
    NOTE = "of the file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An item of the file, or with the fate NOTE something to know of the file itself.

    `like` are the words for a question that reads alike, '' where there is none.
    """

    line: int
    type: str
    text: str
    fate: Fate
    question: Question | None = None
    reason: str = ""
    warnings: tuple[str, ...] = ()
    like: str = ""

    @property
    def happens(self) -> str:
        """What happens to it, in words."""
        return f"{self.fate.value}: {self.reason}" if self.reason else self.fate.value

    @property
    def told(self) -> tuple[str, ...]:
        """What else there is to know of it."""
        return (self.like, *self.warnings) if self.like else self.warnings


@dataclass(frozen=True, slots=True)
class Preview:
    """All items of a file. `kind` is the format that it was taken for, `title` the title of a topic for it."""

    kind: str
    title: str
    rows: tuple[Row, ...]

    @property
    def summary(self) -> str:
        """How many can be taken over, what is left out, and how many warnings there are, in one line."""
        questions = [row for row in self.rows if row.fate is not Fate.NOTE]
        left_out = sum(row.question is None for row in questions)
        first = f"{len(questions) - left_out:,} of {plural(len(questions), 'question')} can be taken over"
        out = f"{left_out:,} {'is' if left_out == 1 else 'are'} left out"
        warnings = sum(len(row.warnings) for row in self.rows)
        return "; ".join((first, *((out,) if left_out else ()), *((plural(warnings, "warning"),) if warnings else ())))


class Ground:
    """The pack that questions go into, with the reader's own ones; what is worked out of it is kept."""

    def __init__(self, catalog: Catalog, own: Mapping[str, Question], taken: Collection[str]) -> None:
        """`own` are the own questions as their files have them, `taken` the ids that no new question can have."""
        self.catalog, self.own, self.taken = catalog, own, frozenset(taken)

    @cached_property
    def world(self) -> World:
        """All that a question can lead to."""
        return world_of(files_of(self.catalog), set())

    @cached_property
    def likeness(self) -> Likeness:
        """All questions that are there, by their words."""
        return Likeness(self.catalog.question.values())

    @cached_property
    def by_stem(self) -> Mapping[str, Question]:
        """The first own question of each stem."""
        return {_key(each): each for each in reversed(tuple(self.own.values()))}


class Unwanted(Exception):
    """Nobody waits for the preview any more."""


def preview_of(source: Source, kind: str, ground: Ground, is_wanted: Callable[[], bool] = lambda: True) -> Preview:
    """What importing the file would do, taken for a format, or for the one it looks like.

    Raises Unreadable; and Unwanted soon after `is_wanted`, which is asked item by item, says so.
    """
    contents = contents_of(source, kind, lambda ref: ground.catalog.find(ref) is not None)
    rows = _Placing(contents, ground).rows(is_wanted)
    return Preview(contents.kind, contents.title, tuple(rows))


def topic_for(title: str, topics: Collection[Topic]) -> str:
    """The id of the topic that has this title, so that a file read again goes where it went before; else ''."""
    return next((each.id for each in topics if each.title == title), "")


class _Placing:
    """Finds each question of a file its id, and what it is like."""

    def __init__(self, contents: Contents, ground: Ground) -> None:
        self._contents, self._ground = contents, ground
        self._given: set[str] = set()
        self._lines: dict[str, int] = {}
        self._likeness = Likeness()

    def rows(self, is_wanted: Callable[[], bool]) -> list[Row]:
        """The rows in the order of the file; what is told of a line without an item has a row of its own."""
        told: dict[int, list[str]] = {}
        for note in self._contents.notes:
            told.setdefault(note.line, []).append(note.what)
        rows = []
        for each in self._contents.outcomes:
            if not is_wanted():
                raise Unwanted
            row = self._row(each)
            rows.append(replace(row, warnings=(*told.pop(each.line, ()), *row.warnings)))
        notes = ((line, what) for line, each in told.items() for what in each)
        rows += [Row(line=line, type="", text="", fate=Fate.NOTE, warnings=(what,)) for line, what in notes]
        return sorted(rows, key=lambda row: row.line)

    def _row(self, outcome: Outcome) -> Row:
        line, text = outcome.line, on_one_line(outcome.text)
        question, notes = self._sifted(outcome)
        if question is None:
            return Row(line=line, type=outcome.type, text=text, fate=Fate.LEFT_OUT, reason=outcome.reason or notes[0])
        old = self._old(outcome, question)
        reason = clash(old, question) if old is not None else ""
        if reason and outcome.has_id:
            return Row(line=line, type=outcome.type, text=text, fate=Fate.LEFT_OUT, reason=reason)
        if old is None or reason:
            fate, (named, more) = Fate.NEW, self._named(outcome, question)
            notes = (*notes, *more)
        else:
            named = replace(question, id=old.id)
            named = named if self._contents.kind == YAML else brought_up_to_date(old, named)
            fate = Fate.SAME if named == old else Fate.UPDATE
        self._given.add(named.id)
        like = self._like(named, line)
        kept = tuple(notes)
        return Row(line=line, type=named.type, text=text, fate=fate, question=named, warnings=kept, like=like)

    def _sifted(self, outcome: Outcome) -> tuple[Question | None, tuple[str, ...]]:
        """The question without what leads nowhere in this pack, and what that was; none where nothing is left."""
        if outcome.question is None:
            return None, ()
        sieve = Sieve(self._ground.world, "")
        sifted = sift(_SHAPE, outcome.question, sieve)
        flaws = tuple(map(in_words, sieve.flaws))
        return (None, flaws) if sifted is GONE else (sifted, (*outcome.notes, *flaws))

    def _old(self, outcome: Outcome, question: Question) -> Question | None:
        """The own question that this is: by the id that the file gives, else by its stem."""
        ground = self._ground
        if outcome.has_id and question.id in ground.own:
            old: Question | None = ground.own[question.id]
        elif outcome.has_id and question.id not in ground.catalog.question:
            old = None
        else:
            old = ground.by_stem.get(_key(question))
        return old if old is None or old.id not in self._given else None

    def _named(self, outcome: Outcome, question: Question) -> tuple[Question, tuple[str, ...]]:
        """A new question with an id that is free, and a word on it where that is not the file's own."""
        used = self._ground.catalog.question.keys() | self._ground.own.keys()
        if outcome.has_id and question.id not in used and question.id not in self._given:
            return question, ()
        name = new_id(question.stem, self._ground.taken | self._given)
        told = f"the id '{question.id}' is taken already; this question is '{name}'"
        return replace(question, id=name), (told,) if outcome.has_id else ()

    def _like(self, question: Question, line: int) -> str:
        """The words for the question that is nearest to this one, in the pack or before it in the file."""
        there = self._ground.likeness.twins_of(question, 1)
        here = self._likeness.twins_of(question, 1)
        self._likeness.add(question)
        self._lines[question.id] = line
        if here and (not there or here[0].share > there[0].share):
            return f"like line {self._lines[here[0].question.id]}: {here[0].why}"
        if not there:
            return ""
        stem = on_one_line(there[0].question.stem)
        return f"like: {stem if len(stem) <= _QUOTED else stem[: _QUOTED - 1] + '…'} ({there[0].why})"


def _key(question: Question) -> str:
    return " ".join(folded(question.stem).split())


def counted(rows: Collection[Row]) -> Mapping[str, int]:
    """How many rows each filter of the table shows, by its key: all, out, warned, alike."""
    found: Counter[str] = Counter(dict.fromkeys(FILTERS, 0))
    for row in rows:
        found.update(filters_of(row))
    return found


FILTERS = {"all": "All", "out": "Left out", "warned": "With warnings", "alike": "Like others"}
"""What the table can be narrowed to."""


def filters_of(row: Row) -> Iterator[str]:
    """The filters that show a row."""
    yield "all"
    if row.fate is Fate.LEFT_OUT:
        yield "out"
    if row.warnings:
        yield "warned"
    if row.like:
        yield "alike"
