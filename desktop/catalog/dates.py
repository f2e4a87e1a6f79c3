"""Dates as packs write them, known to the year, the month or the day: '2023', '2023-03', '2023-03-14'."""

from __future__ import annotations

import calendar
import re

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def date_parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day; 0 for what is not known. None where the text names no day that there is."""
    found = _DATE.fullmatch(text)
    if found is None or "00" in found.groups() or "0000" in found.groups():
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    if month > 12 or (day and day > calendar.monthrange(year, month)[1]):
        return None
    return year, month, day


def date_words(text: str) -> str:
    """'14 March 2023', 'March 2023' or '2023'; the text as it is where it is no date."""
    parts = date_parts(text)
    if parts is None:
        return text
    year, month, day = parts
    return " ".join((*([f"{day}"] if day else []), *([_MONTHS[month - 1]] if month else []), f"{year}"))
