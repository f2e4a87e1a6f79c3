"""A table as it is seen, drawn: PDF for paper, PNG and SVG for a slide. All of it is made in memory."""

from __future__ import annotations

import re
from html import unescape
from math import ceil, sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QImageWriter, QPainter

from desktop.export.table import REFERENCES, head_line, line_of, numbered_works
from desktop.shell.handout import Heading, Paragraph, Sheet, Table
from desktop.shell.pdf import document_of, draw_document, sheets_pdf
from desktop.shell.theme import typeface
from desktop.shell.tokens import LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from desktop.export.table import ExportTable
    from desktop.shell.handout import Block
    from desktop.shell.tokens import Tokens

_LINE = re.compile(r'font-family="([^"]*)" font-size="(\d+)" font-weight="(\d+)" ([^<>]*?)\s*>([^<]+)</text>')
_DEMI_BOLD = 600
_MARGIN = 24
_HEAD_WIDTH, _COLUMN_WIDTH, _LEAST_WIDTH = 160, 220, 480
_PORTRAIT_COLUMNS, _LANDSCAPE_COLUMNS = 3, 7  # how many a page of A4 has room for, beside the row heads
_SCALE = 2.0
_LONGEST_SIDE = 32_000  # Qt paints nothing beyond 32,767
_MOST_PIXELS = 50_000_000
_DPI = 96


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
    document, size = _drawing_of(table, ink)
    scale = _scale_for(size)
    image = QImage(ceil(size.width() * scale), ceil(size.height() * scale), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(scale, scale)
    _paint(painter, document, size, ink)
    painter.end()
    dots = round(_DPI / 0.0254 * scale)  # a metre
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    buffer = _buffer()
    writer = QImageWriter(buffer, b"png")
    if not writer.write(image):
        raise OSError(writer.errorString())
    return bytes(buffer.data().data())


def table_svg(table: ExportTable, ink: Tokens = LIGHT) -> bytes:
    """The table as vectors, with its text as text that keeps its width in any typeface."""
    from PySide6.QtSvg import QSvgGenerator

    document, size = _drawing_of(table, ink)
    buffer = _buffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(_DPI)
    generator.setSize(QSize(ceil(size.width()), ceil(size.height())))
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(table.title)
    generator.setDescription("\n".join(table.said))
    painter = QPainter(generator)
    _paint(painter, document, size, ink)
    painter.end()
    return _LINE.sub(_held, bytes(buffer.data().data()).decode()).encode()


def _held(line: re.Match[str]) -> str:
    """A line that stays within its cell where our typeface is missing; Qt names no other, and says no width."""
    family, size, weight, more, text = line.groups()
    font = typeface(family, int(size), int(weight) >= _DEMI_BOLD)
    width = QFontMetricsF(font).horizontalAdvance(unescape(text))
    look = f'font-family="{family}, sans-serif" font-size="{size}" font-weight="{weight}" {more}'
    return f'{look} textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs">{text}</text>'


def _drawing_of(table: ExportTable, ink: Tokens) -> tuple[QTextDocument, QSizeF]:
    """The table as one endless page, and the size of the picture around it."""
    width = max(_LEAST_WIDTH, _HEAD_WIDTH + _COLUMN_WIDTH * len(table.columns))
    document = document_of(table_blocks(table), QSizeF(width, -1), ink)
    return document, document.size() + QSizeF(2 * _MARGIN, 2 * _MARGIN)


def _scale_for(size: QSizeF) -> float:
    width, height = size.width(), size.height()
    return min(_SCALE, _LONGEST_SIDE / max(width, height), sqrt(_MOST_PIXELS / (width * height)))


def _paint(painter: QPainter, document: QTextDocument, size: QSizeF, ink: Tokens) -> None:
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(ink.surface))
    painter.translate(_MARGIN, _MARGIN)
    draw_document(document, painter, QRectF(0, 0, document.size().width(), document.size().height()), ink)


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
