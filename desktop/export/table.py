"""The table as it is seen, as one value: every writer takes it, so no format can show more or less than another."""

from __future__ import annotations

from dataclasses import dataclass

REFERENCES = "References"


@dataclass(frozen=True, slots=True)
class ExportCell:
    """A text and the works it rests on, as numbers into `ExportTable.works`, from 1."""

    text: str
    works: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportRow:
    """A row with a cell for each column; a group row has a head alone."""

    head: str
    cells: tuple[ExportCell, ...] = ()
    group: bool = False


@dataclass(frozen=True, slots=True)
class ExportTable:
    """What is seen; `said` tells what was left out, and last of all the pack, its version and the day."""

    title: str
    said: tuple[str, ...]
    corner: str
    columns: tuple[str, ...]
    rows: tuple[ExportRow, ...]
    works: tuple[str, ...]


def marked(cell: ExportCell) -> str:
    """The text with the numbers of its works: 'Text [1] [3]'."""
    return " ".join(filter(None, (cell.text, *(f"[{work}]" for work in cell.works))))


def head_line(table: ExportTable) -> tuple[str, ...]:
    """The first line: the corner and the columns."""
    return table.corner, *table.columns


def line_of(table: ExportTable, row: ExportRow) -> tuple[str, ...]:
    """A row as plain texts, filled up to the width of the table."""
    texts = row.head, *(marked(cell) for cell in row.cells)
    return texts + ("",) * (len(table.columns) + 1 - len(texts))


def numbered_works(table: ExportTable) -> tuple[str, ...]:
    """The works, each with the number that the cells name: '[1] Work'."""
    return tuple(f"[{number}] {work}" for number, work in enumerate(table.works, 1))
