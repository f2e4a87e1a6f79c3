"""Logs of any size at once, without an answer being given: for measuring what a long log costs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from desktop.progress.rows import stamp

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from desktop.progress.log import ProgressLog

A_DAY = 300

_FILL = f"""
    WITH RECURSIVE at (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM at WHERE number < ?)
    INSERT INTO attempt (number, pack, question, revision, at, mode, round, response, score, right, certainty,
                         probability, took, grade, overridden, undone)
    SELECT number, pack, question, revision,
           ? + number / {A_DAY} * 86400000000 + number % {A_DAY} * 30000000, 'practice', 'round ' || (number / 20),
           '{{"picked": [' || (number % 7 % 4) || ']}}', number % 7 > 0, number % 7 > 0, 'certain', 0.95, 4000,
           iif(number % 7 > 0, 3, 1), 0, iif(number % 50 = 0, 1, NULL)
    FROM at JOIN asked ON place = number * 7919 % ?
"""


def fill(log: ProgressLog, pack: str, revisions: Mapping[str, str], count: int, noon: datetime) -> None:
    """So many answers to these questions (with their revisions), 300 on each day up to the day before `noon`.

    One in seven is wrong, one in fifty was taken back. What follows from the answers is worked out anew.
    """
    asked = [(at, *log._keys(pack, name), revision) for at, (name, revision) in enumerate(revisions.items())]
    log._connection.execute("CREATE TEMP TABLE asked (place INTEGER PRIMARY KEY, pack, question, revision)")
    log._connection.executemany("INSERT INTO asked VALUES (?, ?, ?, ?)", asked)
    log._connection.execute(_FILL, (count, stamp(noon - timedelta(days=1 + count / A_DAY)), len(asked)))
    log.rebuild()
