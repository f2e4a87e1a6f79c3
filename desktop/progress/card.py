"""What the scheduler knows of one question: a cache of the log, which can be worked out again at any time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Phase(StrEnum):
    """Where a card stands. One that was never graded has no card."""

    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The state of one question after its last graded answer.

    `stability` is in days, `difficulty` from 1 to 10 (FSRS's own measures); `step` counts the learning steps from 0 and
    is None in review. `due` and `reviewed` are in UTC, `due` is never before `reviewed`. `reps` counts graded answers,
    `lapses` the times it was forgotten in review. `revision` is that of the question at the last graded answer.
    """

    question: str
    revision: str
    phase: Phase
    step: int | None
    stability: float
    difficulty: float
    due: datetime
    reviewed: datetime
    reps: int
    lapses: int
