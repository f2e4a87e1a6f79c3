"""The evidence of each kind of thing: which text, facts, claims, works and links stand behind a ref."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from desktop.catalog import refs
from desktop.catalog.backlinks import cases_asked_about, cases_at, questions_about
from desktop.catalog.case_words import AUTONOMY_WORDS, GRADE_WORDS, MATURITY_WORDS, WHERE_WRONG
from desktop.catalog.entities.diagrams import Edge, FlowDiagram, Node, Step
from desktop.catalog.evidence import (
    Evidence,
    Fact,
    Link,
    cards_of,
    cell_facts,
    said_of,
    touching,
    works_of,
)
from desktop.catalog.names import (
    BASIS_WORDS,
    VERDICT_MEANINGS,
    VERDICT_WORDS,
    name_of,
)
from desktop.catalog.words import plural, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Question, Topic
    from desktop.catalog.entities.usecases import UseCase


def evidence_of(catalog: Catalog, ref: refs.Ref) -> Evidence | None:
    """All that stands behind a place, or None where the catalog has no such place."""
    dossier = _DOSSIERS.get(type(ref))
    if dossier is None:
        return None
    if catalog.find(ref) is None:
        return _made_question(catalog, ref) if isinstance(ref, refs.QuestionRef) else None
    return dossier(catalog, ref)


def _links(catalog: Catalog, places: Iterable[refs.Ref | None]) -> tuple[Link, ...]:
    found = dict.fromkeys(place for place in places if place is not None)
    return tuple(Link(sentence(name_of(catalog, place)), place) for place in found)


def _subject(catalog: Catalog, ref: refs.SubjectRef) -> Evidence:
    subject = catalog.subject[ref.subject]
    claims = [claim.id for claim in catalog.claim.values() if claim.about == (subject.id,)]
    facts = []
    if subject.parents:
        facts.append(Fact("Part of", ", ".join(catalog.subject[each].title for each in subject.parents)))
    if subject.named_by:
        facts.append(Fact("Named by", ", ".join(catalog.source[each].short for each in subject.named_by)))
    text = "\n\n".join(each for each in (subject.summary, subject.detail) if each)
    cards = tuple(card for card in catalog.cards if ref in card.touches)
    parents: list[refs.Ref] = [refs.SubjectRef(each) for each in subject.parents]
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
        links=_links(catalog, [*parents, *diagrams, *cases_at(catalog.use_case.values(), ref)]),
    )


def _aspect(catalog: Catalog, ref: refs.AspectRef) -> Evidence:
    aspect = catalog.aspect[ref.aspect]
    facts = [Fact("Group", catalog.group_of_aspect[aspect.id].title)]
    scale = catalog.scales.get(aspect.scale or "")
    if scale is not None:
        facts.append(Fact("Scale", f"{scale.title}. {scale.meaning}"))
    cells: list[refs.Ref] = [
        refs.CellRef(subject.id, aspect.id) for subject in catalog.subjects if aspect.id in subject.cells
    ]
    return Evidence(
        kind="Aspect",
        title=aspect.title,
        text=aspect.question,
        facts=tuple(facts),
        links=_links(catalog, [*cells, *cases_at(catalog.use_case.values(), ref)]),
    )


def _cell(catalog: Catalog, ref: refs.CellRef) -> Evidence:
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


def _source(catalog: Catalog, ref: refs.SourceRef) -> Evidence:
    source = catalog.source[ref.source]
    pairs = (("Publisher", source.publisher), ("Author", source.author), ("Published", source.published))
    facts = [Fact(label, text) for label, text in pairs if text]
    facts.append(Fact("Claims", plural(len(source.claims), "claim")))
    for verdict in VERDICT_WORDS:
        count = sum(claim.verdict is verdict for claim in source.claims)
        if count:
            facts.append(Fact(sentence(VERDICT_WORDS[verdict]), f"{count}"))
    return Evidence(kind=source.short, title=source.title, text=source.note or "", facts=tuple(facts))


def _claim(catalog: Catalog, ref: refs.ClaimRef) -> Evidence:
    claim = catalog.claim[ref.claim]
    linked: list[refs.Ref] = [refs.ClaimRef(each) for each in (*claim.same_as, *claim.conflicts_with)]
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
        links=_links(catalog, [refs.SourceRef(source.id), *cells, *linked]),
    )


def _reference(catalog: Catalog, ref: refs.ReferenceRef) -> Evidence:
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


def _card(catalog: Catalog, ref: refs.CardRef) -> Evidence:
    card = catalog.card[ref.card]
    claims = list(dict.fromkeys(claim for side in card.sides for claim in side.claims))
    return Evidence(
        kind="Articles disagree",
        title=card.title,
        text=card.correction,
        facts=tuple(Fact("One says" if at == 0 else "Another says", side.says) for at, side in enumerate(card.sides)),
        said=said_of(catalog, claims),
        works=works_of(catalog, card.references, claims),
        links=(*_links(catalog, card.touches), *touching(catalog, ref, ())),
    )


def _diagram(catalog: Catalog, ref: refs.DiagramRef) -> Evidence:
    diagram = catalog.diagram[ref.diagram]
    subjects: list[refs.Ref] = [refs.SubjectRef(each) for each in diagram.subjects]
    cases = cases_at(catalog.use_case.values(), ref)
    return Evidence(
        kind="Diagram",
        title=diagram.title,
        text=diagram.summary,
        facts=(Fact("In words", diagram.outline),),
        said=said_of(catalog, diagram.claims),
        works=works_of(catalog, diagram.references),
        links=_links(catalog, [*subjects, *cases, *_questions_on(catalog, ref.diagram)]),
    )


def _questions_on(catalog: Catalog, diagram: str) -> list[refs.Ref]:
    return [
        refs.QuestionRef(question.id)
        for question in catalog.question.values()
        if any(getattr(each, "diagram", None) == diagram for each in question.evidence)
    ]


def _part(catalog: Catalog, ref: refs.PartRef) -> Evidence:
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
        links=(*_links(catalog, opens), *touching(catalog, ref, claims)),
    )


def _step(catalog: Catalog, ref: refs.StepRef) -> Evidence:
    step = cast("Step", catalog.find(ref))
    diagram = catalog.diagram[ref.diagram]
    at = diagram.steps.index(step) + 1
    links = [refs.PartRef(ref.diagram, part) for part in step.parts]
    return Evidence(
        kind=f"{diagram.title}, step {at} of {len(diagram.steps)}",
        title=step.title,
        text=step.caption,
        facts=(Fact("Phase", step.phase.value),) if step.phase else (),
        links=_links(catalog, [*links, *cases_at(catalog.use_case.values(), ref)]),
    )


def _industry(catalog: Catalog, ref: refs.IndustryRef) -> Evidence:
    industry = catalog.industry[ref.industry]
    facts = []
    for kind in catalog.pack.kinds:
        count = sum(case.kind == kind.id for case in industry.use_cases)
        facts.append(Fact(kind.title, plural(count, "use case") if count else "none"))
    cases = [refs.UseCaseRef(case.id) for case in industry.use_cases]
    return Evidence(
        kind="Industry",
        title=industry.title,
        text=industry.summary,
        facts=tuple(facts),
        links=_links(catalog, cases),
    )


def _use_case(catalog: Catalog, ref: refs.UseCaseRef) -> Evidence:
    case = catalog.use_case[ref.use_case]
    needs = [need.ref for need in case.needs]
    questions = questions_about(catalog.question.values(), case)
    subjects = [refs.SubjectRef(each) for each in case.subjects]
    return Evidence(
        kind=f"{catalog.industry_of_use_case[case.id].title} · {catalog.kinds[case.kind].title}",
        title=case.title,
        text=f"{case.does}\n\n{case.problem}",
        facts=_use_case_facts(case),
        said=said_of(catalog, case.claims),
        cards=cards_of(catalog, ref, case.claims),
        works=works_of(catalog, case.references, case.claims),
        links=_links(catalog, [case.shown_by, *needs, *subjects, *questions]),
    )


def _use_case_facts(case: UseCase) -> tuple[Fact, ...]:
    facts = [Fact("Before", case.before), Fact("After", case.after)]
    facts.extend(Fact("Needs", need.text) for need in case.needs)
    facts.extend(Fact(f"Risk, {risk.severity.value}", f"{risk.text} Control: {risk.control}") for risk in case.risks)
    facts.append(Fact("Human check", case.human_check))
    facts.append(Fact("Who", f"{case.who} ({AUTONOMY_WORDS[case.autonomy]})"))
    facts.append(Fact("Maturity", MATURITY_WORDS[case.maturity]))
    facts.append(Fact("Evidence grade", f"{case.evidence_grade}: {GRADE_WORDS[case.evidence_grade]}"))
    facts.append(Fact("As of", f"{case.as_of}, basis: {BASIS_WORDS[case.basis]}"))
    if case.filed_as:
        facts.append(Fact("Filed", case.filed_as))
    if case.correction:
        facts.append(Fact(WHERE_WRONG, case.correction))
    return tuple(facts)


def _question(catalog: Catalog, ref: refs.QuestionRef) -> Evidence:
    return _asked(catalog, catalog.question[ref.question], catalog.topic_of_question[ref.question])


def _made_question(catalog: Catalog, ref: refs.QuestionRef) -> Evidence | None:
    from desktop.catalog.generated import made_question

    found = made_question(catalog, ref.question)
    return _asked(catalog, *found) if found else None


def _asked(catalog: Catalog, question: Question, topic: Topic) -> Evidence:
    claims = [each.claim for each in question.evidence if isinstance(each, refs.ClaimRef)]
    places = [each for each in question.evidence if not isinstance(each, refs.ClaimRef)]
    return Evidence(
        kind=f"Question · {topic.title}",
        title=question.stem,
        text=question.explanation or "",
        said=said_of(catalog, claims),
        works=works_of(catalog, (), claims),
        links=_links(catalog, [*places, *cases_asked_about(catalog.use_case.values(), question)]),
    )


def _topic(catalog: Catalog, ref: refs.TopicRef) -> Evidence:
    topic = catalog.topic[ref.topic]
    return Evidence(
        kind="Quiz topic",
        title=topic.title,
        text=topic.summary,
        facts=(Fact("Questions", f"{len(topic.questions)}"),),
    )


def _term(catalog: Catalog, ref: refs.TermRef) -> Evidence:
    term = catalog.term[ref.term]
    return Evidence(
        kind="Term",
        title=term.title,
        term=term.id,
        text=term.definition,
        said=said_of(catalog, term.claims),
        links=_links(catalog, term.see),
    )


def _deck(catalog: Catalog, ref: refs.DeckRef) -> Evidence:
    deck = next(each for each in catalog.decks if each.id == ref.deck)
    stops = tuple(Fact(f"Stop {at}", f"{stop.title}, {stop.minutes:g} min") for at, stop in enumerate(deck.stops, 1))
    return Evidence(
        kind="Talk",
        title=deck.title,
        text=deck.summary,
        facts=(Fact("Minutes", f"{sum(stop.minutes for stop in deck.stops):g}"), *stops),
        links=_links(catalog, [stop.ref for stop in deck.stops]),
    )


_DOSSIERS: dict[type[refs.Ref], Callable[..., Evidence]] = {
    refs.SubjectRef: _subject,
    refs.AspectRef: _aspect,
    refs.CellRef: _cell,
    refs.SourceRef: _source,
    refs.ClaimRef: _claim,
    refs.ReferenceRef: _reference,
    refs.CardRef: _card,
    refs.DiagramRef: _diagram,
    refs.PartRef: _part,
    refs.StepRef: _step,
    refs.IndustryRef: _industry,
    refs.UseCaseRef: _use_case,
    refs.QuestionRef: _question,
    refs.TopicRef: _topic,
    refs.TermRef: _term,
    refs.DeckRef: _deck,
}
