"""Pages as a PDF: a slide of 16:9 on each page, or a handout of A4 with the notes below it. Text stays text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

from desktop.export.fitting import BODY, GAP, SIZE, TABLE_SIZE, cut_text, widths_of
from desktop.export.page import Look, Words, numbers_words
from desktop.export.slides import HEIGHT, MARGIN, TITLE_BOX, WIDTH
from desktop.export.table import ExportTable, head_line, line_of
from desktop.shell.handout import Heading, Paragraph, Table
from desktop.shell.pdf import document_of, draw_document
from desktop.shell.theme import typeface
from desktop.shell.tokens import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.export.page import Figure, Page, Talk
    from desktop.shell.handout import Block

_DPI = 96
_TITLE, _LEAST_TITLE, _TITLE_LETTERS, _LARGE_TITLE = 32, 19, 72, 48
_FOOT_TOP, _FOOT_SIZE = 690, 12
_PARAGRAPH, _HEADING, _CELL = 12, 14, 10  # how large `document_of` sets them
_LARGEST_FIGURE, _LEAST_FACTOR = 1.6, 0.4
_A4_MARGIN = 15.0  # millimetres
_NOTES_SCALE = 1.1


def pages_pdf(talk: Talk, pages: Iterable[Page]) -> bytes:
    """The pages of a talk, one a page. `pages` may stop the work by raising."""
    buffer, writer = _opened(talk.title)
    size = QSizeF(WIDTH, HEIGHT) * 72 / _DPI
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    try:
        for at, page in enumerate(pages, 1):
            if at > 1:
                writer.newPage()
            _paint_page(painter, page, (talk.origin, f"{at} / {len(talk.pages)}"))
    finally:
        painter.end()
    return bytes(buffer.data().data())


def handout_bytes(talk: Talk, pages: Iterable[Page]) -> bytes:
    """The same pages as pictures above their notes on A4; long notes go on over the next page."""
    buffer, writer = _opened(talk.title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_A4_MARGIN, _A4_MARGIN, _A4_MARGIN, _A4_MARGIN)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    painter = QPainter(writer)
    try:
        for at, page in enumerate(pages, 1):
            if at > 1:
                writer.newPage()
            _paint_handout(painter, page, (talk.origin, f"{at} / {len(talk.pages)}"), writer)
    finally:
        painter.end()
    return bytes(buffer.data().data())


def _opened(title: str) -> tuple[QBuffer, QPdfWriter]:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    return buffer, writer


def _paint_handout(painter: QPainter, page: Page, said: tuple[str, str], writer: QPdfWriter) -> None:
    """The picture with a frame around it, then the notes as far as there is room, then the rest."""
    scale = writer.width() / WIDTH
    painter.save()
    painter.scale(scale, scale)
    _paint_page(painter, page, said)
    painter.setPen(QColor(LIGHT.control))
    painter.drawRect(QRectF(0, 0, WIDTH, HEIGHT))
    painter.restore()
    top, rest = HEIGHT * scale + 2 * GAP, page.notes.strip()
    while rest:
        room = writer.height() - top
        piece = next(cut_text(rest, lambda text, room=room: _notes(text, writer.width()).size().height() <= room))  # type: ignore[misc]
        _draw(painter, _notes(piece, writer.width()), QPointF(0, top))
        rest, top = rest[len(piece) :].strip(), 0.0
        if rest:
            writer.newPage()


def _notes(text: str, width: float) -> QTextDocument:
    return document_of([Paragraph(line) for line in text.split("\n") if line.strip()], QSizeF(width, -1))


def _paint_page(painter: QPainter, page: Page, said: tuple[str, str]) -> None:
    """A slide of 1280 by 720 from the origin on."""
    _paint_foot(painter, page, said)
    if page.is_title:
        words = [part for part in page.parts if isinstance(part, Words)]
        _paint_title(painter, page.title, QRectF(2 * MARGIN, 150, WIDTH - 4 * MARGIN, 200), _LARGE_TITLE)
        _paint_parts(painter, words, QRectF(2 * MARGIN, 370, WIDTH - 4 * MARGIN, 290))
        return
    fitting = _TITLE * min(1.0, _TITLE_LETTERS / max(1, len(page.title)))
    _paint_title(painter, page.title, QRectF(*TITLE_BOX), round(max(_LEAST_TITLE, fitting)))
    _paint_parts(painter, page.parts, QRectF(*BODY))


def _paint_title(painter: QPainter, title: str, room: QRectF, pixels: int) -> None:
    painter.setFont(typeface(QApplication.font().family(), pixels, bold=True))
    painter.setPen(QColor(LIGHT.text))
    along = Qt.AlignmentFlag.AlignBottom if pixels == _LARGE_TITLE else Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | along | Qt.TextFlag.TextWordWrap, title)


def _paint_foot(painter: QPainter, page: Page, said: tuple[str, str]) -> None:
    origin, number = said
    painter.setFont(typeface(QApplication.font().family(), _FOOT_SIZE))
    painter.setPen(QColor(LIGHT.muted))
    room = QRectF(MARGIN, _FOOT_TOP, WIDTH - 2 * MARGIN, HEIGHT - _FOOT_TOP - 8)
    metrics = painter.fontMetrics()
    words = " · ".join(filter(None, (numbers_words(page.numbers), origin)))
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, round(room.width()) - 90)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft, shown)
    painter.drawText(room, Qt.AlignmentFlag.AlignRight, number)


def _paint_parts(painter: QPainter, parts: Iterable[Words | ExportTable | Figure], room: QRectF) -> None:
    """From the top down, the figure in all the room that is left; smaller where it would not fit."""
    parts = tuple(parts)
    figures = [part for part in parts if not isinstance(part, Words | ExportTable)]
    factor, least = 1.0, room.height() / 2 if figures else 0.0
    while factor > _LEAST_FACTOR and _height(parts, room, factor) > room.height() - least:
        factor *= 0.95
    left = room.height() - _height(parts, room, factor)
    y = room.top()
    for part in parts:
        if isinstance(part, Words | ExportTable):
            y += _paint_text(painter, part, QRectF(room.left(), y, room.width(), 0), factor)
        else:
            high = left / len(figures)
            _paint_figure(painter, part, QRectF(room.left(), y, room.width(), high - GAP))
            y += high


def _height(parts: Iterable[Words | ExportTable | Figure], room: QRectF, factor: float) -> float:
    texts = (part for part in parts if isinstance(part, Words | ExportTable))
    return sum(_set(part, room.width(), factor).size().height() * _scale(part, factor) + GAP for part in texts)


def _scale(part: Words | ExportTable, factor: float) -> float:
    if isinstance(part, ExportTable):
        return factor * TABLE_SIZE / _CELL
    return factor * SIZE[part.look] / (_HEADING if part.look is Look.HEAD else _PARAGRAPH)


def _set(part: Words | ExportTable, width: float, factor: float) -> QTextDocument:
    """The part as a document for a width."""
    if isinstance(part, ExportTable):
        rows = tuple((row.head,) if row.group else line_of(part, row) for row in part.rows)
        said: tuple[Block, ...] = tuple(Paragraph(line, small=True) for line in part.said)
        blocks: tuple[Block, ...] = (Table(head_line(part), rows, widths_of(part)), *said)
    else:
        text = f"•  {part.text}" if part.look is Look.ITEM else part.text
        blocks = (Heading(text, 3) if part.look is Look.HEAD else Paragraph(text),)
    return document_of(blocks, QSizeF(width / _scale(part, factor), -1))


def _paint_text(painter: QPainter, part: Words | ExportTable, at: QRectF, factor: float) -> float:
    """How high it is, with the gap below it."""
    document = _set(part, at.width(), factor)
    muted = isinstance(part, Words) and part.look is Look.SMALL
    scale = _scale(part, factor)
    painter.save()
    painter.translate(at.topLeft())
    painter.scale(scale, scale)
    _draw(painter, document, QPointF(0, 0), muted=muted)
    painter.restore()
    return document.size().height() * scale + GAP


def _draw(painter: QPainter, document: QTextDocument, at: QPointF, *, muted: bool = False) -> None:
    painter.save()
    painter.translate(at)
    ink = LIGHT._replace(text=LIGHT.muted) if muted else LIGHT
    draw_document(document, painter, QRectF(QPointF(0, 0), document.size()), ink)
    painter.restore()


def _paint_figure(painter: QPainter, figure: Figure, room: QRectF) -> None:
    scale = min(room.width() / figure.width, room.height() / figure.height, _LARGEST_FIGURE)
    painter.save()
    painter.translate(room.left() + (room.width() - figure.width * scale) / 2, room.top())
    painter.scale(scale, scale)
    figure.paint(painter, False)
    painter.restore()
