"""How much was answered on which day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.progress.counting import is_own
from desktop.progress.days import day_of
from desktop.progress.knowledge.wilson import Counted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, tzinfo

    from desktop.progress.attempt import Attempt


@dataclass(frozen=True, slots=True)
class DayAnswers:
    """A day with answers, and how many of them were right."""

    day: date
    right: Counted


class DayTally:
    """The days while answers stream by."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._tallies: dict[date, list[int]] = {}

    def add(self, attempt: Attempt) -> date | None:
        """Take an answer in; its day, None where it is not the learner's own or does not stand."""
        if not is_own(attempt):
            return None
        day = day_of(attempt.at, self._zone)
        self.put(day, attempt.right, 1)
        return day

    def put(self, day: date, right: int, answers: int) -> None:
        """Take so many answers of a day in, of which so many were right."""
        tally = self._tallies.setdefault(day, [0, 0])
        tally[0] += right
        tally[1] += answers

    def result(self) -> tuple[DayAnswers, ...]:
        """The days so far, in order."""
        return tuple(DayAnswers(day, Counted(*tally)) for day, tally in sorted(self._tallies.items()))


def answers_per_day(attempts: Iterable[Attempt], zone: tzinfo) -> tuple[DayAnswers, ...]:
    """The days on which the learner answered, in order; days without answers are left out."""
    tally = DayTally(zone)
    for attempt in attempts:
        tally.add(attempt)
    return tally.result()
