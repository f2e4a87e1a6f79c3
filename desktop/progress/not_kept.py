"""What could not be written, told so that the learner knows why and what to do: nothing was half-written."""

from __future__ import annotations

import errno
import sqlite3

FULL = "the disk is full. Make room, then try again."
READ_ONLY = "the folder or the file may only be read. Allow writing there, then try again."
IN_THE_WAY = "a file lies where the folder should be. Move it away, then start the program again."
HELD = "another window of this program keeps the log. Close the other window, then try again."
BUSY = "another program is using the file. Close that program, then try again."
DAMAGED = "the file is damaged. Start the program again: it sets the file aside and offers the newest backup."
NEWER = "the file was made by a newer version of this program. Use that version."
UNKNOWN = "the disk reports an error. Look whether the disk is still there and has room, then try again."

_BY_SQLITE = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
}
_BY_SYSTEM = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EAGAIN: HELD,  # from the lock: see home.py
    errno.EEXIST: IN_THE_WAY,
    errno.ENOTDIR: IN_THE_WAY,
}


class NotKept(Exception):
    """`str` of it is for the learner. What was to be written is not there, all else is as it was; try again later."""

    def __init__(self, what: str, why: str) -> None:
        """`what` was to be done, as the start of a sentence: 'The answer was not saved'."""
        super().__init__(f"{what}: {why}")
        self.why = why


def sqlite_code(error: sqlite3.Error) -> int:
    """The primary result code of SQLite; 0 where the error is none of SQLite's own."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself is at fault, not the disk, the rights or another program."""
    return _BY_SQLITE.get(sqlite_code(error)) is DAMAGED


def why_not(error: sqlite3.Error | OSError) -> str:
    """Cause and cure in the learner's words, and the system's own word where there is more to know."""
    if isinstance(error, sqlite3.Error):
        known, told = _BY_SQLITE.get(sqlite_code(error)), str(error)
    else:
        known, told = _BY_SYSTEM.get(error.errno or 0), error.strerror or str(error)
    return known or f"{UNKNOWN} ({told})"
