"""What the quiz has on its screen, as a stop of a talk keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.refs import QuestionRef, TopicRef, ViewRef
from desktop.shell.on_screen import OnScreen
from tests.quiz.builders import CUP, MADE_TOPICS

if TYPE_CHECKING:
    from tests.quiz.conftest import OpenQuiz
    from tests.quiz.driver import QuizDriver


def test_it_is_the_question_before_its_check_and_after(quiz: QuizDriver) -> None:
    quiz.navigator.open(QuestionRef("cup"))
    assert quiz.room.on_screen() == OnScreen(QuestionRef("cup"), CUP.stem)
    quiz.answer_right()
    quiz.press("Backspace")
    told = quiz.room.on_screen()
    assert told is not None
    assert isinstance(told.ref, QuestionRef)


def test_asking_for_it_tells_the_panels_nothing(quiz: QuizDriver) -> None:
    before = list(quiz.told)
    quiz.room.on_screen()
    assert quiz.told == before


def test_a_made_question_is_kept_as_it_is(open_quiz: OpenQuiz) -> None:
    quiz = open_quiz(MADE_TOPICS)
    quiz.navigator.open(QuestionRef("colour.cup"))
    assert quiz.room.on_screen() == OnScreen(QuestionRef("colour.cup"), "Which colour has the cup?")


def test_on_the_result_it_is_the_topic_or_the_quiz(quiz: QuizDriver) -> None:
    for _ in range(4):
        quiz.answer_right()
    assert quiz.on_result
    assert quiz.room.on_screen() == OnScreen(ViewRef("quiz"), "Quiz")
    quiz.room._questions._desk.practise("things")
    quiz.answer_right()
    assert quiz.on_result
    assert quiz.room.on_screen() == OnScreen(TopicRef("things"), "Things")


def test_in_the_bank_it_is_the_question_that_is_chosen(quiz: QuizDriver) -> None:
    quiz.press("Ctrl+B")
    quiz.settle()
    page = quiz.room._sides._banking
    assert page is not None
    page.show_question("cup")
    assert quiz.room.on_screen() == OnScreen(QuestionRef("cup"), CUP.stem)
