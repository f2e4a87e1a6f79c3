"""What comes due on the days ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop.progress.days import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime, tzinfo

    from desktop.progress.card import Card


@dataclass(frozen=True, slots=True)
class DueOn:
    """How many cards come due on a day; on the first one with all that are due already."""

    day: date
    count: int


def due_per_day(cards: Iterable[Card], now: datetime, zone: tzinfo, days: int) -> tuple[DueOn, ...]:
    """The next `days` days from today on, each with its count, also where that is 0.

    It is what the schedule says today: answers on the way there will change it. Cards of suspended questions are for
    the caller to leave out.
    """
    today = day_of(now, zone)
    counts = dict.fromkeys((today + timedelta(days=ahead) for ahead in range(days)), 0)
    for card in cards:
        day = max(today, day_of(card.due, zone))
        if day in counts:
            counts[day] += 1
    return tuple(DueOn(day, count) for day, count in counts.items())
