"""Certainty-based marks: another way to look at the same answers, never the grade."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.progress.knowledge.wilson import Counted

RIGHT, WRONG = (1, 2, 3), (0, -2, -6)
_BREAK_EVEN = (2 / 3, 4 / 5)


@dataclass(frozen=True, slots=True)
class MarkSum:
    """The sum of the marks of so many answers. The average lies from -6 to 3."""

    total: int
    count: int

    @property
    def average(self) -> float:
        """0 where there is no answer."""
        return self.total / self.count if self.count else 0.0


def mark_of(right: bool, probability: float) -> int:
    """The mark of one answer: 1, 2 or 3 where right, 0, -2 or -6 where not (Gardner-Medwin 2006).

    The level follows from the probability that the certainty stands for: the marks reward most who takes level 2 from
    two thirds on and level 3 from four fifths on.
    """
    level = sum(probability >= least for least in _BREAK_EVEN)
    return (RIGHT if right else WRONG)[level]


def marks_of(groups: Iterable[tuple[float, Counted]]) -> MarkSum:
    """The marks of answers in groups of one probability (0 to 1) and how many of them were right."""
    total = count = 0
    for probability, counted in groups:
        total += counted.hits * mark_of(True, probability)
        total += (counted.count - counted.hits) * mark_of(False, probability)
        count += counted.count
    return MarkSum(total, count)
