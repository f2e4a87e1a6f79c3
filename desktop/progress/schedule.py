"""When a question comes again: the one adapter around `fsrs`, which nothing else imports.

Ye, Su and Cao 2022 and the FSRS-6 of the package give stability, difficulty and interval; what is ours is the fuzz, the
exam date, the lapses, and that a clock set back or another time zone harms nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.progress.attempt import Grade
from desktop.progress.card import Card, Phase
from desktop.progress.fuzz import drawn, fuzzed

if TYPE_CHECKING:
    from collections.abc import Iterable

    import fsrs

    from desktop.progress.attempt import Attempt
    from desktop.progress.rows import Graded

STEP = timedelta(minutes=10)
LONGEST = timedelta(days=365)
LEAST_RETENTION, MOST_RETENTION = 0.80, 0.95
LEECH = 8
LAST_LOOK = timedelta(days=7)
"""Before an exam every question comes once more within this time, and at the latest a day before it."""

_DAY = timedelta(days=1)
_AGAIN = Grade.AGAIN
_PHASES = (Phase.LEARNING, Phase.REVIEW, Phase.RELEARNING)  # in the order of the package's states


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleSettings:
    """What the learner may choose.

    `retention` is the share (0.80 to 0.95) that should still be known when it comes again; `exam`, where there is one,
    is when it begins, in any time zone. Raises ValueError for anything else.
    """

    retention: float = 0.90
    exam: datetime | None = None

    def __post_init__(self) -> None:
        if not LEAST_RETENTION <= self.retention <= MOST_RETENTION:
            span = f"{LEAST_RETENTION:.0%} to {MOST_RETENTION:.0%}"
            raise ValueError(f"a share of {self.retention:.0%} to be remembered is not possible; {span} is")
        if self.exam is not None:
            in_utc(self.exam)


class Scheduler:
    """Cards after answers, under one setting. The same answers give the same cards everywhere and always."""

    def __init__(self, settings: ScheduleSettings | None = None) -> None:
        settings = settings or ScheduleSettings()
        self._retention = settings.retention
        self._exam = in_utc(settings.exam) if settings.exam is not None else None

    @cached_property
    def _package(self) -> _Package:
        return _Package(self._retention)

    @property
    def retention(self) -> float:
        """The share (0.80 to 0.95) that should still be known when it comes again."""
        return self._retention

    def review(self, card: Card | None, attempt: Attempt) -> Card:
        """The card after an answer; None is a question that was never graded.

        Raises ValueError for an answer without a grade, and for a time without a time zone.
        """
        if attempt.grade is None:
            raise ValueError("an answer without a grade does not move the schedule")
        running = self._running(card)
        self._answer(running, attempt.revision, in_utc(attempt.at), attempt.grade)
        return self._closed(attempt.question, running)

    def rebuilt(self, answers: Iterable[Graded]) -> dict[str, Card]:
        """The cards by question after all answers that move the schedule, in one pass in the log's order.

        The same as `review` one after another, without a card for each step. Times are in UTC.
        """
        cards: dict[str, _Running] = {}
        for question, revision, at, grade in answers:
            running = cards.get(question)
            if running is None:
                running = cards[question] = _Running()
            self._answer(running, revision, at, grade)
        return {question: self._closed(question, running) for question, running in cards.items()}

    def preview(self, card: Card | None, question: str, revision: str, now: datetime) -> dict[Grade, Card]:
        """The card after each grade that could be given now: exactly what `review` will make of it."""
        after = {}
        for grade in Grade:
            running = self._running(card)
            self._answer(running, revision, in_utc(now), grade)
            after[grade] = self._closed(question, running)
        return after

    def recall(self, card: Card, now: datetime) -> float:
        """The probability (0 to 1) that it is known now: (1 + F t / S) ** -w20, with t in days and their parts.

        FSRS-6's forgetting curve; F makes it 90 % after S days. The package itself counts whole days only.
        """
        passed = max(timedelta(), in_utc(now) - card.reviewed) / _DAY
        return float((1 + self._package.factor * passed / card.stability) ** self._package.decay)

    def _running(self, card: Card | None) -> _Running:
        running = _Running()
        if card is not None:
            running.state = self._package.card(
                card_id=0,
                state=self._package.states[_PHASES.index(card.phase)],
                step=card.step,
                stability=card.stability,
                difficulty=card.difficulty,
                due=card.due,
                last_review=card.reviewed,
            )
            running.revision, running.reps, running.lapses = card.revision, card.reps, card.lapses
        return running

    def _answer(self, running: _Running, revision: str, at: datetime, grade: Grade) -> None:
        """Take an answer in. Where the clock was set back, no time has passed since the one before."""
        package, state = self._package, running.state
        if state is None:  # without a due date the package would look at the clock, and without an id it would sleep
            state = package.card(card_id=0, due=at)
        else:
            if running.revision != revision:
                state.state, state.step = package.relearning, 0
            if state.last_review is not None and state.last_review > at:
                state.last_review = at
            if grade == _AGAIN and state.state == package.in_review:
                running.lapses += 1
        running.state, _log = package.review(state, package.ratings[grade - 1], at)
        running.revision = revision
        running.reps += 1

    def _closed(self, question: str, running: _Running) -> Card:
        state = running.state
        assert state is not None
        assert state.last_review is not None
        assert state.stability is not None
        assert state.difficulty is not None
        return Card(
            question=question,
            revision=running.revision,
            phase=_PHASES[state.state - 1],
            step=state.step,
            stability=state.stability,
            difficulty=state.difficulty,
            due=self._due(question, running.reps, state.last_review, state.due - state.last_review),
            reviewed=state.last_review,
            reps=running.reps,
            lapses=running.lapses,
        )

    def _due(self, question: str, reps: int, reviewed: datetime, interval: timedelta) -> datetime:
        due = reviewed + min(fuzzed(interval, question, reps), LONGEST)
        exam = self._exam
        if exam is None or due <= exam - _DAY or reviewed >= exam - LAST_LOOK:
            return due
        spread = (LAST_LOOK - _DAY) // timedelta(seconds=1)
        return exam - _DAY - timedelta(seconds=drawn(f"{question}/exam", spread))


class _Package:
    """What is asked of `fsrs`, which is imported when an answer is first given."""

    def __init__(self, retention: float) -> None:
        import fsrs

        scheduler = fsrs.Scheduler(
            desired_retention=retention,
            learning_steps=(STEP,),
            relearning_steps=(STEP,),
            maximum_interval=LONGEST.days,
            enable_fuzzing=False,
        )
        self.card, self.review = fsrs.Card, scheduler.review_card
        self.states, self.ratings = tuple(fsrs.State), tuple(fsrs.Rating)
        self.in_review, self.relearning = fsrs.State.Review, fsrs.State.Relearning
        self.decay = -scheduler.parameters[20]
        self.factor = 0.9 ** (1 / self.decay) - 1


class _Running:
    """A question while its answers stream by."""

    __slots__ = ("lapses", "reps", "revision", "state")

    def __init__(self) -> None:
        self.state: fsrs.Card | None = None
        self.revision = ""
        self.reps = self.lapses = 0


def in_utc(at: datetime) -> datetime:
    """The same moment in UTC. Raises ValueError for a time that does not say its time zone."""
    if at.tzinfo is UTC:
        return at
    if at.tzinfo is None:
        raise ValueError(f"{at.isoformat()} does not say in which time zone it is")
    return at.astimezone(UTC)


def stale(card: Card, revision: str) -> Card:
    """The card where the question is now this revision: a changed question is to be learnt again, and due at once."""
    if card.revision == revision:
        return card
    return replace(card, revision=revision, phase=Phase.RELEARNING, step=0, due=card.reviewed)


def is_leech(card: Card) -> bool:
    """Whether it was forgotten so often that to ask it again does not help: better to read up or to reword it."""
    return card.lapses >= LEECH
