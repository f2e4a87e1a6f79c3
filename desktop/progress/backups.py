"""Copies of the log, each checked before it counts as one. All of it may be called in any thread."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from secrets import token_hex
from typing import TYPE_CHECKING

from desktop.progress.damage import damage_of, is_good
from desktop.progress.home import untouched
from desktop.progress.not_kept import NotKept, why_not
from desktop.progress.thinning import staying

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.progress.home import Home

EVERY = timedelta(minutes=30)
PARTS = ".progress-*.part*"
"""The names of copies that are not finished yet, and of what SQLite may lay beside them."""

_CHANGES = """SELECT changes, newest.number, newest.at FROM state LEFT JOIN
    (SELECT number, at FROM attempt ORDER BY number DESC LIMIT 1) AS newest"""
"""How often it was changed, and the newest answer: after a restored backup or an empty start it counts anew."""

_NAME, _ENDING = "progress-", ".db"
_STAMP = "%Y%m%dT%H%M%S.%fZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A file and when it was made (UTC)."""

    path: Path
    at: datetime


def dated(now: datetime) -> str:
    """A moment as part of a file's name, in UTC."""
    return now.astimezone(UTC).strftime(_STAMP)


def write_copy(source: sqlite3.Connection, path: Path) -> None:
    """Copy a whole log to `path`, checked and flushed, or leave what was there. Raises sqlite3.Error or OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".progress-{token_hex(8)}.part")
    try:
        with closing(sqlite3.connect(str(part), isolation_level=None)) as copy:
            source.backup(copy)
        with closing(untouched(part)) as copy:
            damage = damage_of(copy)
        if damage:
            raise sqlite3.DatabaseError(damage)
        _flush(part)
        os.replace(part, path)
        if os.name == "posix":
            _flush(path.parent)
    except BaseException:
        for left in part.parent.glob(f"{part.name}*"):
            left.unlink(missing_ok=True)
        raise


class Backups:
    """The backups of one log."""

    def __init__(self, home: Home) -> None:
        self._home = home

    def all(self) -> tuple[Backup, ...]:
        """Newest first, by their names."""
        found = []
        for path in self._home.backups.glob(f"{_NAME}*{_ENDING}"):
            with suppress(ValueError):
                at = datetime.strptime(path.name[len(_NAME) : -len(_ENDING)], _STAMP).replace(tzinfo=UTC)
                found.append(Backup(path, at))
        return tuple(sorted(found, key=lambda backup: backup.at, reverse=True))

    def newest_good(self) -> Backup | None:
        """The newest that is sound throughout."""
        return next((backup for backup in self.all() if is_good(backup.path)), None)

    def make(self, now: datetime) -> Backup:
        """Copy the log as it is and thin the older copies. Raises NotKept; a damaged log is not copied."""
        try:
            with closing(self._home.reader()) as source:
                return self.make_of(source, now)
        except sqlite3.Error as error:
            raise NotKept("No backup was made", why_not(error)) from error

    def make_of(self, source: sqlite3.Connection, now: datetime) -> Backup:
        """The same through a connection that is open already."""
        path = self._home.backups / f"{_NAME}{dated(now)}{_ENDING}"
        try:
            write_copy(source, path)
        except (sqlite3.Error, OSError) as error:
            raise NotKept("No backup was made", why_not(error)) from error
        self._thin(now)
        return Backup(path, now)

    def make_if_due(self, now: datetime, every: timedelta = EVERY) -> Backup | None:
        """Make one where something has changed and the newest is `every` old; at the program's end with 0."""
        newest = next(iter(self.all()), None)
        if newest and (abs(now - newest.at) < every or self._unchanged_since(newest)):
            return None
        return self.make(now)

    def _unchanged_since(self, backup: Backup) -> bool:
        try:
            with closing(self._home.reader()) as present, closing(untouched(backup.path)) as then:
                changes = [each.execute(_CHANGES).fetchone() for each in (present, then)]
        except sqlite3.Error:
            return False
        return bool(changes[0] == changes[1])

    def _thin(self, now: datetime) -> None:
        backups = self.all()
        stay = staying((backup.at for backup in backups), now)
        for backup in backups:
            if backup.at not in stay:
                with suppress(OSError):  # it is thinned next time
                    backup.path.unlink()


def _flush(path: Path) -> None:
    """Until it is on the disk: a file, or what a folder says of its files."""
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
