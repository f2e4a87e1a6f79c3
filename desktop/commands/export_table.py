"""What the exports of tables share: their kinds of files, and how one is written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.commands.terminal import add_output, ending_of, start_drawing, write
from desktop.shell.table_files import FILE_KINDS, NEED_QT, file_of

if TYPE_CHECKING:
    import argparse
    from datetime import datetime
    from pathlib import Path

    from desktop.export.table import ExportTable

_ENDINGS = tuple(kind.ending for kind in FILE_KINDS)
_AS_TEXT, _OTHERWISE = ("csv", "md", "html"), "md"


def add_table_output(parser: argparse.ArgumentParser) -> None:
    """Where the table goes, and as which kind of file."""
    add_output(parser, _ENDINGS, _OTHERWISE, "else to the screen")


def table_ending(options: argparse.Namespace) -> str:
    """The kind of file that is wanted. Stops where a table cannot be written so."""
    return ending_of(options, _ENDINGS, _AS_TEXT, _OTHERWISE)


def write_table(table: ExportTable, ending: str, now: datetime, file: Path | None) -> int:
    """Write it into a file, or what is text to standard output. The exit code."""
    if ending in NEED_QT:
        start_drawing()
    return write(partial(file_of, table, ending, now), file)
