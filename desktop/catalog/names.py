"""How things are called on the screen, in exports and by a screen reader: one place for all words about the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog import refs
from desktop.catalog.entities.evidence import Basis, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.catalog.catalog import Catalog

BASIS_WORDS = {
    Basis.ARTICLE: "the articles",
    Basis.PAPER: "papers",
    Basis.VENDOR: "the maker's documents",
    Basis.EDITOR: "editor's addition",
    Basis.UNKNOWN: "unknown",
}

VERDICT_WORDS = {
    Verdict.ACCURATE: "accurate",
    Verdict.SIMPLIFIED: "simplified",
    Verdict.DATED: "dated",
    Verdict.CONTESTED: "contested",
    Verdict.WRONG: "wrong",
}

VERDICT_MEANINGS = {
    Verdict.ACCURATE: "right as it stands",
    Verdict.SIMPLIFIED: "right in the main, but leaves out something that matters",
    Verdict.DATED: "was right once, no longer is",
    Verdict.CONTESTED: "experts or the articles disagree",
    Verdict.WRONG: "contradicted by the evidence",
}


def short_name(catalog: Catalog, subject: str) -> str:
    """The short title of a subject."""
    found = catalog.subject[subject]
    return found.short or found.title


def _title(catalog: Catalog, ref: refs.Ref) -> str:
    return str(getattr(catalog.find(ref), "title", ref))


def _cell(catalog: Catalog, ref: refs.CellRef) -> str:
    return f"Matrix: {catalog.aspect[ref.aspect].title}, {short_name(catalog, ref.subject)}"


def _part(catalog: Catalog, ref: refs.PartRef) -> str:
    part = catalog.find(ref)
    title = getattr(part, "title", None) or getattr(part, "label", None) or ref.part
    return f"Diagram: {catalog.diagram[ref.diagram].title}, {title}"


def _step(catalog: Catalog, ref: refs.StepRef) -> str:
    return f"Diagram: {catalog.diagram[ref.diagram].title}, {getattr(catalog.find(ref), 'title', ref.step)}"


def _reference(catalog: Catalog, ref: refs.ReferenceRef) -> str:
    work = catalog.reference[ref.reference]
    return f"{work.authors} ({work.year})"


_NAMES: dict[type[refs.Ref], Callable[..., str]] = {
    refs.SubjectRef: lambda catalog, ref: catalog.subject[ref.subject].title,
    refs.AspectRef: lambda catalog, ref: f"Matrix: {catalog.aspect[ref.aspect].title}",
    refs.CellRef: _cell,
    refs.SourceRef: lambda catalog, ref: catalog.source[ref.source].short,
    refs.ClaimRef: lambda catalog, ref: f"Claim: {catalog.claim[ref.claim].says}",
    refs.ReferenceRef: _reference,
    refs.CardRef: lambda catalog, ref: f"Articles disagree: {catalog.card[ref.card].title}",
    refs.DiagramRef: lambda catalog, ref: f"Diagram: {catalog.diagram[ref.diagram].title}",
    refs.PartRef: _part,
    refs.StepRef: _step,
    refs.IndustryRef: lambda catalog, ref: catalog.industry[ref.industry].title,
    refs.UseCaseRef: lambda catalog, ref: f"Use case: {catalog.use_case[ref.use_case].title}",
    refs.TopicRef: lambda catalog, ref: f"Quiz: {catalog.topic[ref.topic].title}",
    refs.QuestionRef: lambda catalog, ref: f"Question: {catalog.question[ref.question].stem}",
    refs.TermRef: lambda catalog, ref: f"Term: {catalog.term[ref.term].title}",
    refs.DeckRef: lambda catalog, ref: f"Talk: {_title(catalog, ref)}",
}


def name_of(catalog: Catalog, ref: refs.Ref) -> str:
    """What a link to this place says. The ref must exist in the catalog, else its text is given."""
    name = _NAMES.get(type(ref))
    return name(catalog, ref) if name and catalog.find(ref) is not None else str(ref)
