"""Cuts a page that is too long for a slide into several, so that every format has the same ones; no word is lost.

Heights are worked out by the average width of a letter, rather too large than too small. Measures are pixels of a
slide of 1280 by 720.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.export.page import Look, Page, Part, Words
from desktop.export.slides import MARGIN, WIDTH, lines_in
from desktop.export.table import ExportTable, marked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.export.table import ExportRow

SIZE = {Look.LEAD: 34.0, Look.HEAD: 22.0, Look.TEXT: 22.0, Look.ITEM: 20.0, Look.SMALL: 15.0}
"""The height of the type of paragraphs."""
TABLE_SIZE, TABLE_PAD = 16.0, 5.0
LEADING, GAP = 1.25, 8.0
BODY = (float(MARGIN), 84.0, WIDTH - 2.0 * MARGIN, 580.0)
"""Where the parts of a page stand."""
MOST_COLUMNS = 5
HEAD_SHARE = 0.7
_LEAST_FIGURE = 320.0
_SAID = 44.0  # what is said of a cut table
_HEAD_ROWS = 3  # lines of the head of a table, at most


@dataclass(frozen=True, slots=True)
class _Block:
    """Columns and rows of a table that stand on one page, as ranges."""

    columns: range
    rows: range


def fitted(page: Page) -> tuple[Page, ...]:
    """The page, or as many as its parts take; each has its number in the title, and all notes are with the first."""
    runs = list(_runs([piece for part in page.parts for piece in _pieces(part)]))
    if len(runs) < 2:
        return (replace(page, parts=tuple(runs[0]) if runs else ()),)
    return tuple(
        replace(
            page,
            title=f"{page.title} ({at} of {len(runs)})",
            parts=tuple(parts),
            notes=page.notes if at == 1 else "",
            goes_on=page.goes_on or at > 1,
        )
        for at, parts in enumerate(runs, 1)
    )


def height_of(part: Part) -> float:
    """How high a part is, with the gap below it; a figure as little as it can do with."""
    if isinstance(part, Words):
        return lines_in(part.text, SIZE[part.look], BODY[2]) * SIZE[part.look] * LEADING + GAP
    if isinstance(part, ExportTable):
        return table_height(part) + GAP
    return _LEAST_FIGURE + GAP


def widths_of(table: ExportTable) -> tuple[float, ...]:
    """How wide the columns are, the heads of lines first; a table of one column may be narrower than the page."""
    shares = (HEAD_SHARE if len(table.columns) > 1 else 0.25, *(1.0 for _ in table.columns))
    return tuple(BODY[2] * share / sum(shares) for share in shares)


def row_height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """How high a line of a table is."""
    lines = (lines_in(text, TABLE_SIZE, width - 2 * TABLE_PAD) for text, width in zip(texts, widths, strict=False))
    return max(lines, default=1) * TABLE_SIZE * LEADING + 2 * TABLE_PAD


def table_height(table: ExportTable) -> float:
    """How high a table is, its head too."""
    widths = widths_of(table)
    return row_height((table.corner, *table.columns), widths) + sum(_height(row, widths) for row in table.rows)


def _height(row: ExportRow, widths: Sequence[float]) -> float:
    if row.group:
        return row_height((row.head,), (sum(widths),))
    return row_height((row.head, *(marked(cell) for cell in row.cells)), widths)


def _runs(pieces: Sequence[Part]) -> Iterator[list[Part]]:
    """The pieces page by page. A head stays with what follows it."""
    run: list[Part] = []
    used = 0.0
    for piece in pieces:
        high = height_of(piece)
        if run and used + high > BODY[3]:
            heads = [run.pop()] if len(run) > 1 and _is_head(run[-1]) else []
            yield run
            run, used = heads, sum(height_of(each) for each in heads)
        run.append(piece)
        used += high
    if run:
        yield run


def _is_head(part: Part) -> bool:
    return isinstance(part, Words) and part.look is Look.HEAD


def _pieces(part: Part) -> Iterator[Part]:
    """A part in pieces of which each fits on a page."""
    if isinstance(part, Words):
        yield from _pieces_of_words(part)
    elif isinstance(part, ExportTable):
        yield from _pieces_of_table(part)
    else:
        yield part


def _pieces_of_words(words: Words) -> Iterator[Words]:
    size = SIZE[words.look]
    most = int(BODY[3] / (size * LEADING)) - 1
    for text in cut_text(words.text, lambda text: lines_in(text, size, BODY[2]) <= most):
        yield replace(words, text=text)


def cut_text(text: str, fits: Callable[[str], bool]) -> Iterator[str]:
    """A text in pieces that fit, cut between words where there are any."""
    rest = text
    while not fits(rest):
        low, high = 1, len(rest)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if fits(rest[:middle]) else (low, middle - 1)
        at = max(rest.rfind(" ", 0, low), rest.rfind("\n", 0, low))
        at = at if at > low // 2 else low
        yield rest[:at].rstrip()
        rest = rest[at:].lstrip()
    yield rest


def _pieces_of_table(table: ExportTable) -> Iterator[ExportTable]:
    """A table in blocks of columns and of rows, each with the heads; what is cut is said in its title."""
    table = replace(table, rows=tuple(row for each in table.rows for row in _short_rows(table, each)))
    blocks = [_Block(columns, rows) for columns in _columns(table) for rows in _rows(table, columns)]
    for block in blocks:
        rows = tuple(
            row if row.group else replace(row, cells=row.cells[block.columns.start : block.columns.stop])
            for row in table.rows[block.rows.start : block.rows.stop]
        )
        columns = table.columns[block.columns.start : block.columns.stop]
        yield replace(table, columns=columns, rows=rows, said=_said(table, block, len(blocks)))


def _said(table: ExportTable, block: _Block, blocks: int) -> tuple[str, ...]:
    """Which part of the table this is, where it is cut."""
    if blocks == 1:
        return ()
    first, last = block.rows.start + 1, block.rows.stop
    lines = f"Line{f's {first} to' * (first < last)} {last} of {len(table.rows)}"
    if len(block.columns) == len(table.columns):
        return (f"{lines}.",)
    first, last = block.columns.start + 1, block.columns.stop
    return (f"{lines}, column{f's {first} to' * (first < last)} {last} of {len(table.columns)}.",)


def _columns(table: ExportTable) -> list[range]:
    """Blocks of columns, of about the same number each."""
    count = len(table.columns)
    blocks = max(1, -(-count // MOST_COLUMNS))
    edges = [round(count * at / blocks) for at in range(blocks + 1)]
    return [range(first, last) for first, last in pairwise(edges)]


def _rows(table: ExportTable, columns: range) -> Iterator[range]:
    """Blocks of rows of these columns; the head of a group is never the last of its page."""
    narrow = replace(table, columns=table.columns[columns.start : columns.stop])
    widths = widths_of(narrow)
    room = BODY[3] - GAP - _SAID - row_height((table.corner, *narrow.columns), widths)
    first, used = 0, 0.0
    for at, row in enumerate(table.rows):
        texts = (row.head, *(marked(cell) for cell in row.cells[columns.start : columns.stop]))
        high = _height(row, widths) if row.group else row_height(texts, widths)
        if at > first and used + high > room:
            last = at - 1 if at - 1 > first and table.rows[at - 1].group else at
            yield range(first, last)
            first, used = last, sum(_height(each, widths) for each in table.rows[last:at])
        used += high
    yield range(first, len(table.rows))


def _short_rows(table: ExportTable, row: ExportRow) -> Iterator[ExportRow]:
    """A row, or several where a cell is too long for a page."""
    shown = replace(table, columns=table.columns[:MOST_COLUMNS])
    width = widths_of(shown)[-1] - 2 * TABLE_PAD
    most = int((BODY[3] - _SAID) / (TABLE_SIZE * LEADING)) - 2 * _HEAD_ROWS

    def fits(text: str) -> bool:
        return lines_in(text, TABLE_SIZE, width) <= most

    if row.group or all(fits(marked(cell)) for cell in row.cells):
        yield row
        return
    pieces = [list(cut_text(cell.text, fits)) for cell in row.cells]
    for at in range(max(map(len, pieces))):
        cells = tuple(
            replace(cell, text=texts[at] if at < len(texts) else "", works=cell.works if at == len(texts) - 1 else ())
            for cell, texts in zip(row.cells, pieces, strict=True)
        )
        yield replace(row, head=row.head if at == 0 else f"{row.head} (goes on)", cells=cells)
