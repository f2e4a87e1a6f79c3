"""What a link to a question or topic does to a round, and places in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.catalog.refs import QuestionRef, TopicRef
from desktop.progress.attempt import Mode
from desktop.quiz import rounds
from desktop.quiz import session as quiz
from desktop.quiz.bank import Bank
from desktop.quiz.responses import Picked
from tests.quiz.builders import TOPICS

if TYPE_CHECKING:
    from desktop.quiz.session import Session

BANK = Bank(TOPICS)


def fresh(topic: str = "") -> Session:
    return quiz.start(BANK.questions(topic), 1, topic=topic)


def answered(session: Session) -> Session:
    return quiz.check(quiz.respond(session, Picked(frozenset({0}))))


def test_a_question_of_the_round_is_found_where_it_stands() -> None:
    session = rounds.open_question(answered(rounds.open_question(fresh(), BANK, "tea", 5)), BANK, "pot", 5)
    assert session.log
    assert session.asked[session.at].question.id == "pot"


def test_a_question_from_elsewhere_starts_a_round_with_it() -> None:
    session = rounds.open_question(answered(rounds.open_question(fresh("drinks"), BANK, "tea", 5)), BANK, "cup", 5)
    assert session.asked[0].question.id == "cup"
    assert session.topic == ""
    assert not session.log


def test_a_topic_starts_its_own_round_unless_one_is_under_way() -> None:
    assert rounds.open_topic(fresh(), BANK, "things", 5).topic == "things"
    under_way = answered(rounds.open_question(fresh(), BANK, "tea", 5))
    moved = rounds.open_topic(under_way, BANK, "things", 5)
    assert moved.log
    assert moved.asked[moved.at].topic == "things"


def test_the_place_is_the_topic_until_the_mark_is_told() -> None:
    session = rounds.open_question(fresh(), BANK, "tea", 5)
    assert rounds.place_of(session) == TopicRef("drinks")
    assert rounds.place_of(answered(session)) == QuestionRef("tea")
    exam = answered(replace(session, mode=Mode.EXAM))
    assert rounds.place_of(exam) == TopicRef("drinks")
    assert rounds.place_of(quiz.go_to(quiz.hand_in(exam), 0)) == QuestionRef("tea")
