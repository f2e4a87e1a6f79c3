"""The folder the log lies in, who may write there, and how its one file is opened.

The kernel gives the lock back when the program ends, however it ends; what stands in the lock file says nothing.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BUSY_SECONDS = 0.1


class Home:
    """A folder with `progress.db`, its lock and its backups."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self._lock: int | None = None

    @property
    def file(self) -> Path:
        return self.folder / "progress.db"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    def beside(self, ending: str) -> Path:
        """SQLite's own file beside ours: '-wal' or '-shm'."""
        return self.file.with_name(self.file.name + ending)

    def claim(self) -> None:
        """Become the one that writes. Raises BlockingIOError where another instance is it, else OSError."""
        if self._lock is not None:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = os.open(self.folder / "progress.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(lock)
        except OSError:
            os.close(lock)
            raise
        self._lock = lock

    def release(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def writer(self) -> sqlite3.Connection:
        """For who has the claim. What is committed is on the disk. Raises sqlite3.Error."""
        return _keeping(_opened(self.file, "mode=rw"))

    def reader(self) -> sqlite3.Connection:
        """For any thread and any instance. Raises sqlite3.Error."""
        try:
            return _opened(self.file, "mode=ro")
        except sqlite3.Error:
            # Where the folder may only be read or the disk is full there is no place for SQLite's own two files.
            # Whoever writes has them already, so without a word in them nobody writes.
            wal = self.beside("-wal")
            if wal.exists() and wal.stat().st_size:
                raise
            return untouched(self.file)


def memory() -> sqlite3.Connection:
    """A log that is gone when it is closed."""
    return sqlite3.connect(":memory:", isolation_level=None)


def _keeping(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def untouched(file: Path) -> sqlite3.Connection:
    """A file that nobody writes to, such as a backup: nothing is laid beside it."""
    return _opened(file, "immutable=1")


def _opened(file: Path, how: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{file.as_uri()}?{how}", uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


if sys.platform == "win32":
    import errno
    import msvcrt

    def _take(lock: int) -> None:
        try:
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError(errno.EAGAIN, error.strerror) from error

else:
    import fcntl

    def _take(lock: int) -> None:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
