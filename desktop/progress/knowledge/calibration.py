"""Whether the learner is right as often as the certainty promised: Brier score, its parts, reliability diagram."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.progress.attempt import Certainty
from desktop.progress.counting import is_own
from desktop.progress.knowledge.marks import MarkSum, marks_of
from desktop.progress.knowledge.wilson import Counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from desktop.progress.attempt import Attempt

ENOUGH = 30
"""Answers under which nothing is said of the learner."""


class Verdict(StrEnum):
    """What the answers say in all. Too few say nothing; within chance is not yet a proof of good calibration."""

    TOO_FEW = "too-few"
    OVERCONFIDENT = "overconfident"
    UNDERCONFIDENT = "underconfident"
    WITHIN_CHANCE = "within-chance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brier:
    """The Brier score, from 0 (best) to 1, and its parts: `score` = `reliability` - `resolution` + `uncertainty`.

    `reliability`: how far the share of right answers lies from the forecasts (0 is best). `resolution`: how far the
    forecasts tell right from wrong answers apart (more is better). `uncertainty`: what the score would be for one who
    always told the overall share.
    """

    score: float
    reliability: float
    resolution: float
    uncertainty: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """A point of the reliability diagram: all answers of one certainty, with their mean forecast (0 to 1)."""

    certainty: Certainty
    forecast: float
    right: Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """All of it. `brier` is None and `forecast` 0 where there is no answer; `bins` go from guess to certain.

    `marks` are certainty-based ones: another view of the same answers.
    """

    right: Counted
    forecast: float
    brier: Brier | None
    bins: tuple[Bin, ...]
    verdict: Verdict
    marks: MarkSum

    @property
    def overconfidence(self) -> float:
        """Mean forecast minus share of right answers: above 0 too sure, below 0 not sure enough."""
        return self.forecast - self.right.share


def told_attempts(attempts: Iterable[Attempt], revisions: Mapping[str, str]) -> Iterator[Attempt]:
    """The learner's own standing answers, with their certainty told, to questions as they are now.

    `revisions` has the present revision by question: answers to an older wording say nothing about this one.
    """
    return (attempt for attempt in attempts if tells_certainty(attempt, revisions))


def tells_certainty(attempt: Attempt, revisions: Mapping[str, str]) -> bool:
    """Whether it is one of `told_attempts`."""
    return (
        attempt.certainty is not None
        and attempt.probability is not None
        and is_own(attempt)
        and revisions.get(attempt.question) == attempt.revision
    )


class CalibrationTally:
    """The calibration while answers stream by."""

    def __init__(self, revisions: Mapping[str, str]) -> None:
        """`revisions` as in `told_attempts`."""
        self._revisions = revisions
        self._tallies: dict[tuple[Certainty, float], list[int]] = {}

    def add(self, attempt: Attempt) -> bool:
        """Take an answer in; whether it tells anything."""
        if not tells_certainty(attempt, self._revisions):
            return False
        assert attempt.certainty is not None
        assert attempt.probability is not None
        self.put(attempt.certainty, attempt.probability, attempt.right, 1)
        return True

    def put(self, certainty: Certainty, probability: float, right: int, answers: int) -> None:
        """Take so many answers in that tell something and are alike in certainty, of which so many were right."""
        tally = self._tallies.setdefault((certainty, probability), [0, 0])
        tally[0] += right
        tally[1] += answers

    def result(self) -> Calibration:
        """The calibration of the answers so far."""
        counted = {key: Counted(*tally) for key, tally in self._tallies.items()}
        by_forecast = [(forecast, count) for (_certainty, forecast), count in counted.items()]
        right = sum(counted.values(), Counted(0, 0))
        forecast = _mean_forecast(counted)
        return Calibration(
            right=right,
            forecast=forecast,
            brier=brier_of(by_forecast),
            bins=tuple(_bins(counted)),
            verdict=_verdict(right, forecast),
            marks=marks_of(by_forecast),
        )


def calibration_of(attempts: Iterable[Attempt], revisions: Mapping[str, str]) -> Calibration:
    """The calibration of all answers that tell it, in one pass."""
    tally = CalibrationTally(revisions)
    for attempt in attempts:
        tally.add(attempt)
    return tally.result()


def brier_of(groups: Iterable[tuple[float, Counted]]) -> Brier | None:
    """The score of answers in groups of one forecast (0 to 1) and how many of them were right; None for no answer.

    Brier 1950, split after Murphy 1973. The groups are joined by their exact forecasts, so the parts add up.
    """
    joined: dict[float, Counted] = {}
    for forecast, counted in groups:
        joined[forecast] = joined.get(forecast, Counted(0, 0)) + counted
    whole = sum(joined.values(), Counted(0, 0))
    if not whole.count:
        return None
    score = reliability = resolution = 0.0
    for forecast, counted in joined.items():
        wrong = counted.count - counted.hits
        score += counted.hits * (1 - forecast) ** 2 + wrong * forecast**2
        reliability += counted.count * (forecast - counted.share) ** 2
        resolution += counted.count * (counted.share - whole.share) ** 2
    return Brier(
        score=score / whole.count,
        reliability=reliability / whole.count,
        resolution=resolution / whole.count,
        uncertainty=whole.share * (1 - whole.share),
    )


def _bins(counted: Mapping[tuple[Certainty, float], Counted]) -> Iterator[Bin]:
    for certainty in Certainty:
        mine = {key: count for key, count in counted.items() if key[0] is certainty}
        if mine:
            right = sum(mine.values(), Counted(0, 0))
            yield Bin(certainty=certainty, forecast=_mean_forecast(mine), right=right)


def _mean_forecast(counted: Mapping[tuple[Certainty, float], Counted]) -> float:
    count = sum(each.count for each in counted.values())
    return sum(forecast * each.count for (_certainty, forecast), each in counted.items()) / count if count else 0.0


def _verdict(right: Counted, forecast: float) -> Verdict:
    """Over or under only where the mean forecast lies outside the interval of the share."""
    if right.count < ENOUGH:
        return Verdict.TOO_FEW
    low, high = right.interval
    if low <= forecast <= high:
        return Verdict.WITHIN_CHANCE
    return Verdict.OVERCONFIDENT if forecast > high else Verdict.UNDERCONFIDENT
