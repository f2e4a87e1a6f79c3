"""Finding use cases: what a filter lets through, and how many each other choice would show.

Start here: `entries_of` once per pack, then `found`, `tally_of` and `ways_out` for every filter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, overload

from desktop.catalog.filters import Query
from desktop.catalog.words import plural
from desktop.usecases.filter import CHOSEN, Facet

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from desktop.catalog.entities.usecases import Industry, UseCase
    from desktop.usecases.entries import Entries, Entry
    from desktop.usecases.filter import Filter

_NAMED = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A use case that passes the filter, and the words whose hits are to be marked in it."""

    industry: Industry
    use_case: UseCase
    query: Query


class Hits(Sequence[Found]):
    """What was found, in order; each is made when it is looked at, since a pack may have very many."""

    def __init__(self, entries: tuple[Entry, ...] = (), query: Query | None = None) -> None:
        self.entries = entries
        self._query = query or Query()

    def __len__(self) -> int:
        return len(self.entries)

    @overload
    def __getitem__(self, at: int) -> Found: ...
    @overload
    def __getitem__(self, at: slice) -> Hits: ...
    def __getitem__(self, at: int | slice) -> Found | Hits:
        if isinstance(at, slice):
            return Hits(self.entries[at], self._query)
        entry = self.entries[at]
        return Found(entry.industry, entry.use_case, self._query)


@dataclass(frozen=True, slots=True)
class Tally:
    """For each facet how many use cases each of its values alone would show, all other facets staying as they are.

    `without` says how many there would be if the facet asked for nothing.
    """

    numbers: Mapping[Facet, Mapping[str, int]]
    without: Mapping[Facet, int]

    def number(self, facet: Facet, value: str) -> int:
        """What one value alone would show."""
        return self.numbers[facet].get(value, 0)


def found(entries: Entries, wanted: Filter) -> Hits:
    """What passes the filter, in its order."""
    members = passing(entries, wanted)
    return Hits(entries.listed(members, wanted.sort), Query.of(wanted.text))


def passing(entries: Entries, wanted: Filter, free: Collection[Facet] = ()) -> int:
    """Those that pass a filter but for the facets that are left free, as a set of `entries`."""
    return reduce(and_, (entries.passing(wanted, facet) for facet in Facet if facet not in free), entries.whole)


def tally_of(entries: Entries, wanted: Filter) -> Tally:
    """The live counts under a filter."""
    met = {facet: entries.passing(wanted, facet) for facet in Facet}
    others = {
        facet: reduce(and_, (its for each, its in met.items() if each is not facet), entries.whole) for facet in Facet
    }
    numbers: dict[Facet, Mapping[str, int]] = {
        facet: {value: (members & others[facet]).bit_count() for value, members in entries.having[facet].items()}
        for facet in CHOSEN
    }
    return Tally(numbers, {facet: members.bit_count() for facet, members in others.items()})


def ways_out(wanted: Filter, tally: Tally) -> tuple[tuple[Facet, int], ...]:
    """When nothing is found: each facet whose dropping alone would help, and what it would show."""
    helpful = [(facet, tally.without[facet]) for facet in wanted.used if tally.without[facet]]
    return tuple(sorted(helpful, key=lambda way: -way[1]))


def showing(entries: Entries, wanted: Filter, use_case: str) -> Filter:
    """The filter without those facets that hide a use case."""
    at = next((at for at, entry in enumerate(entries) if entry.use_case.id == use_case), None)
    if at is None:
        return wanted
    for facet in wanted.used:
        if not entries.passing(wanted, facet) >> at & 1:
            wanted = wanted.without(facet)
    return wanted


def status_of(total: int, shown: Hits) -> str:
    """The line of the status bar: '5 of 88 shown: Law, Marketing'."""
    if not total:
        return "No use cases"
    titles = list(dict.fromkeys([each.industry.title for each in shown.entries]))
    if len(shown) == total:
        return f"{plural(total, 'use case')} in {plural(len(titles), 'industry', 'industries')}"
    comma = "; " if any("," in title for title in titles[:_NAMED]) else ", "
    named = comma.join(titles[:_NAMED])
    more = len(titles) - _NAMED
    rest = f" and {plural(more, 'more industry', 'more industries')}" if more > 0 else ""
    return f"{len(shown):,} of {total:,} shown" + (f": {named}{rest}" if named else "")
