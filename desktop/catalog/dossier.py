"""The evidence of each kind of thing: which text, facts, claims, works and links stand behind a ref."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog import refs
from desktop.catalog.dossiers import diagrams, evidence, learning, matrix, usecases

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.evidence import Evidence

_DOSSIERS: dict[type[refs.Ref], Callable[..., Evidence]] = {
    refs.SubjectRef: matrix.subject_evidence,
    refs.AspectRef: matrix.aspect_evidence,
    refs.CellRef: matrix.cell_evidence,
    refs.SourceRef: evidence.source_evidence,
    refs.ClaimRef: evidence.claim_evidence,
    refs.ReferenceRef: evidence.reference_evidence,
    refs.CardRef: evidence.card_evidence,
    refs.DiagramRef: diagrams.diagram_evidence,
    refs.PartRef: diagrams.part_evidence,
    refs.StepRef: diagrams.step_evidence,
    refs.IndustryRef: usecases.industry_evidence,
    refs.UseCaseRef: usecases.use_case_evidence,
    refs.QuestionRef: learning.question_evidence,
    refs.TopicRef: learning.topic_evidence,
    refs.TermRef: learning.term_evidence,
    refs.DeckRef: learning.deck_evidence,
}


def evidence_of(catalog: Catalog, ref: refs.Ref) -> Evidence | None:
    """All that stands behind a place, or None where the catalog has no such place."""
    dossier = _DOSSIERS.get(type(ref))
    if dossier is None:
        return None
    if catalog.find(ref) is None:
        return learning.made_question_evidence(catalog, ref) if isinstance(ref, refs.QuestionRef) else None
    return dossier(catalog, ref)
