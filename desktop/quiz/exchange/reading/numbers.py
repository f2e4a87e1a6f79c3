"""Numbers as other programs write them: alone, with a tolerance, or as a range."""

from __future__ import annotations

import re
from decimal import Decimal
from math import isfinite

from desktop.quiz.exchange.item import Number

_ONE = r"([-+]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][-+]?\d{1,3})?)"
_WITH = re.compile(rf"\s*{_ONE}\s*(?::\s*{_ONE})?\s*")
_RANGE = re.compile(rf"\s*{_ONE}\s*\.\.\s*{_ONE}\s*")


def number_in(text: str) -> Number | None:
    """`3`, `3:0.5` (tolerance) or `2.5..3.5` (range); none where the text is none of these."""
    both = _RANGE.fullmatch(text)
    if both is not None:
        low, high = sorted((Decimal(both[1]), Decimal(both[2])))
        return _sound(float((low + high) / 2), float((high - low) / 2))
    one = _WITH.fullmatch(text)
    return _sound(float(one[1]), abs(float(one[2] or 0))) if one is not None else None


def _sound(value: float, tolerance: float) -> Number | None:
    return Number(value, tolerance) if isfinite(value) and isfinite(tolerance) else None
