"""The log of answers. What it says is recorded is on the disk; cards and sums change in the same moment."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from desktop.progress.attempt import LONGEST_TOOK, Answered, Attempt, Mode
from desktop.progress.backups import Backups
from desktop.progress.not_kept import NEWER, NotKept, why_not
from desktop.progress.reading import Marks, Reading
from desktop.progress.rebuilding import Rebuilt, Scheduling, rebuilt
from desktop.progress.rows import ANSWERED, CARD, GRADED, MOVES_A_CARD, all_graded, row_of, row_of_card, stamp
from desktop.progress.schema import STEPS, version_of
from desktop.progress.sums import count, count_anew, find_ends

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from desktop.progress.attempt import Grade
    from desktop.progress.card import Card
    from desktop.progress.home import Home

_PUT_CARD = f"INSERT OR REPLACE INTO card (question, {CARD}) VALUES ({', '.join('?' * 10)})"
_PUT_ATTEMPT = f"INSERT INTO attempt (pack, question, {ANSWERED}) VALUES ({', '.join('?' * 14)})"
_ANSWERED = tuple(field.name for field in fields(Answered))


class ProgressLog(Reading):
    """For one thread of the one instance that writes; opening.py makes it.

    Every change is whole and on the disk when the method returns, or raises NotKept and nothing is changed: the same
    call may be made again later.
    """

    def __init__(
        self, connection: sqlite3.Connection, scheduling: Scheduling, home: Home | None = None, hindrance: str = ""
    ) -> None:
        """`home` is None for a log in memory. `hindrance` is why nothing can be written for now, '' where it can."""
        super().__init__(connection)
        self._scheduling, self._home, self._hindrance = scheduling, home, hindrance

    @property
    def writable(self) -> bool:
        return not self._hindrance

    @property
    def backups(self) -> Backups | None:
        """For any thread. None where there is nothing to copy: in memory, and where another instance sees to it."""
        return Backups(self._home) if self._home and self.writable else None

    @property
    def stale(self) -> bool:
        """Whether the cards come from another scheduling: `rebuilt` in a thread, then `adopt` makes them anew."""
        return self.schedule() != self._scheduling.key

    def close(self) -> None:
        super().close()
        if self._home:
            self._home.release()

    def reader(self) -> Reading:
        """For another thread, which closes it; to be called there. Raises NotKept."""
        if self._home is None:
            raise NotKept("The answers cannot be read", "they are in the memory of this window only.")
        try:
            return Reading(self._home.reader())
        except sqlite3.Error as error:
            raise NotKept("The answers cannot be read", why_not(error)) from error

    def record(self, answered: Answered) -> Attempt:
        """Keep an answer. It takes a minute at most (`LONGEST_TOOK`)."""
        with self._change("The answer was not saved"):
            return self._put(answered)

    def take_over(self, other: Reading) -> None:
        """Keep what stands in another log, after what is here: its answers in their order, and its marks."""
        with self._change("The answers were not saved"):
            for attempt in other.attempts():
                if attempt.undone is None:
                    self._put(Answered(**{name: getattr(attempt, name) for name in _ANSWERED}))
            for pack in other.packs():
                for question, marks in other.marks(pack).items():
                    self._put_marks(pack, question, marks)

    def undo(self, number: int, now: datetime) -> Attempt:
        """Take an answer back; one taken back already stays so. Raises KeyError for a number that is none."""
        return self._set_undone(number, now)

    def redo(self, number: int) -> Attempt:
        """Bring back what was taken back."""
        return self._set_undone(number, None)

    def regrade(self, number: int, grade: Grade) -> Attempt:
        """The learner's own grade in place of the one that was worked out."""
        with self._change("The grade was not saved"):
            attempt = replace(self.attempt(number), grade=grade, overridden=True)
            self._connection.execute("UPDATE attempt SET grade = ?, overridden = 1 WHERE number = ?", (grade, number))
            _pack, question = self._keys(attempt.pack, attempt.question)
            find_ends(self._connection, question)
            self._fold(question)
            self._touch(question)
        return attempt

    def set_marks(
        self, pack: str, question: str, *, suspended: bool | None = None, flagged: bool | None = None
    ) -> Marks:
        """Suspend or flag a question, or no longer; None leaves it as it is."""
        with self._change("The mark was not saved"):
            before = self.marks(pack).get(question, Marks())
            marks = Marks(
                before.suspended if suspended is None else suspended, before.flagged if flagged is None else flagged
            )
            self._put_marks(pack, question, marks)
        return marks

    def reset(self, pack: str | None, now: datetime) -> None:
        """Forget all of a pack, or of every pack, after a backup; where none can be made nothing is forgotten."""
        what = "Nothing was reset"
        self._become_writable(what)
        if self.backups:
            self.backups.make_of(self._connection, now)
        with self._change(what):
            packs = "SELECT key FROM pack WHERE id = ?1 OR ?1 IS NULL"
            for table in ("mark", "card", "tally", "chosen", "sureness"):
                questions = f"SELECT key FROM question WHERE pack IN ({packs})"
                self._connection.execute(f"DELETE FROM {table} WHERE question IN ({questions})", (pack,))
            for table in ("attempt", "quarter", "question"):
                self._connection.execute(f"DELETE FROM {table} WHERE pack IN ({packs})", (pack,))
            self._connection.execute("UPDATE state SET changes = changes + 1")

    def use(self, scheduling: Scheduling) -> None:
        """From now on answers move cards so; the cards there are become stale where the key is another one."""
        self._scheduling = scheduling

    def adopt(self, made: Rebuilt) -> None:
        """Take over cards that were worked out from this log; what was answered since then is worked out once more.

        Cards of a scheduling that is no longer in use are left alone.
        """
        if made.key != self._scheduling.key:
            return
        with self._change("The schedule was not saved"):
            known = self._questions()
            self._connection.execute("DELETE FROM card")
            for id, card in made.cards.items():
                key, touched = known.get(id, (0, 0))
                if key and touched <= made.changes:
                    self._put_card(key, card)
            for key, touched in known.values():
                if touched > made.changes:
                    self._fold(key)
            self._connection.execute("UPDATE state SET schedule = ?", (made.key,))

    def rebuild(self) -> None:
        """All cards and sums anew from the log, here and now: seconds to minutes after a million answers."""
        with self._change("Nothing was worked out anew"):
            count_anew(self._connection)
        made = rebuilt(self, self._scheduling)
        if made:
            self.adopt(made)

    def _set_undone(self, number: int, undone: datetime | None) -> Attempt:
        with self._change("Nothing was taken back" if undone else "Nothing was brought back"):
            before = self.attempt(number)
            if (before.undone is None) == (undone is None):
                return before
            at = undone and stamp(undone)
            self._connection.execute("UPDATE attempt SET undone = ? WHERE number = ?", (at, number))
            pack, question = self._keys(before.pack, before.question)
            count(self._connection, pack, question, before, -1 if undone else 1)
            self._fold(question)
            self._touch(question)
        return replace(before, undone=undone)

    @contextmanager
    def _change(self, what: str) -> Iterator[None]:
        """All that is written inside, or nothing and NotKept; `what` was to be done."""
        self._become_writable(what)
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self._connection.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            raise NotKept(what, why_not(error)) from error
        except NotKept as error:
            raise NotKept(what, error.why) from error
        finally:
            with suppress(sqlite3.Error):  # SQLite has rolled back by itself after some errors
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def _become_writable(self, what: str) -> None:
        """What hindered at the start may be over: the other window closed, the folder open to writing."""
        if not self._hindrance or self._home is None:
            return
        try:
            self._home.claim()
            connection = self._home.writer()
        except (sqlite3.Error, OSError) as error:
            self._home.release()
            raise NotKept(what, why_not(error)) from error
        if version_of(connection) != len(STEPS):
            connection.close()
            self._home.release()
            raise NotKept(what, NEWER)
        self._connection.close()
        self._connection, self._hindrance = connection, ""

    def _keys(self, pack: str, question: str) -> tuple[int, int]:
        """The rows' keys of both, made where they are new."""
        keys = "SELECT pack.key, question.key FROM pack JOIN question ON question.pack = pack.key"
        asked = f"{keys} WHERE pack.id = ? AND question.id = ?"
        found = self._asked(asked, pack, question)
        if not found:
            self._connection.execute("INSERT OR IGNORE INTO pack (id) VALUES (?)", (pack,))
            put = "INSERT INTO question (pack, id) SELECT key, ? FROM pack WHERE id = ?"
            self._connection.execute(put, (question, pack))
            found = self._asked(asked, pack, question)
        pack_key, question_key = found[0]
        return pack_key, question_key

    def _questions(self) -> dict[tuple[str, str], tuple[int, int]]:
        """Key and last change of every question, by pack and question."""
        query = "SELECT pack.id, question.id, question.key, touched FROM question JOIN pack ON pack.key = question.pack"
        return {(pack, question): (key, touched) for pack, question, key, touched in self._asked(query)}

    def _put(self, answered: Answered) -> Attempt:
        # A lone surrogate, as a keyboard may give it, is no text to SQLite; so written it means the same in JSON.
        response = answered.response.encode(errors="backslashreplace").decode()
        answered = replace(answered, response=response, took=min(answered.took, LONGEST_TOOK))
        pack, question = self._keys(answered.pack, answered.question)
        number = self._connection.execute(_PUT_ATTEMPT, (pack, question, *row_of(answered))).lastrowid or 0
        attempt = Attempt(number=number, **{name: getattr(answered, name) for name in _ANSWERED})
        count(self._connection, pack, question, attempt, 1)
        if attempt.grade is not None and attempt.mode is not Mode.PROJECTOR:
            card = self.card(attempt.pack, attempt.question)
            self._put_card(question, self._scheduling.review(card, attempt))
        self._touch(question)
        return attempt

    def _put_marks(self, pack: str, question: str, marks: Marks) -> None:
        _pack, key = self._keys(pack, question)
        self._connection.execute("INSERT OR REPLACE INTO mark VALUES (?, ?, ?)", (key, *marks))
        self._touch(key)

    def _touch(self, question: int) -> None:
        self._connection.execute("UPDATE state SET changes = changes + 1")
        self._connection.execute("UPDATE question SET touched = (SELECT changes FROM state) WHERE key = ?", (question,))

    def _put_card(self, question: int, card: Card) -> None:
        self._connection.execute(_PUT_CARD, (question, *row_of_card(card)))

    def _fold(self, question: int) -> None:
        """The card of one question anew, from all its answers."""
        names = dict(self._asked("SELECT key, id FROM question WHERE key = ?", question))
        rows = self._asked(f"{GRADED} WHERE question = ? AND {MOVES_A_CARD} ORDER BY number", question)
        self._connection.execute("DELETE FROM card WHERE question = ?", (question,))
        for card in self._scheduling.rebuilt(all_graded(rows, names)).values():
            self._put_card(question, card)
