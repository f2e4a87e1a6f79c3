"""What the reader asked for, as one frozen value: words, values of facets, and the order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


class Facet(StrEnum):
    """The parts of a filter; each value is the name of the filter's field. The order is that of the screen."""

    TEXT = "text"
    INDUSTRY = "industry"
    KIND = "kind"
    FUNCTION = "function"
    TAKES = "takes"
    GIVES = "gives"
    AUTONOMY = "autonomy"
    MATURITY = "maturity"
    GRADE = "grade"
    RISK = "risk"


CHOSEN = tuple(facet for facet in Facet if facet is not Facet.TEXT)
"""The facets whose values are chosen, not typed."""


class SortBy(StrEnum):
    """The orders of the list; within equals it is that of the pack."""

    INDUSTRY = "industry"
    TITLE = "title"
    MATURITY = "maturity"
    GRADE = "grade"
    RISK = "risk"


@dataclass(frozen=True, slots=True)
class Filter:
    """An empty field lets everything through; of several values of a facet one must be met."""

    text: str = ""
    industry: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    function: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    autonomy: tuple[str, ...] = ()
    maturity: tuple[str, ...] = ()
    grade: tuple[str, ...] = ()
    risk: tuple[str, ...] = ()
    sort: SortBy = SortBy.INDUSTRY

    def values(self, facet: Facet) -> tuple[str, ...]:
        """The values that are asked of a facet whose values are chosen."""
        return tuple(getattr(self, facet.value)) if facet is not Facet.TEXT else ()

    def only(self, facet: Facet) -> str:
        """The value of a facet of which just one is asked; '' for none and for several."""
        values = self.values(facet)
        return values[0] if len(values) == 1 else ""

    def having(self, facet: Facet, values: Iterable[str]) -> Filter:
        """The same filter with these values of a facet and no others; empty ones do not count."""
        changed: dict[str, Any] = {facet.value: tuple(dict.fromkeys(each for each in values if each))}
        return replace(self, **changed)

    def toggled(self, facet: Facet, value: str) -> Filter:
        """The same filter with a value added, or taken out where it was asked for."""
        values = self.values(facet)
        return self.having(facet, [each for each in values if each != value] if value in values else [*values, value])

    def without(self, facet: Facet) -> Filter:
        """The same filter with one facet dropped."""
        return replace(self, text="") if facet is Facet.TEXT else self.having(facet, ())

    def cleared(self) -> Filter:
        """Nothing asked for, in the same order."""
        return Filter(sort=self.sort)

    @property
    def used(self) -> tuple[Facet, ...]:
        """The facets that this filter asks something of."""
        return tuple(facet for facet in Facet if (self.text.strip() if facet is Facet.TEXT else self.values(facet)))
