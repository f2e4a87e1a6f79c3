"""The table as it is seen, ready to be copied, printed or saved: with its filters in words and its sources numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.words import sentence
from desktop.export.origins import article_words, origin_of, work_words
from desktop.export.table import ExportCell, ExportRow, ExportTable
from desktop.matrix.signs import signs_of
from desktop.matrix.table.arrangement import CHOSEN, Likeness, SortBy
from desktop.matrix.table.grid import GroupRow, summary_of
from desktop.matrix.telling import facet_words, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.matrix import Cell
    from desktop.matrix.table.grid import Grid

_TROUBLE = ("sign-contested", "sign-wrong", "sign-dated", "sign-simplified")
_SORTS = {f"*{SortBy.TITLE}": "title", f"*{SortBy.SEPARATION}": "what sets the subjects apart most"}


class _Works:
    """Articles and works by number, in the order in which they are first met."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._numbers: dict[str, int] = {}

    def numbers(self, cell: Cell) -> tuple[int, ...]:
        """The numbers of all that a cell rests on."""
        words = list(article_words(self._catalog, cell.claims))
        words.extend(work_words(self._catalog.reference[cite.id], (cite.at,)) for cite in cell.references)
        return tuple(self._numbers.setdefault(each, len(self._numbers) + 1) for each in dict.fromkeys(words))

    def all(self) -> tuple[str, ...]:
        return tuple(self._numbers)


def table_of(catalog: Catalog, grid: Grid, today: date) -> ExportTable:
    """What is seen: the lines, columns and order of the grid; folded groups by their heads alone."""
    return block_of(catalog, grid, (range(grid.count), range(len(grid.columns))), today)


def block_of(catalog: Catalog, grid: Grid, block: tuple[Sequence[int], Sequence[int]], today: date) -> ExportTable:
    """A part of what is seen: these rows and columns."""
    works = _Works(catalog)
    at, columns = block
    rows = tuple(_rows(grid, works, at, columns))
    return ExportTable(
        title=heading_of(catalog, grid),
        said=(*said_of(catalog, grid), origin_of(catalog, today)),
        corner="Subject" if grid.is_transposed else "Aspect",
        columns=tuple(grid.columns[column].title for column in columns),
        rows=rows,
        works=works.all(),
    )


def _rows(grid: Grid, works: _Works, at: Sequence[int], columns: Sequence[int]) -> Iterator[ExportRow]:
    for place in at:
        row = grid.row(place)
        if isinstance(row, GroupRow):
            yield ExportRow(f"{row.group.title} ({row.count})" if row.is_folded else row.group.title, group=True)
        elif row is not None:
            line = grid.lines.line_of(row.head.id) or 0
            yield ExportRow(row.head.title, tuple(_cell(grid, works, line, column) for column in columns))


def _cell(grid: Grid, works: _Works, line: int, column: int) -> ExportCell:
    cell = grid.lines.cell(line, column)
    if cell is None:
        return ExportCell("")
    marks = [sign.word for sign in signs_of(grid.lines.catalog, cell) if sign.icon in _TROUBLE]
    return ExportCell(f"{cell.text} ({', '.join(marks)})" if marks else cell.text, works.numbers(cell))


def heading_of(catalog: Catalog, grid: Grid) -> str:
    """'Feature matrix: Systems'."""
    level = grid.arrangement.level
    title = next((each.title for each in catalog.pack.levels if each.id == level), "")
    return f"Feature matrix: {title if level != CHOSEN else 'chosen subjects'}"


def said_of(catalog: Catalog, grid: Grid) -> Iterator[str]:
    """The arrangement in words, a line for each thing that hides or orders something."""
    wanted = grid.arrangement
    yield f"{sentence(summary_of(grid))}."
    if wanted.likeness is not Likeness.ALL:
        yield (
            "Only aspects that differ." if wanted.likeness is Likeness.DIFFERENT else "Only aspects that are the same."
        )
    if wanted.facets:
        yield f"Only: {', '.join(facet_words(catalog, facet) for facet in sorted(wanted.facets))}."
    for each in grid.filters:
        yield f"Only where {title_of(catalog, each.column)} is {each.typed}."
    if wanted.sort:
        named = (_SORTS.get(key.by) or title_of(catalog, key.by) for key in wanted.sort)
        keys = (f"{name}{' (falling)' * key.is_descending}" for name, key in zip(named, wanted.sort, strict=True))
        yield f"Sorted by {', then by '.join(keys)}."
