"""A table as a file of any kind that the program writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.shell.tokens import LIGHT

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.export.table import ExportTable
    from desktop.shell.tokens import Tokens


class FileKind(NamedTuple):
    """A kind of file by its ending, and what it is called."""

    ending: str
    title: str


FILE_KINDS = (
    FileKind("csv", "CSV, for spreadsheets"),
    FileKind("xlsx", "Excel workbook"),
    FileKind("md", "Markdown with numbered sources"),
    FileKind("html", "Web page with numbered sources"),
    FileKind("pdf", "PDF"),
    FileKind("png", "Picture (PNG)"),
    FileKind("svg", "Drawing (SVG)"),
)
NEED_QT = ("pdf", "png", "svg")


def file_of(table: ExportTable, ending: str, now: datetime, ink: Tokens = LIGHT) -> bytes:
    """The table as a file of this kind, made in memory. Raises OSError where it is too large to be drawn."""
    if ending in NEED_QT:
        from desktop.shell.table_pictures import table_pdf, table_png, table_svg

        return table_pdf(table) if ending == "pdf" else (table_png if ending == "png" else table_svg)(table, ink)
    if ending == "xlsx":
        from desktop.export.workbook import xlsx_of

        return xlsx_of(table, now)
    if ending == "csv":
        from desktop.export.separated import csv_of

        return csv_of(table)
    from desktop.export.markup import html_of, markdown_of

    return (markdown_of if ending == "md" else html_of)(table).encode()
