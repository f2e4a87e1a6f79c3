"""The small language of the filters over columns: `text`, `=x`, `!=x`, `<x`, `>=x`, `a..b`, `/pattern/`, `empty`.

Patterns are searched with RE2, whose time grows with the length of the text and with nothing else: no pattern can hang.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.evidence import is_unknown
from desktop.catalog.filters import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.catalog.entities.matrix import Cell

HOW_TO = "text · =exactly · !=not · <5 · >=2023 · 2020..2023 · /pattern/ · empty · !empty"
_COMPARED = re.compile(r"(<=|>=|<>|!=|<|>|=)\s*(.*)", re.DOTALL)
_RANGE = re.compile(r"\s*([^.\s][^.]*(?:\.\d+)?)\s*\.\.\s*([^.\s][^.]*(?:\.\d+)?)\s*")
_DAY = re.compile(r"\d{4}(-\d{2}){0,2}")
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_LONGEST = 200

_Span = tuple[float, float]


class BadCondition(Exception):
    """What was typed is not a condition; the text says why and what to write."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that was understood. `fits` says whether a cell meets it."""

    typed: str
    fits: Callable[[Cell], bool]


def condition_of(typed: str) -> Condition | None:
    """The condition that was typed; None for nothing. Raises BadCondition."""
    text = typed.strip().replace("≥", ">=").replace("≤", "<=").replace("≠", "!=")
    if not text:
        return None
    if len(text) > _LONGEST:
        raise BadCondition(f"a condition has at most {_LONGEST} letters")
    return Condition(text, _test_of(text))


def _test_of(text: str) -> Callable[[Cell], bool]:
    if folded(text) in ("empty", "="):
        return is_unknown
    if folded(text) in ("!empty", "!=", "<>"):
        return lambda cell: not is_unknown(cell)
    if text.startswith("/"):
        return _pattern(text)
    ends = _RANGE.fullmatch(text)
    if ends is not None:
        return _between(*ends.groups())
    compared = _COMPARED.fullmatch(text)
    if compared is None:
        word = folded(text)
        return lambda cell: any(word in folded(each) for each in _texts(cell))
    return _comparison(*compared.groups())


def _comparison(sign: str, operand: str) -> Callable[[Cell], bool]:
    if sign in ("=", "!=", "<>"):
        wanted = folded(operand)
        is_same: Callable[[Cell], bool] = lambda cell: any(  # noqa: E731
            folded(each) == wanted for each in (cell.text, *cell.values)
        )
        return is_same if sign == "=" else lambda cell: not is_unknown(cell) and not is_same(cell)
    low, high = _span_of(operand)
    tests: dict[str, Callable[[_Span], bool]] = {
        "<": lambda span: span[1] < low,
        "<=": lambda span: span[1] <= high,
        ">": lambda span: span[0] > high,
        ">=": lambda span: span[0] >= low,
    }
    return lambda cell: any(tests[sign](span) for span in spans_of(cell))


def _between(first: str, last: str) -> Callable[[Cell], bool]:
    low, high = _span_of(first)[0], _span_of(last)[1]
    if low > high:
        raise BadCondition(f"'{first}' is more than '{last}'")
    return lambda cell: any(low <= span[0] and span[1] <= high for span in spans_of(cell))


def _pattern(text: str) -> Callable[[Cell], bool]:
    import re2

    if len(text) < 3 or not text.endswith("/"):
        raise BadCondition("a pattern stands between two strokes, as in /gpt-[34]/")
    source = text[1:-1]
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = 1 << 22
    try:
        pattern = re2.compile(source, options)
    except re2.error as error:
        why = error.args[0].decode(errors="replace") if error.args and isinstance(error.args[0], bytes) else str(error)
        raise BadCondition(f"/{source}/ is no pattern: {why}") from None
    return lambda cell: any(pattern.search(each) for each in _texts(cell))


def _texts(cell: Cell) -> Iterator[str]:
    yield cell.text
    yield from cell.values
    yield from (each for each in (cell.detail, cell.note) if each)


def _span_of(operand: str) -> _Span:
    """A number, or a year, month or day, as the first and last number that it stands for."""
    text = operand.strip()
    if _DAY.fullmatch(text):
        return _days(text)
    if _NUMBER.fullmatch(text):
        number = float(text.replace(",", ""))
        return number, number
    raise BadCondition(f"'{text}' is neither a number nor a date such as 2023 or 2023-03")


def _days(day: str) -> _Span:
    """A year, month or day as a span of numbers in which days of any precision can be compared."""
    year, *rest = (int(part) for part in day.split("-"))
    first = [*rest, *([1, 1][len(rest) :])]
    last = [*rest, *([12, 31][len(rest) :])]
    return tuple(year + (month - 1) / 12 + (date - 1) / 372 for month, date in (first, last))  # type: ignore[return-value]


def spans_of(cell: Cell) -> Iterator[_Span]:
    """The numbers that a cell can be compared by: its rating, else its values, else the first number in its text."""
    if cell.rating is not None:
        yield float(cell.rating.value), float(cell.rating.value)
        return
    if is_unknown(cell):
        return
    for each in cell.values or _NUMBER.findall(cell.text)[:1]:
        if _DAY.fullmatch(each):
            yield _days(each)
        elif _NUMBER.fullmatch(each):
            number = float(each.replace(",", ""))
            yield number, number
