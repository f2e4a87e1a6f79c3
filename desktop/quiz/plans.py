"""Which questions a round asks: in an exam, a review, and of those that were missed; practice starts in session.py."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from desktop.progress.attempt import Certainty, Mode
from desktop.progress.days import day_of
from desktop.progress.picking import DueCounts, Moment, Picked, Stock, due_counts, picked
from desktop.quiz import session as quiz

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from desktop.progress.card import Card
    from desktop.progress.reading import Marks, Tally
    from desktop.quiz.bank import Bank, Questions
    from desktop.quiz.session import Session

MOST_IN_EXAM = 200
_SURE = (Certainty.FAIRLY_SURE, Certainty.CERTAIN)

T = TypeVar("T")


@dataclass(frozen=True)
class Memory:
    """What the log says of a pack's questions now, each by its id."""

    cards: Mapping[str, Card]
    tallies: Mapping[str, Tally]
    marks: Mapping[str, Marks]

    @cached_property
    def suspended(self) -> frozenset[str]:
        """The questions that are not asked until they are let in again."""
        return frozenset(question for question, marks in self.marks.items() if marks.suspended)

    def answered(self, question: str, card: Card | None, tally: Tally | None) -> Memory:
        """The same, where this is what came of the answers to one question; None for what it has not."""
        return replace(self, cards=_with(self.cards, question, card), tallies=_with(self.tallies, question, tally))

    def marked(self, question: str, marks: Marks) -> Memory:
        """The same, where the learner has set this on one question."""
        return replace(self, marks=_with(self.marks, question, marks if any(marks) else None))


def _with(values: Mapping[str, T], key: str, value: T | None) -> Mapping[str, T]:
    rest = {name: each for name, each in values.items() if name != key}
    return rest if value is None else {**rest, key: value}


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether answers are saved, how many there are, how many questions are due again now, and in how many days the
    next one is: 0 later today, None where none is.
    """

    is_saved: bool
    answers: int
    due: int
    days_to_review: int | None


def stock_of(bank: Bank, memory: Memory) -> Stock:
    """All that a review picks from."""
    errors = {name for name, each in memory.tallies.items() if not each.last_right and each.last_certainty in _SURE}
    return Stock(
        revisions=bank.revisions,
        cards=memory.cards,
        facts=bank.facts,
        suspended=memory.suspended,
        confident_errors=frozenset(errors),
    )


def counts_of(bank: Bank, memory: Memory, moment: Moment) -> DueCounts:
    """How many questions are due now."""
    return due_counts(stock_of(bank, memory), moment)


def days_to_review(bank: Bank, memory: Memory, moment: Moment) -> int | None:
    """In how many of the learner's days a question comes again that is not due now; None where none will.

    What is due and yet waits, since its sibling came today, comes tomorrow.
    """
    asked = bank.revisions.keys() - memory.suspended
    waiting = [card.due for name, card in memory.cards.items() if name in asked]
    if not waiting:
        return None
    first = min(waiting)
    days = (day_of(first, moment.zone) - day_of(moment.now, moment.zone)).days
    return max(1, days) if first <= moment.now else max(0, days)


def due_now(bank: Bank, memory: Memory, moment: Moment, recall: Callable[[Card], float]) -> Picked:
    """Which questions a review brings now, in their order."""
    return picked(stock_of(bank, memory), moment, recall)


def missed(bank: Bank, memory: Memory, topic: str = "") -> Questions:
    """The questions of a topic whose last answer was not right, as the bank has them; suspended ones are left out."""
    wrong = {name for name, each in memory.tallies.items() if not each.last_right} - memory.suspended
    return tuple(pair for pair in bank.questions(topic) if pair[0].id in wrong)


def askable(bank: Bank, memory: Memory, topic: str = "") -> Questions:
    """The questions of a topic without those that the learner has suspended; all of them where none would be left."""
    questions = bank.questions(topic)
    return tuple(pair for pair in questions if pair[0].id not in memory.suspended) or questions


def review(bank: Bank, questions: tuple[str, ...], seed: int) -> Session:
    """A round of what is due, in its order."""
    pairs = [(bank.question(name), bank.topic_of(name)) for name in questions]
    return replace(quiz.in_order(pairs, seed), mode=Mode.REVIEW)


@dataclass(frozen=True, slots=True)
class ExamPlan:
    """What the learner asks for: how many questions of a topic ('' for all), and how many minutes (0: no limit)."""

    topic: str
    count: int
    minutes: int


def exam(questions: Questions, plan: ExamPlan, seed: int, ends: datetime | None) -> Session:
    """An exam of these questions; `ends` is when its time is up (UTC)."""
    session = quiz.start(questions, seed, topic=plan.topic, most=min(plan.count, MOST_IN_EXAM))
    return replace(session, mode=Mode.EXAM, ends=ends)
