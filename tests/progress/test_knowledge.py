"""What the learner knows: mastery, misconceptions, confusions, what comes due, days, retention."""

from __future__ import annotations

from datetime import UTC, date, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from desktop.progress.attempt import Certainty, Grade, Mode
from desktop.progress.knowledge.calendar import answers_per_day
from desktop.progress.knowledge.calibration import calibration_of
from desktop.progress.knowledge.confusion import confusions_of, misconceptions_of
from desktop.progress.knowledge.forecast import due_per_day
from desktop.progress.knowledge.mastery import Known, Mastery, mastery_of
from desktop.progress.knowledge.retention import Interval, retention_of
from desktop.progress.knowledge.wilson import Counted
from tests.progress.answers import START, attempt, card, many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.progress.attempt import Attempt
    from desktop.progress.card import Card

DRINKS = {"tea": Known(revision="r1", labels=("drinks",), chance=0.25)}
MATURE = {"tea": card(stability=30.0)}
BELIEFS = {"[1]": ["it grows in bags"], "[2]": ["it is coffee", "it grows in bags"]}


def mastery(*attempts: Attempt, cards: dict[str, Card] | None = None, recall: float = 0.9) -> Mastery:
    return mastery_of(attempts, DRINKS, MATURE if cards is None else cards, lambda _card: recall, UTC)["drinks"]


def test_mastery_is_what_is_known_and_not_guessed_times_what_is_kept_of_it() -> None:
    unsure = Certainty.UNSURE
    answers = [
        attempt(certainty=unsure),
        attempt(day=1, certainty=unsure),
        attempt(day=2, right=False, certainty=unsure),
    ]
    found = mastery(*answers)
    assert found.share == pytest.approx((1 + 1 - 1 / 3) / 3)
    assert found.mastery == pytest.approx(found.share * 0.9)
    assert mastery(attempt(right=False), attempt(right=False)).share == 0
    assert mastery(attempt(score=0.625, right=False)).share == pytest.approx(0.5)
    assert mastery(attempt(certainty=Certainty.GUESS)).share == 0
    assert (mastery().share, mastery().answered) == (0, 0)


def test_the_latest_three_answers_count() -> None:
    wrong = [attempt(day=at, right=False) for at in range(9)]
    assert mastery(*wrong, *(attempt(day=10 + at) for at in range(3))).share == 1


def test_a_topic_is_the_mean_of_its_questions_and_one_never_asked_is_not_known() -> None:
    both = {name: Known(revision="r1", labels=("drinks", name)) for name in ("tea", "milk")}
    found = mastery_of([attempt()], both, MATURE, lambda _card: 0.8, UTC)
    assert (found["drinks"].questions, found["drinks"].answered) == (2, 1)
    assert found["drinks"].share == 0.5
    assert found["drinks"].mastery == pytest.approx(0.4)
    assert (found["tea"].share, found["milk"].share) == (1, 0)


def test_mastered_takes_three_right_on_two_days_no_guess_and_a_stable_memory() -> None:
    days = [attempt(day=0), attempt(day=0.01), attempt(day=8)]
    assert mastery(*days).mastered
    assert not mastery(*days[1:]).mastered
    assert not mastery(*(attempt(day=at / 100) for at in range(3))).mastered
    assert not mastery(*days[:2], attempt(day=8, certainty=Certainty.GUESS)).mastered
    assert not mastery(*days[:2], attempt(day=8, right=False)).mastered
    assert not mastery(*days, cards={"tea": card(stability=20.9)}).mastered
    assert not mastery(*days, cards={}).mastered


def test_answers_to_an_older_wording_taken_back_or_an_audiences_do_not_count() -> None:
    others = [attempt(revision="r0"), attempt(undone=START), attempt(mode=Mode.PROJECTOR), attempt("gone")]
    assert mastery(*others).answered == 0


def test_misconceptions_are_told_with_how_often_and_the_newest_first() -> None:
    answers = [
        attempt("tea", 0, right=False, response="[1]"),
        attempt("pot", 1, right=False, response="[1]"),
        attempt("tea", 3, right=False, response="[2]"),
        attempt("tea", 5, right=False, response="[2]", undone=START),
        attempt("tea", 6, right=True, response="[1]"),
        attempt("tea", 2, right=False, response="[9]"),
        attempt("cup", 4, right=False, response="[1]"),
    ]
    bags, coffee = misconceptions_of(answers, lambda answer: BELIEFS.get(answer.response, ()))
    assert (bags.misconception, bags.times, bags.questions) == ("it grows in bags", 4, frozenset({"tea", "pot", "cup"}))
    assert bags.last == START + timedelta(days=4)
    assert (coffee.misconception, coffee.times) == ("it is coffee", 1)


def test_wrong_options_are_told_with_how_often_the_most_frequent_first() -> None:
    answers = [
        attempt(day=day, right=right, response=response)
        for day, right, response in ((0, False, "1"), (3, False, "2"), (2, False, "2"), (4, True, "0"))
    ]
    found = confusions_of(answers, lambda answer: [answer.response])
    assert [(each.option, each.times) for each in found] == [("2", 2), ("1", 1)]
    assert found[0].last == START + timedelta(days=3)


def test_what_comes_due_is_told_day_by_day_with_the_overdue_today() -> None:
    cards = [card(due=START + timedelta(days=day)) for day in (-9, 0, 1.9, 2, 2.1, 3, 40)]
    found = due_per_day(cards, START, UTC, 4)
    assert [(each.day.day, each.count) for each in found] == [(2, 2), (3, 0), (4, 3), (5, 1)]
    assert due_per_day(cards, START, UTC, 0) == ()


def test_answers_are_counted_on_the_learners_days() -> None:
    answers = [attempt(day=0), attempt(day=0.5, right=False), attempt(day=0.9), attempt(day=0, undone=START)]
    found = answers_per_day(answers, UTC)
    assert [(each.day, each.right) for each in found] == [
        (date(2026, 3, 2), Counted(1, 2)),
        (date(2026, 3, 3), Counted(1, 1)),
    ]
    east = answers_per_day(answers, timezone(timedelta(hours=10)))
    assert [(each.day.day, each.right.count) for each in east] == [(2, 1), (3, 2)]


def test_retention_counts_what_came_again_after_a_day_or_more() -> None:
    answers = [
        attempt(day=0),
        attempt(day=0.5, grade=Grade.AGAIN),
        attempt(day=2, grade=Grade.HARD),
        attempt(day=12, grade=Grade.AGAIN),
        attempt(day=12.1),
        attempt(day=33.1),
        attempt(day=32, grade=Grade.AGAIN),
        attempt(day=40, grade=None),
        attempt(day=54),
    ]
    found = {(each.month.month, each.interval): each.passed for each in retention_of(answers, UTC)}
    assert found == {
        (3, Interval.DAYS): Counted(1, 1),
        (3, Interval.WEEKS): Counted(0, 1),
        (4, Interval.MATURE): Counted(2, 2),
    }


REVISIONS = {each.question: "r1" for each in many(3_000)}
KNOWN = {name: Known(revision="r1", labels=(name.split(".")[0],)) for name in REVISIONS}


@pytest.mark.parametrize(
    "view",
    [
        lambda log: calibration_of(log, REVISIONS),
        lambda log: mastery_of(log, KNOWN, {}, lambda _card: 1.0, UTC),
        lambda log: misconceptions_of(log, lambda answer: [answer.response]),
        lambda log: confusions_of(log, lambda answer: [answer.response]),
        lambda log: answers_per_day(log, UTC),
        lambda log: retention_of(log, UTC),
    ],
)
def test_one_pass_over_a_stream_is_enough(view: Callable[[Iterable[Attempt]], object]) -> None:
    assert view(many(3_000)) == view(list(many(3_000)))
    assert view(many(3_000)) != view(())
