"""The time zone that the system is set to, in summer as in winter: an offset alone is wrong for half of a year."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache

_QUARTER = 15  # minutes: clocks are put forward and back on a full quarter of an hour


class Here(tzinfo):
    """As the system's tables have it when a moment is first asked for; after a journey make another one."""

    def __init__(self) -> None:
        self._beyond_utc = lru_cache(maxsize=None)(_beyond_utc)

    def fromutc(self, dt: datetime) -> datetime:
        offset, fold = self._beyond_utc(dt.toordinal(), dt.hour, dt.minute // _QUARTER)
        return (dt + offset).replace(fold=fold)

    def utcoffset(self, dt: datetime | None) -> timedelta | None:
        return _local(dt.replace(tzinfo=None)).utcoffset() if dt is not None else None

    def dst(self, dt: datetime | None) -> timedelta | None:
        """Not known: the system tells the offset as a whole."""
        return None

    def tzname(self, dt: datetime | None) -> str | None:
        return _local(dt.replace(tzinfo=None)).tzname() if dt is not None else None


def _beyond_utc(day: int, hour: int, quarter: int) -> tuple[timedelta, int]:
    """How far the clock on the wall is ahead, and whether it shows this hour for the second time (1) or not (0)."""
    at = datetime.fromordinal(day).replace(hour=hour, minute=quarter * _QUARTER, tzinfo=UTC)
    there = _local(at)
    offset = there.utcoffset() or timedelta()
    return offset, int(_local(there.replace(tzinfo=None)).utcoffset() != offset)


def _local(at: datetime) -> datetime:
    try:
        return at.astimezone()
    except (OSError, OverflowError):  # a system may know no time before 1970
        return at.replace(tzinfo=UTC)
