"""The tables of the log, and how an older file becomes one of today. `attempt` and `mark` are the truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

APPLICATION = 0x4C6F_6721
"""SQLite's application_id of our files: any other file is not ours."""

FIRST = (
    "CREATE TABLE pack (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)",
    """CREATE TABLE question (key INTEGER PRIMARY KEY, pack INTEGER NOT NULL, id TEXT NOT NULL,
        touched INTEGER NOT NULL DEFAULT 0, UNIQUE (pack, id))""",
    # AUTOINCREMENT: a number once told is never given to another answer, not even after a reset.
    """CREATE TABLE attempt (number INTEGER PRIMARY KEY AUTOINCREMENT, pack INTEGER NOT NULL, question INTEGER NOT NULL,
        revision TEXT NOT NULL, at INTEGER NOT NULL, mode TEXT NOT NULL, round TEXT NOT NULL, response TEXT NOT NULL,
        score REAL NOT NULL, right INTEGER NOT NULL, certainty TEXT, probability REAL, took INTEGER NOT NULL,
        grade INTEGER, overridden INTEGER NOT NULL, undone INTEGER)""",
    "CREATE INDEX attempt_by_pack ON attempt (pack, undone)",
    "CREATE INDEX attempt_by_question ON attempt (question, undone)",
    "CREATE INDEX attempt_by_round ON attempt (round)",
    "CREATE TABLE mark (question INTEGER PRIMARY KEY, suspended INTEGER NOT NULL, flagged INTEGER NOT NULL)",
    # A cache of the log, worked out again by rebuilding.py:
    """CREATE TABLE card (question INTEGER PRIMARY KEY, revision TEXT NOT NULL, phase TEXT NOT NULL, step INTEGER,
        stability REAL NOT NULL, difficulty REAL NOT NULL, due INTEGER NOT NULL, reviewed INTEGER NOT NULL,
        reps INTEGER NOT NULL, lapses INTEGER NOT NULL)""",
    # Sums over the log, worked out again by sums.py:
    """CREATE TABLE tally (question INTEGER PRIMARY KEY, answers INTEGER NOT NULL, right INTEGER NOT NULL,
        last_at INTEGER, last_right INTEGER, last_certainty TEXT, introduced INTEGER)""",
    """CREATE TABLE quarter (pack INTEGER, quarter INTEGER, answers INTEGER NOT NULL, right INTEGER NOT NULL,
        PRIMARY KEY (pack, quarter)) WITHOUT ROWID""",
    """CREATE TABLE chosen (question INTEGER, response TEXT, answers INTEGER NOT NULL, right INTEGER NOT NULL,
        PRIMARY KEY (question, response)) WITHOUT ROWID""",
    """CREATE TABLE sureness (question INTEGER, revision TEXT, probability REAL, answers INTEGER NOT NULL,
        right INTEGER NOT NULL, PRIMARY KEY (question, revision, probability)) WITHOUT ROWID""",
    "CREATE TABLE state (changes INTEGER NOT NULL, schedule TEXT NOT NULL)",
    "INSERT INTO state VALUES (0, '')",
    f"PRAGMA application_id = {APPLICATION}",
)

STEPS: tuple[tuple[str, ...], ...] = (FIRST,)
"""The statements that lead from each version (its place) to the next; the last one's number is today's version."""


def version_of(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def upgrade(connection: sqlite3.Connection, version: int | None = None) -> None:
    """Bring the file to a version (None is today's), all of it or nothing. Raises sqlite3.Error."""
    version = len(STEPS) if version is None else version
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in (statement for step in STEPS[version_of(connection) : version] for statement in step):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
