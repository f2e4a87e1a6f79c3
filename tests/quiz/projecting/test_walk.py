"""Questions told step by step, without a window: which steps there are, and what is told at each."""

from __future__ import annotations

from desktop.quiz.projecting.show import Slide, screen_of
from desktop.quiz.projecting.walk import Phase, Step, begin, count, go_to
from tests.quiz.builders import POT, TEA

ONE = begin((Slide(TEA, (2, 0, 1)),))
TWO = begin((Slide(TEA, (2, 0, 1)), Slide(POT, (0, 1, 2, 3))))


def test_a_question_is_asked_and_revealed_and_counted_where_a_hall_has_voted() -> None:
    assert [step.phase for step in ONE.steps] == [Phase.ASKED, Phase.REVEALED]
    assert [step.phase for step in count(ONE, (1, 2, 3)).steps] == [Phase.ASKED, Phase.COUNTED, Phase.REVEALED]


def test_the_questions_of_a_topic_follow_each_other() -> None:
    assert TWO.steps == (Step(0, Phase.ASKED), Step(0, Phase.REVEALED), Step(1, Phase.ASKED), Step(1, Phase.REVEALED))
    assert screen_of(go_to(TWO, 2).show).stem == POT.stem
    assert screen_of(go_to(TWO, 2).show).progress == "Question 2 of 2"


def test_one_question_alone_is_not_numbered() -> None:
    assert screen_of(ONE.show).progress == ""


def test_counting_shows_the_votes_and_no_more() -> None:
    counted = count(ONE, (1, 2, 3))
    assert counted.step == Step(0, Phase.COUNTED)
    assert [choice.votes for choice in screen_of(counted.show).choices] == [1, 2, 3]
    assert all(choice.right is None for choice in screen_of(counted.show).choices)


def test_votes_that_come_after_the_solution_leave_it_out() -> None:
    assert count(go_to(ONE, 1), (1, 2, 3)).revealed


def test_going_back_shows_a_question_as_far_told_as_it_was() -> None:
    walk = go_to(count(TWO, (1, 2, 3)), 3)
    assert screen_of(walk.show).stem == POT.stem
    back = screen_of(go_to(walk, 2).show)
    assert [choice.votes for choice in back.choices] == [1, 2, 3]
    assert [choice.right for choice in back.choices] == [False, True, False]
    assert all(choice.votes is None for choice in screen_of(go_to(walk, 0).show).choices)


def test_steps_that_do_not_exist_lead_to_the_nearest() -> None:
    assert go_to(ONE, 99).at == 1
    assert go_to(ONE, -1).at == 0
