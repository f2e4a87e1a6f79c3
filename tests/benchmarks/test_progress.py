"""The learner's log as it grows: what an answer holds up the window, beside what the bare disk takes for it."""

from __future__ import annotations

import os
from datetime import timedelta
from functools import partial
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from desktop.progress.log import ProgressLog
from desktop.progress.rebuilding import folded, rebuilt
from tests.progress.builders import NOON, SCHEDULING, answered, opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SIZES = (1_000, 10_000, 100_000, 1_000_000)
QUESTIONS = 2_000
ANSWERS = 60
BLOCKED = 0.050
NO_SLOWER = 3.0
YEAR = timedelta(days=365)

FILL = f"""
    WITH RECURSIVE at (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM at WHERE number < ?)
    INSERT INTO attempt (number, pack, question, revision, at, mode, round, response, score, right, certainty,
                         probability, took, grade, overridden, undone)
    SELECT number, 1, 1 + number * 7919 % {QUESTIONS}, 'r1', ? + number * 300000000, 'practice',
           'round ' || (number / 20), '["' || char(97 + number % 7 % 4) || '"]', number % 7 > 0, number % 7 > 0, 'certain',
           0.95, 4000, iif(number % 7 > 0, 3, 1), 0, iif(number % 50 = 0, 1, NULL)
    FROM at
"""


def full(folder: Path, count: int) -> ProgressLog:
    """A log of so many answers, one each five minutes until noon, and all that follows from them."""
    log = opened(folder)
    for at in range(QUESTIONS):
        log._keys("tea", f"q{at}")
    start = round((NOON - timedelta(minutes=5 * count)).timestamp() * 1_000_000)
    log._connection.execute(FILL, (count, start))
    log.rebuild()
    return log


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _next_question(log: ProgressLog, at: int) -> None:
    """What stands between an answer and the next question: it is kept, everything is counted, all cards are read."""
    log.record(answered(f"q{at * 31 % QUESTIONS}", at))
    log.count("tea")
    log.count_since("tea", NOON - timedelta(hours=12))
    log.tallies("tea")
    log.cards("tea")
    log.marks("tea")


def _everything_known(log: ProgressLog) -> None:
    """What the page of one's knowledge counts."""
    log.days("tea", NOON - YEAR)
    log.responses("tea")
    log.sureness("tea")


def _bare(folder: Path) -> float:
    """What the disk takes to keep a row's worth of bytes."""
    handle = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        return median(_seconds(lambda: (os.write(handle, b"x" * 4_096), os.fsync(handle))) for _ in range(ANSWERS))
    finally:
        os.close(handle)


def test_an_answer_holds_up_the_window_no_longer_in_a_large_log(tmp_path: Path) -> None:
    print()
    medians: list[float] = []
    for count in SIZES:
        folder = tmp_path / str(count)
        with full(folder, count) as log:
            times = {
                "record": [_seconds(partial(log.record, answered(f"q{at * 17}", at))) for at in range(ANSWERS)],
                "next question": [_seconds(partial(_next_question, log, at)) for at in range(ANSWERS)],
                "undo": [_seconds(lambda: log.undo(_last(log), NOON)) for _ in range(ANSWERS)],
                "what is known": [_seconds(partial(_everything_known, log)) for _ in range(5)],
            }
            size = log._home.file.stat().st_size / 2**20 if log._home else 0
        bare = _bare(folder)
        medians.append(median(times["next question"]))
        told = "; ".join(
            f"{name} {1000 * median(each):5.1f} ms = {median(each) / bare:5.1f} x (at most {1000 * max(each):5.1f})"
            for name, each in times.items()
        )
        print(f"{count:9,} answers, {size:5.0f} MB: a bare write {1000 * bare:4.1f} ms; {told}")
        for name, each in times.items():
            assert median(each) <= BLOCKED, name
    assert medians[-1] <= NO_SLOWER * medians[1]


def _last(log: ProgressLog) -> int:
    last = log.last("tea")
    assert last is not None
    return last.number


def test_rebuilding_all_cards_costs_little_more_than_reviewing_alone(tmp_path: Path) -> None:
    with full(tmp_path, 100_000) as log:
        attempts = list(log.graded())
        of_question = [[each for each in attempts if each.question == f"q{at}"] for at in range(20)]
        bare = [process_time()]
        for each in of_question * 50:
            folded(SCHEDULING.review, each)
        bare.append(process_time())
        reviews = 50 * sum(map(len, of_question))
        start = process_time()
        rebuilt(log, SCHEDULING)
        own = (process_time() - start) / len(attempts)
    alone = (bare[1] - bare[0]) / reviews
    print(f"\nrebuilding {1e6 * own:4.1f} µs an answer; the review of the tests alone {1e6 * alone:4.1f} µs")
