"""Lengths of time in as few words as a button or a line of controls has room for."""

from __future__ import annotations

from datetime import timedelta

from desktop.catalog.words import plural


def clock_words(left: timedelta) -> str:
    """Time as '12:05', with hours where there are any; never below nothing."""
    seconds = max(0, round(left.total_seconds()))
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


def interval_words(time: timedelta) -> str:
    """How long until a question comes again, as short as a button needs it: '10 min', '2 days', '4 months'."""
    days = time / timedelta(days=1)
    for unit, size in (("year", 365.0), ("month", 30.4), ("day", 1.0)):
        if days >= size * (1 if unit == "day" else 1.5):
            return plural(round(days / size), unit)
    minutes = max(1, round(time.total_seconds() / 60))
    return plural(round(minutes / 60), "hour") if minutes >= 90 else f"{minutes} min"
