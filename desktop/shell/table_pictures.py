"""A table as it is seen, drawn: PDF for paper, PNG and SVG for a slide. All of it is made in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor

from desktop.export.table import REFERENCES, head_line, line_of, numbered_works
from desktop.shell.drawn import Drawn, drawn_png, drawn_svg
from desktop.shell.handout import Heading, Paragraph, Sheet, Table
from desktop.shell.pdf import document_of, draw_document, sheets_pdf
from desktop.shell.tokens import LIGHT

if TYPE_CHECKING:
    from desktop.export.table import ExportTable
    from desktop.shell.handout import Block
    from desktop.shell.tokens import Tokens

_HEAD_WIDTH, _COLUMN_WIDTH, _LEAST_WIDTH = 160, 220, 480
_PORTRAIT_COLUMNS, _LANDSCAPE_COLUMNS = 3, 7  # how many a page of A4 has room for, beside the row heads


def table_blocks(table: ExportTable) -> tuple[Block, ...]:
    """Title, what is said, the table, and the works by their numbers."""
    said = (Paragraph(line, small=True) for line in table.said)
    rows = tuple((row.head,) if row.group else line_of(table, row) for row in table.rows)
    widths = (0.8, *(1.0 for _ in table.columns))
    works = tuple(Paragraph(line, small=True) for line in numbered_works(table))
    references: tuple[Block, ...] = (Heading(REFERENCES, 3), *works) if works else ()
    return Heading(table.title, 1), *said, Table(head_line(table), rows, widths), *references


def table_pdf(table: ExportTable) -> bytes:
    """The table on pages of A4, or larger ones where it has many columns; the last line of `said` is the foot."""
    landscape = len(table.columns) > _PORTRAIT_COLUMNS
    sheet = Sheet(table.title, table_blocks(table), landscape)
    foot = table.said[-1] if table.said else table.title
    return sheets_pdf(table.title, foot, (sheet,), (len(table.columns) + 1) / (_LANDSCAPE_COLUMNS + 1))


def table_png(table: ExportTable, ink: Tokens = LIGHT) -> bytes:
    """The table as a picture in the colours given, two dots a pixel or fewer where it is very large. Raises OSError."""
    return drawn_png(_drawn(table, ink))


def table_svg(table: ExportTable, ink: Tokens = LIGHT) -> bytes:
    """The table as vectors, with its text as text that keeps its width in any typeface."""
    return drawn_svg(_drawn(table, ink), table.title, "\n".join(table.said))


def _drawn(table: ExportTable, ink: Tokens) -> Drawn:
    """The table as one endless page."""
    width = max(_LEAST_WIDTH, _HEAD_WIDTH + _COLUMN_WIDTH * len(table.columns))
    document = document_of(table_blocks(table), QSizeF(width, -1), ink)
    size = document.size()
    room = QRectF(0, 0, size.width(), size.height())
    return Drawn(size, QColor(ink.surface), lambda painter: draw_document(document, painter, room, ink))
