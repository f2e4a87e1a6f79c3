"""What stands behind an article, one of its claims, a work and a contradiction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog import refs
from desktop.catalog.evidence import Evidence, Fact, each_once, said_of, touching, works_of
from desktop.catalog.names import VERDICT_MEANINGS, VERDICT_WORDS
from desktop.catalog.words import plural, sentence

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog


def source_evidence(catalog: Catalog, ref: refs.SourceRef) -> Evidence:
    source = catalog.source[ref.source]
    pairs = (("Publisher", source.publisher), ("Author", source.author), ("Published", source.published))
    facts = [Fact(label, text) for label, text in pairs if text]
    facts.append(Fact("Claims", plural(len(source.claims), "claim")))
    for verdict in VERDICT_WORDS:
        count = sum(claim.verdict is verdict for claim in source.claims)
        if count:
            facts.append(Fact(sentence(VERDICT_WORDS[verdict]), f"{count}"))
    return Evidence(kind=source.short, title=source.title, text=source.note or "", facts=tuple(facts))


def claim_evidence(catalog: Catalog, ref: refs.ClaimRef) -> Evidence:
    claim = catalog.claim[ref.claim]
    linked = [refs.ClaimRef(each) for each in (*claim.same_as, *claim.conflicts_with)]
    cells = [
        refs.CellRef(subject.id, aspect)
        for subject in catalog.subjects
        for aspect, cell in subject.cells.items()
        if claim.id in cell.claims
    ]
    source = catalog.source_of_claim[claim.id]
    facts = [
        Fact("Said by", f"{source.short}, {claim.locator}"),
        Fact("Verdict", f"{VERDICT_WORDS[claim.verdict]} ({VERDICT_MEANINGS[claim.verdict]})"),
    ]
    for label, others in (("Says the same", claim.same_as), ("Says otherwise", claim.conflicts_with)):
        if others:
            facts.append(Fact(label, plural(len(others), "claim")))
    return Evidence(
        kind="Claim",
        title=claim.says,
        text=f"Right: {claim.correction}" if claim.correction else "",
        facts=tuple(facts),
        cards=catalog.cards_of_claim.get(claim.id, ()),
        works=works_of(catalog, claim.references),
        links=each_once([refs.SourceRef(source.id), *cells, *linked]),
    )


def reference_evidence(catalog: Catalog, ref: refs.ReferenceRef) -> Evidence:
    work = catalog.reference[ref.reference]
    pairs = (
        ("Authors", work.authors),
        ("Venue", work.venue),
        ("Year", str(work.year)),
        ("Identifier", work.identifier),
    )
    checked = "looked up" if work.checked else "quoted from memory; look the work up before you cite it"
    facts = [Fact(label, text) for label, text in pairs if text]
    claims = [claim.id for claim in catalog.claim.values() if any(cite.id == work.id for cite in claim.references)]
    return Evidence(
        kind="Reference",
        title=work.title,
        text=work.note or "",
        facts=(*facts, Fact("Details", checked)),
        said=said_of(catalog, claims),
    )


def card_evidence(catalog: Catalog, ref: refs.CardRef) -> Evidence:
    card = catalog.card[ref.card]
    claims = list(dict.fromkeys(claim for side in card.sides for claim in side.claims))
    return Evidence(
        kind="Articles disagree",
        title=card.title,
        text=card.correction,
        facts=tuple(Fact("One says" if at == 0 else "Another says", side.says) for at, side in enumerate(card.sides)),
        said=said_of(catalog, claims),
        works=works_of(catalog, card.references, claims),
        links=(*each_once(card.touches), *touching(catalog, ref, ())),
    )
