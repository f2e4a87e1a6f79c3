"""What can be asked: written and made, by topic and by what the reader wants."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import Bloom
from desktop.catalog.refs import TermRef
from desktop.quiz.bank import Bank, Where
from tests.quiz.builders import CUP, KIND_TOPICS, KINDS, PLACE, TEA, TOPICS, choice, topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.entities.questions import Question, Topic

BANK = Bank((*TOPICS, *KIND_TOPICS), own=frozenset({"cup"}))


def ids(bank: Bank, topic: str = "", where: Where | None = None) -> list[str]:
    return [question.id for question, _ in bank.questions(topic, where or Where())]


def test_no_type_is_left_out() -> None:
    assert ids(BANK, "kinds") == [question.id for question in KINDS]
    assert [words for _, words in BANK.choices()] == ["All topics  11", "Drinks  3", "Things  1", "Kinds  7"]


def test_questions_are_wanted_by_type_difficulty_bloom_and_who_wrote_them() -> None:
    assert ids(BANK, where=Where(type="order")) == ["steps"]
    assert ids(BANK, where=Where(difficulty=1)) == ["tea", "pot", "hot", "cup"]
    assert ids(BANK, where=Where(bloom=Bloom.APPLY)) == []
    assert ids(BANK, where=Where(own=True)) == ["cup"]
    assert ids(BANK, "drinks", Where(type="multiple", bloom=Bloom.REMEMBER)) == ["pot"]


def test_what_templates_make_stands_under_its_topic_and_is_made_once_when_first_asked_for() -> None:
    asked: list[str] = []

    def made(topic: Topic) -> Sequence[Question]:
        asked.append(topic.id)
        return [choice(f"made-{topic.id}", "*a", "b")]

    bank = Bank(TOPICS, made)
    assert asked == []
    assert ids(bank, "things") == [CUP.id, "made-things"]
    assert bank.holds("made-drinks", "drinks")
    assert not bank.holds("made-drinks", "things")
    assert asked == ["drinks", "things"]
    assert next(question for question, _ in bank.written("drinks")) is TEA


def test_a_hotspot_on_what_cannot_be_shown_live_is_not_asked() -> None:
    lost = replace(PLACE, id="lost", scene=TermRef("tea"))
    assert ids(Bank((topic("odd", lost, PLACE),))) == ["place"]
