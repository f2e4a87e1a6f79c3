"""A diagram on paper: the figure, what it says, its steps and the works it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.diagrams.taking.account import sources_of
from desktop.diagrams.taking.outline import parts_in_words
from desktop.shell.handout import Figure, Heading, Paragraph, Sheet, Table

_INDENT = "\u2003"

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.diagrams import Diagram
    from desktop.shell.handout import Block


def sheet_of(catalog: Catalog, diagram: Diagram, figure: Figure | None) -> Sheet:
    """One diagram, on a page of its own; without a figure where none can be drawn."""
    blocks: list[Block] = [Heading(diagram.title, 1)]
    if figure is not None:
        blocks.append(figure)
    blocks += [Paragraph(diagram.summary), Paragraph(diagram.outline), *_steps(diagram), *_parts(diagram)]
    if sources := sources_of(catalog, diagram):
        numbered = (Paragraph(f"[{number}] {words}", small=True) for number, words in enumerate(sources, 1))
        blocks += [Heading("Sources"), *numbered]
    return Sheet(diagram.title, tuple(blocks), landscape=True)


def _parts(diagram: Diagram) -> tuple[Block, ...]:
    """Every part in words; a head alone spans the table."""
    rows = tuple(
        (entry.text,) if depth == 0 and not entry.meaning else (_INDENT * max(0, depth - 1) + entry.text, entry.meaning)
        for depth, entry in parts_in_words(diagram)
    )
    return (Heading("Part by part"), Table(("Part", "What it means"), rows, (0.36, 0.64))) if rows else ()


def _steps(diagram: Diagram) -> tuple[Block, ...]:
    rows = tuple((str(at), step.title, step.caption) for at, step in enumerate(diagram.steps, 1))
    return (Heading("Step by step"), Table(("No.", "Step", "What happens"), rows, (0.06, 0.3, 0.64))) if rows else ()
