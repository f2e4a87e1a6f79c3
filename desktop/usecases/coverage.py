"""What is covered: how many use cases each industry has of each kind, as a value that the map paints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.words import listed, plural
from desktop.usecases.filter import Facet
from desktop.usecases.finder import passing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.evidence import Claim
    from desktop.catalog.entities.pack import Kind
    from desktop.catalog.entities.usecases import Industry
    from desktop.usecases.entries import Entries
    from desktop.usecases.filter import Filter

MOST_ROWS = 200
"""The map of a pack with more industries shows the first of them; the list shows all."""

_COUNTED = 3  # so many articles that mention only the industry are not named
_FREE = {Facet.INDUSTRY, Facet.KIND}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map: a cell, a whole row (no kind) or a whole column (no industry)."""

    industry: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Mentions:
    """The articles that speak of an industry (no kind), and of what does the work there or its class (a kind)."""

    of: Mapping[Spot, tuple[str, ...]]
    articles: int = 0

    def none_words(self, spot: Spot) -> str:
        """What an empty place says: whether any article mentions it, in general or not at all."""
        here, around = self.of.get(spot, ()), self.of.get(Spot(spot.industry), ())
        if here:
            return f"no use case; {_mention(here)} it in general only"
        if not around:
            return "no use case; no article mentions it"
        others = _mention(around) if len(around) < _COUNTED else f"{len(around)} of {self.articles} articles mention"
        return f"no use case; no article mentions one, though {others} the industry"


UNMENTIONED = Mentions({})


def chosen_spots(wanted: Filter) -> frozenset[Spot]:
    """The places where a filter stands: cells where it asks for both, else whole rows or whole columns."""
    industries, kinds = wanted.industry or ("",), wanted.kind or ("",)
    return frozenset(Spot(industry, kind) for industry in industries for kind in kinds) - {Spot()}


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

    def name(self, spot: Spot, mentions: Mentions = UNMENTIONED) -> str:
        """What a screen reader says: 'Law, LLM: 5 use cases'."""
        return self.names([spot], mentions)[spot]

    def names(self, spots: Iterable[Spot], mentions: Mentions = UNMENTIONED) -> dict[Spot, str]:
        """What a screen reader says of each spot."""
        industries = {each.id: each.title for each in self.industries}
        kinds = {each.id: each.title for each in self.kinds}
        names: dict[Spot, str] = {}
        for spot in spots:
            titles = [industries.get(spot.industry, ""), kinds.get(spot.kind, "")]
            names[spot] = f"{', '.join(filter(None, titles))}: {self._number(spot, mentions)}"
        return names

    def _number(self, spot: Spot, mentions: Mentions) -> str:
        shown, every = self.shown.get(spot, 0), self.all.get(spot, 0)
        if not every:
            return mentions.none_words(spot)
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


def _mention(articles: Sequence[str]) -> str:
    """'Article 4 mentions', 'Article 2 and Article 4 mention'."""
    return f"{listed(articles)} {'mentions' if len(articles) == 1 else 'mention'}"


def mentions_of(catalog: Catalog) -> Mentions:
    """Which articles mention what: claims filed under an industry, and those that its use cases rest on."""
    carriers = {kind.id: [_carriers(catalog, mark) for mark in kind.marks] for kind in catalog.pack.kinds}
    kinds_of = {
        claim.id: ("", *(kind for kind, marks in carriers.items() if _is_about(claim, marks)))
        for claim in catalog.claim.values()
    }
    found: dict[Spot, set[str]] = {}
    for industry, claim in _claims(catalog):
        for kind in kinds_of[claim]:
            found.setdefault(Spot(industry, kind), set()).add(catalog.source_of_claim[claim].short)
    order = [source.short for source in catalog.sources]
    of = {spot: tuple(each for each in order if each in shorts) for spot, shorts in found.items()}
    return Mentions(of, len(order))


def _is_about(claim: Claim, marks: Sequence[set[str]]) -> bool:
    """Whether a claim is about what carries these marks; one subject does not count for two of them."""
    matched = [subjects.intersection(claim.about) for subjects in marks]
    return bool(matched) and all(matched) and len(set().union(*matched)) >= len(marks)


def _claims(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Each industry with each claim that is about it, by id."""
    for claim in catalog.claim.values():
        if claim.industry is not None:
            yield claim.industry, claim.id
    for industry in catalog.industries:
        for case in industry.use_cases:
            for name in case.claims:
                yield industry.id, name


def _carriers(catalog: Catalog, mark: str) -> set[str]:
    """The subjects of a mark, with those that they are a part of: who speaks of the whole speaks of the part."""
    found = [each.id for each in catalog.subjects if each.mark == mark]
    for name in found:
        found.extend(each for each in catalog.subject[name].parents if each not in found)
    return set(found)
