"""What can be asked of the log. Counts come from sums kept with every change: a million answers cost no more.

A `Reading` belongs to the thread that made it; another thread opens one of its own. What cannot be read raises NotKept.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from itertools import chain, takewhile
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from desktop.progress.damage import damage_of
from desktop.progress.not_kept import NotKept, why_not
from desktop.progress.rows import (
    ATTEMPT,
    CARD,
    COUNTS,
    GRADED,
    LATEST,
    MOVES_A_CARD,
    QUARTER,
    TOLD,
    all_graded,
    attempt_of,
    card_of,
    certainty_of,
    moment,
    stamp,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from desktop.progress.attempt import Attempt, Certainty
    from desktop.progress.card import Card
    from desktop.progress.rows import Graded, Told

_AT_ONCE = 2_000
_OWN = "mode <> 'projector'"
_OF_PACK = "pack = (SELECT key FROM pack WHERE id = ?)"
_KEY = f"SELECT key FROM question WHERE {_OF_PACK} AND id = ?"
# A plus keeps SQLite from an index that does not give the order asked for: it would sort a million rows for each part.
_TALLY = "answers, right, last_at, last_right, last_certainty, introduced"
_CARDS = f"SELECT question.id, {CARD} FROM question JOIN card ON card.question = question.key WHERE question.{_OF_PACK}"


class Count(NamedTuple):
    """How many answers, and how many of them were right."""

    answers: int
    right: int


class Tally(NamedTuple):
    """What was answered to one question.

    `last`, `last_right` and `last_certainty` are of the answer with the highest number. `introduced` is when it was
    first graded, None where it never was.
    """

    answers: int
    right: int
    last: datetime
    last_right: bool
    last_certainty: Certainty | None
    introduced: datetime | None


class Marks(NamedTuple):
    """What the learner set on a question by hand."""

    suspended: bool = False
    flagged: bool = False


class Sureness(NamedTuple):
    """Answers to one state of a question that were given with the same certainty (`probability`, 0 to 1)."""

    question: str
    revision: str
    probability: float
    answers: int
    right: int


class Reading:
    """The log, read. All counts leave out what was taken back and what an audience answered."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def held_still(self) -> Iterator[None]:
        """All that is read inside is of one moment, whatever is answered meanwhile."""
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK")

    def attempts(self, pack: str | None = None, *, question: str | None = None, after: int = 0) -> Iterator[Attempt]:
        """By number, from the one after `after` on, those taken back too; a few at a time, however many there are.

        Of all packs, of one, or of one question of it; a question without its pack is none (ValueError).
        """
        if pack is None and question is not None:
            raise ValueError(f"of which pack is the question '{question}'?")
        asked = tuple(id for id in (pack, question) if id is not None)
        where = ("TRUE", f"+attempt.{_OF_PACK}", f"attempt.question = ({_KEY})")[len(asked)]
        return chain.from_iterable(map(attempt_of, rows) for rows in self._parts(ATTEMPT, where, asked, after))

    def graded(self, pack: str, wanted: Callable[[], bool] = lambda: True) -> Iterator[Graded]:
        """Those that the schedule rests on, by number; `wanted` is asked now and then whether to go on."""
        names = self.questions(pack)
        parts = self._parts(GRADED, f"{_OF_PACK} AND {MOVES_A_CARD}", (pack,), 0)
        return chain.from_iterable(all_graded(rows, names) for rows in takewhile(lambda _rows: wanted(), parts))

    def latest(self, pack: str, revisions: Mapping[str, str], each: int = 3) -> tuple[Attempt, ...]:
        """The newest answers to this revision of each question, by number: enough to tell how well it is known."""
        return tuple(map(attempt_of, self._asked(LATEST, pack, json.dumps(dict(revisions)), each)))

    def told(self, pack: str) -> Iterator[Told]:
        """All that count, by number, as bare as they stand in the file; `questions` tells what their keys mean."""
        parts = self._parts(TOLD, f"+{_OF_PACK} AND {COUNTS}", (pack,), 0)
        return chain.from_iterable(parts)

    def questions(self, pack: str) -> dict[int, str]:
        """The ids of all questions that were ever answered or marked, by their keys in this file."""
        return dict(self._asked(f"SELECT key, id FROM question WHERE {_OF_PACK}", pack))

    def packs(self) -> tuple[str, ...]:
        """All that something is kept of."""
        return tuple(id for (id,) in self._asked("SELECT id FROM pack ORDER BY id"))

    def attempts_of_round(self, id: str) -> tuple[Attempt, ...]:
        """By number, those taken back too."""
        return tuple(map(attempt_of, self._asked(f"{ATTEMPT} WHERE round = ? ORDER BY number", id)))

    def attempt(self, number: int) -> Attempt:
        """Raises KeyError where there is none of that number."""
        found = self._attempt("number = ?", number)
        if found is None:
            raise KeyError(number)
        return found

    def last(self, pack: str) -> Attempt | None:
        """The learner's newest that was not taken back: what the next undo takes back. An audience's stays."""
        return self._attempt(f"attempt.{_OF_PACK} AND {COUNTS} ORDER BY number DESC", pack)

    def next_redo(self, pack: str) -> Attempt | None:
        """What the next redo brings back: the first that was taken back since the newest one standing."""
        last = self.last(pack)
        where = f"+attempt.{_OF_PACK} AND number > ? AND {_OWN} ORDER BY number"
        return self._attempt(where, pack, last.number if last else 0)

    def cards(self, pack: str) -> dict[str, Card]:
        """By question; one that was never graded has none."""
        return {row[0]: card_of(row) for row in self._asked(_CARDS, pack)}

    def card(self, pack: str, question: str) -> Card | None:
        rows = self._asked(f"{_CARDS} AND question.id = ?", pack, question)
        return card_of(rows[0]) if rows else None

    def tallies(self, pack: str) -> dict[str, Tally]:
        """By question; one that was never answered has none."""
        return {id: _tally_of(columns) for id, *columns in self._of_questions("tally", _TALLY, pack)}

    def tally(self, pack: str, question: str) -> Tally | None:
        rows = self._asked(f"SELECT {_TALLY} FROM tally WHERE question = ({_KEY})", pack, question)
        return _tally_of(rows[0]) if rows else None

    def count(self, pack: str) -> Count:
        """Over all time."""
        rows = self._of_questions("tally", "answers, right", pack)
        return _sum(Count(answers, right) for _id, answers, right in rows)

    def count_since(self, pack: str, start: datetime) -> Count:
        """From a full quarter of an hour on; today's with the learner's own midnight."""
        return _sum(Count(answers, right) for _quarter, answers, right in self._quarters(pack, start))

    def days(self, pack: str, start: datetime, day_of: Callable[[datetime], date]) -> dict[date, Count]:
        """By the learner's day, from `start` on; a day without answers has none.

        `day_of` tells the day of a moment in UTC; a day begins on a full quarter of an hour.
        """
        found: dict[date, Count] = {}
        for quarter, answers, right in self._quarters(pack, start):
            day = day_of(moment(quarter * QUARTER))
            before = found.get(day, Count(0, 0))
            found[day] = Count(before.answers + answers, before.right + right)
        return found

    def responses(self, pack: str) -> dict[str, dict[str, Count]]:
        """By question and response (JSON text): how often this was answered."""
        found: dict[str, dict[str, Count]] = {}
        for id, response, answers, right in self._of_questions("chosen", "response, answers, right", pack):
            found.setdefault(id, {})[response] = Count(answers, right)
        return found

    def wrong_responses(self, pack: str, question: str, revision: str) -> dict[str, int]:
        """By response (JSON text): how often one state of a question was answered wrongly with it."""
        query = f"""SELECT response, count(*) FROM attempt
            WHERE question = ({_KEY}) AND revision = ? AND NOT right AND {COUNTS} GROUP BY response"""
        return dict(self._asked(query, pack, question, revision))

    def sureness(self, pack: str) -> tuple[Sureness, ...]:
        """All that calibration needs of the answers whose certainty was asked."""
        rows = self._of_questions("sureness", "revision, probability, answers, right", pack)
        return tuple(Sureness(*row) for row in rows)

    def marks(self, pack: str) -> dict[str, Marks]:
        """By question; one without any has none."""
        rows = self._of_questions("mark", "suspended, flagged", pack)
        return {id: Marks(suspended == 1, flagged == 1) for id, suspended, flagged in rows if suspended or flagged}

    def changes(self) -> int:
        """Counts up with every change of the log."""
        return int(self._asked("SELECT changes FROM state")[0][0])

    def schedule(self) -> str:
        """The key of the scheduling that the cards come from."""
        return str(self._asked("SELECT schedule FROM state")[0][0])

    def check(self) -> str:
        """What is damaged in the file, '' where it is sound. It reads all of the file: rather in a thread."""
        return damage_of(self._connection)

    def _attempt(self, where: str, *values: object) -> Attempt | None:
        rows = self._asked(f"{ATTEMPT} WHERE {where} LIMIT 1", *values)
        return attempt_of(rows[0]) if rows else None

    def _parts(self, select: str, where: str, values: tuple[object, ...], after: int) -> Iterator[list[Any]]:
        """The rows in parts, so that no statement stays open while something is written. The number comes first."""
        query = f"{select} WHERE number > ? AND {where} ORDER BY number LIMIT {_AT_ONCE}"
        while rows := self._asked(query, after, *values):
            yield rows
            after = rows[-1][0]

    def _of_questions(self, table: str, columns: str, pack: str) -> list[Any]:
        query = f"""SELECT question.id, {columns} FROM question JOIN {table} ON {table}.question = question.key
            WHERE question.{_OF_PACK}"""
        return self._asked(query, pack)

    def _quarters(self, pack: str, start: datetime) -> list[tuple[int, int, int]]:
        query = """SELECT quarter, answers, right FROM quarter JOIN pack ON pack.key = quarter.pack
            WHERE pack.id = ? AND quarter >= ? ORDER BY quarter"""
        return self._asked(query, pack, stamp(start) // QUARTER)

    def _asked(self, query: str, *values: object) -> list[Any]:
        """The rows. Raises NotKept where the file cannot be read (any more)."""
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise NotKept("The answers cannot be read", why_not(error)) from error


def _tally_of(columns: Sequence[Any]) -> Tally:
    answers, right, at, last_right, certainty, first = columns
    return Tally(answers, right, moment(at), last_right == 1, certainty_of(certainty), first and moment(first))


def _sum(counts: Iterable[Count]) -> Count:
    answers = right = 0
    for count in counts:
        answers += count.answers
        right += count.right
    return Count(answers, right)
