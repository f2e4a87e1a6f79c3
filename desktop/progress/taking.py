"""Attempts as files for other programs: CSV for spreadsheets, JSON Lines for everything else."""

from __future__ import annotations

import csv
import json
from dataclasses import fields
from datetime import datetime
from enum import Enum
from io import StringIO
from typing import TYPE_CHECKING

from desktop.catalog.defusing import defused
from desktop.progress.attempt import Attempt

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMES = ("number", *(field.name for field in fields(Attempt) if field.name != "number"))
_BYTE_ORDER_MARK = "\ufeff"  # without it Excel does not know UTF-8


def attempts_csv(attempts: Iterable[Attempt]) -> bytes:
    """A CSV file (RFC 4180, UTF-8) with a head line; times in UTC, nothing that a spreadsheet would run."""
    file = StringIO()
    lines = csv.writer(file, lineterminator="\r\n")
    lines.writerow(NAMES)
    lines.writerows([_cell(value) for value in _values(attempt)] for attempt in attempts)
    return (_BYTE_ORDER_MARK + file.getvalue()).encode()


def attempts_json_lines(attempts: Iterable[Attempt]) -> bytes:
    """One JSON object per line, by the names of `Attempt`; `response` is JSON text, times are in UTC (ISO 8601)."""
    lines = (json.dumps(dict(zip(NAMES, _values(attempt), strict=True)), ensure_ascii=False) for attempt in attempts)
    return "".join(f"{line}\n" for line in lines).encode()


def _values(attempt: Attempt) -> list[str | float | bool | None]:
    return [_plain(getattr(attempt, name)) for name in NAMES]


def _plain(value: object) -> str | float | bool | None:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        value = value.value
    return value if isinstance(value, str | float | int) else None


def _cell(value: str | float | bool | None) -> str | float:
    """Truth as 0 and 1, and nothing for what is not known: spreadsheets of every language count with that."""
    if isinstance(value, str):
        return defused(value)
    return "" if value is None else float(value) if isinstance(value, float) else int(value)
