"""Which answers in the log say something about the learner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.progress.attempt import Mode

if TYPE_CHECKING:
    from desktop.progress.attempt import Attempt


def is_own(attempt: Attempt) -> bool:
    """Whether it stands, and is the learner's: not taken back, and not an audience's."""
    return attempt.undone is None and attempt.mode is not Mode.PROJECTOR


def moves_schedule(attempt: Attempt) -> bool:
    """Whether the answer is the learner's own and was graded."""
    return attempt.grade is not None and is_own(attempt)
