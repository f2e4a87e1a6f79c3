"""The quiz as a person plays it, by keyboard first."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.catalog.refs import QuestionRef, TopicRef
from desktop.progress.attempt import Grade
from desktop.shell.learner import Learner
from tests.quiz.builders import CUP, EVIDENCE, HOT, POT, STEPS, TEA, TOPICS, choice, topic

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.catalog.entities.questions import ChoiceQuestion
    from tests.quiz.conftest import OpenQuiz
    from tests.quiz.driver import QuizDriver


def test_a_whole_round_by_keyboard_alone(quiz: QuizDriver) -> None:
    assert quiz.progress == "Question 1 of 4 · 0 right"
    for _ in range(4):
        quiz.answer_right()
    assert quiz.on_result
    assert "4 of 4 questions right" in quiz.words()
    assert quiz.missed == []


def test_enter_checks_and_goes_on(quiz: QuizDriver) -> None:
    first = quiz.stem
    quiz.press("1", "Return", "Return")
    assert quiz.stem != first


def test_arrow_keys_move_the_pick_where_one_fits(quiz: QuizDriver) -> None:
    quiz.show_question("tea")
    quiz.press("Down", "Down")
    assert quiz.picked == [quiz.options[1]]
    quiz.press("Up", "Up")
    assert quiz.picked == [quiz.options[2]]
    quiz.press("Space")
    assert quiz.said


def test_arrow_keys_and_space_tick_where_several_fit(quiz: QuizDriver) -> None:
    quiz.show_question("pot")
    quiz.press("Down", "Space", "Down", "Down", "Space")
    assert quiz.picked == [quiz.options[0], quiz.options[2]]
    assert not quiz.said
    quiz.press("Return")
    assert quiz.said


def test_a_wrong_answer_is_told_by_sign_word_and_reason(quiz: QuizDriver) -> None:
    quiz.show_question("tea")
    quiz.answer("beans")
    assert quiz.notes == {"leaves": "right answer", "beans": "yours: that is coffee"}
    assert quiz.said == "Not right"
    assert "Because tea is so." in quiz.words()
    assert quiz.heard[-1] == "Not right. Right answer: leaves. that is coffee."


def test_part_of_several_is_part_of_the_mark(quiz: QuizDriver) -> None:
    quiz.show_question("pot")
    assert "Choose all that fit." in quiz.words()
    quiz.answer("lid")
    assert quiz.said == "Partly right: 1 of 2 found, 0 wrong, 50% of the mark"
    assert quiz.notes == {"lid": "right answer, yours", "spout": "right answer, not ticked"}


@pytest.mark.parametrize("question", [TEA, POT, HOT, CUP])
def test_nothing_gives_the_answer_away_before_the_check(quiz: QuizDriver, question: ChoiceQuestion) -> None:
    quiz.show_question(question.id)
    quiz.press("1")
    quiz.settle()
    seen = " ".join(quiz.words()).replace("0 right", "")
    assert "right" not in seen
    assert question.explanation
    assert question.explanation not in seen
    assert "coffee" not in seen
    topic_alone = TopicRef("things" if question is CUP else "drinks")
    assert (quiz.place, quiz.told[-1]) == (topic_alone, topic_alone)
    quiz.press("Return")
    assert quiz.place == QuestionRef(question.id)


def test_the_same_before_the_check_whichever_option_is_right(open_quiz: OpenQuiz) -> None:
    grabs = []
    for options in (("*one", "two"), ("one", "*two")):
        quiz = open_quiz((topic("only", choice("only", *options, shuffle=False)),))
        grabs.append(quiz.room.grab().toImage())
    assert grabs[0] == grabs[1]


def test_checking_nothing_asks_for_an_answer(quiz: QuizDriver) -> None:
    quiz.press("Space")
    assert "Choose an answer first." in quiz.words()
    assert quiz.heard[-1] == "Choose an answer first."
    assert quiz.progress == "Question 1 of 4 · 0 right"


def test_what_was_missing_is_no_longer_told_once_it_is_answered(quiz: QuizDriver) -> None:
    quiz.show_question("pot")
    quiz.press("Return")
    assert "Choose an answer first." in quiz.words()
    quiz.press("1")
    assert "Choose an answer first." not in quiz.words()
    assert "Choose all that fit." in quiz.words()


def test_how_sure_is_asked_before_the_check_and_stands_after_it(quiz: QuizDriver) -> None:
    quiz.show_question("tea")
    assert (quiz.asks_certainty, quiz.certainty) == (True, "")
    quiz.press("C", "C")
    assert (quiz.certainty, quiz.heard[-1]) == ("Unsure", "Unsure")
    quiz.click("How sure are you?: Certain")
    quiz.answer("beans")
    quiz.press("C")
    assert quiz.certainty == "Certain"
    assert "How sure were you?" in quiz.words()
    quiz.press("U")
    assert quiz.certainty == "Certain"
    quiz.press("C")
    assert quiz.certainty == "Guess"


def test_how_sure_need_not_be_told_and_need_not_be_asked(quiz: QuizDriver) -> None:
    quiz.show_question("tea")
    quiz.answer("beans")
    assert not quiz.asks_certainty
    quiz.press("U")
    quiz.card.ask_certainty(False)
    assert not quiz.asks_certainty
    quiz.press("C")
    assert quiz.certainty == ""


def test_grades_are_offered_after_the_check_and_chosen_by_key_or_click(quiz: QuizDriver) -> None:
    quiz.show_question("tea")
    assert quiz.grades == []
    quiz.answer("leaves")
    assert quiz.grades == ["1  Again · 10 min", "2  Hard · 15 min", "*3  Good · 2 days", "4  Easy · 8 days"]
    quiz.press("2")
    assert quiz.grades[1] == "*2  Hard · 15 min"
    quiz.click("4  Easy · 8 days")
    assert [(each.grade, each.overridden) for each in quiz.kept] == [(Grade.EASY, True)]
    quiz.press("U")
    assert quiz.grades == []


def test_undo_takes_answers_back_on_every_page(quiz: QuizDriver) -> None:
    for _ in range(4):
        quiz.answer_right()
    quiz.press("Ctrl+Z")
    assert quiz.progress == "Question 4 of 4 · 3 right"
    assert quiz.picked
    quiz.press("U", "U", "U", "U")
    assert quiz.progress == "Question 1 of 4 · 0 right"


def test_redo_leaves_the_round_as_long_as_it_was(quiz: QuizDriver) -> None:
    quiz.answer_right()
    quiz.pick_right()
    quiz.press("Space", "Ctrl+Z", "Ctrl+Y")
    assert quiz.progress == "Question 2 of 4 · 2 right"
    assert quiz.said == "Right"
    quiz.press("Ctrl+Z", "Ctrl+Shift+Z", "Space")
    assert quiz.progress == "Question 3 of 4 · 2 right"


def test_undo_brings_back_the_round_that_was_left(quiz: QuizDriver) -> None:
    quiz.answer_right()
    asked = quiz.stem
    quiz.press("Ctrl+Shift+N")
    assert quiz.progress == "Question 1 of 4 · 0 right"
    quiz.press("Ctrl+Z")
    assert quiz.progress == "Question 1 of 4 · 0 right"
    assert quiz.picked
    quiz.press("Space", "Space")
    assert quiz.stem == asked


def test_show_me_opens_the_evidence_and_back_finds_the_question_as_it_was(quiz: QuizDriver) -> None:
    quiz.show_question("tea")
    quiz.press("G")
    assert quiz.place != EVIDENCE[0]
    quiz.answer("beans")
    quiz.press("G")
    assert quiz.navigator.current == EVIDENCE[0]
    quiz.navigator.go_back()
    quiz.settle()
    assert quiz.stem == TEA.stem
    assert quiz.notes["beans"] == "yours: that is coffee"
    assert quiz.place == QuestionRef("tea")


def test_leaving_before_the_check_and_coming_back_keeps_the_pick(quiz: QuizDriver) -> None:
    quiz.show_question("tea")
    quiz.press_options("beans")
    quiz.navigator.open(EVIDENCE[0])
    quiz.navigator.go_back()
    quiz.settle()
    assert (quiz.stem, quiz.picked) == (TEA.stem, ["beans"])


def test_the_wrong_ones_again(quiz: QuizDriver) -> None:
    for _ in range(4):
        if quiz.stem == TEA.stem:
            quiz.answer("beans")
            quiz.press("Space")
        else:
            quiz.answer_right()
    assert quiz.missed == [TEA.stem]
    assert "Right answer: leaves" in quiz.words()
    quiz.click("The wrong ones again")
    assert (quiz.progress, quiz.stem) == ("Question 1 of 1 · 0 right", TEA.stem)


def test_a_missed_question_is_a_link_and_back_leads_to_the_result(quiz: QuizDriver) -> None:
    for _ in range(4):
        if quiz.stem == CUP.stem:
            quiz.answer("roof")
            quiz.press("Space")
        else:
            quiz.answer_right()
    quiz.click(CUP.stem)
    quiz.settle()
    assert quiz.notes["handle"] == "right answer"
    quiz.navigator.go_back()
    assert quiz.on_result


def test_a_topic_is_asked_alone(quiz: QuizDriver) -> None:
    quiz.choose_topic("Things  1")
    assert (quiz.progress, quiz.stem) == ("Question 1 of 1 · 0 right", CUP.stem)
    assert quiz.place == TopicRef("things")


def test_going_back_shows_the_question_before(quiz: QuizDriver) -> None:
    first = quiz.stem
    quiz.answer_right()
    quiz.press("Backspace")
    assert quiz.stem == first
    assert quiz.said == "Right"


def test_rows_are_radio_buttons_or_check_boxes_to_a_screen_reader(quiz: QuizDriver) -> None:
    quiz.show_question("tea")
    assert _role(quiz) == QAccessible.Role.RadioButton
    quiz.show_question("pot")
    assert _role(quiz) == QAccessible.Role.CheckBox


def _role(quiz: QuizDriver) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(quiz.rows[0]).role()


def test_keys_typed_into_the_choice_of_topics_answer_nothing(quiz: QuizDriver) -> None:
    quiz.focus_topics()
    quiz.press("1", "Return", "C")
    assert quiz.picked == []


def test_a_pack_without_questions_says_so(open_quiz: OpenQuiz) -> None:
    quiz = open_quiz(())
    quiz.press("Space", "1", "G", "Ctrl+Z", "Return", "PageDown")
    assert quiz.notice == "This pack has no questions."
    assert quiz.room.sheets() == ()
    assert quiz.told == []


def test_a_link_to_a_question_that_is_gone_leads_back_to_the_round(quiz: QuizDriver) -> None:
    stem = quiz.stem
    quiz.show_question("gone")
    assert quiz.notice == "The pack has no such question."
    quiz.press("Space")
    assert quiz.stem == stem


HOSTILE = "<img src='x'> & <b>bold</b> &amp; {0} %s " + "W" * 120


def test_text_of_a_pack_is_shown_as_it_stands(open_quiz: OpenQuiz) -> None:
    quiz = open_quiz((topic("bad", choice("bad", f"*{HOSTILE}", "b|" + HOSTILE, stem=HOSTILE), title=HOSTILE),))
    assert quiz.stem == HOSTILE
    assert HOSTILE in quiz.options
    quiz.answer("b")
    quiz.settle()
    assert quiz.notes["b"] == f"yours: {HOSTILE}"
    quiz.press("Space")
    assert quiz.on_result


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_small_room_cuts_nothing(open_quiz: OpenQuiz, scale: float) -> None:
    long = "A rather long sentence that says what this option is about in as many words as will fit, and more"
    question = choice("long", f"*{long} 1", f"{long} 2|{long}", f"{long} 3", f"{long} 4", stem=long + " " + long)
    quiz = open_quiz((topic("long", question, title=long),), (684, 480), scale)
    assert (quiz.room.width(), quiz.room.height()) == (684, 480)
    assert quiz.cut() == []
    quiz.answer(f"{long} 2")
    quiz.settle()
    assert quiz.sees("Not right")
    assert quiz.cut() == []
    quiz.press("Space")
    quiz.settle()
    assert quiz.cut() == []


def test_ways_topics_and_undo_share_one_line_also_in_large_text(open_quiz: OpenQuiz) -> None:
    quiz = open_quiz((*TOPICS, topic("long", TEA, title="A topic with a rather long title")), (992, 480), 2.0)
    assert len(quiz.lines_of_controls) == 2  # the second is how far one is


def test_a_count_that_comes_moves_nothing(quiz: QuizDriver) -> None:
    quiz.show_question("tea")
    before = quiz.edges_of_controls
    quiz.answer("beans")
    quiz.settle()
    assert "Wrong ones 1" in quiz.ways
    assert quiz.edges_of_controls == before


def test_a_change_of_text_size_refits_what_is_shown(quiz: QuizDriver) -> None:
    quiz.show_question("tea")
    quiz.answer("beans")
    quiz.theme.set_scale(2.0)
    quiz.settle()
    quiz.settle()
    assert quiz.cut() == []
    assert quiz.sees("Not right")


def test_the_status_says_whether_answers_are_saved_and_when_the_next_review_is(
    open_quiz: OpenQuiz, tmp_path: Path
) -> None:
    quiz = open_quiz()
    assert quiz.room.status() == "No answers yet"
    quiz.answer_right()
    assert quiz.room.status() == "Not saved · 1 answer · next review in 2 days"  # this log is in memory
    learner = Learner(None, tmp_path, quiz.clock)
    saved = open_quiz(learner=learner)
    saved.show_question("tea")
    saved.answer("beans")
    assert saved.room.status() == "Saved · 1 answer · next review later today"
    later = open_quiz(learner=learner, after=timedelta(minutes=11))
    assert later.room.status() == "Saved · 1 answer · 1 to review now"
    later.choose_way("Exam")
    later.press("Return")
    assert later.room.status() == "Saved · 1 answer"
    learner.close()


def test_print_keeps_questions_and_answers_apart(quiz: QuizDriver) -> None:
    questions, answers = quiz.room.sheets()
    assert not any("right" in str(block) or "Because" in str(block) for block in questions.blocks)
    assert any("leaves" in str(block) for block in answers.blocks)
    count = len(quiz.room._context.catalog.question)
    assert count > 3
    assert [str(sheet.blocks).count("level=3") for sheet in (questions, answers)] == [count, count]


def test_another_seed_shows_the_options_in_another_order(quiz: QuizDriver) -> None:
    orders = set()
    for _ in range(12):
        quiz.show_question("pot")
        orders.add(tuple(quiz.options))
        quiz.press("Ctrl+Shift+N")
    assert len(orders) > 2
    assert len(TOPICS[0].questions) == 3


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_held_down_answers_one_question_at_most(kinds: QuizDriver, key: Qt.Key) -> None:
    """Items to order are an answer from the start: a held key must not give it."""
    kinds.show_question(STEPS.id)
    focus = QApplication.focusWidget()
    assert focus is not None
    for repeats in (False, True, True, True):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            modifiers = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(focus, QKeyEvent(kind, key, modifiers, " ", repeats))
        focus = QApplication.focusWidget() or focus
    assert kinds.said
    assert kinds.stem == STEPS.stem
