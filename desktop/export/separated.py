"""Tables as plain lines for spreadsheets: CSV for a file, TSV for the clipboard. No cell is taken for a formula."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from desktop.catalog.defusing import defused
from desktop.export.table import head_line, line_of, numbered_works

if TYPE_CHECKING:
    from desktop.export.table import ExportTable

_BYTE_ORDER_MARK = "\ufeff"  # without it Excel does not know UTF-8


def csv_of(table: ExportTable) -> bytes:
    """The table as a CSV file (RFC 4180, UTF-8); below it title, what is said, and the works."""
    file = StringIO()
    csv.writer(file, lineterminator="\r\n").writerows(_lines(table))
    return (_BYTE_ORDER_MARK + file.getvalue()).encode()


def tsv_of(table: ExportTable) -> str:
    """The table as lines with tabs between the cells, as spreadsheets take them from the clipboard."""
    return "".join("\t".join(map(_on_one_line, line)) + "\n" for line in _lines(table))


def _lines(table: ExportTable) -> list[list[str]]:
    rows = [head_line(table), *(line_of(table, row) for row in table.rows)]
    below = [(line,) for line in (table.title, *table.said, *numbered_works(table))]
    return [[defused(text) for text in line] for line in (*rows, (), *below)]


def _on_one_line(text: str) -> str:
    return " ".join(text.splitlines()).replace("\t", " ")
