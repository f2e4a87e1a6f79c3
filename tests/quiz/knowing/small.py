"""A small pack and a small log, worked out by hand in the tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import Misconception
from desktop.catalog.revision import revision_of
from desktop.progress.attempt import Certainty
from desktop.progress.picking import Moment
from desktop.progress.schedule import Scheduler
from desktop.quiz.bank import Bank
from desktop.quiz.knowing.counting import counted
from desktop.quiz.knowing.syllabus import Syllabus
from desktop.quiz.knowing.working_out import knowledge_of
from tests.progress.answers import attempt, card
from tests.quiz import builders

if TYPE_CHECKING:
    from typing import Any

    from desktop.catalog.entities.questions import ChoiceQuestion
    from desktop.progress.attempt import Attempt
    from desktop.progress.card import Card
    from desktop.quiz.knowing.knowledge import Knowledge

NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
_LEAVES, _BEANS, _BERRIES = builders.TEA.options
TEA = replace(
    builders.TEA,
    options=(_LEAVES, replace(_BEANS, misconception="tea-is-coffee"), _BERRIES),
    concepts=("leaf", "plant"),
)
POT, HOT, CUP = builders.POT, builders.HOT, builders.CUP
COFFEE = Misconception(id="tea-is-coffee", title="Tea is a kind of coffee.", correction="Tea comes from leaves.")
DRINKS = replace(builders.topic("drinks", TEA, POT, HOT), misconceptions=(COFFEE,))
TOPICS = (DRINKS, builders.topic("things", CUP))
SYLLABUS = Syllabus.of(Bank(TOPICS))
LEAVES, BEANS, LID_AND_SPOUT = '{"picked": [0]}', '{"picked": [1]}', '{"picked": [0, 1]}'


def answer(number: int, question: ChoiceQuestion, day: float, **fields: Any) -> Attempt:
    """An answer to the question as it is now, `day` days after 2 March 2026, 9 in the morning."""
    known = {"number": number, "revision": revision_of(question), "response": LEAVES}
    return attempt(question.id, day, **(known | fields))


LOG = (
    answer(1, TEA, 0, right=False, response=BEANS),
    answer(2, POT, 0.01, response=LID_AND_SPOUT, certainty=Certainty.UNSURE),
    answer(3, TEA, 1, right=False, response=BEANS, certainty=Certainty.FAIRLY_SURE),
    answer(4, TEA, 3),
)
"""Tea: twice taken for coffee, then right after two days. Pot: right, unsure."""

CARDS = {
    "tea": card("tea", revision=revision_of(TEA), due=datetime(2026, 3, 10, tzinfo=UTC), reviewed=LOG[3].at),
    "pot": card("pot", revision=revision_of(POT), due=datetime(2026, 3, 14, 12, tzinfo=UTC), reviewed=LOG[1].at),
}


def known(*attempts: Attempt, cards: dict[str, Card] | None = None, syllabus: Syllabus = SYLLABUS) -> Knowledge:
    """What is known after these answers, on 12 March."""
    held = CARDS if cards is None else cards
    return knowledge_of(counted(attempts, syllabus, UTC), held, syllabus, Moment(now=NOW, zone=UTC), Scheduler())
