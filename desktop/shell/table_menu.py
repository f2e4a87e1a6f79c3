"""The menu that takes the table away: to the clipboard in three forms at once, or into a file."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop.export.markup import html_fragment_of, markdown_of
from desktop.export.separated import tsv_of
from desktop.shell.saving import asked_path, written
from desktop.shell.table_files import FILE_KINDS, FileKind, file_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.export.table import ExportTable
    from desktop.shell.tokens import Tokens

    Tell = Callable[[str], None]


def export_menu(table: Callable[[], ExportTable], ink: Tokens, tell: Tell, parent: QWidget, key: str = "") -> QMenu:
    """`table` gives what is seen when a line is chosen; `tell` says how it went; `key` copies, where one does."""
    menu = QMenu(parent)
    menu.addAction(f"Copy the table{key and chr(9)}{key}", lambda: tell(copied(table())))
    menu.addSeparator()
    for kind in FILE_KINDS:
        menu.addAction(f"{kind.title}…", partial(_save, kind, table, ink, parent, tell))
    return menu


def copied(table: ExportTable) -> str:
    """Put a table on the clipboard as TSV, HTML and Markdown; what was done, in words."""
    lines = sum(not row.group for row in table.rows)
    if not lines or not table.columns:
        return "There is nothing to copy."
    data = QMimeData()
    data.setText(tsv_of(table))
    data.setHtml(html_fragment_of(table))
    data.setData("text/markdown", markdown_of(table).encode())
    QGuiApplication.clipboard().setMimeData(data)
    return f"Copied {lines} × {len(table.columns)} cells as a table, as HTML and as Markdown."


def _save(kind: FileKind, table: Callable[[], ExportTable], ink: Tokens, parent: QWidget, tell: Tell) -> None:
    tell(_saved(table(), kind, ink, parent))


def _saved(table: ExportTable, kind: FileKind, ink: Tokens, parent: QWidget) -> str:
    path = asked_path(table.title.replace(": ", " - "), kind.title, kind.ending, parent)
    return "" if path is None else written(path, partial(file_of, table, kind.ending, datetime.now(), ink))
