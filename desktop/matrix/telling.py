"""The words of the matrix: what a screen reader hears of a cell, what facets are called, why nothing is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.entities.evidence import Basis, Verdict
from desktop.catalog.names import BASIS_WORDS, VERDICT_WORDS
from desktop.catalog.words import sentence
from desktop.matrix.table.arrangement import Facet, FacetKind, Likeness, MarkFacet
from desktop.matrix.table.grid import shortened

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.matrix.table.arrangement import Arrangement
    from desktop.matrix.table.grid import Grid, LineRow

KIND_WORDS = {
    FacetKind.MARK: "Marks",
    FacetKind.GROUP: "Group",
    FacetKind.BASIS: "Basis",
    FacetKind.VERDICT: "Verdict",
}
MARK_WORDS = {
    MarkFacet.DISPUTED: "Articles disagree",
    MarkFacet.DATED: "Dated",
    MarkFacet.UNKNOWN: "Unknown",
    MarkFacet.STALE: "Stale",
    MarkFacet.NOTE: "With a note",
}


def facet_words(catalog: Catalog, facet: Facet) -> str:
    """What a facet is called."""
    if facet.kind is FacetKind.MARK:
        return MARK_WORDS[MarkFacet(facet.name)]
    if facet.kind is FacetKind.BASIS:
        return sentence(BASIS_WORDS[Basis(facet.name)])
    if facet.kind is FacetKind.VERDICT:
        return sentence(VERDICT_WORDS[Verdict(facet.name)])
    return next((group.title for group in catalog.groups if group.id == facet.name), facet.name)


def spoken(grid: Grid, row: LineRow, column: int) -> str:
    """A cell as a whole sentence, for a screen reader."""
    other, cell = grid.columns[column], row.cells[column]
    aspect, subject = (other, row.head) if grid.is_transposed else (row.head, other)
    signs = sentence(", ".join(sign.word for sign in cell.signs))
    said = f"{cell.text}. {signs}" if cell.text else signs
    return f"{aspect.title}, {subject.title}: {said}."


def title_of(catalog: Catalog, column: str) -> str:
    """The title of a subject or aspect."""
    return catalog.subject[column].title if column in catalog.subject else catalog.aspect[column].title


def why_empty(catalog: Catalog, wanted: Arrangement) -> str:
    """Which filters to drop when nothing is left."""
    parts = []
    if wanted.text.strip():
        parts.append(f"the search for “{shortened(wanted.text)}”")
    if wanted.likeness is not Likeness.ALL:
        parts.append("the choice between differences and sameness")
    parts.extend(f"'{facet_words(catalog, facet)}'" for facet in sorted(wanted.facets))
    parts.extend(f"the condition “{each.typed}” on {title_of(catalog, each.column)}" for each in wanted.filters)
    return "Nothing is left. Drop " + " or ".join(parts) + "." if parts else "There is nothing to compare here."
