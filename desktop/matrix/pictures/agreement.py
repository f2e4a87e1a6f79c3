"""Where the articles agree: for each aspect and article whether it speaks, is silent, or contradicts another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.catalog.refs import AspectRef, CellRef, Ref
from desktop.catalog.words import listed, plural
from desktop.matrix.pictures.asked import NONE_ASKED, asked_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.evidence import Source
    from desktop.catalog.entities.matrix import Aspect, Subject


class Stance(StrEnum):
    """What an article does about an aspect."""

    SAYS = "says"
    SILENT = "silent"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Field:
    """One article on one aspect: its claims, those of them that others contradict, and the others' claims.

    `subject` is the first one in whose cell they stand, those in dispute first; None where the article is silent.
    """

    claims: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    subject: str | None = None

    @property
    def stance(self) -> Stance:
        if not self.claims:
            return Stance.SILENT
        return Stance.CONTRADICTS if self.disputed else Stance.SAYS

    def ref(self, aspect: str) -> Ref:
        """The cell that shows it; the aspect where the article is silent."""
        return AspectRef(aspect) if self.subject is None else CellRef(self.subject, aspect)


@dataclass(frozen=True, slots=True)
class Row:
    """An aspect with one field for each article, in order."""

    aspect: Aspect
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Aspects down, articles across."""

    sources: tuple[Source, ...]
    rows: tuple[Row, ...]


def agreement_of(catalog: Catalog, subjects: tuple[str, ...], aspects: tuple[str, ...]) -> Agreement:
    """What each article says in the cells of these subjects; an aspect asked of none of them is left out."""
    chosen = [catalog.subject[each] for each in subjects]
    asked = asked_of(catalog, chosen, aspects)
    return Agreement(catalog.sources, tuple(Row(aspect, _fields(catalog, chosen, aspect)) for aspect in asked))


def spoken_field(catalog: Catalog, aspect: Aspect, source: Source, field: Field) -> str:
    """A field as a whole sentence."""
    place = f"{aspect.title}, {source.short}"
    if field.stance is Stance.SILENT:
        return f"{place}: silent, the article makes no claim here."
    if field.stance is Stance.SAYS:
        return f"{place}: speaks of it in {plural(len(field.claims), 'claim')}, and no other article contradicts."
    others = dict.fromkeys(catalog.source_of_claim[each].short for each in field.against)
    count = len(field.claims)
    share = "its one claim here" if count == 1 else f"{len(field.disputed):,} of its {count:,} claims here"
    return f"{place}: contradicts {listed(list(others))} in {share}."


def why_no_agreement(agreement: Agreement) -> str:
    """Why there is nothing to draw, and what to do; nothing where there is something."""
    if not agreement.sources:
        return "This pack has no articles that could agree or contradict each other. Choose another picture."
    if not agreement.rows:
        return NONE_ASKED
    return ""


def _fields(catalog: Catalog, subjects: Iterable[Subject], aspect: Aspect) -> tuple[Field, ...]:
    holders: dict[str, str] = {}
    for subject in subjects:
        for claim in catalog.cell(subject.id, aspect.id).claims:
            holders.setdefault(claim, subject.id)
    opponents = _opponents(catalog, holders)
    return tuple(_field(catalog, source, holders, opponents) for source in catalog.sources)


def _field(
    catalog: Catalog, source: Source, holders: Mapping[str, str], opponents: Mapping[str, tuple[str, ...]]
) -> Field:
    claims = tuple(each for each in holders if catalog.source_of_claim[each].id == source.id)
    disputed = tuple(each for each in claims if opponents[each])
    against = tuple(dict.fromkeys(other for each in disputed for other in opponents[each]))
    first = (*disputed, *claims)[:1]
    return Field(claims, disputed, against, holders[first[0]] if first else None)


def _opponents(catalog: Catalog, claims: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each claim those of other articles among them that contradict it, whichever of the two says so."""
    found: dict[str, dict[str, None]] = {each: {} for each in claims}
    for one, others in found.items():
        for other in catalog.claim[one].conflicts_with:
            if other in found and catalog.source_of_claim[other] is not catalog.source_of_claim[one]:
                others[other] = found[other][one] = None
    return {each: tuple(others) for each, others in found.items()}
