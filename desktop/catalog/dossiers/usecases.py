"""What stands behind an industry and a use case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog import refs
from desktop.catalog.case_words import GRADE_WORDS, MATURITY_WORDS, WHERE_WRONG
from desktop.catalog.evidence import Evidence, Fact, cards_of, each_once, said_of, works_of
from desktop.catalog.names import BASIS_WORDS
from desktop.catalog.words import plural

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.usecases import UseCase


def industry_evidence(catalog: Catalog, ref: refs.IndustryRef) -> Evidence:
    industry = catalog.industry[ref.industry]
    facts = []
    for kind in catalog.pack.kinds:
        count = sum(case.kind == kind.id for case in industry.use_cases)
        facts.append(Fact(kind.title, plural(count, "use case") if count else "none"))
    return Evidence(
        kind="Industry",
        title=industry.title,
        text=industry.summary,
        facts=tuple(facts),
        links=tuple(refs.UseCaseRef(case.id) for case in industry.use_cases),
    )


def use_case_evidence(catalog: Catalog, ref: refs.UseCaseRef) -> Evidence:
    case = catalog.use_case[ref.use_case]
    needs = [need.ref for need in case.needs]
    questions = catalog.backlinks.questions_about(case)
    subjects = [refs.SubjectRef(each) for each in case.subjects]
    return Evidence(
        kind=f"{catalog.industry_of_use_case[case.id].title} · {catalog.kinds[case.kind].title}",
        title=case.title,
        text=case.does,
        facts=_use_case_facts(case),
        said=said_of(catalog, case.claims),
        cards=cards_of(catalog, ref, case.claims),
        works=works_of(catalog, case.references, case.claims),
        links=each_once([case.shown_by, *needs, *subjects, *questions]),
    )


def _use_case_facts(case: UseCase) -> tuple[Fact, ...]:
    """What it changes, and what stands behind it. Needs, risks and checks are told by its card and its detail."""
    facts = [Fact("Before", case.before), Fact("After", case.after)]
    facts.append(Fact("Maturity", MATURITY_WORDS[case.maturity]))
    facts.append(Fact("Evidence grade", f"{case.evidence_grade}: {GRADE_WORDS[case.evidence_grade]}"))
    facts.append(Fact("As of", f"{case.as_of}, basis: {BASIS_WORDS[case.basis]}"))
    if case.filed_as:
        facts.append(Fact("Filed", case.filed_as))
    if case.correction:
        facts.append(Fact(WHERE_WRONG, case.correction))
    return tuple(facts)
