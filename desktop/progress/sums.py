"""Sums over the log that are kept with every change, so that a million answers are counted at once.

Only answers that say something about the learner count (`rows.COUNTS`): none taken back, none of an audience.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.progress.attempt import Mode
from desktop.progress.rows import COUNTS, MOVES_A_CARD, QUARTER, stamp

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from desktop.progress.attempt import Attempt

SUMS = ("tally", "quarter", "chosen", "sureness")

_ADD = """
    INSERT INTO {table} ({keys}, answers, right) VALUES ({values}, ?, ?)
    ON CONFLICT ({keys}) DO UPDATE SET answers = answers + excluded.answers, right = right + excluded.right
"""
_ENDS = f"""
    UPDATE tally SET
        (last_at, last_right, last_certainty) =
            (SELECT at, right, certainty FROM attempt WHERE question = ?1 AND {COUNTS} ORDER BY number DESC LIMIT 1),
        introduced = (SELECT at FROM attempt WHERE question = ?1 AND {MOVES_A_CARD} ORDER BY number LIMIT 1)
    WHERE question = ?1
"""
_ALL_ANEW = {
    "tally": f"SELECT question, count(*), sum(right), 0, 0, NULL, NULL FROM attempt WHERE {COUNTS} GROUP BY question",
    # SQLite divides towards zero, Python downwards: a clock before 1970 must not tell them apart.
    "quarter": f"""SELECT pack, (at - (at % {QUARTER} + {QUARTER}) % {QUARTER}) / {QUARTER}, count(*), sum(right)
        FROM attempt WHERE {COUNTS} GROUP BY 1, 2""",
    "chosen": f"SELECT question, response, count(*), sum(right) FROM attempt WHERE {COUNTS} GROUP BY 1, 2",
    "sureness": f"""SELECT question, revision, probability, count(*), sum(right) FROM attempt
        WHERE {COUNTS} AND probability IS NOT NULL GROUP BY 1, 2, 3""",
}


def count(connection: sqlite3.Connection, pack: int, question: int, attempt: Attempt, by: int) -> None:
    """Put an attempt into the sums (`by` 1) or take it out (-1), after the log itself was changed.

    `pack` and `question` are the keys of the rows.
    """
    if attempt.mode is Mode.PROJECTOR:
        return
    _add(connection, "tally", {"question": question}, attempt, by)
    find_ends(connection, question)
    _add(connection, "quarter", {"pack": pack, "quarter": stamp(attempt.at) // QUARTER}, attempt, by)
    _add(connection, "chosen", {"question": question, "response": attempt.response}, attempt, by)
    if attempt.probability is not None:
        asked = {"question": question, "revision": attempt.revision, "probability": attempt.probability}
        _add(connection, "sureness", asked, attempt, by)


def find_ends(connection: sqlite3.Connection, question: int) -> None:
    """When a question was first graded, and its newest answer: anew after any change of an answer."""
    connection.execute(_ENDS, (question,))


def count_anew(connection: sqlite3.Connection) -> None:
    """Work out all sums from the log alone."""
    for table in SUMS:
        connection.execute(f"DELETE FROM {table}")
        connection.execute(f"INSERT INTO {table} {_ALL_ANEW[table]}")
    for (question,) in connection.execute("SELECT question FROM tally").fetchall():
        find_ends(connection, question)


def _add(connection: sqlite3.Connection, table: str, keys: Mapping[str, object], attempt: Attempt, by: int) -> None:
    add = _ADD.format(table=table, keys=", ".join(keys), values=", ".join("?" * len(keys)))
    connection.execute(add, (*keys.values(), by, by * attempt.right))
    if by < 0:
        where = " AND ".join(f"{key} = ?" for key in keys)
        connection.execute(f"DELETE FROM {table} WHERE {where} AND answers = 0", tuple(keys.values()))
