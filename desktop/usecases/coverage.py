"""What is covered: how many use cases each industry has of each kind, as a value that the map paints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.words import plural
from desktop.usecases.filter import Facet
from desktop.usecases.finder import passing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.pack import Kind
    from desktop.catalog.entities.usecases import Industry
    from desktop.usecases.entries import Entries
    from desktop.usecases.filter import Filter

MOST_ROWS = 200
"""The map of a pack with more industries shows the first of them; the list shows all."""

_FREE = {Facet.INDUSTRY, Facet.KIND}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map: a cell, a whole row (no kind) or a whole column (no industry)."""

    industry: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts per spot: those that pass the other filters, and all there are. Absent means none."""

    industries: tuple[Industry, ...]
    kinds: tuple[Kind, ...]
    shown: Mapping[Spot, int]
    all: Mapping[Spot, int]

    @property
    def left_out(self) -> int:
        """How many industries have no row, because there are too many."""
        return max(0, len(self.industries) - MOST_ROWS)

    @property
    def rows(self) -> tuple[Industry, ...]:
        return self.industries[:MOST_ROWS]

    @property
    def most(self) -> int:
        """The highest count of a cell, at least 1: what the strongest tint stands for."""
        return max((n for spot, n in self.all.items() if spot.industry and spot.kind), default=1)

    def words(self, spot: Spot) -> str:
        """What a cell says: the count, or '–' where the pack has nothing."""
        return f"{self.shown.get(spot, 0):,}" if self.all.get(spot) else "–"

    def name(self, spot: Spot) -> str:
        """What a screen reader says: 'Law, LLM: 5 use cases'."""
        return self.names([spot])[spot]

    def names(self, spots: Iterable[Spot]) -> dict[Spot, str]:
        """What a screen reader says of each spot."""
        industries = {each.id: each.title for each in self.industries}
        kinds = {each.id: each.title for each in self.kinds}
        names: dict[Spot, str] = {}
        for spot in spots:
            titles = [industries.get(spot.industry, ""), kinds.get(spot.kind, "")]
            names[spot] = f"{', '.join(filter(None, titles))}: {self._number(spot)}"
        return names

    def _number(self, spot: Spot) -> str:
        shown, every = self.shown.get(spot, 0), self.all.get(spot, 0)
        if not every:
            return "none, no article mentions it"
        if shown == every:
            return plural(every, "use case")
        return f"{shown:,} of {plural(every, 'use case')}"


def coverage_of(catalog: Catalog, entries: Entries, wanted: Filter) -> Coverage:
    """The map under a filter, whose own industry and kind do not count: they are what the map chooses."""
    shown = dict(_numbers(entries, passing(entries, wanted, _FREE)))
    return Coverage(catalog.industries, catalog.pack.kinds, shown, dict(_numbers(entries, entries.whole)))


def _numbers(entries: Entries, members: int) -> Iterator[tuple[Spot, int]]:
    """How many of these there are at each spot that has any."""
    kinds = {kind: its & members for kind, its in entries.having[Facet.KIND].items()}
    industries = {industry: its & members for industry, its in entries.having[Facet.INDUSTRY].items()}
    spots = [(Spot(kind=kind), its) for kind, its in kinds.items()]
    spots += [(Spot(industry), its) for industry, its in industries.items()]
    spots += [(Spot(each, kind), its & some) for each, its in industries.items() for kind, some in kinds.items()]
    return ((spot, its.bit_count()) for spot, its in spots if its)
