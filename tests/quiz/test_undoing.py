"""Undo and redo with a round under way, and with a log that was forgotten, brought back or replaced meanwhile."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from desktop.progress.not_kept import FULL, NotKept
from desktop.progress.opening import in_memory
from desktop.quiz import words
from desktop.shell.learner import Learner
from tests.progress.builders import answered
from tests.quiz.driver import sit_exam

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.quiz.conftest import OpenQuiz
    from tests.quiz.driver import QuizDriver


def test_what_comes_back_in_a_round_leaves_its_open_questions_open(quiz: QuizDriver) -> None:
    quiz.answer_right()
    quiz.pick_right()
    quiz.press("Space")
    quiz.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Y")
    assert quiz.progress == "Question 1 of 4 · 1 right"
    quiz.press("Ctrl+Y")
    assert quiz.progress == "Question 2 of 4 · 2 right"
    quiz.press("Space")
    assert quiz.progress == "Question 3 of 4 · 2 right"


def test_what_comes_back_in_an_exam_does_not_end_it(quiz: QuizDriver) -> None:
    sit_exam(quiz)
    quiz.pick_right()
    quiz.press("Space", "Ctrl+Z", "Ctrl+Y")
    assert len(quiz.kept) == 1
    assert quiz.progress.startswith("Question 1 of 4 · 1 answered")
    assert "Because" not in " ".join(quiz.words())
    quiz.press("Space")
    assert quiz.progress.startswith("Question 2 of 4 · 1 answered")


def test_in_an_exam_that_was_handed_in_undo_takes_back_what_was_answered_and_no_more(quiz: QuizDriver) -> None:
    quiz.answer_right()
    sit_exam(quiz)
    quiz.pick_right()
    quiz.press("Space")
    quiz.click("Hand the exam in")
    quiz.press("Ctrl+Z")
    assert len(quiz.kept) == 1
    quiz.press("Ctrl+Z")
    assert quiz.kept == []


def test_after_all_was_forgotten_undo_and_grades_do_no_harm(quiz: QuizDriver) -> None:
    quiz.show_question("tea")
    quiz.answer("leaves")
    quiz.learner.forget("kitchen")
    assert quiz.grades == [], "there is nothing left to grade"
    quiz.press("2")
    quiz.press("Ctrl+Z")
    assert quiz.said == ""
    assert quiz.picked == ["leaves"]
    quiz.press("Space")
    assert [each.question for each in quiz.kept] == ["tea"]


def test_after_a_backup_was_restored_undo_takes_back_no_other_answer(open_quiz: OpenQuiz, tmp_path: Path) -> None:
    learner = Learner(None, tmp_path / "data")
    quiz = open_quiz(learner=learner)
    quiz.answer_right()
    assert learner.log.backups is not None
    backup = learner.log.backups.make(learner.now())
    quiz.answer_right()
    lost = quiz.stem
    quiz.pick_right()
    quiz.press("Space")
    learner.restore(backup.path)
    quiz.choose_topic("All topics  4")
    quiz.answer_right()
    quiz.pick_right()
    quiz.press("Space")
    numbers = [each.number for each in quiz.kept]
    assert numbers == [1, 2, 3], "the numbers of what was answered after the backup are given anew"
    rounds = {each.number: each.round for each in quiz.kept}
    assert rounds[2] == rounds[3] != rounds[1]
    for left in (2, 1, 0):
        quiz.press("Ctrl+Z")
        assert len(quiz.kept) == left
    assert quiz.stem != lost
    learner.close()


def test_the_answer_at_hand_is_not_taken_for_another_one_of_a_restored_log(open_quiz: OpenQuiz, tmp_path: Path) -> None:
    learner = Learner(None, tmp_path / "data")
    quiz = open_quiz(learner=learner)
    assert learner.log.backups is not None
    backup = learner.log.backups.make(learner.now())
    quiz.pick_right()
    quiz.press("Space")
    learner.restore(backup.path)
    assert learner.log.record(answered("cup", pack="kitchen")).number == 1
    quiz.press("2")
    assert not quiz.kept[0].overridden
    quiz.press("Ctrl+Z")
    assert len(quiz.kept) == 1
    learner.close()


def test_an_exam_that_was_left_is_not_taken_for_one_of_another_log(open_quiz: OpenQuiz, tmp_path: Path) -> None:
    learner = Learner(None, tmp_path / "data")
    quiz = open_quiz(learner=learner)
    assert learner.log.backups is not None
    backup = learner.log.backups.make(learner.now())
    sit_exam(quiz)
    quiz.pick_right()
    quiz.press("Space")
    quiz.choose_way("Practice")
    learner.restore(backup.path)
    assert learner.log.record(answered("cup", pack="kitchen")).number == 1
    quiz.choose_way("Exam")
    quiz.press("Ctrl+Z")
    assert len(quiz.kept) == 1
    learner.close()


# What is tried again


def full(*_arguments: object, **_more: object) -> None:
    raise NotKept("Nothing was taken back", FULL)


def test_try_again_does_what_failed_and_does_not_check_what_is_only_picked(
    quiz: QuizDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiz.answer_right()
    quiz.pick_right()
    with monkeypatch.context() as patch:
        patch.setattr("desktop.progress.log.ProgressLog.undo", full)
        quiz.press("Ctrl+Z")
    assert quiz.trouble.startswith("Nothing was taken back")
    assert "Go on without saving" not in quiz.buttons
    quiz.click("Try again")
    assert quiz.trouble == ""
    assert quiz.kept == []
    assert quiz.said == ""


def test_try_again_after_a_notice_checks_nothing(open_quiz: OpenQuiz) -> None:
    learner = Learner()
    learner._opening = in_memory(learner._scheduling(), "Answers cannot be saved:")
    quiz = open_quiz(learner=learner)
    assert quiz.trouble.startswith("Answers cannot be saved")
    quiz.pick_right()
    quiz.click("Try again")
    assert quiz.said == ""
    assert quiz.kept == []


def test_what_failed_is_not_done_to_another_log(quiz: QuizDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    quiz.answer_right()
    with monkeypatch.context() as patch:
        patch.setattr("desktop.progress.log.ProgressLog.undo", full)
        quiz.press("Ctrl+Z")
    quiz.learner.changed.emit()
    assert quiz.trouble == ""
    quiz.room._desk.to_do_again()()
    assert len(quiz.kept) == 1


def test_who_goes_on_without_saving_sees_so_and_is_saved_again_as_soon_as_that_works(
    quiz: QuizDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("desktop.progress.log.ProgressLog.record", full)
        quiz.pick_right()
        quiz.press("Space")
        quiz.click("Go on without saving")
        assert quiz.progress == f"Question 1 of 4 · 1 right · {words.NOT_SAVED}"
        quiz.press("Space")
        quiz.answer_right()
        assert quiz.trouble == ""
        assert quiz.kept == []
    quiz.answer_right()
    assert len(quiz.kept) == 1
    assert words.NOT_SAVED not in quiz.progress


def test_how_long_the_first_answer_took_is_kept_too(quiz: QuizDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    before = time.monotonic()
    monkeypatch.setattr("desktop.quiz.ui.desk.monotonic", lambda: before + 12)
    quiz.answer_right()
    assert quiz.kept[0].took >= 12_000
