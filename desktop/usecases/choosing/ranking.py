"""What fits the answers that were given, in order, and why: every point and every ruling-out has its reason.

A weight says how much a question counts. It scales the points of its answer and nothing else: a ruling-out is no
matter of more or less (what only writes cannot draw, however little that counts), so it stays at any weight, even at 0.
It is lifted by taking the answer back.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, groupby
from math import isfinite
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.catalog.problems import Guess

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from desktop.catalog.entities.usecases import Chooser, ChooserAnswer, ChooserQuestion, Effect, Outcome

ORDINARY, MOST = 1.0, 10.0
_EXACT = 6  # digits after the point: 0.1 + 0.2 and 0.3 are a tie
_NO_WEIGHTS: Mapping[str, float] = MappingProxyType({})


class NoSuchChoice(ValueError):
    """A question, answer or weight that cannot be; the message says so in words, with what there is."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that was given, and how much its question counts: 0 not at all, 1 as usual, 2 double."""

    question: ChooserQuestion
    answer: ChooserAnswer
    weight: float = ORDINARY


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: an effect of a given answer. `points` are its weight times that of the question; 0 where it rules out."""

    given: Given
    effect: Effect
    points: float


@dataclass(frozen=True, slots=True)
class Standing:
    """An outcome and all that the answers say of it. The score is the sum of the points."""

    outcome: Outcome
    score: float
    speaks_for: tuple[Reason, ...] = ()
    speaks_against: tuple[Reason, ...] = ()
    ruled_out_by: tuple[Reason, ...] = ()

    @property
    def is_spoken_of(self) -> bool:
        """Whether any given answer says something of it."""
        return bool(self.speaks_for or self.speaks_against or self.ruled_out_by)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Every outcome of the chooser, once: in its place, unknown, or ruled out.

    `fitting` are places from the best, each with all that share it (a tie); all have more for than against them.
    `doubtful` have as much or more against them. Of the `unspoken` no given answer says anything: not good, not bad.
    """

    given: tuple[Given, ...]
    unanswered: tuple[ChooserQuestion, ...]
    fitting: tuple[tuple[Standing, ...], ...]
    doubtful: tuple[Standing, ...]
    unspoken: tuple[Standing, ...]
    ruled_out: tuple[Standing, ...]

    @property
    def standings(self) -> Iterator[Standing]:
        """All of them, those that fit ahead."""
        return chain(*self.fitting, self.doubtful, self.unspoken, self.ruled_out)


def ranked(chooser: Chooser, answers: Mapping[str, str], weights: Mapping[str, float] = _NO_WEIGHTS) -> Ranking:
    """The ranking for answers by question id, in whatever order they come. Raises NoSuchChoice, in words."""
    given = _given(chooser, answers, weights)
    reasons = _reasons(given)
    standings = [_standing(outcome, reasons.get(outcome.id, ())) for outcome in chooser.outcomes]
    standing = [each for each in standings if each.is_spoken_of and not each.ruled_out_by]
    return Ranking(
        given=given,
        unanswered=tuple(each for each in chooser.questions if each.id not in answers),
        fitting=_places(each for each in standing if each.score > 0),
        doubtful=tuple(chain(*_places(each for each in standing if each.score <= 0))),
        unspoken=tuple(each for each in standings if not each.is_spoken_of),
        ruled_out=tuple(each for each in standings if each.ruled_out_by),
    )


def _given(chooser: Chooser, answers: Mapping[str, str], weights: Mapping[str, float]) -> tuple[Given, ...]:
    """The answers in the order of the questions."""
    questions = {each.id: each for each in chooser.questions}
    for id in (*answers, *weights):
        if id not in questions:
            raise NoSuchChoice(_no_such("there is no question", id, questions))
    for id, weight in weights.items():
        if not (isfinite(weight) and 0 <= weight <= MOST):
            raise NoSuchChoice(f"'{id}' cannot count {weight:g} times: give a number from 0 to {MOST:g}")
    return tuple(
        Given(question, _answer(question, answers[id]), float(weights.get(id, ORDINARY)))
        for id, question in questions.items()
        if id in answers
    )


def _answer(question: ChooserQuestion, id: str) -> ChooserAnswer:
    known = {each.id: each for each in question.answers}
    if id not in known:
        raise NoSuchChoice(_no_such(f"the question '{question.id}' has no answer", id, known))
    return known[id]


def _no_such(words: str, id: str, known: Collection[str]) -> str:
    hint = str(Guess(id, known))
    return f"{words} '{id}'" + (f": {hint}" if hint else "") + f" (there are: {', '.join(known)})"


def _reasons(given: tuple[Given, ...]) -> dict[str, list[Reason]]:
    """What the answers say of each outcome that they speak of, in the order of the questions."""
    found: dict[str, list[Reason]] = {}
    for each in given:
        for effect in each.answer.effects:
            points = 0.0 if effect.rules_out else effect.weight * each.weight
            found.setdefault(effect.outcome, []).append(Reason(each, effect, points))
    return found


def _standing(outcome: Outcome, reasons: Sequence[Reason]) -> Standing:
    return Standing(
        outcome=outcome,
        score=round(sum(each.points for each in reasons), _EXACT) + 0.0,
        speaks_for=tuple(each for each in reasons if each.points > 0),
        speaks_against=tuple(each for each in reasons if each.points < 0),
        ruled_out_by=tuple(each for each in reasons if each.effect.rules_out),
    )


def _places(standings: Iterator[Standing]) -> tuple[tuple[Standing, ...], ...]:
    """From the highest score; those with the same score share a place, in the order of the pack."""
    ordered = sorted(standings, key=lambda each: -each.score)
    return tuple(tuple(tied) for _score, tied in groupby(ordered, key=lambda each: each.score))
