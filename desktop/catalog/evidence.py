"""What stands behind anything that can be selected, as one value: the evidence panel shows it, exports print it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.catalog import refs
from desktop.catalog.entities.evidence import Basis, Card, Cite, Claim, Reference, Verdict
from desktop.catalog.names import BASIS_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.matrix import Aspect, Cell


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled line: 'As of', 'Basis', 'Rating'."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """One claim as the panel shows it."""

    claim: Claim
    where: str


@dataclass(frozen=True, slots=True)
class Work:
    """A reference with the place in it."""

    reference: Reference
    at: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """A place that goes with the selected thing."""

    text: str
    ref: refs.Ref


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known about one selected thing: the subject it belongs to, the term that it explains."""

    kind: str
    title: str
    subject: str | None = None
    term: str | None = None
    text: str = ""
    facts: tuple[Fact, ...] = ()
    said: tuple[Said, ...] = ()
    cards: tuple[Card, ...] = ()
    works: tuple[Work, ...] = ()
    links: tuple[refs.Ref, ...] = ()


def disagree(catalog: Catalog, claims: Iterable[str]) -> bool:
    """Whether articles contradict each other among these claims."""
    ids = set(claims)
    return any(other in ids for each in ids for other in catalog.claim[each].conflicts_with)


def verdicts_of(catalog: Catalog, claims: Iterable[str]) -> tuple[Verdict, ...]:
    """The verdicts among these claims, mildest first, each once."""
    found = {catalog.claim[each].verdict for each in claims}
    return tuple(verdict for verdict in Verdict if verdict in found)


def articles_of(catalog: Catalog, claims: Iterable[str]) -> int:
    """How many articles these claims come from."""
    return len({catalog.source_of_claim[each].id for each in claims})


def said_of(catalog: Catalog, claims: Iterable[str]) -> tuple[Said, ...]:
    """Claims with the article and the place in it, those that need a correction first, the worst ahead."""
    worst = list(Verdict)[::-1]
    found = sorted((catalog.claim[each] for each in claims), key=lambda claim: worst.index(claim.verdict))
    return tuple(Said(claim, f"{catalog.source_of_claim[claim.id].short}, {claim.locator}") for claim in found)


def works_of(catalog: Catalog, cites: Iterable[Cite], claims: Iterable[str] = ()) -> tuple[Work, ...]:
    """The works cited here and by the corrections of these claims, each once."""
    everything = [*cites, *(cite for each in claims for cite in catalog.claim[each].references)]
    found: dict[str, Work] = {}
    for cite in everything:
        found.setdefault(cite.id, Work(catalog.reference[cite.id], cite.at))
    return tuple(found.values())


def cards_of(catalog: Catalog, ref: refs.Ref, claims: Iterable[str]) -> tuple[Card, ...]:
    """The contradictions that touch this place, by name or through one of its claims."""
    ids = set(claims)
    return tuple(
        card
        for card in catalog.cards
        if ref in card.touches or any(claim in ids for side in card.sides for claim in side.claims)
    )


def each_once(places: Iterable[refs.Ref | None]) -> tuple[refs.Ref, ...]:
    """The places that there are, each once."""
    return tuple(dict.fromkeys(place for place in places if place is not None))


def touching(catalog: Catalog, ref: refs.Ref, claims: Iterable[str]) -> tuple[refs.Ref, ...]:
    """Diagrams, use cases and questions that rest on this place or on the same claims."""
    ids = set(claims)
    diagrams = (refs.DiagramRef(each.id) for each in catalog.diagrams if ids.intersection(each.claims))
    back = catalog.backlinks
    return (*diagrams, *back.cases_at(ref, ids), *back.questions_at(ref, ids))


def cell_facts(catalog: Catalog, aspect: str, cell: Cell) -> tuple[Fact, ...]:
    """As of, basis and rating of a cell."""
    facts = [Fact("As of", cell.as_of), Fact("Basis", BASIS_WORDS[cell.basis])]
    scale = catalog.scales.get(catalog.aspect[aspect].scale or "")
    if cell.rating is not None and scale is not None:
        best = max(grade.value for grade in scale.grades)
        facts.append(Fact("Rating", f"{cell.rating.value} of {best}: {cell.rating.reason}"))
    if cell.note:
        facts.append(Fact("Note", cell.note))
    return tuple(facts)


def is_unknown(cell: Cell) -> bool:
    """Whether the pack has nothing to say here."""
    return cell.basis is Basis.UNKNOWN


def is_stale(cell: Cell, aspect: Aspect, today: date) -> bool:
    """Whether a cell is older than its aspect lets it be."""
    return last_day(cell.as_of) + timedelta(days=aspect.review_days) < today


@lru_cache(maxsize=512)
def last_day(text: str) -> date:
    """The last day that a date such as '2026', '2026-11' or '2026-11-21' can mean; the far past where it is no date."""
    parts = [int(part) for part in text.split("-")]
    try:
        if len(parts) == 3:
            return date(*parts)
        year, month = (parts[0], parts[1]) if len(parts) == 2 else (parts[0], 12)
        return date(year, month, monthrange(year, month)[1])
    except ValueError:
        return date.min
