"""Two to four diagrams as a table: a row for each fact that one has, and for each aspect of the matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.entities.matrix import ValueKind
from desktop.catalog.evidence import is_unknown
from desktop.catalog.refs import CellRef
from desktop.catalog.words import listed
from desktop.diagrams.comparing.choice import checked
from desktop.diagrams.comparing.differences import Difference, difference_of, refs_of, short_name
from desktop.diagrams.comparing.facts import facts_of
from desktop.diagrams.comparing.wiring import names_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.diagrams import Diagram, FlowDiagram
    from desktop.catalog.refs import Ref
    from desktop.diagrams.comparing.facts import Fact
    from desktop.diagrams.comparing.wiring import Items

NONE, NOT_SHOWN, UNKNOWN = "none", "not shown", "unknown"


@dataclass(frozen=True, slots=True)
class Cell:
    """What is true of one diagram, and the places it rests on. `only`: no other diagram here has it."""

    text: str
    refs: tuple[Ref, ...] = ()
    only: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One fact, with a cell for each diagram."""

    title: str
    cells: tuple[Cell, ...]

    @property
    def differs(self) -> bool:
        """Whether not all diagrams are alike here."""
        return len({cell.text for cell in self.cells}) > 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """The compared diagrams in their order, what each has, and what sets them apart."""

    diagrams: tuple[FlowDiagram, ...]
    names: tuple[str, ...]
    rows: tuple[Row, ...]
    differences: tuple[Difference, ...]


def comparison_of(catalog: Catalog, diagrams: Sequence[Diagram], aspects: Sequence[str] = ()) -> Comparison:
    """The comparison of these diagrams, with these aspects of the matrix. Raises NotComparable, with the reason."""
    flows = checked(diagrams)
    facts = [fact for fact in facts_of(flows) if any(fact.found)]
    told = [difference_of(flows, fact) for fact in facts]
    told += [_aspect_difference(catalog, flows, aspect) for aspect in aspects]
    return Comparison(
        diagrams=flows,
        names=tuple(short_name(each) for each in flows),
        rows=(*(_row(flows, fact) for fact in facts), *(_aspect_row(catalog, flows, each) for each in aspects)),
        differences=tuple(each for each in told if each is not None),
    )


def _row(diagrams: Sequence[FlowDiagram], fact: Fact) -> Row:
    having = sum(bool(items) for items in fact.found)
    shown = sum(items is not None for items in fact.found)
    cells = (
        Cell(_text(items), refs_of(each, items), only=bool(items) and having == 1 and shown > 1)
        for each, items in zip(diagrams, fact.found, strict=True)
    )
    return Row(fact.words.title, tuple(cells))


def _text(items: Items | None) -> str:
    if items is None:
        return NOT_SHOWN
    return f"{len(items)}: {names_of(items)}" if items else NONE


def _aspect_row(catalog: Catalog, diagrams: Sequence[FlowDiagram], aspect: str) -> Row:
    return Row(catalog.aspect[aspect].title, tuple(_aspect_cell(catalog, each, aspect) for each in diagrams))


def _aspect_cell(catalog: Catalog, diagram: FlowDiagram, aspect: str) -> Cell:
    ref = cell_of(catalog, diagram, aspect)
    return Cell(UNKNOWN) if ref is None else Cell(catalog.cell(ref.subject, ref.aspect).text, (ref,))


def cell_of(catalog: Catalog, diagram: FlowDiagram, aspect: str) -> CellRef | None:
    """Where the matrix tells of a diagram: at the first of its subjects that has a known cell under the aspect."""
    for subject in diagram.subjects:
        cell = catalog.subject[subject].cells.get(aspect)
        if cell is not None and not is_unknown(cell):
            return CellRef(subject, aspect)
    return None


def _aspect_difference(catalog: Catalog, diagrams: Sequence[FlowDiagram], aspect: str) -> Difference | None:
    """Where the values of an aspect differ: 'Calls per sample: GAN and VAE 1; LLM one per token'."""
    if catalog.aspect[aspect].values is ValueKind.NONE:
        return None
    names: dict[str, list[str]] = {}
    refs: list[Ref] = []
    for each in diagrams:
        ref = cell_of(catalog, each, aspect)
        values = catalog.cell(ref.subject, ref.aspect).values if ref else ()
        if ref and values:
            names.setdefault(", ".join(values), []).append(short_name(each))
            refs.append(ref)
    if len(names) < 2:
        return None
    told = "; ".join(f"{listed(its)} {value}" for value, its in names.items())
    return Difference(f"{catalog.aspect[aspect].title}: {told}", tuple(refs))
