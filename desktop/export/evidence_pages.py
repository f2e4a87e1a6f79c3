"""What the articles say, as pages: a contradiction with its sides; a claim, an article, a work or a term to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.dossier import evidence_of
from desktop.catalog.entities.evidence import Verdict
from desktop.catalog.evidence import works_of
from desktop.catalog.names import VERDICT_WORDS
from desktop.catalog.refs import CardRef, ClaimRef, ReferenceRef, SourceRef, TermRef
from desktop.catalog.words import sentence
from desktop.export.origins import article_words, work_words
from desktop.export.page import Look, Page, Words
from desktop.export.table import ExportCell, ExportRow, ExportTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.evidence import Card, Cite, Side
    from desktop.catalog.evidence import Evidence
    from desktop.export.page import Asked

READ = (CardRef, ClaimRef, ReferenceRef, SourceRef, TermRef)
"""The types of place that are read and have no room of their own."""


def evidence_page(asked: Asked) -> tuple[Page, ...]:
    """One page; none for what the pack does not have."""
    found = evidence_of(asked.catalog, asked.ref)
    if found is None:
        return ()
    if isinstance(asked.ref, CardRef):
        return (_card_page(asked.catalog, asked.catalog.card[asked.ref.card]),)
    claims = [each.claim.id for each in found.said]
    cites = tuple(work_words(work.reference, (work.at,)) for work in found.works)
    return (Page("", tuple(_told(found)), sources=(*article_words(asked.catalog, claims), *cites)),)


def cited(catalog: Catalog, claims: Iterable[str], cites: Iterable[Cite]) -> tuple[str, ...]:
    """The articles of these claims and the works cited, in words."""
    ids = tuple(claims)
    works = tuple(work_words(each.reference, (each.at,)) for each in works_of(catalog, cites))
    return (*article_words(catalog, ids), *works)


def _told(found: Evidence) -> Iterator[Words]:
    yield Words(found.kind, Look.SMALL)
    yield Words(found.title, Look.LEAD)
    if found.text:
        yield Words(found.text)
    for fact in found.facts:
        yield Words(f"{fact.label}: {fact.text}", Look.ITEM)
    if found.said:
        yield Words("What the articles say", Look.HEAD)
    for said in found.said:
        right = f" Right: {said.claim.correction}" if said.claim.correction else ""
        verdict = sentence(VERDICT_WORDS[said.claim.verdict])
        yield Words(f"{said.claim.says} ({said.where}) {verdict}.{right}", Look.ITEM)


def _card_page(catalog: Catalog, card: Card) -> Page:
    """The sides beside each other with who says so and whether it is right; then what is right."""
    claims = tuple(dict.fromkeys(claim for side in card.sides for claim in side.claims))
    rows = (
        ExportRow("Says", tuple(ExportCell(side.says) for side in card.sides)),
        ExportRow("Who, and how right", tuple(ExportCell(_who(catalog, side)) for side in card.sides)),
    )
    heads = tuple(f"Side {at}" for at in range(1, len(card.sides) + 1))
    table = ExportTable(card.title, (), "", heads, rows, ())
    parts = (Words(card.title, Look.LEAD), table, Words("What is right", Look.HEAD), Words(card.correction))
    cites = card.references or tuple(cite for each in claims for cite in catalog.claim[each].references)
    return Page("", parts, sources=cited(catalog, claims, cites))


def _who(catalog: Catalog, side: Side) -> str:
    lines = []
    for verdict in Verdict:
        articles = [
            catalog.source_of_claim[each].short for each in side.claims if catalog.claim[each].verdict is verdict
        ]
        if articles:
            lines.append(f"{sentence(VERDICT_WORDS[verdict])}: {', '.join(dict.fromkeys(articles))}")
    return "\n".join(lines) or "No article; the works below"
