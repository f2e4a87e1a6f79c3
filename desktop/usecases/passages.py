"""The texts of a use case that its card does not show although a search reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.usecases.words import MATURITY_WORDS, one_line

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.usecases import Industry, UseCase


@dataclass(frozen=True, slots=True)
class Passage:
    """A labelled text."""

    label: str
    text: str


def passages(catalog: Catalog, case: UseCase) -> tuple[Passage, ...]:
    """The texts of a use case that a search reads although its card does not show them."""
    functions = {each.id: each.title for each in catalog.pack.functions}
    modalities = {each.id: each.title for each in catalog.pack.modalities}
    subjects = [catalog.subject[each].title for each in case.subjects]
    texts = [
        ("Problem", case.problem),
        ("Who uses it", case.who),
        ("Before", case.before),
        ("After", case.after),
        ("Human check", case.human_check),
        *(("Needs", need.text) for need in case.needs),
        *(("Risk", f"{risk.text}; control: {risk.control}") for risk in case.risks),
        ("Why not as filed", case.correction or ""),
        ("Function", functions.get(case.function, "")),
        ("Takes", ", ".join(modalities.get(each, each) for each in case.takes)),
        ("Gives", ", ".join(modalities.get(each, each) for each in case.gives)),
        ("What does it", ", ".join(subjects)),
    ]
    return tuple(Passage(label, one_line(text)) for label, text in texts if text)


def all_words(catalog: Catalog, industry: Industry, case: UseCase) -> str:
    """Everything that a search reads of a use case: its card and its passages."""
    kind = catalog.kinds[case.kind].title
    state = f"{MATURITY_WORDS[case.maturity]} evidence {case.evidence_grade}"
    rest = (passage.text for passage in passages(catalog, case))
    return "\n".join((case.title, kind, industry.title, state, case.does, case.filed_as or "", *rest))
