"""What may be wrong with a file that should be the log: told in words, found without changing it."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from typing import TYPE_CHECKING

from desktop.progress.home import untouched
from desktop.progress.not_kept import is_damage
from desktop.progress.schema import APPLICATION, version_of

if TYPE_CHECKING:
    from pathlib import Path

_HEADER = b"SQLite format 3\0"
_APPLICATION_AT, _HEADER_LENGTH = 68, 100
_WAL_HEADER_LENGTH = 32
_WAL_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}
"""The first word of a write-ahead log tells the byte order of its check sums (SQLite, "Database File Format", 4.1)."""


def damage_of(connection: sqlite3.Connection) -> str:
    """What SQLite's quick check finds, '' where all is well. It reads the whole file."""
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(3)")]
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        found = [str(error)]
    return "" if found == ["ok"] else "; ".join(found)


def is_good(path: Path) -> bool:
    """Whether this is a log, sound throughout."""
    try:
        with closing(untouched(path)) as connection:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            return application == APPLICATION and not damage_of(connection)
    except sqlite3.Error:
        return False


def what_is_wrong(file: Path) -> str:
    """What keeps the file from being the log, by its first bytes; '' where nothing does. Raises OSError."""
    if file.is_dir():
        return "it is a folder"
    if not file.is_file():
        return "it is not an ordinary file"
    with file.open("rb") as opened:
        header = opened.read(_HEADER_LENGTH)
    if not header:
        return "it is empty"
    if len(header) < _HEADER_LENGTH or not header.startswith(_HEADER):
        return "it is no database"
    (application,) = struct.unpack_from(">I", header, _APPLICATION_AT)
    return "" if application == APPLICATION else "it is the database of another program"


def what_is_missing(connection: sqlite3.Connection) -> str:
    """What is wrong with the tables, by their first rows; '' where nothing is."""
    try:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for table in tables:
            connection.execute(f'SELECT * FROM "{table}" LIMIT 1').fetchone()
        if version_of(connection) == 0 or "attempt" not in tables:
            return "its tables are missing"
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return str(error)
    return ""


def is_foreign_wal(wal: Path) -> bool:
    """Whether the file with the newest changes is none of SQLite's, so that SQLite would throw it away unread."""
    if not wal.exists():
        return False
    if not wal.is_file():
        return True
    with wal.open("rb") as opened:
        header = opened.read(_WAL_HEADER_LENGTH)
    if not header.strip(b"\0"):
        return False  # nothing was written yet
    if len(header) < _WAL_HEADER_LENGTH:
        return True
    order = _WAL_MAGIC.get(struct.unpack_from(">I", header)[0], "")
    return not order or _check_sums(header[:24], order) != struct.unpack_from(">II", header, 24)


def _check_sums(data: bytes, order: str) -> tuple[int, int]:
    """As in the same document, 4.2."""
    first = second = 0
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & 0xFFFF_FFFF
        second = (second + odd + first) & 0xFFFF_FFFF
    return first, second
