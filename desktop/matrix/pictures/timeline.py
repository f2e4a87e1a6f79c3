"""When things came out: the dates in the cells of aspects that hold dates, as exact as the pack knows them."""

from __future__ import annotations

import calendar
from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.catalog.dates import date_parts, date_words
from desktop.catalog.entities.matrix import ValueKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.matrix import Aspect, Subject

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)


class Precision(StrEnum):
    """How exactly a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A date as the stretch of time that it may lie in, counted in years: '2018' is 2018.0 to 2019.0."""

    start: float
    end: float
    precision: Precision
    words: str

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class Event:
    """A date of a subject; `when` is None where it is unknown."""

    subject: Subject
    aspect: Aspect
    when: When | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dated events from the first to the last, then those whose date is unknown.

    `others` are the aspects of the pack that hold dates, for the words where nothing was chosen that has one.
    """

    dated: tuple[tuple[Event, When], ...]
    undated: tuple[Event, ...]
    others: tuple[Aspect, ...] = ()
    names_aspects: bool = False  # whether there are dates of several kinds, so that each has to say which it is

    @property
    def size(self) -> int:
        return len(self.dated) + len(self.undated)

    def first(self, most: int) -> Timeline:
        """Only so many events, the dated ones before the others."""
        return replace(self, dated=self.dated[:most], undated=self.undated[: max(0, most - len(self.dated))])


def timeline_of(catalog: Catalog, subjects: tuple[str, ...], aspects: tuple[str, ...]) -> Timeline:
    """The dates of these subjects under those of these aspects that hold dates."""
    chosen = [catalog.aspect[each] for each in aspects if catalog.aspect[each].values is ValueKind.DAY]
    events = [
        event
        for subject in (catalog.subject[each] for each in subjects)
        for aspect in chosen
        if subject.level in aspect.levels
        for event in _events(catalog, subject, aspect)
    ]
    dated = [(event, event.when) for event in events if event.when is not None]
    others = tuple(each for each in catalog.aspect.values() if each.values is ValueKind.DAY)
    undated = tuple(event for event in events if event.when is None)
    kinds = {event.aspect.id for event in events}
    return Timeline(tuple(sorted(dated, key=lambda pair: pair[1])), undated, others, len(kinds) > 1)


def when_of(text: str) -> When | None:
    """The date that a text such as '2026', '2026-11' or '2026-11-21' names; None where there is no such day."""
    parts = date_parts(text)
    if parts is None:
        return None
    year, month, day = parts
    words = date_words(text)
    if not month:
        return When(float(year), year + 1.0, Precision.YEAR, words)
    if not day:
        return When(_year(year, month, 1), _end(year, month), Precision.MONTH, words)
    start = _year(year, month, day)
    return When(start, start, Precision.DAY, words)


def spoken_event(event: Event) -> str:
    """An event as a whole sentence."""
    place = f"{event.subject.title}, {event.aspect.title}"
    if event.when is None:
        return f"{place}: date unknown."
    known = "" if event.when.precision is Precision.DAY else f", only the {event.when.precision.value} is known"
    return f"{place}: {event.when.words}{known}."


def why_no_timeline(timeline: Timeline, catalog: Catalog) -> str:
    """Why there is nothing to draw, and what to do; nothing where there is something."""
    if timeline.dated or timeline.undated:
        return ""
    if not timeline.others:
        return "No aspect of this pack holds dates. Choose another picture."
    titles = {level.id: level.title for level in catalog.pack.levels}
    places = (f"{each.title} ({', '.join(titles[level] for level in each.levels)})" for each in timeline.others)
    return f"The chosen subjects and aspects have no dates. Choose one of these aspects: {', '.join(places)}."


def lanes_of(spans: Sequence[tuple[float, float]]) -> tuple[int, ...]:
    """The lane of each span (left, right), the highest free one first, so that none touches another in its lane."""
    order = sorted(range(len(spans)), key=lambda at: spans[at])
    lanes, ends = [0] * len(spans), list[float]()
    for at in order:
        left, right = spans[at]
        lane = next((each for each, end in enumerate(ends) if end < left), len(ends))
        ends[lane : lane + 1] = [right]
        lanes[at] = lane
    return tuple(lanes)


def years_between(first: float, last: float, most: int) -> tuple[int, ...]:
    """The years to write on an axis from `first` to `last`: round ones, evenly apart, as many as there is room for."""
    span = last - first
    step = _STEPS[min(len(_STEPS) - 1, bisect_left(_STEPS, span / max(1, most)))]
    start = -int(-first // step) * step
    return tuple(range(start, int(last) + 1, step))


def _events(catalog: Catalog, subject: Subject, aspect: Aspect) -> list[Event]:
    values = catalog.cell(subject.id, aspect.id).values
    return [Event(subject, aspect, when_of(value)) for value in values] or [Event(subject, aspect, None)]


def _year(year: int, month: int, day: int) -> float:
    before = sum(calendar.monthrange(year, each)[1] for each in range(1, month)) + day - 1
    return year + before / (366 if calendar.isleap(year) else 365)


def _end(year: int, month: int) -> float:
    return _year(year, month + 1, 1) if month < 12 else year + 1.0
