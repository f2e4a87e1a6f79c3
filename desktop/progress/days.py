"""A learner's day: who learns at one in the morning has not yet begun the next one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime, tzinfo

ROLLOVER = timedelta(hours=4)
"""How long after midnight the day before still lasts."""
_FAR = timedelta(days=2)


def day_of(at: datetime, zone: tzinfo) -> date:
    """The day of a moment (with its time zone) for a learner in `zone`; a day begins at four in the morning."""
    return (at.astimezone(zone) - ROLLOVER).date()


def on_day_of(now: datetime, zone: tzinfo) -> Callable[[datetime], bool]:
    """Whether a moment is of the same day as `now`, as `day_of` has it; quick for thousands of long past ones."""
    today = day_of(now, zone)
    return lambda at: -_FAR < at - now < _FAR and day_of(at, zone) == today
