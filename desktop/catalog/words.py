"""Counting and writing words, for everything that speaks to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def plural(count: int, one: str, many: str = "") -> str:
    """'1 article', '3 articles'."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def sentence(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def listed(names: Sequence[str]) -> str:
    """'tea', 'tea and soup', 'tea, soup and cake'."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
