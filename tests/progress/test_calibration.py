"""The Brier score against its closed form, its parts against each other, intervals against known values."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.progress.attempt import Attempt, Certainty, Mode
from desktop.progress.knowledge.calibration import ENOUGH, Verdict, brier_of, calibration_of
from desktop.progress.knowledge.marks import mark_of
from desktop.progress.knowledge.wilson import Counted
from tests.progress.answers import PROBABILITIES, attempt

NOW = {"tea": "r1"}


def told(certainty: Certainty, right: bool, probability: float | None = None) -> Attempt:
    return attempt(certainty=certainty, right=right, probability=probability or PROBABILITIES[certainty])


def many_told(certainty: Certainty, right: int, count: int) -> list[Attempt]:
    return [told(certainty, at < right) for at in range(count)]


def test_the_score_of_simulated_answers_is_that_of_the_closed_form() -> None:
    """1,000 answers: the mean of (forecast - outcome)², summed one by one, here in another order."""
    random = Random(7)
    answers = [
        told(each, random.random() < 0.5, 1 / random.randint(2, 6) if each is Certainty.GUESS else None)
        for each in random.choices(list(Certainty), k=1_000)
    ]
    closed = sum((float(each.probability or 0) - each.right) ** 2 for each in reversed(answers)) / len(answers)
    found = calibration_of(iter(answers), NOW)
    assert found.brier is not None
    assert found.brier.score == pytest.approx(closed, abs=1e-12)
    assert found.right.count == 1_000


def test_a_perfectly_calibrated_learner_scores_what_the_forecasts_leave_open() -> None:
    """With a share of p right among those told p, the score is the mean of p (1 - p), and reliability is nothing."""
    answers = [
        *many_told(Certainty.GUESS, 25, 100),
        *many_told(Certainty.UNSURE, 60, 100),
        *many_told(Certainty.FAIRLY_SURE, 75, 100),
        *many_told(Certainty.CERTAIN, 95, 100),
    ]
    brier = calibration_of(answers, NOW).brier
    assert brier is not None
    assert brier.reliability == pytest.approx(0, abs=1e-15)
    assert brier.score == pytest.approx((0.25 * 0.75 + 0.6 * 0.4 + 0.75 * 0.25 + 0.95 * 0.05) / 4)


GROUPS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 500), st.integers(0, 500)).map(
        lambda each: (each[0], Counted(each[1], each[1] + each[2]))
    ),
    max_size=30,
)


@given(GROUPS)
def test_the_parts_of_the_score_add_up(groups: list[tuple[float, Counted]]) -> None:
    brier = brier_of(groups)
    if not sum(counted.count for _forecast, counted in groups):
        assert brier is None
        return
    assert brier is not None
    assert brier.score == pytest.approx(brier.reliability - brier.resolution + brier.uncertainty, abs=1e-12)
    assert brier.reliability >= 0
    assert 0 <= brier.resolution <= brier.uncertainty + 1e-12


@pytest.mark.parametrize(
    ("hits", "count", "low", "high"),
    [
        # Newcombe 1998, table I, method 3: the score interval without continuity correction, to four places
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_intervals_are_those_of_the_literature(hits: int, count: int, low: float, high: float) -> None:
    assert Counted(hits, count).interval == pytest.approx((low, high), abs=5e-5)
    mirrored = Counted(count - hits, count).interval
    assert mirrored == pytest.approx((1 - high, 1 - low), abs=5e-5)


@given(st.integers(0, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_share_lies_in_its_interval(hits_of_count: tuple[int, int]) -> None:
    counted = Counted(*hits_of_count)
    low, high = counted.interval
    assert 0 <= low <= counted.share <= high <= 1


def test_the_diagram_has_a_point_for_each_certainty_with_its_mean_forecast() -> None:
    answers = [told(Certainty.GUESS, True, 0.5), told(Certainty.GUESS, False, 0.25), told(Certainty.CERTAIN, True)]
    guess, certain = calibration_of(answers, NOW).bins
    assert (guess.certainty, guess.forecast, guess.right) == (Certainty.GUESS, 0.375, Counted(1, 2))
    assert (certain.certainty, certain.forecast, certain.right) == (Certainty.CERTAIN, 0.95, Counted(1, 1))


@pytest.mark.parametrize(
    ("certainty", "right", "count", "verdict"),
    [
        (Certainty.CERTAIN, 0, ENOUGH - 1, Verdict.TOO_FEW),
        (Certainty.CERTAIN, 15, ENOUGH, Verdict.OVERCONFIDENT),
        (Certainty.UNSURE, ENOUGH, ENOUGH, Verdict.UNDERCONFIDENT),
        (Certainty.FAIRLY_SURE, 23, ENOUGH, Verdict.WITHIN_CHANCE),
    ],
)
def test_a_verdict_needs_thirty_answers_and_more_than_chance(
    certainty: Certainty, right: int, count: int, verdict: Verdict
) -> None:
    found = calibration_of(many_told(certainty, right, count), NOW)
    assert found.verdict is verdict
    assert found.overconfidence == pytest.approx(PROBABILITIES[certainty] - right / count)


def test_what_says_nothing_about_the_learner_now_is_left_out() -> None:
    left_out = [
        attempt(revision="r0"),
        attempt("coffee"),
        attempt(undone=datetime(2026, 3, 3, tzinfo=UTC)),
        attempt(mode=Mode.PROJECTOR),
        attempt(certainty=None, probability=None),
    ]
    found = calibration_of(left_out, NOW)
    assert (found.brier, found.bins, found.verdict, found.right.count) == (None, (), Verdict.TOO_FEW, 0)
    assert (found.marks.total, found.marks.count, found.marks.average) == (0, 0, 0.0)


def test_marks_reward_most_who_tells_the_truth() -> None:
    assert [mark_of(True, each) for each in (0.5, 0.6, 0.75, 0.95)] == [1, 1, 2, 3]
    assert [mark_of(False, each) for each in (0.5, 0.6, 0.75, 0.95)] == [0, 0, -2, -6]
    for level, low, high in ((0.5, 0, 0.66), (0.75, 0.67, 0.79), (0.95, 0.81, 1)):
        for p in (low, high):
            worth = {each: p * mark_of(True, each) + (1 - p) * mark_of(False, each) for each in (0.5, 0.75, 0.95)}
            assert max(worth, key=lambda each: worth[each]) == level
    answers = [told(Certainty.CERTAIN, True), told(Certainty.CERTAIN, False), told(Certainty.GUESS, True)]
    marks = calibration_of(answers, NOW).marks
    assert (marks.total, marks.count) == (-2, 3)
    assert marks.average == pytest.approx(-2 / 3)
