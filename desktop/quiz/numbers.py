"""Numbers as people type them: decimal comma or point, thousands set apart, a unit or a percent sign behind."""

from __future__ import annotations

import re
import unicodedata

from desktop.catalog.filters import folded

_LONGEST = 64
_PERCENT = re.compile(r"\s*(%|per ?cent)$")
_NUMBER = re.compile(r"(?P<sign>[+-]?) ?(?P<body>\d[\d.,]*|[.,]\d+)(?P<exponent>e[+-]?\d{1,3})?")
_SET_APART = re.compile(r"(?<=\d)[ '’_](?=\d{3}(?!\d))")
_GROUPED = re.compile(r"\d{1,3}([.,]\d{3})+")
_IN_DOUBT = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")


def readings(text: str, unit: str | None = None) -> tuple[float, ...]:
    """The numbers that a text can mean; none where it is no number.

    '1,000' and '1.000' can mean a thousand or one: both are given. '5 %' is 5 where the unit is '%', else 0.05.
    """
    typed = folded(unicodedata.normalize("NFKC", text[:_LONGEST])).strip().replace("−", "-").replace("–", "-")
    if len(text) > _LONGEST:
        return ()
    number, share = _without_unit(typed, folded(unit or "").strip())
    found = _NUMBER.fullmatch(_SET_APART.sub("", number))
    if found is None:
        return ()
    bodies = _decimals(found["body"])
    values = [float(f"{found['sign']}{body}{found['exponent'] or ''}") * share for body in bodies]
    return tuple(value for value in values if abs(value) < float("inf"))


def _without_unit(typed: str, unit: str) -> tuple[str, float]:
    """The text without its unit, and what to multiply by. 'step' does for 'steps'."""
    for form in (unit, unit.removesuffix("s")):
        if form and typed.endswith(form):
            return typed.removesuffix(form).strip(), 1.0
    percent = _PERCENT.search(typed)
    if percent is None:
        return typed, 1.0
    return typed[: percent.start()], 1.0 if _PERCENT.fullmatch(unit) else 0.01


def _decimals(body: str) -> tuple[str, ...]:
    """The ways to read digits with points and commas, each with a decimal point at most."""
    marks = [each for each in body if each in ".,"]
    if not marks:
        return (body,)
    if len(set(marks)) == 2:
        whole, fraction = body[: body.rindex(marks[-1])], body[body.rindex(marks[-1]) + 1 :]
        is_sound = marks.count(marks[-1]) == 1 and _GROUPED.fullmatch(whole)
        return (f"{_digits(whole)}.{fraction}",) if is_sound else ()
    if len(marks) > 1:
        return (_digits(body),) if _GROUPED.fullmatch(body) else ()
    decimal = body.replace(",", ".")
    return (decimal, _digits(body)) if _IN_DOUBT.fullmatch(body) else (decimal,)


def _digits(text: str) -> str:
    return text.replace(".", "").replace(",", "")


def number_words(value: float) -> str:
    """A number as it is shown: '175', '0.5', '12,000'."""
    if value.is_integer() and abs(value) < 1e15:
        whole = int(value)
        return f"{whole:,}" if abs(whole) >= 10_000 else f"{whole}"
    return f"{value:.10g}"
