"""Answers and cards in code, with a seed where they are many."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from desktop.progress.attempt import Attempt, Certainty, Grade, Mode
from desktop.progress.card import Card, Phase
from desktop.progress.rows import Graded
from desktop.progress.schedule import in_utc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PROBABILITIES = {Certainty.GUESS: 0.25, Certainty.UNSURE: 0.6, Certainty.FAIRLY_SURE: 0.75, Certainty.CERTAIN: 0.95}


def attempt(question: str = "tea", day: float = 0, **fields: Any) -> Attempt:
    """An answer `day` days after the start: right and certain, unless the fields say otherwise."""
    certainty = fields.get("certainty", Certainty.CERTAIN)
    right = fields.get("right", True)
    usual: dict[str, Any] = {
        "number": 1,
        "pack": "kitchen",
        "question": question,
        "revision": "r1",
        "at": START + timedelta(days=day),
        "mode": Mode.PRACTICE,
        "round": "round",
        "response": "[0]",
        "score": float(right),
        "right": right,
        "certainty": certainty,
        "probability": PROBABILITIES.get(certainty),
        "grade": Grade.GOOD if right else Grade.AGAIN,
    }
    return Attempt(**(usual | fields))


def card(question: str = "tea", **fields: Any) -> Card:
    """A card in review, seen at the start and due ten days later, unless the fields say otherwise."""
    usual: dict[str, Any] = {
        "question": question,
        "revision": "r1",
        "phase": Phase.REVIEW,
        "step": None,
        "stability": 10.0,
        "difficulty": 5.0,
        "due": START + timedelta(days=10),
        "reviewed": START,
        "reps": 3,
        "lapses": 0,
    }
    return Card(**(usual | fields))


def many(count: int, questions: int = 500, seed: int = 1) -> Iterator[Attempt]:
    """A learner's answers over about a year, in the order of time; right about as often as the certainty promises."""
    random = Random(seed)
    certainties = list(PROBABILITIES)
    for number in range(count):
        certainty = random.choice(certainties)
        right = random.random() < PROBABILITIES[certainty]
        yield attempt(
            f"topic-{random.randrange(20)}.question-{random.randrange(questions // 20)}",
            365 * number / count,
            number=number + 1,
            right=right,
            certainty=certainty,
            response=f"[{0 if right else random.randint(1, 3)}]",
            grade=random.choice((Grade.HARD, Grade.GOOD, Grade.GOOD, Grade.EASY)) if right else Grade.AGAIN,
        )


def graded(attempts: Iterable[Attempt]) -> Iterator[Graded]:
    """As the log reads them for the scheduler."""
    return (Graded(each.question, each.revision, in_utc(each.at), each.grade) for each in attempts if each.grade)
