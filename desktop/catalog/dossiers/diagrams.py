"""What stands behind a diagram, a part of it and a step of its story."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from desktop.catalog import refs
from desktop.catalog.entities.diagrams import Edge, FlowDiagram, Node, Step
from desktop.catalog.evidence import Evidence, Fact, cards_of, each_once, said_of, touching, works_of

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog


def diagram_evidence(catalog: Catalog, ref: refs.DiagramRef) -> Evidence:
    diagram = catalog.diagram[ref.diagram]
    subjects = [refs.SubjectRef(each) for each in diagram.subjects]
    back = catalog.backlinks
    return Evidence(
        kind="Diagram",
        title=diagram.title,
        text=diagram.summary,
        facts=(Fact("In words", diagram.outline),),
        said=said_of(catalog, diagram.claims),
        works=works_of(catalog, diagram.references),
        links=(*each_once(subjects), *back.cases_at(ref), *back.questions_at(ref)),
    )


def part_evidence(catalog: Catalog, ref: refs.PartRef) -> Evidence:
    part = catalog.find(ref)
    diagram = catalog.diagram[ref.diagram]
    facts: list[Fact] = []
    opens: list[refs.Ref] = []
    if isinstance(part, Edge) and isinstance(diagram, FlowDiagram):
        names = {node.id: node.title for node in diagram.nodes}
        title = part.label or f"{names[part.source]} to {names[part.target]}"
        facts.append(Fact("Runs", f"from {names[part.source]} to {names[part.target]}"))
        facts.append(Fact("Carries", part.kind.value))
        if part.trains:
            facts.append(Fact("Trains", names[part.trains]))
    else:
        title = str(getattr(part, "title", ref.part))
    if isinstance(part, Node):
        facts.append(Fact("Kind", part.kind.value))
        if part.layer_of:
            facts.append(Fact("Layer of", part.layer_of))
        opens = [refs.DiagramRef(part.opens)] if part.opens else []
        opens += [refs.PartRef(ref.diagram, part.same_as)] if part.same_as else []
    claims = getattr(part, "claims", ())
    return Evidence(
        kind=diagram.title,
        title=title,
        text=getattr(part, "meaning", None) or "",
        facts=tuple(facts),
        said=said_of(catalog, claims),
        cards=cards_of(catalog, ref, claims),
        works=works_of(catalog, getattr(part, "references", ()), claims),
        links=(*each_once(opens), *touching(catalog, ref, claims)),
    )


def step_evidence(catalog: Catalog, ref: refs.StepRef) -> Evidence:
    step = cast("Step", catalog.find(ref))
    diagram = catalog.diagram[ref.diagram]
    at = diagram.steps.index(step) + 1
    parts = [refs.PartRef(ref.diagram, part) for part in step.parts]
    return Evidence(
        kind=f"{diagram.title}, step {at} of {len(diagram.steps)}",
        title=step.title,
        text=step.caption,
        facts=(Fact("Phase", step.phase.value),) if step.phase else (),
        links=(*each_once(parts), *catalog.backlinks.cases_at(ref)),
    )
