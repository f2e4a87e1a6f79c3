"""The calendar as values: weeks from the first that is shown to this one, each from Monday to Sunday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from desktop.quiz.knowing.knowledge import Day, Knowledge

MOST_WEEKS, LEAST_WEEKS = 53, 8
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Weeks:
    """`first` is a Monday, `days` the days with answers on it or after; `hidden` counts the days before it."""

    first: date
    today: date
    days: tuple[Day, ...]
    hidden: int

    @property
    def count(self) -> int:
        return (self.today - self.first).days // _WEEK + 1

    @property
    def most(self) -> int:
        """The most answers on a day, at least 1."""
        return max((day.right.count for day in self.days), default=0) or 1

    def column(self, day: date) -> int:
        return (day - self.first).days // _WEEK


def weeks_of(knowledge: Knowledge, room: int) -> Weeks:
    """As many weeks as there is room for, none long before the first answer; answers of days to come are left out."""
    this = _monday(knowledge.today)
    since = _monday(min(knowledge.days[0].day, knowledge.today)) if knowledge.days else this
    wanted = max((this - since).days // _WEEK + 1, LEAST_WEEKS)
    first = this - timedelta(weeks=max(1, min(wanted, room, MOST_WEEKS)) - 1)
    days = tuple(each for each in knowledge.days if first <= each.day <= knowledge.today)
    hidden = sum(each.day < first for each in knowledge.days)
    return Weeks(first, knowledge.today, days, hidden)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
