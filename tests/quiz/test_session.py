"""A round of questions: order, picks, checks, undo, and the wrong ones again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.progress.attempt import Certainty
from desktop.quiz import orders
from desktop.quiz import session as quiz
from desktop.quiz.bank import Bank
from desktop.quiz.moves import picked
from desktop.quiz.responses import Ordered, Picked, Words
from tests.quiz.builders import BLANKS, KIND_TOPICS, PAIRS, POT, SETS, STEPS, TEA, TOPICS, choice

if TYPE_CHECKING:
    from desktop.quiz.session import Session

BANK = Bank(TOPICS)


def fresh(seed: int = 1) -> Session:
    return quiz.start(BANK.questions(), seed)


def at(session: Session, question: str) -> Session:
    place = session.place_of(question)
    assert place is not None
    return quiz.go_to(session, place)


def pick(session: Session, option: int) -> Session:
    asked, response = session.current, session.response
    assert asked is not None
    assert isinstance(response, Picked)
    return quiz.respond(session, picked(asked.question, response, option))  # type: ignore[arg-type]


def answered(session: Session, *options: int) -> Session:
    for option in options:
        session = pick(session, option)
    return quiz.check(session)


def all_answered(session: Session, option: int) -> Session:
    while not session.finished:
        session = quiz.go_on(answered(session, option))
    return session


def test_the_same_seed_gives_the_same_round() -> None:
    assert fresh(7) == fresh(7)


def test_another_seed_gives_another_order_of_questions_and_options() -> None:
    rounds = [fresh(seed) for seed in range(12)]
    assert len({tuple(each.question.id for each in session.asked) for session in rounds}) > 3
    assert len({orders.option_order(POT, seed) for seed in range(12)}) > 3


def test_options_that_the_pack_keeps_in_order_stay_so() -> None:
    kept = choice("years", "*1", "2", "3", "4", shuffle=False)
    assert {orders.option_order(kept, seed) for seed in range(12)} == {(0, 1, 2, 3)}


def test_a_round_is_no_longer_than_asked_for_and_starts_with_the_wanted_question() -> None:
    session = quiz.start(BANK.questions(), 3, first="cup", most=2)
    assert len(session.asked) == 2
    assert session.asked[0].question.id == "cup"


def test_picking_another_option_replaces_the_first_where_one_fits() -> None:
    session = pick(pick(at(fresh(), "tea"), 1), 2)
    assert session.response == Picked(frozenset({2}))


def test_picking_twice_takes_the_tick_away_where_several_fit() -> None:
    session = pick(pick(pick(at(fresh(), "pot"), 1), 2), 2)
    assert session.response == Picked(frozenset({1}))


def test_nothing_picked_nothing_checked() -> None:
    session = fresh()
    assert quiz.check(session) is session
    assert pick(session, 99) is session
    assert quiz.respond(session, Words("tea")) is session


def test_a_checked_answer_stands() -> None:
    session = answered(at(fresh(), "tea"), 1)
    assert quiz.check(pick(session, 0)) == session
    assert quiz.be_sure(session, Certainty.CERTAIN) == session


def undone(session: Session) -> Session:
    assert session.last is not None
    return quiz.take_back(session, session.last.at)


def test_how_sure_it_is_goes_into_the_log_and_undo_brings_it_back() -> None:
    session = quiz.be_sure(at(fresh(), "tea"), Certainty.UNSURE)
    session = answered(session, 0)
    assert session.log[0].certainty is Certainty.UNSURE
    assert undone(session).certainty is Certainty.UNSURE
    assert answered(at(session, "pot"), 0).log[1].certainty is None


def test_the_seed_decides_every_order_and_no_list_starts_in_the_right_one() -> None:
    for orders_of in (
        [orders.item_order(SETS, seed) for seed in range(12)],
        [orders.left_order(PAIRS, seed) for seed in range(12)],
        [orders.right_order(PAIRS, seed) for seed in range(12)],
        [orders.choice_order(BLANKS, BLANKS.gaps[0], seed) for seed in range(12)],
    ):
        assert len(set(orders_of)) > 1
    assert orders.item_order(SETS, 5) == orders.item_order(SETS, 5)
    starts = {orders.start_order(STEPS, seed) for seed in range(200)}
    assert len(starts) == 23
    assert (0, 1, 2, 3) not in starts


def test_a_list_to_order_can_be_checked_as_it_stands() -> None:
    session = quiz.start(Bank(KIND_TOPICS).questions(), 3, first="steps")
    assert isinstance(session.response, Ordered)
    assert quiz.check(session).log


def test_the_score_adds_up_parts() -> None:
    session = answered(at(answered(at(fresh(), "tea"), 0), "pot"), 0)
    assert (session.right, session.score) == (1, 1.5)


def test_going_on_skips_what_is_answered_and_comes_round_to_what_was_left() -> None:
    session = quiz.go_to(fresh(), 2)
    session = quiz.go_on(answered(session, 0))
    assert session.at == 3
    session = quiz.go_on(answered(session, 0))
    assert session.at == 0


def test_there_is_no_result_before_all_is_answered() -> None:
    session = fresh()
    for _ in range(10):
        session = quiz.go_on(session)
    assert not session.finished
    assert not quiz.go_to_result(session).finished


def test_without_some_of_its_questions_a_round_goes_on_with_the_others() -> None:
    session = fresh()
    for _ in range(2):
        session = quiz.go_on(answered(session, 0))
    left = quiz.only(session, [1, 2])
    assert [each.question for each in left.asked] == [each.question for each in session.asked[1:3]]
    assert left.round == session.round
    assert [each.response for each in left.log] == [session.log[1].response]
    assert left.current == session.asked[2]
    assert quiz.only(session, [0, 1]).current is None, "nothing is open any more: the result"
    assert quiz.only(session, [3]).current == session.asked[3]
    assert quiz.only(session, []).asked == ()


def test_undo_leads_back_through_every_answer_and_keeps_what_was_picked() -> None:
    session = all_answered(fresh(), 0)
    assert session.finished
    for place in (3, 2, 1, 0):
        session = undone(session)
        assert session.at == place
        assert session.answer is None
        assert session.response == Picked(frozenset({0}))
    assert session.last is None


def test_the_wrong_ones_again() -> None:
    session = all_answered(fresh(), 1)
    again = quiz.wrong_ones_again(session, 9)
    assert {each.question for each in again.asked} == {each.question for each in session.asked}
    done = all_answered(again, 0)
    assert {each.question.id for each in quiz.wrong_ones_again(done, 1).asked} == {"pot"}


def test_an_empty_round_does_nothing() -> None:
    session = quiz.start((), 1)
    for step in (quiz.check, quiz.go_on, quiz.go_back, quiz.go_to_result):
        assert step(session).finished
    assert quiz.be_sure(session, Certainty.GUESS).current is None


def test_going_back_stops_at_the_first_question() -> None:
    session = fresh()
    assert quiz.go_back(session) is session
    assert quiz.go_back(quiz.go_to(session, 2)).at == 1
    assert TEA.id in {each.question.id for each in session.asked}
