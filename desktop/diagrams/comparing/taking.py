"""A comparison ready to be copied or saved as a table, with its differences in words and its works numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.evidence import works_of
from desktop.catalog.words import listed, sentence
from desktop.export.origins import origin_of, work_words
from desktop.export.table import ExportCell, ExportRow, ExportTable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from desktop.catalog.catalog import Catalog
    from desktop.diagrams.comparing.table import Cell, Comparison


def export_table_of(catalog: Catalog, comparison: Comparison, today: date) -> ExportTable:
    """The table as it is seen; a work stands in its list once, however many places in it are cited."""
    numbers: dict[str, int] = {}
    rows = tuple(
        ExportRow(row.title, tuple(_cell(catalog, numbers, cell) for cell in row.cells)) for row in comparison.rows
    )
    return ExportTable(
        title=sentence(f"{listed(comparison.names)} compared"),
        said=(*(f"{each.text}." for each in comparison.differences), origin_of(catalog, today)),
        corner="What it has",
        columns=comparison.names,
        rows=rows,
        works=tuple(numbers),
    )


def _cell(catalog: Catalog, numbers: dict[str, int], cell: Cell) -> ExportCell:
    works = dict.fromkeys(_works(catalog, cell))
    return ExportCell(cell.text, tuple(sorted(numbers.setdefault(work, len(numbers) + 1) for work in works)))


def _works(catalog: Catalog, cell: Cell) -> Iterator[str]:
    """What the places of a cell cite themselves; where one cites nothing, the works behind its claims."""
    for ref in cell.refs:
        place = catalog.find(ref)
        own = works_of(catalog, getattr(place, "references", ()))
        for work in own or works_of(catalog, (), getattr(place, "claims", ())):
            yield work_words(work.reference)
