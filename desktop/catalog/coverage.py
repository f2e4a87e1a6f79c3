"""How well a pack is covered: which claims are placed, what cells rest on, what is unchecked or past review."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog import refs
from desktop.catalog.catalog import parts_of
from desktop.catalog.evidence import is_stale
from desktop.catalog.generated import generated
from desktop.catalog.names import BASIS_WORDS
from desktop.catalog.words import plural

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.evidence import Claim

EXCUSED_AT_MOST = 0.12


@dataclass(frozen=True, slots=True)
class Coverage:
    """Figures about a catalog. `unplaced` are ids of claims that nothing uses and that give no reason for it."""

    claims: int
    placed: int
    excused: int
    unplaced: tuple[str, ...]
    cells: int
    cells_by_basis: dict[str, int]
    empty_cells: int
    questions_by_topic: dict[str, int]
    questions_by_type: dict[str, int]
    questions_by_bloom: dict[str, int]
    templates: int
    generated: int
    references: int
    unchecked: tuple[str, ...]
    stale: tuple[str, ...]


def placed_claims(catalog: Catalog) -> frozenset[str]:
    """The claims that a cell, card, diagram, use case, question or glossary term rests on."""
    found: set[str] = set()
    for claims in _claim_lists(catalog):
        found.update(claims)
    for question in catalog.question.values():
        found.update(each.claim for each in question.evidence if isinstance(each, refs.ClaimRef))
    return frozenset(found)


def _claim_lists(catalog: Catalog) -> Iterator[tuple[str, ...]]:
    for subject in catalog.subjects:
        yield from (cell.claims for cell in subject.cells.values())
    yield from (side.claims for card in catalog.cards for side in card.sides)
    for diagram in catalog.diagrams:
        yield diagram.claims
        yield from (part.claims for part in parts_of(diagram).values())
    yield from (case.claims for case in catalog.use_case.values())
    yield from (term.claims for term in catalog.terms)


def unplaced_claims(catalog: Catalog) -> tuple[Claim, ...]:
    """The claims that nothing rests on and that do not say why."""
    placed = placed_claims(catalog)
    return tuple(claim for claim in catalog.claim.values() if claim.id not in placed and claim.unused is None)


def too_many_excused(catalog: Catalog) -> int:
    """How many claims are left out with a reason, where that is more than a pack may; else 0."""
    placed = placed_claims(catalog)
    excused = sum(claim.unused is not None and claim.id not in placed for claim in catalog.claim.values())
    return excused if excused > EXCUSED_AT_MOST * len(catalog.claim) else 0


def coverage_of(catalog: Catalog, today: date) -> Coverage:
    """The figures of a catalog as they stand on a day."""
    placed = placed_claims(catalog)
    bases = Counter(cell.basis for subject in catalog.subjects for cell in subject.cells.values())
    questions = list(catalog.question.values())
    templates = [template for topic in catalog.topics for template in topic.templates]
    asked = [(subject, aspect) for subject in catalog.subjects for aspect in catalog.aspect.values()]
    return Coverage(
        claims=len(catalog.claim),
        placed=len(placed),
        excused=sum(claim.unused is not None and claim.id not in placed for claim in catalog.claim.values()),
        unplaced=tuple(claim.id for claim in unplaced_claims(catalog)),
        cells=bases.total(),
        cells_by_basis={BASIS_WORDS[basis]: bases[basis] for basis in BASIS_WORDS},
        empty_cells=sum(subject.level in aspect.levels and aspect.id not in subject.cells for subject, aspect in asked),
        questions_by_topic={topic.title: len(topic.questions) for topic in catalog.topics},
        questions_by_type=dict(Counter(question.type for question in questions)),
        questions_by_bloom=dict(Counter(question.bloom.value for question in questions if question.bloom)),
        templates=len(templates),
        generated=sum(len(generated(catalog, template)) for template in templates),
        references=len(catalog.references),
        unchecked=tuple(work.id for work in catalog.references if not work.checked),
        stale=tuple(_stale(catalog, today)),
    )


def _stale(catalog: Catalog, today: date) -> Iterator[str]:
    """Cells whose last look lies longer back than their aspect allows, as refs in text."""
    for subject in catalog.subjects:
        for name, cell in subject.cells.items():
            if is_stale(cell, catalog.aspect[name], today):
                yield str(refs.CellRef(subject.id, name))


def report(coverage: Coverage) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The figures in words: (heading, lines)."""
    share = f" ({coverage.excused / coverage.claims:.0%})" if coverage.claims else ""
    claims = (
        f"{coverage.claims:,} in all",
        f"{coverage.placed:,} placed in a cell, card, diagram, use case, question or term",
        f"{coverage.excused:,} left out with a reason{share}",
        f"{len(coverage.unplaced):,} left out without a reason" + _named(coverage.unplaced),
    )
    cells = tuple(f"{count:,} rest on {words}" for words, count in coverage.cells_by_basis.items() if count)
    return (
        ("Claims", claims),
        ("Cells", (f"{coverage.cells:,} in all", *cells, f"{coverage.empty_cells:,} not written, shown as unknown")),
        ("Questions by topic", _counted(coverage.questions_by_topic)),
        ("Questions by type", _counted(coverage.questions_by_type)),
        ("Questions by level", _counted(coverage.questions_by_bloom)),
        (
            "Made from the data",
            (f"{plural(coverage.generated, 'question')} from {plural(coverage.templates, 'template')}",),
        ),
        ("References", (f"{coverage.references:,} in all", f"{len(coverage.unchecked):,} not checked")),
        ("Past their review date", (plural(len(coverage.stale), "cell") + _named(coverage.stale),)),
    )


def _counted(counts: dict[str, int]) -> tuple[str, ...]:
    return (*(f"{count:,} {words}" for words, count in counts.items()), f"{sum(counts.values()):,} in all")


def _named(words: tuple[str, ...], most: int = 10) -> str:
    if not words:
        return ""
    more = f" and {len(words) - most:,} more" if len(words) > most else ""
    return f": {', '.join(words[:most])}{more}"
