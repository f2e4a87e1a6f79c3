"""The pack is read again with a round under way: it goes on with what the pack still has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.quiz.builders import CUP, TOPICS
from tests.quiz.driver import sit_exam

if TYPE_CHECKING:
    from desktop.catalog.entities.questions import Topic
    from tests.quiz.conftest import OpenQuiz


def changed(topic: Topic) -> Topic:
    questions = (replace(each, stem="What now?") if each == CUP else each for each in topic.questions)
    return replace(topic, questions=tuple(questions))


def test_an_exam_goes_on_without_a_question_that_was_changed(open_quiz: OpenQuiz) -> None:
    quiz = open_quiz()
    sit_exam(quiz)
    quiz.pick_right()
    quiz.press("Space")
    again = open_quiz(tuple(map(changed, TOPICS)), learner=quiz.learner)
    again.room.take_up(quiz.room.kept())
    assert " of 3 · " in again.progress
    assert again.way == "Exam"
    assert "Because" not in " ".join(again.words())
    again.click("Hand the exam in")
    again.click("Hand the exam in")  # open questions are told of first
    assert again.score.endswith(" of 3 questions right")


def test_undo_leads_back_into_a_round_from_before_the_pack_was_read_again(open_quiz: OpenQuiz) -> None:
    quiz = open_quiz()
    quiz.answer_right()
    again = open_quiz(learner=quiz.learner)
    again.room.take_up(quiz.room.kept())
    assert again.progress == "Question 2 of 4 · 1 right"
    again.press("Ctrl+Z", "Ctrl+Y")
    assert again.progress == "Question 1 of 4 · 1 right"
