"""All schedule state rebuilt beside calling fsrs alone; what is known worked out of growing logs."""

from __future__ import annotations

from datetime import UTC, timedelta
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

import fsrs

from desktop.progress.knowledge.calendar import answers_per_day
from desktop.progress.knowledge.calibration import calibration_of
from desktop.progress.knowledge.confusion import confusions_of
from desktop.progress.knowledge.mastery import Known, mastery_of
from desktop.progress.knowledge.retention import retention_of
from desktop.progress.picking import Moment, Stock, picked
from desktop.progress.rebuilding import Scheduling, rebuilt
from desktop.progress.schedule import LONGEST, STEP, Scheduler
from tests.benchmarks.filling import fill
from tests.progress.answers import START, card, graded, many
from tests.progress.builders import NOON, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.progress.attempt import Attempt
    from desktop.progress.card import Card
    from desktop.progress.rows import Graded

ANSWERS, ROUNDS, AT_MOST, GROWTH = 10_000, 7, 1.5, 2.5
LOGS = (1_000, 10_000, 100_000, 1_000_000)
STOCKS = (500, 5_000, 20_000)


def _taken(work: Callable[[], object]) -> float:
    """Seconds of the processor: on a machine with other work the clock would measure that."""
    start = process_time()
    work()
    return process_time() - start


def _alone(ratings: Sequence[tuple[str, fsrs.Rating, Attempt | Graded]]) -> dict[str, fsrs.Card]:
    """What anyone has to do who asks the package: nothing but a card for each question and its reviews."""
    scheduler = fsrs.Scheduler(
        learning_steps=[STEP], relearning_steps=[STEP], maximum_interval=LONGEST.days, enable_fuzzing=False
    )
    cards: dict[str, fsrs.Card] = {}
    for question, rating, attempt in ratings:
        card = cards.get(question)
        if card is None:
            card = fsrs.Card(card_id=0, due=attempt.at)
        cards[question], _log = scheduler.review_card(card, rating, attempt.at)
    return cards


def test_rebuilding_all_cards_costs_little_more_than_the_package_alone() -> None:
    print()
    scheduler = Scheduler()
    for count in (500, 5_000):
        log = list(many(ANSWERS, count))
        ratings = [(each.question, fsrs.Rating(each.grade or 1), each) for each in log]
        read = list(graded(log))
        ours, alone, steps = [], [], []
        for _round in range(ROUNDS):
            alone.append(_taken(lambda ratings=ratings: _alone(ratings)))  # type: ignore[misc]
            ours.append(_taken(lambda read=read: scheduler.rebuilt(read)))  # type: ignore[misc]
            steps.append(_taken(lambda log=log: _one_by_one(scheduler, log)))  # type: ignore[misc]
        ratio = median(ours) / median(alone)
        print(
            f"{len(log):,} answers to {len({each.question for each in log}):5,} questions: fsrs alone"
            f" {1000 * median(alone):4.0f} ms; all cards rebuilt {1000 * median(ours):4.0f} ms = {ratio:4.2f} x;"
            f" answer by answer {median(steps) / median(alone):4.2f} x"
        )
        assert ratio <= AT_MOST


def test_rebuilding_from_the_file_costs_little_more_than_the_package_alone(tmp_path: Path) -> None:
    """With a few answers to a question making the cards is a large part: that is told as it is, and not judged."""
    print()
    scheduler = Scheduler()
    scheduling = Scheduling(scheduler.review, scheduler.rebuilt, "fsrs")
    for count, questions in ((ANSWERS, 500), (10 * ANSWERS, 500), (ANSWERS, 5_000)):
        with opened(tmp_path / f"{count} {questions}", scheduling) as log:
            fill(log, "tea", {f"topic.question-{at}": "r1" for at in range(questions)}, count, NOON)
            ratings = [(each.question, fsrs.Rating(each.grade), each) for each in log.graded("tea")]
            alone, ours = [], []
            for _round in range(3):
                alone.append(_taken(lambda: _alone(ratings)))  # noqa: B023
                ours.append(_taken(lambda: rebuilt(log, scheduling)))
        ratio = median(ours) / median(alone)
        print(
            f"{len(ratings):7,} answers to {questions:5,} questions, {count // questions} to each: fsrs alone"
            f" {1000 * median(alone):5.0f} ms; read from the file and rebuilt {1000 * median(ours):5.0f} ms ="
            f" {ratio:4.2f} x"
        )
        assert ratio <= AT_MOST or count < 20 * questions


def _one_by_one(scheduler: Scheduler, log: Sequence[Attempt]) -> None:
    cards: dict[str, Card] = {}
    for each in log:
        cards[each.question] = scheduler.review(cards.get(each.question), each)


def test_picking_grows_no_faster_than_the_cards() -> None:
    print()
    scheduler = Scheduler()
    now = START + timedelta(days=20)
    each_of: list[float] = []
    for count in STOCKS:
        cards = {f"q{at}": card(f"q{at}", stability=5.0 + at % 50) for at in range(count)}
        facts = {name: f"fact-{at % (count // 2)}" for at, name in enumerate(cards)}
        stock = Stock(revisions=dict.fromkeys(cards, "r1"), cards=cards, facts=facts)
        moment = Moment(now=now, zone=UTC)
        times = [
            _taken(lambda: picked(stock, moment, lambda card: scheduler.recall(card, now)))  # noqa: B023
            for _round in range(ROUNDS)
        ]
        each_of.append(median(times) / count)
        print(
            f"{count:6,} cards, all due: picked in {1000 * median(times):5.1f} ms, {1e6 * each_of[-1]:4.2f} µs a card"
        )
    assert each_of[-1] <= GROWTH * each_of[0]


def test_what_is_known_is_worked_out_in_one_pass_over_any_log() -> None:
    print()
    each_of: list[float] = []
    for count in LOGS:
        log = list(many(count))
        revisions = {each.question: "r1" for each in log}
        known = {name: Known(revision="r1", labels=(name.split(".")[0],)) for name in revisions}
        views: dict[str, Callable[[], object]] = {
            "calibration": lambda: calibration_of(log, revisions),  # noqa: B023
            "mastery": lambda: mastery_of(log, known, {}, lambda _card: 1.0, UTC),  # noqa: B023
            "confusions": lambda: confusions_of(log, lambda answer: (answer.response,)),  # noqa: B023
            "days": lambda: answers_per_day(log, UTC),  # noqa: B023
            "retention": lambda: retention_of(log, UTC),  # noqa: B023
        }
        times = {name: _taken(view) for name, view in views.items()}
        each_of.append(sum(times.values()) / count)
        told = ", ".join(f"{name} {1000 * time:,.0f}" for name, time in times.items())
        print(f"{count:9,} answers: {told} ms; {1e6 * each_of[-1]:4.1f} µs an answer in all")
    assert each_of[-1] <= GROWTH * each_of[1]
