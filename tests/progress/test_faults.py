"""Nothing that was acknowledged is lost, and what could not be kept is said and can be tried again."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, cast

import pytest

from desktop.progress import home
from desktop.progress.attempt import Grade
from desktop.progress.not_kept import NotKept
from desktop.progress.opening import open_progress
from tests.progress.builders import NOON, SCHEDULING, answered, opened
from tests.progress.test_sums import kept_beside

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.progress.log import ProgressLog

ROOT = Path(__file__).resolve().parents[2]
KILLED_ANSWERS = int(os.environ.get("KILLED_ANSWERS", "600"))
"""How many answers are given under fire; 10,000 in the long run, which takes some minutes."""


def answering(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.progress.answering", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def killed_after(folder: Path, lines: int) -> list[int]:
    """The numbers that were acknowledged, the last ones while the kill was under way."""
    with answering(str(folder)) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "\n", "nothing is to be told at the start"
        found = [child.stdout.readline() for _ in range(lines)]
        child.kill()
        found += child.stdout.readlines()
    return [int(line) for line in found if line.endswith("\n")]


def test_no_acknowledged_answer_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    random = Random(7)
    acknowledged: list[int] = []
    kills = 0
    while len(acknowledged) < KILLED_ANSWERS:
        acknowledged += killed_after(tmp_path, random.randint(0, KILLED_ANSWERS // 5))
        kills += 1
        with closing(sqlite3.connect(tmp_path / "progress.db")) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with opened(tmp_path) as log:
        there = [attempt.number for attempt in log.attempts()]
        assert set(acknowledged) <= set(there)
        assert len(there) - len(acknowledged) <= kills, "at most the one under way, each time"
        kept = kept_beside(log)
        log.rebuild()
        assert kept_beside(log) == kept


def test_while_a_second_program_answers_this_one_reads_and_goes_on_once_that_is_gone(tmp_path: Path) -> None:
    with answering(str(tmp_path)) as child:
        assert child.stdout is not None
        child.stdout.readline()
        numbers = [int(child.stdout.readline()) for _ in range(5)]
        opening = open_progress(tmp_path, SCHEDULING, NOON)
        assert "another window" in opening.said[0]
        assert {attempt.number for attempt in opening.log.attempts()} >= set(numbers)
        with pytest.raises(NotKept, match="another window"):
            opening.log.record(answered())
        child.kill()
        numbers += [int(line) for line in child.stdout.readlines() if line.endswith("\n")]
    with opening.log as log:
        assert log.record(answered()).number > numbers[-1]
        assert {attempt.number for attempt in log.attempts()} > set(numbers)


def test_a_full_disk_is_told_and_the_answer_recorded_once_there_is_room(tmp_path: Path) -> None:
    opened(tmp_path).close()
    done = answering(str(tmp_path), "400000")
    told, _error = done.communicate(timeout=60)
    assert done.returncode == 0
    _said, why, vain, counted, after = told.splitlines()
    assert why.startswith("The answer was not saved: ")
    assert "disk" in why
    assert "try again" in why
    assert vain == "again in vain"
    number, there = counted.split()
    assert int(there) == int(number) > 0
    assert after == f"{int(number) + 1} sound"
    with opened(tmp_path) as log:
        assert [attempt.number for attempt in log.attempts()] == list(range(1, int(number) + 2))


@pytest.mark.parametrize(
    "change",
    [
        lambda log: log.record(answered("new", response="x" * 50_000)),
        lambda log: log.record(answered("q1", response="x" * 50_000)),
        lambda log: log.set_marks("x" * 50_000, "q1", flagged=True),
    ],
)
def test_a_file_that_cannot_grow_keeps_what_it_has(tmp_path: Path, change: Callable[[ProgressLog], Any]) -> None:
    """SQLite's own limit of pages is met as a full disk is."""
    with opened(tmp_path) as log:
        log.record(answered())
        (pages,) = log._connection.execute("PRAGMA page_count").fetchone()
        log._connection.execute(f"PRAGMA max_page_count = {pages}")
        before, beside = list(log.attempts()), kept_beside(log)
        for _try in range(3):
            with pytest.raises(NotKept, match=r"the disk is full\. Make room, then try again"):
                change(log)
            assert (list(log.attempts()), kept_beside(log)) == (before, beside)
        log._connection.execute("PRAGMA max_page_count = 100000")
        change(log)
        assert log.check() == ""


class Failing:
    """A connection whose statement number `at` fails as a bad disk does, once."""

    def __init__(self, connection: sqlite3.Connection, at: int) -> None:
        self._connection, self._left = connection, at

    def execute(self, statement: str, values: Any = ()) -> sqlite3.Cursor:
        self._left -= 1
        if self._left == 0:
            raise sqlite3.OperationalError("disk I/O error")
        return self._connection.execute(statement, values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


def told_where_it_fails(log: ProgressLog, at: int, change: Callable[[ProgressLog], Any]) -> str:
    """What the learner is told where statement number `at` fails; '' where there are fewer and all went well."""
    sound = log._connection
    log._connection = cast("sqlite3.Connection", Failing(sound, at))
    try:
        change(log)
    except NotKept as error:
        return str(error)
    finally:
        log._connection = sound
    return ""


@pytest.mark.parametrize(
    "change",
    [
        lambda log: log.record(answered("new")),
        lambda log: log.undo(2, NOON),
        lambda log: log.regrade(2, Grade.AGAIN),
        lambda log: log.set_marks("tea", "q1", flagged=True),
        lambda log: log.reset("tea", NOON),
    ],
)
def test_wherever_the_disk_fails_all_is_as_it_was_and_the_next_try_succeeds(
    tmp_path: Path, change: Callable[[ProgressLog], Any]
) -> None:
    with opened(tmp_path) as log:
        log.record(answered("q1"))
        log.record(answered("q1"))
        before, beside = list(log.attempts()), kept_beside(log)
        failures = 0
        while told := told_where_it_fails(log, failures + 1, change):
            failures += 1
            assert "the disk reports an error" in told
            assert (list(log.attempts()), kept_beside(log)) == (before, beside)
        assert failures > 3
        assert (list(log.attempts()), kept_beside(log), log.marks("tea")) != (before, beside, {})


def test_another_program_in_the_file_holds_up_an_answer_for_a_moment_only(tmp_path: Path) -> None:
    with opened(tmp_path) as log, closing(sqlite3.connect(tmp_path / "progress.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotKept, match="another program is using the file"):
            log.record(answered())
        other.execute("ROLLBACK")
        assert log.record(answered()).number == 1


def test_what_is_recorded_is_on_the_disk_and_not_on_its_way(tmp_path: Path) -> None:
    """With less, the power failing takes acknowledged answers with it; a test cannot turn the power off."""
    with opened(tmp_path) as log:
        found = [log._connection.execute(f"PRAGMA {name}").fetchone() for name in ("journal_mode", "synchronous")]
        assert found == [("wal",), (2,)]
        (wait,) = log._connection.execute("PRAGMA busy_timeout").fetchone()
        assert wait <= 100


def read_only(*_arguments: object) -> None:
    raise OSError(30, "Read-only file system")


def test_in_a_folder_that_may_only_be_read_all_is_seen_and_nothing_kept_until_it_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a write-protected stick: SQLite may not lay its two files beside ours."""
    with opened(tmp_path) as log:
        log.record(answered())
    (tmp_path / "progress.db-wal").touch()  # as an attempt leaves it that then found no room
    before = sorted(tmp_path.iterdir())
    connect = sqlite3.connect

    def no_place(file: str, **more: Any) -> sqlite3.Connection:
        if "immutable" not in file:
            raise sqlite3.OperationalError("unable to open database file")
        return cast("sqlite3.Connection", connect(file, **more))

    with monkeypatch.context() as patched:
        patched.setattr(home, "_take", read_only)
        patched.setattr(sqlite3, "connect", no_place)
        opening = open_progress(tmp_path, SCHEDULING, NOON)
        assert "may only be read" in opening.said[0]
        assert opening.log.count("tea").answers == 1
        for _try in range(2):
            with pytest.raises(NotKept, match=r"may only be read\. Allow writing there, then try again"):
                opening.log.record(answered())
        assert sorted(tmp_path.iterdir()) == before
    with opening.log as log:
        assert log.record(answered()).number == 2
        assert log.count("tea").answers == 2


def test_a_folder_that_may_only_be_read_and_has_no_log_leaves_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home, "_take", read_only)
    opening = open_progress(tmp_path, SCHEDULING, NOON)
    with opening.log as log:
        assert "may only be read" in opening.said[0]
        assert "in memory only" in opening.said[0]
        assert log.record(answered()).number == 1
