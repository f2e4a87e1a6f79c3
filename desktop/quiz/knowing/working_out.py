"""What the learner knows, worked out from what was counted of the answers. It may run in any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.progress.days import day_of
from desktop.progress.knowledge.forecast import due_per_day
from desktop.progress.knowledge.mastery import mastery_of
from desktop.progress.knowledge.wilson import Counted
from desktop.progress.schedule import stale
from desktop.quiz.knowing.counting import month_mark
from desktop.quiz.knowing.fields import concepts_of, topics_of
from desktop.quiz.knowing.knowledge import DAYS_AHEAD, Belief, Day, DueDay, Knowledge, Month, Sure
from desktop.quiz.knowing.leads import lead_to
from desktop.quiz.knowing.syllabus import question_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, tzinfo

    from desktop.progress.attempt import Attempt
    from desktop.progress.card import Card
    from desktop.progress.knowledge.confusion import Held
    from desktop.progress.knowledge.mastery import Mastery
    from desktop.progress.knowledge.retention import Interval
    from desktop.progress.picking import Moment
    from desktop.progress.schedule import Scheduler
    from desktop.quiz.knowing.counting import Counting
    from desktop.quiz.knowing.syllabus import Syllabus


def knowledge_of(
    found: Counting, cards: Mapping[str, Card], syllabus: Syllabus, moment: Moment, scheduler: Scheduler
) -> Knowledge:
    """All that is known of the learner now.

    `found` is what was counted of the answers to one pack. `cards` are by question; those of questions that are gone
    are not looked at.
    """
    present = {
        name: stale(cards[name], entry.revision) for name, entry in syllabus.entries.items() if name in cards
    }  # fmt: skip
    mastery = mastery_of(
        _in_order(found), syllabus.known, present, lambda card: scheduler.recall(card, moment.now), moment.zone
    )
    waiting = [card for name, card in present.items() if name not in syllabus.suspended]
    due = _due(waiting, syllabus, moment)
    return Knowledge(
        today=day_of(moment.now, moment.zone),
        right=sum((each.right for each in found.days.result()), Counted(0, 0)),
        calibration=found.calibration.result(),
        sure=tuple(Sure(bin=each, lead=found.leads.of(each.certainty)) for each in found.calibration.result().bins),
        topics=topics_of(syllabus, mastery),
        concepts=concepts_of(syllabus, mastery),
        beliefs=_beliefs(found, mastery, syllabus, moment.zone),
        due=due,
        later=len(waiting) - sum(each.count for each in due),
        days=tuple(Day(day=each.day, right=each.right, lead=found.leads.of(each.day)) for each in found.days.result()),
        months=_months(found),
        wanted=scheduler.retention,
    )


def _in_order(found: Counting) -> Sequence[Attempt]:
    """The latest answers of each question, in the log's order: mastery looks at no others."""
    return sorted((each for latest in found.latest.values() for each in latest), key=lambda each: each.number)


def _months(found: Counting) -> tuple[Month, ...]:
    parts: dict[date, dict[Interval, Counted]] = {}
    for each in found.retention.result():
        parts.setdefault(each.month, {})[each.interval] = each.passed
    return tuple(
        Month(
            month=month,
            passed=sum(by_interval.values(), Counted(0, 0)),
            by_interval=by_interval,
            lead=found.leads.of(month_mark(month)),
        )
        for month, by_interval in parts.items()
    )


def _beliefs(found: Counting, mastery: Mapping[str, Mastery], syllabus: Syllabus, zone: tzinfo) -> tuple[Belief, ...]:
    """The misconceptions chosen, those still held before those put right, the newest first."""

    def belief(held: Held) -> Belief:
        """It leads to the least known of its questions."""
        questions = sorted(
            held.questions,
            key=lambda name: (found.latest[name][-1].right, mastery[question_label(name)].mastery, name),
        )
        evidence = syllabus.entries[questions[0]].question.evidence
        misconception = syllabus.misconceptions[held.misconception]
        return Belief(
            title=misconception.title,
            correction=misconception.correction,
            times=held.times,
            last=day_of(held.last, zone),
            since_right=all(found.latest[name][-1].right for name in questions),
            question=lead_to(syllabus, questions[0]),
            evidence=evidence[0] if evidence else None,
        )

    known = [belief(held) for held in found.held.result() if held.misconception in syllabus.misconceptions]
    return tuple(sorted(known, key=lambda each: each.since_right))


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
