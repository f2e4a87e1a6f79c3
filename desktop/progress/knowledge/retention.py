"""How much of what came again was still known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.progress.attempt import Grade
from desktop.progress.counting import moves_schedule
from desktop.progress.days import day_of
from desktop.progress.knowledge.wilson import Counted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime, tzinfo

    from desktop.progress.attempt import Attempt

LEAST = timedelta(days=1)
"""How long after the answer before a graded answer is a review."""
_WEEK, _MATURE = timedelta(days=7), timedelta(days=21)


class Interval(StrEnum):
    """How long ago the answer before was: at least a day, at least seven, at least twenty-one."""

    DAYS = "days"
    WEEKS = "weeks"
    MATURE = "mature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Retained:
    """How many reviews of a month (its first day) and an interval were passed."""

    month: date
    interval: Interval
    passed: Counted


def retention_of(attempts: Iterable[Attempt], zone: tzinfo) -> tuple[Retained, ...]:
    """True retention by month and interval, in the log's order in one pass.

    As Anki counts it: the share of reviews graded better than 'again'. A review is a graded answer that comes at least
    a day after the one before to the same question; first answers and learning steps are none. FSRS aims at the
    desired retention of the schedule's settings.
    """
    tally = RetentionTally(zone)
    for attempt in attempts:
        tally.add(attempt)
    return tally.result()


class RetentionTally:
    """The retention while answers stream by, in the log's order."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._before: dict[str, datetime] = {}
        self._tallies: dict[tuple[date, Interval], list[int]] = {}

    def add(self, attempt: Attempt) -> date | None:
        """Take an answer in; the first day of its month where it is a review, None where it is none."""
        if not moves_schedule(attempt):
            return None
        last = self._before.get(attempt.question)
        self._before[attempt.question] = attempt.at
        if last is None or attempt.at - last < LEAST:
            return None
        month = day_of(attempt.at, self._zone).replace(day=1)
        self.put(month, interval_of(attempt.at - last), attempt.grade != Grade.AGAIN, 1)
        return month

    def put(self, month: date, interval: Interval, kept: int, reviews: int) -> None:
        """Take so many reviews of a month in, of which so many were still known."""
        tally = self._tallies.setdefault((month, interval), [0, 0])
        tally[0] += kept
        tally[1] += reviews

    def result(self) -> tuple[Retained, ...]:
        """The months so far, in order."""
        return tuple(
            Retained(month=month, interval=interval, passed=Counted(*self._tallies[month, interval]))
            for month in sorted({month for month, _of in self._tallies})
            for interval in Interval
            if (month, interval) in self._tallies
        )


def interval_of(passed: timedelta) -> Interval:
    """The interval that a review comes after, by the time that has passed."""
    if passed >= _MATURE:
        return Interval.MATURE
    return Interval.WEEKS if passed >= _WEEK else Interval.DAYS
