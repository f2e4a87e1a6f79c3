"""Which backups stay: all of the last two days, then the newest of 7 days, of 4 weeks and of 6 months."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from datetime import datetime

ALL_OF = timedelta(days=2)


def staying(times: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Of backups made at these times. What seems to come from the future (a clock set back) stays."""
    newest_first = sorted(set(times), reverse=True)
    stay = [time for time in newest_first if now - time <= ALL_OF]
    rest = newest_first[len(stay) :]
    tiers: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
        (7, lambda time: time.date()),
        (4, lambda time: time.isocalendar()[:2]),
        (6, lambda time: (time.year, time.month)),
    )
    for count, period in tiers:
        newest: dict[Hashable, datetime] = {}
        for time in rest:
            newest.setdefault(period(time), time)
        chosen = dict(list(newest.items())[:count])
        stay += chosen.values()
        rest = [time for time in rest if period(time) not in chosen]
    return frozenset(stay)
