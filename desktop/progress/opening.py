"""Opening the log: whatever lies in its place is left whole, and the learner is told where it is not simply opened."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import chain, count
from typing import TYPE_CHECKING

from desktop.progress import schema
from desktop.progress.backups import PARTS, Backup, Backups, dated, write_copy
from desktop.progress.damage import is_foreign_wal, is_good, what_is_missing, what_is_wrong
from desktop.progress.home import Home, memory, untouched
from desktop.progress.log import ProgressLog
from desktop.progress.not_kept import NEWER, NotKept, is_damage, why_not

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from desktop.progress.rebuilding import Scheduling

IN_MEMORY = "Until then answers are kept in memory only and are gone when the program is closed."


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A log that can be used, and what the learner must be told of how it came to be.

    `set_aside` is where the file went that was in its place. `backup` is the newest sound one, to be offered; both are
    None where all went as usual.
    """

    log: ProgressLog
    said: tuple[str, ...] = ()
    set_aside: Path | None = None
    backup: Backup | None = None


class _Refused(Exception):
    """The file is whole but not for this version; it stays as it is."""


def in_memory(scheduling: Scheduling, said: str = "") -> Opening:
    """A log that is gone when it is closed; `said` is why, where the learner did not ask for it."""
    connection = memory()
    schema.upgrade(connection)
    log = ProgressLog(connection, scheduling)
    log.rebuild()
    return Opening(log=log, said=(f"{said} {IN_MEMORY}",) if said else ())


def open_progress(
    folder: Path, scheduling: Scheduling, now: datetime, *, restore: Path | None = None, damage: str = ""
) -> Opening:
    """Open the log in `folder`, or make one there.

    To take a backup in its place, close the log and open it anew with `restore`; where a check found `damage` later on,
    with that. In both cases the present file is set aside first. Nothing is raised: where nothing else helps, the log
    is in memory, and `said` says so.
    """
    home = Home(folder)
    try:
        home.claim()
    except OSError as error:
        return _read_only(home, scheduling, why_not(error))
    try:
        return _Writing(home, scheduling, now).opened(restore, damage)
    except _Refused as refused:
        home.release()
        return in_memory(scheduling, str(refused))
    except (OSError, sqlite3.Error) as error:
        home.release()
        return _read_only(home, scheduling, why_not(error))


def _read_only(home: Home, scheduling: Scheduling, why: str) -> Opening:
    """What is there can be seen; an answer is kept once the hindrance is over."""
    told = f"Answers cannot be saved: {why}"
    if not os.path.lexists(home.file):
        return in_memory(scheduling, told)
    try:
        wrong = what_is_wrong(home.file)
        if not wrong:
            connection = home.reader()
            wrong = what_is_missing(connection) or _of_another_version(connection)
            if not wrong:
                return Opening(log=ProgressLog(connection, scheduling, home, why), said=(told,))
            connection.close()
    except (OSError, sqlite3.Error) as error:
        wrong = why_not(error)
    return in_memory(scheduling, f"{told} '{home.file}' cannot be read either: {wrong.rstrip('.')}.")


def _of_another_version(connection: sqlite3.Connection) -> str:
    version = schema.version_of(connection)
    if version > len(schema.STEPS):
        return NEWER
    return "" if version == len(schema.STEPS) else "it is of an older version and cannot be brought up to date now"


class _Writing:
    """Opening for the one instance that writes."""

    def __init__(self, home: Home, scheduling: Scheduling, now: datetime) -> None:
        self._home, self._scheduling, self._now = home, scheduling, now
        self._backups = Backups(home)
        self._said: list[str] = []
        self._aside: Path | None = None
        self._offered: Backup | None = None

    def opened(self, restore: Path | None, damage: str) -> Opening:
        self._sweep()
        if not (restore and self._restored(restore)):
            if os.path.lexists(self._home.file):
                self._look(damage)
            else:
                self._miss()
        if not self._home.file.exists():
            self._make_new()
        connection = self._home.writer()
        try:
            self._bring_up_to_date(connection)
        except BaseException:
            connection.close()
            raise
        log = ProgressLog(connection, self._scheduling, self._home)
        return Opening(log=log, said=tuple(self._said), set_aside=self._aside, backup=self._offered)

    def _sweep(self) -> None:
        """Copies that a crash left unfinished. Whoever writes has the claim, so none is under way."""
        for folder in (self._home.folder, self._home.backups):
            for part in folder.glob(PARTS):
                with suppress(OSError):
                    part.unlink()

    def _look(self, damage: str) -> None:
        """Set the file aside where it cannot be used."""
        wrong = damage or what_is_wrong(self._home.file) or self._wrong_inside()
        if wrong:
            self._set_aside("damaged")
            self._said.append(
                f"The file with your answers could not be used: {wrong}. It was set aside as '{self._aside}'."
            )
            self._offer()

    def _miss(self) -> None:
        """Nothing is there: as it should be at the first start only."""
        self._set_aside("left")  # SQLite would play what lies beside a lost file into the new one
        if self._backups.all() or self._aside:
            self._said.append(f"The file with your answers is gone from '{self._home.folder}'.")
            self._offer()

    def _wrong_inside(self) -> str:
        """What is wrong with the tables. Nothing is written: a file of a newer version must stay as it is."""
        wal = self._home.beside("-wal")
        if is_foreign_wal(wal):
            aside = self._free_name("damaged", "-wal")
            wal.rename(aside)
            self._said.append(
                "The last answers before the program ended may be missing: the file that held them is damaged."
                f" It was set aside as '{aside}'."
            )
        try:
            with closing(self._home.reader()) as connection:
                wrong = what_is_missing(connection)
                version = schema.version_of(connection)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            return str(error)
        if not wrong and version > len(schema.STEPS):
            raise _Refused(f"'{self._home.file}' cannot be used: {NEWER}")
        return wrong

    def _offer(self) -> None:
        self._offered = self._backups.newest_good()
        if self._offered is None:
            self._said.append("There is no backup that could be restored: the log starts empty.")
            return
        self._said.append(
            f"The newest sound backup is of {self._offered.at:%Y-%m-%d %H:%M} UTC and can be restored;"
            " until then the log starts empty."
        )

    def _restored(self, backup: Path) -> bool:
        """Whether the backup is in place of the present file, which was set aside; else that is as it was."""
        if not is_good(backup):
            self._said.append(f"'{backup}' is no sound backup. Nothing was changed.")
            return False
        ready = self._home.folder / ".progress-restored.part"
        try:
            with closing(untouched(backup)) as source:
                write_copy(source, ready)
        except (sqlite3.Error, OSError) as error:
            self._said.append(f"'{backup}' was not restored: {why_not(error)} Nothing was changed.")
            return False
        self._set_aside("replaced")
        if self._aside:
            self._said.append(f"What was there before was set aside as '{self._aside}'.")
        os.replace(ready, self._home.file)
        return True

    def _set_aside(self, why: str) -> None:
        """Under a dated name, with what SQLite laid beside it, as far as there is any of it.

        The file itself goes first: should the program be killed here, what lies beside it is missed at the next start.
        """
        aside = self._free_name(why, "")
        for ending in ("", "-wal", "-shm"):
            if os.path.lexists(self._home.beside(ending)):
                self._home.beside(ending).rename(aside.with_name(aside.name + ending))
                self._aside = aside

    def _free_name(self, why: str, ending: str) -> Path:
        """Renaming would replace a file of that name without a word."""
        stem = f"progress-{why}-{dated(self._now)}"
        names = chain([f"{stem}.db"], (f"{stem}-{at}.db" for at in count(2)))
        return next(
            self._home.folder / f"{name}{ending}" for name in names if not any(self._home.folder.glob(f"{name}*"))
        )

    def _make_new(self) -> None:
        """Whole from the first moment: an empty file in this place never comes from us."""
        with closing(memory()) as connection:
            schema.upgrade(connection)
            connection.execute("UPDATE state SET schedule = ?", (self._scheduling.key,))
            write_copy(connection, self._home.file)

    def _bring_up_to_date(self, connection: sqlite3.Connection) -> None:
        if schema.version_of(connection) == len(schema.STEPS):
            return
        try:
            self._backups.make_of(connection, self._now)
            schema.upgrade(connection)
        except NotKept as error:
            raise _Refused(f"The file of an older version was left as it is. {error}") from error
        except sqlite3.Error as error:
            raise _Refused(f"The file of an older version was left as it is: {why_not(error)}") from error
