"""Answers and a schedule in code: small enough that a test can say what must come of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.progress.attempt import Answered, Attempt, Certainty, Grade, Mode
from desktop.progress.card import Card, Phase
from desktop.progress.opening import open_progress
from desktop.progress.rebuilding import Scheduling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from desktop.progress.log import ProgressLog
    from desktop.progress.rows import Graded

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def answered(question: str = "q1", minutes: float = 0, **more: Any) -> Answered:
    """A right answer that moves the card, so many minutes after noon."""
    return Answered(
        **{
            "pack": "tea",
            "question": question,
            "revision": "r1",
            "at": NOON + timedelta(minutes=minutes),
            "mode": Mode.PRACTICE,
            "round": "round 1",
            "response": '["a"]',
            "score": 1.0,
            "right": True,
            "certainty": Certainty.CERTAIN,
            "probability": 0.95,
            "took": 4_000,
            "grade": Grade.GOOD,
            **more,
        }
    )


def wrong(question: str = "q1", minutes: float = 0, **more: Any) -> Answered:
    return answered(question, minutes, **{"score": 0.0, "right": False, "grade": Grade.AGAIN, **more})


def review(card: Card | None, attempt: Attempt | Graded) -> Card:
    """A schedule of its own kind: the days double up to a year, a lapse starts them anew."""
    assert attempt.grade is not None
    lapsed = attempt.grade is Grade.AGAIN
    days = 1.0 if card is None or lapsed else min(card.stability * 2, 365.0)
    return Card(
        question=attempt.question,
        revision=attempt.revision,
        phase=Phase.LEARNING if card is None else Phase.RELEARNING if lapsed else Phase.REVIEW,
        step=0 if card is None else None,
        stability=days,
        difficulty=5.0 + attempt.grade / 4,
        due=max(attempt.at, card.reviewed if card else attempt.at) + timedelta(days=days),
        reviewed=attempt.at,
        reps=card.reps + 1 if card else 1,
        lapses=(card.lapses if card else 0) + lapsed,
    )


def slower(card: Card | None, attempt: Attempt | Graded) -> Card:
    """Another schedule, as after a change of settings."""
    found = review(card, attempt)
    return Card(**{name: getattr(found, name) for name in Card.__slots__ if name != "difficulty"}, difficulty=9.0)


def folded(
    review: Callable[[Card | None, Attempt | Graded], Card], attempts: Iterable[Attempt | Graded]
) -> dict[str, Card]:
    cards: dict[str, Card] = {}
    for attempt in attempts:
        cards[attempt.question] = review(cards.get(attempt.question), attempt)
    return cards


SCHEDULING = Scheduling(review, partial(folded, review), "doubling 1")
SLOWER = Scheduling(slower, partial(folded, slower), "slower 1")


def opened(folder: Path, scheduling: Scheduling = SCHEDULING, now: datetime = NOON) -> ProgressLog:
    """The log of a folder where all is as it should be."""
    opening = open_progress(folder, scheduling, now)
    assert opening.said == ()
    return opening.log
