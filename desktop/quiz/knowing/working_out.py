"""What the learner knows, worked out from the log in one pass. It may run in any thread."""

from __future__ import annotations

from collections import defaultdict, deque
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.progress.counting import is_own
from desktop.progress.days import day_of
from desktop.progress.knowledge.calendar import DayTally
from desktop.progress.knowledge.calibration import CalibrationTally
from desktop.progress.knowledge.confusion import HeldTally
from desktop.progress.knowledge.forecast import due_per_day
from desktop.progress.knowledge.mastery import RECENT, mastery_of
from desktop.progress.knowledge.retention import RetentionTally
from desktop.progress.knowledge.wilson import Counted
from desktop.progress.schedule import stale
from desktop.quiz.knowing.fields import concepts_of, topics_of
from desktop.quiz.knowing.knowledge import DAYS_AHEAD, Belief, Day, DueDay, Knowledge, Month, Sure
from desktop.quiz.knowing.leads import Leads, lead_to
from desktop.quiz.knowing.syllabus import question_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from desktop.progress.attempt import Attempt
    from desktop.progress.card import Card
    from desktop.progress.knowledge.confusion import Held
    from desktop.progress.knowledge.mastery import Mastery
    from desktop.progress.knowledge.retention import Interval
    from desktop.progress.picking import Moment
    from desktop.progress.schedule import Scheduler
    from desktop.quiz.knowing.syllabus import Syllabus

_DISTINCT = 100_000
"""Answers that are kept in mind as read: the same wrong answer is given again and again."""


def knowledge_of(
    attempts: Iterable[Attempt], cards: Mapping[str, Card], syllabus: Syllabus, moment: Moment, scheduler: Scheduler
) -> Knowledge:
    """All that is known of the learner now.

    `attempts` is the log of one pack in its order; it is read once, and of each question three answers are kept.
    `cards` are by question; those of questions that are gone are not looked at.
    """
    stream = _Stream(syllabus, moment)
    for attempt in attempts:
        stream.add(attempt)
    present = {
        name: stale(cards[name], entry.revision) for name, entry in syllabus.entries.items() if name in cards
    }  # fmt: skip
    mastery = mastery_of(
        stream.latest(), syllabus.known, present, lambda card: scheduler.recall(card, moment.now), moment.zone
    )
    waiting = [card for name, card in present.items() if name not in syllabus.suspended]
    due = _due(waiting, syllabus, moment)
    return Knowledge(
        today=day_of(moment.now, moment.zone),
        right=stream.right,
        calibration=stream.calibration.result(),
        sure=stream.sure(),
        topics=topics_of(syllabus, mastery),
        concepts=concepts_of(syllabus, mastery),
        beliefs=stream.beliefs(mastery),
        due=due,
        later=len(waiting) - sum(each.count for each in due),
        days=stream.days(),
        months=stream.months(),
        wanted=scheduler.retention,
    )


class _Stream:
    """All that is counted while the answers stream by."""

    def __init__(self, syllabus: Syllabus, moment: Moment) -> None:
        self._syllabus, self._zone = syllabus, moment.zone
        read = lru_cache(_DISTINCT)(syllabus.beliefs)
        self._held = HeldTally(lambda attempt: read(attempt.question, attempt.response))
        self._days, self._retention = DayTally(moment.zone), RetentionTally(moment.zone)
        self._leads = Leads(syllabus)
        self._latest: defaultdict[str, deque[Attempt]] = defaultdict(lambda: deque(maxlen=RECENT))
        self.calibration = CalibrationTally(syllabus.revisions)

    def add(self, attempt: Attempt) -> None:
        """Take an answer in. Only one to the present revision says what is believed and mastered."""
        if not is_own(attempt):
            return
        day = self._days.add(attempt)
        self._leads.add(day, attempt)
        month = self._retention.add(attempt)
        if month is not None:
            self._leads.add((month, "reviews"), attempt)
        if self._syllabus.revisions.get(attempt.question) != attempt.revision:
            return
        if self.calibration.add(attempt):
            self._leads.add(attempt.certainty, attempt)
        self._held.add(attempt)
        self._latest[attempt.question].append(attempt)

    @property
    def right(self) -> Counted:
        """All answers, and how many were right."""
        return sum((each.right for each in self._days.result()), Counted(0, 0))

    def latest(self) -> Sequence[Attempt]:
        """The latest answers of each question, in the log's order: mastery looks at no others."""
        return sorted((each for kept in self._latest.values() for each in kept), key=lambda each: each.number)

    def sure(self) -> tuple[Sure, ...]:
        return tuple(Sure(bin=each, lead=self._leads.of(each.certainty)) for each in self.calibration.result().bins)

    def days(self) -> tuple[Day, ...]:
        return tuple(Day(day=each.day, right=each.right, lead=self._leads.of(each.day)) for each in self._days.result())

    def months(self) -> tuple[Month, ...]:
        parts: dict[date, dict[Interval, Counted]] = {}
        for each in self._retention.result():
            parts.setdefault(each.month, {})[each.interval] = each.passed
        return tuple(
            Month(
                month=month,
                passed=sum(by_interval.values(), Counted(0, 0)),
                by_interval=by_interval,
                lead=self._leads.of((month, "reviews")),
            )
            for month, by_interval in parts.items()
        )

    def beliefs(self, mastery: Mapping[str, Mastery]) -> tuple[Belief, ...]:
        """The misconceptions chosen, those still held before those put right, the newest first."""
        known = [held for held in self._held.result() if held.misconception in self._syllabus.misconceptions]
        found = [self._belief(held, mastery) for held in known]
        return tuple(sorted(found, key=lambda belief: belief.since_right))

    def _belief(self, held: Held, mastery: Mapping[str, Mastery]) -> Belief:
        """It leads to the least known of its questions."""
        questions = sorted(
            held.questions, key=lambda name: (self._latest[name][-1].right, mastery[question_label(name)].mastery, name)
        )
        evidence = self._syllabus.entries[questions[0]].question.evidence
        misconception = self._syllabus.misconceptions[held.misconception]
        return Belief(
            title=misconception.title,
            correction=misconception.correction,
            times=held.times,
            last=day_of(held.last, self._zone),
            since_right=all(self._latest[name][-1].right for name in questions),
            question=lead_to(self._syllabus, questions[0]),
            evidence=evidence[0] if evidence else None,
        )


def _due(cards: Sequence[Card], syllabus: Syllabus, moment: Moment) -> tuple[DueDay, ...]:
    """The days ahead; each leads to the card that is due first on it."""
    first: dict[date, str] = {}
    today = day_of(moment.now, moment.zone)
    for card in sorted(cards, key=lambda card: (card.due, card.question)):
        first.setdefault(max(today, day_of(card.due, moment.zone)), card.question)
    return tuple(
        DueDay(day=each.day, count=each.count, lead=lead_to(syllabus, first[each.day]) if each.count else None)
        for each in due_per_day(cards, moment.now, moment.zone, DAYS_AHEAD)
    )
