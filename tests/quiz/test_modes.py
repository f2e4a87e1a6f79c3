"""The ways of being asked: practice, exam, review, and what was missed; and the log that keeps every answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.catalog.entities.questions import Misconception
from desktop.catalog.revision import revision_of
from desktop.progress.attempt import Certainty, Grade, Mode
from desktop.progress.log import ProgressLog
from desktop.progress.not_kept import FULL, NotKept
from desktop.quiz import words
from tests.progress.builders import answered, wrong
from tests.quiz.builders import SETS, TEA, topic
from tests.quiz.driver import sit_exam

if TYPE_CHECKING:
    from tests.quiz.conftest import OpenQuiz
    from tests.quiz.driver import QuizDriver

ALT = "Alt"


def test_every_answer_is_in_the_log_before_its_mark_is_seen(quiz: QuizDriver) -> None:
    quiz.show_question("tea")
    quiz.press("C", "C", "C")
    quiz.press_options("leaves")
    assert quiz.kept == []
    quiz.press("Space")
    (kept,) = quiz.kept
    assert (kept.pack, kept.question, kept.mode) == ("kitchen", "tea", Mode.PRACTICE)
    assert (kept.score, kept.right, kept.certainty, kept.grade) == (1.0, True, Certainty.FAIRLY_SURE, Grade.GOOD)
    assert kept.probability == pytest.approx(0.75)
    assert quiz.said == "Right"


def test_a_misconception_is_named_with_how_often_it_was_chosen(open_quiz: OpenQuiz) -> None:
    belief = Misconception(id="dry-tea", title="Tea is dry", correction="Tea is mostly water.")
    quiz = open_quiz((replace(topic("kinds", SETS, TEA), misconceptions=(belief,)),))
    seen = []
    for group in ("1", "2", "3"):
        quiz.show_question("sets")
        for _ in quiz.rows:
            quiz.press({"tea": group, "rain": "2", "sun": "1"}[quiz.current])
        assert not any("Tea is dry" in text for text in quiz.words())
        quiz.press("Return")
        seen.append([text for text in quiz.words() if "Tea is dry" in text][:1])
        quiz.press("Ctrl+Shift+N")
    assert seen == [
        ["A misconception: “Tea is dry”. Tea is mostly water."],
        ["You chose “Tea is dry” twice. Tea is mostly water."],
        [],
    ]


def test_a_right_guess_comes_again_soon(quiz: QuizDriver) -> None:
    quiz.show_question("tea")
    quiz.press("C")
    quiz.answer("leaves")
    assert quiz.kept[0].grade is Grade.AGAIN
    assert quiz.kept[0].probability == pytest.approx(1 / 3)
    assert quiz.grades[0].startswith("*1  Again")


def test_what_cannot_be_kept_is_told_and_the_answer_stays_to_be_tried_again(
    quiz: QuizDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiz.show_question("tea")

    def full(_log: ProgressLog, _answered: object) -> None:
        raise NotKept("The answer was not saved", FULL)

    with monkeypatch.context() as patch:
        patch.setattr(ProgressLog, "record", full)
        quiz.answer("leaves")
        assert quiz.trouble == "The answer was not saved: the disk is full. Make room, then try again."
        assert quiz.picked == ["leaves"]
        assert quiz.said == ""
        quiz.click("Try again")
        assert quiz.trouble
    quiz.click("Try again")
    assert quiz.trouble == ""
    assert quiz.said == "Right"
    assert [each.question for each in quiz.kept] == ["tea"]


def test_the_reader_may_go_on_without_saving(quiz: QuizDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_log: ProgressLog, _answered: object) -> None:
        raise NotKept("The answer was not saved", FULL)

    monkeypatch.setattr(ProgressLog, "record", full)
    quiz.show_question("tea")
    quiz.answer("leaves")
    quiz.click("Go on without saving")
    assert quiz.said == "Right"
    assert quiz.kept == []
    quiz.press("Space")
    quiz.answer_right()
    assert quiz.trouble == ""


def test_undo_goes_back_beyond_the_round_and_the_room(open_quiz: OpenQuiz) -> None:
    first = open_quiz()
    for _ in range(4):
        first.answer_right()
    again = open_quiz(learner=first.learner)
    assert len(again.kept) == 4
    for left in (3, 2, 1, 0):
        again.press("Ctrl+Z")
        assert len(again.kept) == left
        assert again.picked
    again.press("Ctrl+Z")
    assert again.kept == []


def test_what_was_undone_comes_back(quiz: QuizDriver) -> None:
    quiz.show_question("tea")
    quiz.answer("beans")
    quiz.press("Ctrl+Z")
    assert quiz.kept == []
    quiz.press("Ctrl+Y")
    assert [each.question for each in quiz.kept] == ["tea"]
    assert quiz.stem == TEA.stem
    assert quiz.notes["beans"] == "yours: that is coffee"


# Review and wrong ones


def test_review_brings_new_ones_then_what_is_due_and_says_when_nothing_is(open_quiz: OpenQuiz) -> None:
    quiz = open_quiz()
    quiz.choose_way("Review 4")
    assert quiz.progress == "Question 1 of 4 · 0 right"
    for _ in range(4):
        quiz.press("C", "C", "C")
        quiz.answer_right()
    assert quiz.on_result
    quiz.choose_way("Review")
    assert quiz.notice == words.NOTHING_DUE
    quiz.press("Space")
    assert quiz.way == "Practice"
    later = open_quiz(learner=quiz.learner, after=timedelta(days=5))
    assert "Review 4" in later.ways
    later.choose_way("Review 4")
    later.answer_right()
    assert quiz.kept[-1].mode is Mode.REVIEW


def test_the_wrong_ones_are_counted_and_asked_again_until_they_are_right(open_quiz: OpenQuiz) -> None:
    quiz = open_quiz()
    quiz.show_question("tea")
    quiz.answer("beans")
    assert "Wrong ones 1" in quiz.ways
    later = open_quiz(learner=quiz.learner)
    later.choose_way("Wrong ones 1")
    assert later.stem == TEA.stem
    later.answer("leaves")
    assert "Wrong ones" in later.ways
    later.choose_way("Wrong ones")
    assert later.notice == words.NOTHING_MISSED


def test_a_suspended_question_is_not_asked_until_it_is_let_in(quiz: QuizDriver) -> None:
    quiz.show_question("tea")
    quiz.press("At")
    assert words.SUSPENDED[0] in quiz.heard
    quiz.choose_topic("Drinks  3")
    assert quiz.progress == "Question 1 of 2 · 0 right"
    quiz.show_question("tea")
    quiz.press("At")
    quiz.choose_topic("Drinks  3")
    assert quiz.progress == "Question 1 of 3 · 0 right"


def test_all_suspended_questions_are_let_in_again_from_the_menu(quiz: QuizDriver) -> None:
    assert not any("suspended" in each for each in quiz.more)
    for name in ("tea", "pot"):
        quiz.show_question(name)
        quiz.press("At")
    quiz.choose_topic("Drinks  3")
    assert quiz.progress == "Question 1 of 1 · 0 right"
    quiz.choose_more("Let 2 suspended questions in again")
    assert quiz.heard[-1] == "2 questions are asked again."
    quiz.choose_topic("Drinks  3")
    assert quiz.progress == "Question 1 of 3 · 0 right"
    assert not any("suspended" in each for each in quiz.more)


def test_a_question_is_flagged_by_a_key(quiz: QuizDriver) -> None:
    quiz.press("Asterisk")
    assert words.FLAGGED[0] in quiz.heard
    quiz.press("Asterisk")
    assert words.FLAGGED[1] in quiz.heard


def test_what_was_forgotten_too_often_is_told_with_what_helps_and_found_in_the_bank(quiz: QuizDriver) -> None:
    """A leech: to ask it once more helps little."""
    for month in range(-23, 0):
        given = wrong if month % 3 == 0 else answered
        at = quiz.clock.time + timedelta(days=30 * month)
        quiz.learner.log.record(given("tea", pack="kitchen", revision=revision_of(TEA), at=at))
    quiz.show_question("tea")
    quiz.press("C", "C", "C")
    quiz.answer("leaves")
    assert "Forgotten" not in " ".join(quiz.words())
    quiz.press("1")
    advice = words.OFTEN_FORGOTTEN.format(8)
    assert quiz.sees(advice)
    quiz.press("Ctrl+B")
    assert "Often forgotten" in " ".join(quiz.items_of_combos())


# Exams


def test_an_exam_tells_nothing_before_it_is_handed_in(quiz: QuizDriver) -> None:
    sit_exam(quiz)
    assert quiz.progress.startswith("Question 1 of 4 · 0 answered")
    for _ in range(4):
        quiz.pick_right()
        quiz.press("Space")
        seen = " ".join(quiz.words())
        assert "right answer" not in seen
        assert "Because" not in seen
        assert " right" not in quiz.progress
        assert quiz.grades == []
    assert [each.mode for each in quiz.kept] == [Mode.EXAM] * 4
    quiz.press("Space")
    assert quiz.on_result
    assert quiz.progress == "4 questions · 4 right"


def test_the_counts_tell_nothing_of_an_exam_before_it_is_handed_in(quiz: QuizDriver) -> None:
    quiz.show_question("tea")
    quiz.answer("beans")
    assert "Wrong ones 1" in quiz.ways
    sit_exam(quiz)
    for _ in range(4):
        assert quiz.ways == ["Practice", "Exam", "Review", "Wrong ones"]
        quiz.press("1", "Return")
    quiz.hand_in()
    assert any(each.startswith("Wrong ones ") for each in quiz.ways)


def test_an_exam_that_was_left_goes_on_where_it_was(quiz: QuizDriver) -> None:
    sit_exam(quiz, count=3, minutes=2)
    quiz.pick_right()
    quiz.press("Space")
    quiz.choose_way("Practice")
    quiz.wait(timedelta(seconds=60))
    quiz.choose_way("Exam")
    assert quiz.progress == "Question 2 of 3 · 1 answered · 1:00 left"
    quiz.hand_in()
    quiz.choose_way("Practice")
    quiz.choose_way("Exam")
    assert not quiz.on_result
    assert quiz.progress == ""


def test_an_exam_whose_time_ended_while_it_was_left_is_handed_in(quiz: QuizDriver) -> None:
    sit_exam(quiz, count=3, minutes=2)
    quiz.choose_way("Practice")
    quiz.wait(timedelta(minutes=5))
    quiz.choose_way("Exam")
    assert quiz.on_result


def test_what_an_exam_left_open_is_told_apart_from_what_was_wrong(quiz: QuizDriver) -> None:
    sit_exam(quiz)
    quiz.press("1", "Return")
    quiz.press_options(quiz.options[0])
    quiz.hand_in()
    assert any("3 not answered" in text for text in quiz.words())


def test_undo_after_handing_in_takes_back_answers_that_were_given_and_no_others(quiz: QuizDriver) -> None:
    sit_exam(quiz)
    quiz.pick_right()
    given = quiz.stem
    quiz.press("Space")
    quiz.hand_in()
    quiz.press("Ctrl+Z")
    assert (quiz.stem, quiz.kept) == (given, [])
    assert not any("when the exam is handed in" in text for text in quiz.words())
    quiz.press("Ctrl+Z")
    assert quiz.stem == given
    quiz.press("Ctrl+Y")
    assert quiz.said == "Right"
    assert quiz.progress == "Question 1 of 4 · 1 right"


def test_every_question_can_be_looked_at_from_the_result(quiz: QuizDriver) -> None:
    stems = []
    sit_exam(quiz)
    for _ in range(4):
        stems.append(quiz.stem)
        quiz.pick_right()
        quiz.press("Space")
    quiz.press("Space")
    assert (quiz.missed, sorted(quiz.looked_over)) == ([], sorted(stems))
    quiz.click_link(stems[2])
    assert (quiz.stem, quiz.said) == (stems[2], "Right")


def test_handing_in_with_open_questions_takes_a_second_click(quiz: QuizDriver) -> None:
    sit_exam(quiz)
    quiz.pick_right()
    quiz.press("Space")
    quiz.click("Hand the exam in")
    assert not quiz.on_result
    assert quiz.heard[-1] == words.still_open(3)
    assert words.still_open(3) in quiz.words()
    quiz.click("Hand the exam in")
    assert quiz.on_result


def test_after_an_exam_another_can_be_planned(quiz: QuizDriver) -> None:
    sit_exam(quiz)
    quiz.hand_in()
    quiz.click("Start again with new questions")
    quiz.settle()
    assert not quiz.on_result
    quiz.press("Return")
    assert quiz.progress.startswith("Question 1 of 4 · 0 answered")


def test_in_an_exam_one_can_skip_go_back_and_change_an_answer(quiz: QuizDriver) -> None:
    sit_exam(quiz)
    first = quiz.stem
    quiz.click("Skip this question for now")
    assert quiz.stem != first
    quiz.pick_right()
    quiz.press("Space", "Backspace")
    quiz.click("Change the answer to this question")
    assert quiz.kept == []
    quiz.press("Space")
    assert len(quiz.kept) == 1


def test_an_exam_is_handed_in_early_and_reviewed_with_its_solutions(quiz: QuizDriver) -> None:
    sit_exam(quiz)
    quiz.pick_right()
    quiz.press("Space")
    quiz.hand_in()
    assert quiz.on_result
    assert quiz.score == "1 of 4 questions right"
    assert len(quiz.missed) == 3
    quiz.click_link(quiz.missed[0])
    assert "Because" in " ".join(quiz.words())


def test_when_the_time_is_up_the_exam_is_handed_in(open_quiz: OpenQuiz) -> None:
    quiz = open_quiz()
    sit_exam(quiz, count=3, minutes=2)
    assert quiz.progress == "Question 1 of 3 · 0 answered · 2:00 left"
    quiz.wait(timedelta(seconds=75))
    assert quiz.progress == "Question 1 of 3 · 0 answered · 0:45 left"
    quiz.wait(timedelta(seconds=46))
    assert quiz.on_result
    assert words.TIME_IS_UP in quiz.heard


def test_after_a_sleep_beyond_its_end_an_exam_takes_no_answer(open_quiz: OpenQuiz) -> None:
    """The machine wakes and a key comes before the quiz has looked at the clock."""
    quiz = open_quiz()
    sit_exam(quiz, count=3, minutes=2)
    quiz.pick_right()
    quiz.clock.time += timedelta(hours=8)
    quiz.press("Space")
    assert quiz.on_result
    assert quiz.kept == []
    assert words.TIME_IS_UP in quiz.heard


def test_after_an_exam_one_can_sit_another(quiz: QuizDriver) -> None:
    sit_exam(quiz, count=1)
    quiz.pick_right()
    quiz.press("Space", "Space")
    assert quiz.on_result
    sit_exam(quiz, count=2)
    assert quiz.progress.startswith("Question 1 of 2 · 0 answered")


def test_an_exam_is_of_the_topic_that_was_chosen_for_it(quiz: QuizDriver) -> None:
    quiz.choose_way("Exam")
    quiz.choose_topic("Drinks  3")
    assert quiz.topic == "Drinks  3"
    quiz.press("Return")
    assert quiz.progress.startswith("Question 1 of 3 · 0 answered")


def test_starting_again_after_an_exam_offers_an_exam(quiz: QuizDriver) -> None:
    sit_exam(quiz, count=1)
    quiz.pick_right()
    quiz.press("Space", "Space", "Ctrl+Shift+N")
    assert quiz.way == "Exam"
    quiz.press("Return")
    assert " answered" in quiz.progress


def test_choosing_an_exam_within_one_does_not_end_it(quiz: QuizDriver) -> None:
    sit_exam(quiz)
    quiz.pick_right()
    quiz.press("Space")
    quiz.choose_way("Exam")
    assert quiz.progress.startswith("Question 2 of 4 · 1 answered")


def test_an_exam_without_a_limit_has_no_clock(quiz: QuizDriver) -> None:
    sit_exam(quiz, minutes=0)
    assert quiz.progress == "Question 1 of 4 · 0 answered"


NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
