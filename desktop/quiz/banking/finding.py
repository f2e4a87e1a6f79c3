"""What the reader looks for in the bank, what is found, and how many there would be with each other choice."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.catalog.filters import Query
from desktop.quiz.banking.entries import TYPE_WORDS, WHOSE_WORDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from desktop.catalog.catalog import Catalog
    from desktop.quiz.banking.entries import Entry

FLAWED = "flawed"


class Facet(StrEnum):
    """What questions can be filtered by."""

    TOPIC = "Topic"
    TYPE = "Type"
    DIFFICULTY = "Difficulty"
    BLOOM = "Level"
    WHOSE = "Whose"
    FLAWS = "Flaws"
    STATE = "State"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is looked for: words, and for each facet one value or, where it is not named, any."""

    text: str = ""
    chosen: tuple[tuple[Facet, str], ...] = ()

    @property
    def query(self) -> Query:
        return Query.of(self.text)

    def value(self, facet: Facet) -> str:
        """The value asked of a facet, '' for any."""
        return next((value for each, value in self.chosen if each is facet), "")

    def having(self, facet: Facet, value: str) -> Finding:
        """The same with this value of a facet; '' for any."""
        rest = tuple(each for each in self.chosen if each[0] is not facet)
        return Finding(self.text, (*rest, (facet, value)) if value else rest)

    def saying(self, text: str) -> Finding:
        """The same with other words."""
        return Finding(text, self.chosen)


@dataclass(frozen=True, slots=True)
class Marks:
    """What is known of questions by their ids beside what they say: which have flaws, and states such as 'flagged'."""

    flawed: frozenset[str] = frozenset()
    states: Mapping[str, Collection[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """The entries in their order; for each facet, how many each of its values would give, and any value ('')."""

    entries: tuple[Entry, ...] = ()
    counts: Mapping[Facet, Counter[str]] = field(default_factory=dict)

    def count(self, facet: Facet, value: str = "") -> int:
        return self.counts[facet][value] if facet in self.counts else 0


def found(entries: Iterable[Entry], wanted: Finding, marks: Marks) -> Found:
    """Find. Entries alike in all facets are counted together, so that 20,000 take no longer than a key press."""
    query = wanted.query
    texted = [each for each in entries if query.matches(each.key)] if query else list(entries)
    values = [_values(each, marks) for each in texted]
    asked = dict(wanted.chosen)
    counts: dict[Facet, Counter[str]] = {facet: Counter() for facet in Facet}
    fitting: set[tuple[tuple[str, ...], ...]] = set()
    for alike, number in Counter(values).items():
        by_facet = dict(zip(Facet, alike, strict=True))
        failing = [facet for facet, value in asked.items() if value not in by_facet[facet]]
        if not failing:
            fitting.add(alike)
        for facet in Facet if not failing else failing if len(failing) == 1 else ():
            counts[facet].update(dict.fromkeys(("", *by_facet[facet]), number))
    hits = tuple(each for each, alike in zip(texted, values, strict=True) if alike in fitting)
    return Found(hits, counts)


def _values(entry: Entry, marks: Marks) -> tuple[tuple[str, ...], ...]:
    """The values of an entry in the order of the facets."""
    flaws = (FLAWED,) if entry.id in marks.flawed else ()
    return (*entry.values, flaws, tuple(marks.states.get(entry.id, ())))


def choices(catalog: Catalog, marks: Marks) -> dict[Facet, tuple[tuple[str, str], ...]]:
    """The values of each facet with their words, in the order in which they are offered."""
    questions = list(catalog.question.values())
    types = {each.type for each in questions}
    levels = {each.bloom: each.bloom.value for each in questions if each.bloom is not None}
    states = dict.fromkeys(state for each in marks.states.values() for state in each)
    return {
        Facet.TOPIC: tuple((topic.id, topic.title) for topic in catalog.topics),
        Facet.TYPE: tuple((key, words) for key, words in TYPE_WORDS.items() if key in types),
        Facet.DIFFICULTY: tuple((str(at), str(at)) for at in range(1, 6)),
        Facet.BLOOM: tuple((value, value.capitalize()) for level, value in sorted(levels.items(), key=_rank)),
        Facet.WHOSE: tuple(WHOSE_WORDS.items()),
        Facet.FLAWS: ((FLAWED, "With flaws"),),
        Facet.STATE: tuple((state, state.capitalize()) for state in sorted(states)),
    }


def _rank(level: tuple[object, str]) -> int:
    return list(type(level[0])).index(level[0])  # type: ignore[call-overload,no-any-return]
