"""The learner's log as it grows: what an answer holds up the window, beside what the bare disk takes for it."""

from __future__ import annotations

import os
from collections import deque
from datetime import datetime, timedelta
from functools import partial
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks.filling import fill
from tests.progress.builders import NOON, answered, opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import FileIO
    from pathlib import Path

    from desktop.progress.log import ProgressLog

SIZES = (1_000, 10_000, 100_000, 1_000_000)
QUESTIONS = 2_000
REVISIONS = {f"q{at}": "r1" for at in range(QUESTIONS)}
ANSWERS = 60
BLOCKED = 0.050
NO_SLOWER = 3.0
YEAR = timedelta(days=365)


def full(folder: Path, count: int) -> ProgressLog:
    """A log of so many answers, 300 on each day until noon, and all that follows from them."""
    log = opened(folder)
    fill(log, "tea", REVISIONS, count, NOON)
    return log


class Taken(NamedTuple):
    """Seconds by the clock, which other work lengthens, and of the processor, which waits for no disk."""

    clock: float
    processor: float


def _taken(work: Callable[[], object]) -> Taken:
    clock, processor = perf_counter(), process_time()
    work()
    return Taken(perf_counter() - clock, process_time() - processor)


def _next_question(log: ProgressLog, at: int) -> None:
    """What stands between an answer and the next question: it is kept, all is counted, its question is read again."""
    question = f"q{at * 31 % QUESTIONS}"
    log.record(answered(question, at))
    log.count("tea")
    log.count_since("tea", NOON - timedelta(hours=12))
    log.tally("tea", question)
    log.card("tea", question)


def _all_read(log: ProgressLog) -> None:
    """What the quiz reads when it is opened."""
    log.tallies("tea")
    log.cards("tea")
    log.marks("tea")


def _all_counts(log: ProgressLog) -> None:
    """What the page of one's knowledge counts beside."""
    log.days("tea", NOON - YEAR, datetime.date)
    log.responses("tea")
    log.sureness("tea")


def _bare(folder: Path) -> float:
    """What the disk takes to keep a row's worth of bytes."""
    with (folder / "bare").open("ab", buffering=0) as file:
        return median(_taken(partial(_flushed, file)).clock for _ in range(ANSWERS))


def _flushed(file: FileIO) -> None:
    file.write(b"x" * 4_096)
    os.fsync(file.fileno())


def _measured(log: ProgressLog) -> dict[str, list[Taken]]:
    return {
        "record": [_taken(partial(log.record, answered(f"q{at * 17}", at))) for at in range(ANSWERS)],
        "next question": [_taken(partial(_next_question, log, at)) for at in range(ANSWERS)],
        "undo": [_taken(lambda: log.undo(_last(log), NOON)) for _ in range(ANSWERS)],
        "all questions": [_taken(partial(_all_read, log)) for _ in range(9)],
        "all counts": [_taken(partial(_all_counts, log)) for _ in range(9)],
        "the latest three of each": [_taken(partial(log.latest, "tea", REVISIONS)) for _ in range(9)],
    }


def test_an_answer_holds_up_the_window_no_longer_in_a_large_log(tmp_path: Path) -> None:
    print()
    next_question: list[float] = []
    for count in SIZES:
        folder = tmp_path / str(count)
        with full(folder, count) as log:
            times = _measured(log)
            size = (folder / "progress.db").stat().st_size / 2**20
        bare = _bare(folder)
        clock = {name: median(each.clock for each in found) for name, found in times.items()}
        processor = {name: median(each.processor for each in found) for name, found in times.items()}
        next_question.append(processor["next question"])
        told = "; ".join(f"{name} {1000 * clock[name]:.1f} ({1000 * processor[name]:.1f})" for name in times)
        print(
            f"{count:9,} answers, {size:4.0f} MB, ms by the clock (of the processor): {told};"
            f" record = {clock['record'] / bare:.1f} x a bare write;"
            f" next question = {next_question[-1] / next_question[0]:.2f} x that with {SIZES[0]:,}"
        )
        assert clock["record"] <= BLOCKED
        for name in ("next question", "undo", "all counts"):
            assert processor[name] <= BLOCKED, name
    assert next_question[-1] <= NO_SLOWER * next_question[1]


def _last(log: ProgressLog) -> int:
    last = log.last("tea")
    assert last is not None
    return last.number


def test_reading_the_log_for_a_rebuild_costs_no_half_of_the_scheduler(tmp_path: Path) -> None:
    """All cards anew may take 1.5 times what fsrs takes alone: this is the share of the log itself."""
    from fsrs import Card, Rating, Scheduler

    scheduler = Scheduler(enable_fuzzing=False)

    def alone() -> None:
        for question in range(40):
            card = Card(card_id=question)
            for at in range(50):
                rating = Rating.Again if at % 7 == 0 else Rating.Good
                card, _log = scheduler.review_card(card, rating, NOON + timedelta(days=at))

    print()
    whole: list[float] = []
    for count in SIZES[:3]:
        with full(tmp_path / str(count), count) as log:
            answers = sum(1 for _ in log.graded("tea"))
            every = median(_taken(lambda: deque(log.attempts("tea"), 0)).processor for _ in range(3)) / count
            whole.append(every)
            reading = median(_taken(lambda: deque(log.graded("tea"), 0)).processor for _ in range(3)) / answers
        fsrs = median(_taken(alone).processor for _ in range(5)) / 2_000
        print(
            f"{count:9,} answers: reading {1e6 * reading:4.1f} µs each = {reading / fsrs:4.2f} x fsrs alone,"
            f" {1e6 * fsrs:4.1f} µs; all that is kept of an answer {1e6 * every:4.1f} µs"
        )
        assert reading <= 0.5 * fsrs
    assert whole[-1] <= NO_SLOWER * whole[0]
