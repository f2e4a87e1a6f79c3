"""All that the pack knows of one use case, in the order in which one asks: the page beside the list and the handout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog import refs
from desktop.catalog.case_words import AUTONOMY_WORDS, GRADE_WORDS, MATURITY_WORDS, WHERE_WRONG
from desktop.catalog.evidence import Link, said_of, works_of
from desktop.catalog.names import BASIS_WORDS, name_of, short_name
from desktop.catalog.words import sentence
from desktop.usecases.words import SEVERITY_WORDS, one_line, worst_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.evidence import Verdict
    from desktop.catalog.entities.pack import Mark
    from desktop.catalog.entities.usecases import Risk, UseCase

MOST_QUESTIONS = 5
ARTICLES, WORKS, QUIZ = "What the articles say", "Rests on", "Quiz me on this"


@dataclass(frozen=True, slots=True)
class Item:
    """A text (a claim has a verdict), what is said in small under it, and where it can be followed to."""

    text: str
    small: str = ""
    links: tuple[Link, ...] = ()
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A head with its items; there is at least one."""

    head: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """One use case in words."""

    id: str
    title: str
    kind: str
    marks: tuple[Mark, ...]
    place: str
    does: str
    sections: tuple[Section, ...]


def detail_of(catalog: Catalog, case: UseCase) -> Detail:
    """Everything about a use case; a section of which the pack says nothing is left out."""
    kind = catalog.kinds[case.kind]
    sections = (Section(head, tuple(items)) for head, items in _parts(catalog, case))
    return Detail(
        id=case.id,
        title=one_line(case.title),
        kind=one_line(kind.title),
        marks=tuple(catalog.marks[each] for each in kind.marks),
        place=one_line(catalog.industry_of_use_case[case.id].title),
        does=one_line(case.does),
        sections=tuple(each for each in sections if each.items),
    )


def _parts(catalog: Catalog, case: UseCase) -> tuple[tuple[str, Iterable[Item]], ...]:
    """The heads in order, with what stands under each."""
    return (
        ("Problem", [Item(case.problem)]),
        ("Before", [Item(case.before)]),
        ("After", [Item(case.after)]),
        ("How it works", _works(catalog, case)),
        ("What it needs", (Item(each.text, links=_links(catalog, [each.ref])) for each in case.needs)),
        ("Risks and controls", (_risk(each) for each in worst_first(case.risks))),
        ("Human check", [Item(case.human_check)]),
        ("Maturity and evidence", [Item(_evidence(case))]),
        (WHERE_WRONG, _wrong(case)),
        (ARTICLES, _said(catalog, case)),
        (WORKS, _rests_on(catalog, case)),
        (QUIZ, _questions(catalog, case)),
    )


def _links(catalog: Catalog, places: Iterable[refs.Ref | None]) -> tuple[Link, ...]:
    return tuple(Link(sentence(name_of(catalog, each)), each) for each in places if each is not None)


def _works(catalog: Catalog, case: UseCase) -> Iterator[Item]:
    """What goes in and comes out, what does it, and the diagram that shows it, opened where it shows it."""
    kind = catalog.kinds[case.kind]
    yield Item(" ".join(filter(None, (kind.meaning, _goes_through(catalog, case)))))
    subjects = [Link(short_name(catalog, each), refs.SubjectRef(each)) for each in case.subjects]
    who = f"Used by: {one_line(case.who)} ({AUTONOMY_WORDS[case.autonomy]})."
    yield Item(who, links=tuple(subjects))
    shown = case.shown_by
    if shown is not None:
        place = catalog.find(shown)
        words = next((text for name in ("caption", "meaning", "summary") if (text := getattr(place, name, None))), "")
        yield Item(one_line(words) or "The figure shows it.", links=_links(catalog, [shown]))


def _goes_through(catalog: Catalog, case: UseCase) -> str:
    names = {each.id: each.title for each in catalog.pack.modalities}
    parts = (("In", case.takes), ("Out", case.gives))
    return " ".join(f"{head}: {', '.join(names.get(each, each) for each in what)}." for head, what in parts if what)


def _risk(risk: Risk) -> Item:
    return Item(
        f"{sentence(SEVERITY_WORDS[risk.severity])} risk: {one_line(risk.text)}", f"Control: {one_line(risk.control)}"
    )


def _evidence(case: UseCase) -> str:
    """'In use. Evidence grade B: regulator or audit. Rests on the articles, as of 2026-11.'"""
    grade = f"Evidence grade {case.evidence_grade}: {GRADE_WORDS[case.evidence_grade]}."
    rests = f"Basis: {BASIS_WORDS[case.basis]}, as of {case.as_of}."
    return f"{sentence(MATURITY_WORDS[case.maturity])}. {grade} {rests}"


def _wrong(case: UseCase) -> Iterator[Item]:
    if case.correction:
        yield Item(case.correction, f"{one_line(case.filed_as)}." if case.filed_as else "")


def _said(catalog: Catalog, case: UseCase) -> Iterator[Item]:
    for said in said_of(catalog, case.claims):
        right = f"Right: {one_line(said.claim.correction)}" if said.claim.correction else ""
        place = Link(said.where, refs.ClaimRef(said.claim.id))
        yield Item(one_line(said.claim.says), right, (place,), said.claim.verdict)


def _rests_on(catalog: Catalog, case: UseCase) -> Iterator[Item]:
    for work in works_of(catalog, case.references, case.claims):
        its = work.reference
        words = f"{its.authors}: {its.title} ({its.year})" + (f", {work.at}" if work.at else "")
        yield Item("", links=(Link(words, refs.ReferenceRef(its.id)),))


def _questions(catalog: Catalog, case: UseCase) -> Iterator[Item]:
    for ref in catalog.backlinks.questions_near(case)[:MOST_QUESTIONS]:
        yield Item("", links=(Link(one_line(catalog.question[ref.question].stem), ref),))
