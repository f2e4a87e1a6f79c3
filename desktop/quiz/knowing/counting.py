"""All that is counted of the answers for what is known, from attempts one by one (summing.py: from a long log)."""

from __future__ import annotations

from collections import defaultdict, deque
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.progress.counting import is_own
from desktop.progress.knowledge.calendar import DayTally
from desktop.progress.knowledge.calibration import CalibrationTally
from desktop.progress.knowledge.confusion import HeldTally
from desktop.progress.knowledge.mastery import RECENT
from desktop.progress.knowledge.retention import RetentionTally
from desktop.quiz.knowing.leads import Leads

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from datetime import date, tzinfo

    from desktop.progress.attempt import Attempt
    from desktop.quiz.knowing.syllabus import Syllabus

_DISTINCT = 100_000
"""Answers that are kept in mind as read: the same wrong answer is given again and again."""


class Counting:
    """The tallies. `latest` has the latest answers to the present revision of each question, in the log's order."""

    def __init__(self, syllabus: Syllabus, zone: tzinfo) -> None:
        read = lru_cache(_DISTINCT)(syllabus.beliefs)
        self.held = HeldTally(lambda attempt: read(attempt.question, attempt.response))
        self.days, self.retention = DayTally(zone), RetentionTally(zone)
        self.leads = Leads(syllabus)
        self.calibration = CalibrationTally(syllabus.revisions)
        self.latest: dict[str, list[Attempt]] = {}

    def keep_latest(self, attempts: Iterable[Attempt]) -> None:
        """Of these, in the log's order, the latest of each question."""
        found: defaultdict[str, deque[Attempt]] = defaultdict(lambda: deque(maxlen=RECENT))
        for attempt in attempts:
            found[attempt.question].append(attempt)
        self.latest = {question: list(kept) for question, kept in found.items()}


def month_mark(month: date) -> Hashable:
    """What the lead of a month's reviews is kept under: its first day stands for that day's answers."""
    return month, "reviews"


def counted(attempts: Iterable[Attempt], syllabus: Syllabus, zone: tzinfo) -> Counting:
    """From the log of one pack in its order, in one pass."""
    found = Counting(syllabus, zone)
    found.keep_latest(attempt for attempt in attempts if _count(found, attempt, syllabus))
    return found


def _count(found: Counting, attempt: Attempt, syllabus: Syllabus) -> bool:
    """Take an answer in; whether it tells what is believed and mastered: only one to the present revision does."""
    if not is_own(attempt):
        return False
    found.leads.add(found.days.add(attempt), attempt)
    month = found.retention.add(attempt)
    if month is not None:
        found.leads.add(month_mark(month), attempt)
    if syllabus.revisions.get(attempt.question) != attempt.revision:
        return False
    if found.calibration.add(attempt):
        found.leads.add(attempt.certainty, attempt)
    found.held.add(attempt)
    return True
