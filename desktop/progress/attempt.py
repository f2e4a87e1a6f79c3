"""One answer of a learner, as it is kept. All that is known of the learner follows from these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

LONGEST_TOOK = 60_000
"""Milliseconds that an answer counts at most: who goes for tea has not thought for an hour."""


class Mode(StrEnum):
    """How the question was asked. What an audience answers says nothing about the learner's own memory."""

    PRACTICE = "practice"
    EXAM = "exam"
    REVIEW = "review"
    PROJECTOR = "projector"


class Certainty(StrEnum):
    """How sure the learner was, told before the feedback."""

    GUESS = "guess"
    UNSURE = "unsure"
    FAIRLY_SURE = "fairly-sure"
    CERTAIN = "certain"


class Grade(IntEnum):
    """How well it was known, as the scheduler takes it (FSRS's four ratings)."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer before it is kept.

    `pack` and `question` are ids, `revision` is the question's at that time (catalog/revision.py). `at` is in UTC.
    `round` names the round it belongs to, `response` is what was answered as JSON, `score` is 0 to 1 and `right` where
    nothing was missing and nothing too much. `probability` (0 to 1) is what the certainty stands for, None where it was
    not asked. `took` is in milliseconds. `grade` is None where the answer does not move the schedule; `overridden`
    where the learner set it by hand.
    """

    pack: str
    question: str
    revision: str
    at: datetime
    mode: Mode
    round: str
    response: str
    score: float
    right: bool
    certainty: Certainty | None = None
    probability: float | None = None
    took: int = 0
    grade: Grade | None = None
    overridden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt(Answered):
    """An answer in the log. `number` counts up from 1 over all packs; `undone` is when it was taken back, if it was."""

    number: int
    undone: datetime | None = None
