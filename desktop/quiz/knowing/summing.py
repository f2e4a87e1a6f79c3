"""All that is counted of the answers, from the log itself: a million in a few seconds, for no attempt is made of any.

It comes to what counting.py counts of the same attempts one by one; a test holds that for whatever log.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from desktop.progress.attempt import Certainty, Grade
from desktop.progress.days import day_of
from desktop.progress.knowledge.mastery import RECENT
from desktop.progress.knowledge.retention import LEAST, Interval, interval_of
from desktop.progress.rows import QUARTER, moment
from desktop.quiz.knowing.counting import Counting, month_mark

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from datetime import date, tzinfo

    from desktop.progress.reading import Reading
    from desktop.progress.rows import Told
    from desktop.quiz.knowing.syllabus import Syllabus

_FIRST = datetime(1, 1, 2, tzinfo=UTC)
_A_DAY = LEAST // timedelta(microseconds=1)
_AGAIN = Grade.AGAIN.value


def counted_in_log(reading: Reading, pack: str, syllabus: Syllabus, zone: tzinfo) -> Counting:
    """From the answers to a pack. Days have their sums in the log; the rest takes one look at every answer."""
    found = Counting(syllabus, zone)
    for day, count in reading.days(pack, _FIRST, lambda at: day_of(at, zone)).items():
        found.days.put(day, count.right, count.answers)
    found.keep_latest(reading.latest(pack, syllabus.revisions, RECENT))
    names = reading.questions(pack)
    sums = _Sums(names, syllabus, zone)
    sums.take(reading.told(pack))
    sums.give(found, names, syllabus)
    return found


class _Place(NamedTuple):
    """Where a moment stands in the calendar: its day, its month's first day, and the mark of the month's reviews."""

    day: date
    month: date
    reviews: Hashable


class _Places(dict[int, _Place]):
    """By quarters of an hour since 1970: a learner's day begins on one."""

    def __init__(self, zone: tzinfo) -> None:
        super().__init__()
        self._zone = zone

    def __missing__(self, quarter: int) -> _Place:
        day = day_of(moment(quarter * QUARTER), self._zone)
        month = day.replace(day=1)
        self[quarter] = place = _Place(day, month, month_mark(month))
        return place


class _Intervals(dict[int, Interval]):
    """By whole days that have passed."""

    def __missing__(self, days: int) -> Interval:
        self[days] = interval = interval_of(timedelta(days=days))
        return interval


class _Sums:
    """Counts by what is alike, and the newest question of each mark; questions go by their keys, answers stream by."""

    def __init__(self, names: dict[int, str], syllabus: Syllabus, zone: tzinfo) -> None:
        present = syllabus.revisions
        self._revisions = {key: present[name] for key, name in names.items() if name in present}
        self._places, self._intervals = _Places(zone), _Intervals()
        self._right: dict[Hashable, int] = {}
        self._wrong: dict[Hashable, int] = {}
        self._sure: defaultdict[tuple[str, float, int], int] = defaultdict(int)
        self._reviews: defaultdict[tuple[date, Interval, bool], int] = defaultdict(int)
        self._held: dict[tuple[int, str], tuple[int, int]] = {}

    def take(self, rows: Iterable[Told]) -> None:
        """Take all answers in, in the log's order. It is one loop, without a call where none must be: it runs often."""
        revisions, places, intervals = self._revisions, self._places, self._intervals
        before: dict[int, int] = {}
        for _number, question, revision, at, right, grade, certainty, probability, response in rows:
            present = revisions.get(question)
            newest = self._right if right else self._wrong
            day, month, reviews = places[at // QUARTER]
            if present is not None:
                newest[day] = question
            if grade is not None:
                passed = at - before.get(question, at)
                before[question] = at
                if passed >= _A_DAY:
                    self._reviews[month, intervals[passed // _A_DAY], grade != _AGAIN] += 1
                    if present is not None:
                        newest[reviews] = question
            if present != revision:
                continue
            if certainty is not None and probability is not None:
                self._sure[certainty, probability, right] += 1
                newest[certainty] = question
            if response is not None:
                times, last = self._held.get((question, response), (0, at))
                self._held[question, response] = times + 1, max(last, at)

    def give(self, found: Counting, names: dict[int, str], syllabus: Syllabus) -> None:
        """Put all of it where it is counted."""
        for (certainty, probability, right), count in self._sure.items():
            found.calibration.put(Certainty(certainty), probability, right * count, count)
        for (month, interval, is_kept), count in self._reviews.items():
            found.retention.put(month, interval, is_kept * count, count)
        for (question, response), (times, last) in self._held.items():
            name = names[question]
            found.held.put(name, syllabus.beliefs(name, response), times, moment(last))
        for right, newest in ((True, self._right), (False, self._wrong)):
            for mark, question in newest.items():
                found.leads.put(mark, right, names[question])
