"""What stands behind a subject, an aspect and a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog import refs
from desktop.catalog.evidence import Evidence, Fact, cards_of, cell_facts, each_once, said_of, touching, works_of

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog


def subject_evidence(catalog: Catalog, ref: refs.SubjectRef) -> Evidence:
    subject = catalog.subject[ref.subject]
    claims = [claim.id for claim in catalog.claim.values() if claim.about == (subject.id,)]
    facts = []
    if subject.parents:
        facts.append(Fact("Part of", ", ".join(catalog.subject[each].title for each in subject.parents)))
    if subject.named_by:
        facts.append(Fact("Named by", ", ".join(catalog.source[each].short for each in subject.named_by)))
    text = "\n\n".join(each for each in (subject.summary, subject.detail) if each)
    cards = tuple(card for card in catalog.cards if ref in card.touches)
    parents = [refs.SubjectRef(each) for each in subject.parents]
    diagrams = [refs.DiagramRef(each.id) for each in catalog.diagrams if subject.id in each.subjects]
    return Evidence(
        kind="Subject",
        title=subject.title,
        subject=subject.id,
        text=text,
        facts=tuple(facts),
        said=said_of(catalog, claims),
        cards=cards,
        works=works_of(catalog, subject.references),
        links=(*each_once([*parents, *diagrams]), *catalog.backlinks.cases_at(ref)),
    )


def aspect_evidence(catalog: Catalog, ref: refs.AspectRef) -> Evidence:
    aspect = catalog.aspect[ref.aspect]
    facts = [Fact("Group", catalog.group_of_aspect[aspect.id].title)]
    scale = catalog.scales.get(aspect.scale or "")
    if scale is not None:
        facts.append(Fact("Scale", f"{scale.title}. {scale.meaning}"))
    cells = [refs.CellRef(subject.id, aspect.id) for subject in catalog.subjects if aspect.id in subject.cells]
    return Evidence(
        kind="Aspect",
        title=aspect.title,
        text=aspect.question,
        facts=tuple(facts),
        links=(*cells, *catalog.backlinks.cases_at(ref)),
    )


def cell_evidence(catalog: Catalog, ref: refs.CellRef) -> Evidence:
    cell = catalog.cell(ref.subject, ref.aspect)
    return Evidence(
        kind=catalog.aspect[ref.aspect].title,
        title=catalog.subject[ref.subject].title,
        subject=ref.subject,
        text="\n\n".join(each for each in (cell.text, cell.detail) if each),
        facts=cell_facts(catalog, ref.aspect, cell),
        said=said_of(catalog, cell.claims),
        cards=cards_of(catalog, ref, cell.claims),
        works=works_of(catalog, cell.references, cell.claims),
        links=touching(catalog, ref, cell.claims),
    )
