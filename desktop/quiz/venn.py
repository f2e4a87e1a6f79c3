"""Sorting into 'only this', 'only that', 'both' and 'neither' is sorting into two sets that overlap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.filters import folded

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Venn:
    """Which category (its place) is which part of the picture."""

    only_first: int
    both: int
    only_second: int
    neither: int


def venn_of(categories: Sequence[str]) -> Venn | None:
    """The parts of the picture, where the categories are those of two sets."""
    words = [folded(each).strip() for each in categories]
    only = [at for at, each in enumerate(words) if each.startswith("only ")]
    if len(words) != 4 or len(only) != 2 or "both" not in words or "neither" not in words:
        return None
    return Venn(only[0], words.index("both"), only[1], words.index("neither"))
