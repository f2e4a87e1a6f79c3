"""The small pack of the quiz with a question of another kind at its end."""

from __future__ import annotations

from desktop.catalog.entities.questions import Bloom, OrderQuestion
from tests.quiz.builders import CUP, EVIDENCE, HOT, POT, TEA, topic

LAST = OrderQuestion(
    id="last",
    stem="Put in order",
    bloom=Bloom.APPLY,
    difficulty=2,
    explanation="So.",
    evidence=EVIDENCE,
    type="order",
    items=("a", "b"),
)
TOPICS = (topic("drinks", TEA, POT, HOT), topic("things", CUP, LAST))
