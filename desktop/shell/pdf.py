"""The printed handout as a PDF, made in memory. Text goes in as text, never as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from desktop.shell.handout import Block, Figure, Heading, Paragraph, Sheet, Table
from desktop.shell.theme import typeface
from desktop.shell.tokens import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.entities.pack import Pack
    from desktop.shell.tokens import Tokens

_DPI = 96
_HEADING_PX = {1: 22, 2: 16, 3: 14}
_MARGIN_MM = 15.0
_FOOT = 28


def handout_pdf(pack: Pack, sheets: Sequence[Sheet]) -> bytes:
    """The PDF of a pack's sheets, behind a cover."""
    foot = f"{pack.title} {pack.version}, as of {pack.as_of}, {pack.licence}"
    return sheets_pdf(f"{pack.title}: handout", foot, (_cover(pack, sheets), *sheets))


def sheets_pdf(title: str, foot: str, sheets: Sequence[Sheet], enlarged: float = 1.0) -> bytes:
    """Sheets as a PDF; each starts on a new page, each page has a foot. `enlarged` is by how much A4 is too small."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setPageSize(_page_size(enlarged))
    printer = _Printer(writer, foot)
    for sheet in sheets:
        printer.print_sheet(sheet)
    printer.end()
    return bytes(buffer.data().data())


def _page_size(enlarged: float) -> QPageSize:
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    return a4 if enlarged <= 1 else QPageSize(a4.size(QPageSize.Unit.Point) * enlarged, QPageSize.Unit.Point)


def _cover(pack: Pack, sheets: Sequence[Sheet]) -> Sheet:
    head: tuple[Block, ...] = (
        Heading(pack.title, 1),
        Paragraph(pack.about),
        Paragraph(f"As of {pack.as_of}. {pack.licence}.", small=True),
    )
    contents: tuple[Block, ...] = (Heading("In this handout"), *(Paragraph(sheet.title) for sheet in sheets))
    return Sheet(pack.title, (*head, *contents))


class _Printer:
    """Prints sheet after sheet and counts the pages."""

    def __init__(self, writer: QPdfWriter, foot: str) -> None:
        self._writer, self._foot = writer, foot
        self._painter: QPainter | None = None
        self._page = 0

    def print_sheet(self, sheet: Sheet) -> None:
        """Print one sheet, beginning on a new page."""
        way = QPageLayout.Orientation.Landscape if sheet.landscape else QPageLayout.Orientation.Portrait
        self._writer.setPageOrientation(way)
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        self._writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
        run: list[Block] = []
        for at, block in enumerate(sheet.blocks):
            if isinstance(block, Figure):
                heads = [each for each in run if isinstance(each, Heading | Paragraph)]
                self._print_figure(heads, block)
                run = []
            else:
                run.append(block)
            if at == len(sheet.blocks) - 1 and run:
                self._print_text(run)

    def end(self) -> None:
        """Finish the last page."""
        if self._painter is not None:
            self._painter.end()

    def _new_page(self) -> QPainter:
        if self._painter is None:
            self._painter = QPainter(self._writer)
        else:
            self._writer.newPage()
        self._page += 1
        self._painter.setFont(_font(11))
        self._painter.setPen(LIGHT.muted)
        area = self._area()
        foot = QRectF(0, area.height() - 16, area.width(), 16)
        words = QFontMetricsF(_font(11)).elidedText(self._foot, Qt.TextElideMode.ElideRight, area.width() - 48)
        self._painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, words)
        self._painter.drawText(foot, Qt.AlignmentFlag.AlignRight, str(self._page))
        self._painter.setPen(LIGHT.text)
        return self._painter

    def _area(self) -> QRectF:
        return QRectF(0, 0, self._writer.width(), self._writer.height())

    def _print_text(self, blocks: Sequence[Block]) -> None:
        area = self._area()
        room = QSizeF(area.width(), area.height() - _FOOT)
        document = document_of(blocks, room)
        for at in range(document.pageCount()):
            painter = self._new_page()
            painter.save()
            painter.translate(QPointF(0, -at * room.height()))
            draw_document(document, painter, QRectF(0, at * room.height(), room.width(), room.height()))
            painter.restore()

    def _print_figure(self, heads: Sequence[Block], figure: Figure) -> None:
        area = self._area()
        room = QSizeF(area.width(), area.height() - _FOOT)
        document = document_of(heads, room)
        painter = self._new_page()
        draw_document(document, painter, QRectF(0, 0, room.width(), room.height()))
        top = min(_height(document) + 8 if heads else 0.0, room.height() / 2)
        scale = min(room.width() / figure.width, (room.height() - top) / figure.height, 1.6)
        width, height = figure.width * scale, figure.height * scale
        painter.save()
        figure.paint(painter, QRectF((room.width() - width) / 2, top, width, height))
        painter.restore()


def draw_document(document: QTextDocument, painter: QPainter, part: QRectF, ink: Tokens = LIGHT) -> None:
    """Draw a part of a document and nothing beyond it, in the colours of paper, whatever the theme on the screen."""
    paint = QAbstractTextDocumentLayout.PaintContext()
    paint.clip = part
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(ink.text))
    paint.palette = palette
    painter.save()
    painter.setClipRect(part)  # the layout draws every line that begins in the part, and rows to their end
    document.documentLayout().draw(painter, paint)
    painter.restore()


def _height(document: QTextDocument) -> float:
    layout = document.documentLayout()
    last = document.lastBlock()
    return layout.blockBoundingRect(last).bottom()


def _font(pixels: int, bold: bool = False) -> QFont:
    from PySide6.QtWidgets import QApplication

    return typeface(QApplication.font().family(), pixels, bold)


def document_of(blocks: Sequence[Block], room: QSizeF, ink: Tokens = LIGHT) -> QTextDocument:
    """Blocks as a document for pages of this size; one endless page where its height is below 0."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(12))
    document.setPageSize(room)
    cursor = QTextCursor(document)
    for block in blocks:
        if isinstance(block, Heading):
            _insert_text(cursor, block.text, _form(_HEADING_PX.get(block.level, 14), True), 10)
        elif isinstance(block, Paragraph):
            _insert_text(cursor, block.text, _form(10 if block.small else 12), 6)
        elif isinstance(block, Table):
            _insert_table(cursor, block, ink)
    return document


def _form(pixels: int, bold: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(_font(pixels, bold))
    return form


def _insert_text(cursor: QTextCursor, text: str, form: QTextCharFormat, gap: float) -> None:
    block = QTextBlockFormat()
    block.setBottomMargin(gap)
    if cursor.position() == 0:
        cursor.setBlockFormat(block)
    else:
        block.setTopMargin(gap)
        cursor.insertBlock(block)
    cursor.insertText(text, form)


def _insert_table(cursor: QTextCursor, table: Table, ink: Tokens) -> None:
    columns = len(table.header)
    form = QTextTableFormat()
    form.setCellPadding(4)
    form.setCellSpacing(0)
    form.setBorder(1)
    form.setBorderCollapse(True)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QColor(ink.line))
    form.setHeaderRowCount(1)
    shares = table.widths or (1.0,) * columns
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, 100 * share / sum(shares)) for share in shares]
    )
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    inserted = cursor.insertTable(len(table.rows) + 1, columns, form)
    for row, cells in enumerate((table.header, *table.rows)):
        if len(cells) == 1:
            inserted.mergeCells(row, 0, 1, columns)
        for column, text in enumerate(cells):
            place = inserted.cellAt(row, column).firstCursorPosition()
            place.insertText(text, _form(10, bold=row == 0 or column == 0))
    cursor.movePosition(QTextCursor.MoveOperation.End)
