"""A learner's day: who learns at one in the morning has not yet begun the next one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

ROLLOVER = timedelta(hours=4)
"""How long after midnight the day before still lasts."""


def day_of(at: datetime, zone: tzinfo) -> date:
    """The day of a moment (with its time zone) for a learner in `zone`; a day begins at four in the morning."""
    return (at.astimezone(zone) - ROLLOVER).date()
