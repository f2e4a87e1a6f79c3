"""Tables as a workbook for Excel and its like. Every text is stored as a text, so that none is taken for a formula."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING

from desktop.export.table import REFERENCES, head_line, line_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from desktop.export.table import ExportTable

_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NAME_LENGTH = 31
_TAKEN_NAMES = {"", "history", REFERENCES.casefold()}  # Excel keeps 'History' for itself
_HEAD_WIDTH, _COLUMN_WIDTH, _NUMBER_WIDTH, _WORK_WIDTH = 24, 36, 8, 100  # in characters


@dataclass(frozen=True, slots=True)
class _Looks:
    """How texts are shown. Each has Excel's mark that keeps a text a text when somebody edits it."""

    plain: Format
    bold: Format
    below: Format


def xlsx_of(table: ExportTable, made: datetime) -> bytes:
    """The table as a workbook, the works on a second sheet; its properties tell title, what is said and `made`."""
    from xlsxwriter import Workbook

    file = BytesIO()
    book = Workbook(file, {"in_memory": True})
    told = {"title": table.title, "comments": "\n".join(table.said), "created": made.astimezone(UTC)}
    book.set_properties(told)
    looks = _looks(book)
    _fill_table(book.add_worksheet(sheet_name(table.title)), table, looks)
    if table.works:
        _fill_works(book.add_worksheet(REFERENCES), table.works, looks)
    book.close()
    return file.getvalue()


def sheet_name(title: str) -> str:
    """The title as far as it may name a sheet; 'Table' where nothing is left of it."""
    allowed = _FORBIDDEN_IN_NAMES.sub(" ", title)
    short = allowed.encode("utf-16-le")[: 2 * _NAME_LENGTH].decode("utf-16-le", "ignore")
    name = short.strip(" '")
    return "Table" if name.casefold() in _TAKEN_NAMES else name


def _looks(book: Workbook) -> _Looks:
    text = {"quote_prefix": True, "valign": "top"}
    wrapped = {**text, "text_wrap": True}
    return _Looks(book.add_format(wrapped), book.add_format({**wrapped, "bold": True}), book.add_format(text))


def _fill_table(sheet: Worksheet, table: ExportTable, looks: _Looks) -> None:
    """The table from the first cell on; below it, after an empty row, title and what is said."""
    _write(sheet, 0, head_line(table), looks.bold)
    for at, row in enumerate(table.rows, 1):
        _write(sheet, at, line_of(table, row), looks.bold if row.group else looks.plain)
        sheet.write_string(at, 0, row.head, looks.bold)
    for at, line in enumerate((table.title, *table.said), len(table.rows) + 2):
        sheet.write_string(at, 0, line, looks.below)
    sheet.set_column(0, 0, _HEAD_WIDTH)
    sheet.set_column(1, max(1, len(table.columns)), _COLUMN_WIDTH)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _fill_works(sheet: Worksheet, works: Iterable[str], looks: _Looks) -> None:
    _write(sheet, 0, ("Number", "Work"), looks.bold)
    for number, work in enumerate(works, 1):
        _write(sheet, number, (f"[{number}]", work), looks.plain)
    sheet.set_column(0, 0, _NUMBER_WIDTH)
    sheet.set_column(1, 1, _WORK_WIDTH)
    sheet.freeze_panes(1, 0)


def _write(sheet: Worksheet, row: int, texts: Iterable[str], look: Format) -> None:
    for column, text in enumerate(texts):
        if text:
            sheet.write_string(row, column, text, look)
        else:
            sheet.write_blank(row, column, None, look)
