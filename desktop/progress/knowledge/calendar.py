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


def answers_per_day(attempts: Iterable[Attempt], zone: tzinfo) -> tuple[DayAnswers, ...]:
    """The days on which the learner answered, in order; days without answers are left out."""
    tallies: dict[date, list[int]] = {}
    for attempt in attempts:
        if is_own(attempt):
            tally = tallies.setdefault(day_of(attempt.at, zone), [0, 0])
            tally[0] += attempt.right
            tally[1] += 1
    return tuple(DayAnswers(day, Counted(*tally)) for day, tally in sorted(tallies.items()))
