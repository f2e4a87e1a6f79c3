"""From round to round, and places in them."""

from __future__ import annotations

from desktop.catalog.refs import QuestionRef, TopicRef
from desktop.quiz import rounds as played
from desktop.quiz import session as quiz
from desktop.quiz.bank import Bank
from desktop.quiz.responses import Picked
from desktop.quiz.rounds import Rounds
from tests.quiz.builders import TOPICS

BANK = Bank(TOPICS)


def fresh(topic: str = "") -> Rounds:
    return Rounds(quiz.start(BANK.questions(topic), 1, topic=topic))


def answered(rounds: Rounds) -> Rounds:
    return played.go(rounds, quiz.check(quiz.respond(rounds.now, Picked(frozenset({0})))))


def test_undo_leads_back_into_the_round_that_was_left() -> None:
    before = answered(fresh())
    after = played.begin(before, quiz.start(BANK.questions(), 2))
    assert after.can_undo
    assert played.undo(after) == before


def test_a_round_without_answers_is_not_kept() -> None:
    assert not played.begin(fresh(), quiz.start(BANK.questions(), 2)).can_undo


def test_a_question_of_the_round_is_found_where_it_stands() -> None:
    rounds = played.open_question(answered(fresh()), BANK, "pot", 5)
    assert rounds.now.log
    assert rounds.now.asked[rounds.now.at].question.id == "pot"


def test_a_question_from_elsewhere_starts_a_round_with_it() -> None:
    rounds = played.open_question(answered(fresh("drinks")), BANK, "cup", 5)
    assert rounds.now.asked[0].question.id == "cup"
    assert rounds.now.topic == ""
    assert rounds.can_undo


def test_a_topic_starts_its_own_round_unless_one_is_under_way() -> None:
    assert played.open_topic(fresh(), BANK, "things", 5).now.topic == "things"
    under_way = played.open_question(fresh(), BANK, "tea", 5)
    moved = played.open_topic(answered(under_way), BANK, "things", 5).now
    assert moved.log
    assert moved.asked[moved.at].topic == "things"


def test_the_place_is_the_topic_until_the_answer_is_checked() -> None:
    rounds = played.open_question(fresh(), BANK, "tea", 5)
    assert played.place_of(rounds.now) == TopicRef("drinks")
    assert played.place_of(answered(rounds).now) == QuestionRef("tea")
