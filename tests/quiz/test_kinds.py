"""Every class of question as a person meets it: by keyboard, by mouse, and with nothing told before the check."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.catalog.refs import CellRef, PartRef, QuestionRef, TopicRef
from desktop.shell.tone import Tone
from tests.quiz.builders import BLANKS, EVIDENCE, HEAT, KINDS, MADE_TOPICS, NAME, PAIRS, PLACE, SETS, STEPS, topic
from tests.quiz.stages import KitchenStage

if TYPE_CHECKING:
    from desktop.catalog.entities.questions import Question
    from tests.quiz.conftest import OpenQuiz
    from tests.quiz.driver import QuizDriver


@pytest.mark.parametrize(("name", "text"), [("heat", "1000"), ("name", "kettle")])
def test_after_a_typed_answer_the_keyboard_is_still_in_the_quiz(kinds: QuizDriver, name: str, text: str) -> None:
    kinds.show_question(name)
    with kinds.in_a_window():
        kinds.write(text)
        kinds.press("Return")
        assert kinds.said
        kinds.press("Space")
        assert kinds.said == ""


# Categorise


def sort_items(quiz: QuizDriver, **groups: str) -> None:
    """Press each item's digit; the keyboard goes on to the next item by itself."""
    for _ in quiz.rows:
        quiz.press(groups[quiz.current])


def test_items_are_sorted_by_digits_and_the_keyboard_goes_on_to_the_next(kinds: QuizDriver) -> None:
    kinds.show_question("sets")
    sort_items(kinds, tea="3", rain="2", sun="1")
    assert "tea: Both" in kinds.heard
    kinds.press("Return")
    assert kinds.said == "Right"
    assert set(kinds.notes.values()) == {"right"}


def test_an_item_in_the_wrong_group_is_told_where_it_belongs_and_why(kinds: QuizDriver) -> None:
    kinds.show_question("sets")
    sort_items(kinds, tea="4", rain="2", sun="1")
    kinds.press("Space")
    assert kinds.said == "Partly right: 2 of 3 in place, 67% of the mark"
    assert kinds.notes["tea"] == "belongs in: Both. Tea is hot water."
    assert kinds.heard[-1].startswith("Partly right: 2 of 3 in place, 67% of the mark. Right answer: Only hot: sun;")
    assert kinds.heard[-1].endswith("Tea is hot water.")


def test_a_screen_reader_hears_where_an_item_is(kinds: QuizDriver) -> None:
    kinds.show_question("sets")
    kinds.go_to("tea")
    kinds.press("3")
    (name,) = (name for name in kinds.names if name.startswith("tea"))
    assert name.endswith("of 3, in Both")
    assert "3: Both, 1 item" in kinds.words()
    kinds.go_to("tea")
    kinds.press("0")
    (name,) = (name for name in kinds.names if name.startswith("tea"))
    assert name.endswith("of 3, not sorted")


def test_left_and_right_move_an_item_from_group_to_group(kinds: QuizDriver) -> None:
    kinds.show_question("sets")
    kinds.go_to("tea")
    kinds.press("Right", "Right")
    assert kinds.heard[-1] == "tea: Only wet"
    kinds.press("Left", "Left")
    assert kinds.heard[-1] == "tea: Neither"
    assert kinds.current == "tea"


def test_items_are_sorted_by_the_mouse_alone(kinds: QuizDriver) -> None:
    kinds.show_question("sets")
    for item, group in (("sun", "Only hot"), ("rain", "Only wet"), ("tea", "Both")):
        kinds.click_row(item)
        kinds.click_row(group)
    kinds.click("Check")
    assert kinds.said == "Right"


def test_an_item_is_dragged_into_a_group(kinds: QuizDriver) -> None:
    kinds.show_question("sets")
    group = next(each for each in kinds.answer_widget.groups if each.face.text == "Both")  # type: ignore[attr-defined]
    kinds.drag("tea", group)
    assert kinds.heard[-1] == "tea: Both"


def test_what_is_not_sorted_yet_is_counted_before_anything_is_marked(kinds: QuizDriver) -> None:
    kinds.show_question("sets")
    kinds.press("1", "Space")
    assert kinds.said == ""
    assert "2 items are not sorted yet." in kinds.words()
    assert kinds.heard[-1] == "2 items are not sorted yet."


# Match


def choices(quiz: QuizDriver) -> list[str]:
    """The right sides from top to bottom."""
    return [row.face.text for row in quiz.answer_widget.choices]  # type: ignore[attr-defined]


def match_up(quiz: QuizDriver, **rights: str) -> None:
    for _ in quiz.rows:
        quiz.press(str(choices(quiz).index(rights[quiz.current]) + 1))


def test_lines_are_matched_by_digits(kinds: QuizDriver) -> None:
    kinds.show_question("pairs")
    match_up(kinds, tea="pot", jam="jar")
    assert "tea, pot" in kinds.names
    kinds.press("Return")
    assert kinds.said == "Right"


def test_a_wrong_match_is_told_with_the_right_one(kinds: QuizDriver) -> None:
    kinds.show_question("pairs")
    match_up(kinds, tea="box", jam="jar")
    kinds.press("Return")
    assert kinds.said == "Partly right: 1 of 2 in place, 50% of the mark"
    assert kinds.notes == {"tea": "right answer: pot. Tea is poured.", "jam": "right"}


def test_lines_are_matched_by_the_mouse_alone(kinds: QuizDriver) -> None:
    kinds.show_question("pairs")
    for left, right in (("tea", "pot"), ("jam", "jar")):
        kinds.click_row(left)
        kinds.click_row(right)
    kinds.click("Check")
    assert kinds.said == "Right"


def test_a_line_without_an_answer_is_asked_for(kinds: QuizDriver) -> None:
    kinds.show_question("pairs")
    kinds.press("1", "Return")
    assert "1 line is without an answer yet." in kinds.words()


# Order


def put_in_order(quiz: QuizDriver, *texts: str) -> None:
    for place, text in enumerate(texts, 1):
        quiz.go_to(text)
        quiz.press(str(place))


def test_items_are_put_in_order_by_digits(kinds: QuizDriver) -> None:
    kinds.show_question("steps")
    put_in_order(kinds, *STEPS.items)
    assert kinds.names == ["1: boil", "2: pour", "3: wait", "4: drink"]
    assert kinds.heard[-1] == "drink, place 4 of 4"
    kinds.press("Space")
    assert kinds.said == "Right"


def test_items_move_by_arrows_and_by_buttons(kinds: QuizDriver) -> None:
    kinds.show_question("steps")
    put_in_order(kinds, *STEPS.items)
    kinds.go_to("wait")
    kinds.press("Left")
    assert kinds.options == ["boil", "wait", "pour", "drink"]
    kinds.press("Alt+Down")
    assert kinds.options == ["boil", "pour", "wait", "drink"]
    assert kinds.current == "wait"
    kinds.click("Move drink up")
    kinds.click("Move boil down")
    assert kinds.options == ["pour", "boil", "drink", "wait"]
    kinds.press("Return")
    assert kinds.said == "Partly right: 0 of 4 in place, 33% of the mark"
    assert kinds.notes["wait"] == "belongs at 3"


def test_an_item_is_dragged_to_its_place(kinds: QuizDriver) -> None:
    kinds.show_question("steps")
    put_in_order(kinds, *STEPS.items)
    kinds.drag("boil", kinds.rows[2])
    assert kinds.options[0] == "pour"
    assert kinds.options.index("boil") in (1, 2)


# Number and short answer


@pytest.mark.parametrize(("typed", "said"), [("1000,5", "Right"), ("1 001 degrees", "Right"), ("7", "Not right")])
def test_a_number_is_typed_and_checked_by_enter(kinds: QuizDriver, typed: str, said: str) -> None:
    kinds.show_question("heat")
    kinds.write(typed)
    kinds.press("Return")
    assert kinds.said == said
    kinds.press("Space")
    assert kinds.stem != "How hot?"


def test_a_wrong_number_stands_beside_the_right_one(kinds: QuizDriver) -> None:
    kinds.show_question("heat")
    kinds.write("7")
    kinds.press("Return")
    assert kinds.notes == {"7 degrees": "yours", "1000.5 degrees, give or take 0.5": "right answer"}


def test_what_is_no_number_is_said_so_and_not_marked(kinds: QuizDriver) -> None:
    kinds.show_question("heat")
    kinds.write("hot")
    kinds.press("Return")
    assert kinds.said == ""
    assert "'hot' is not a number. Type digits, such as 12 or 0.5." in kinds.words()
    kinds.press("Return")
    assert kinds.said == ""


def test_letters_and_digits_belong_to_the_field_while_it_has_the_keyboard(kinds: QuizDriver) -> None:
    kinds.show_question("name")
    kinds.write("U guc 12 tea-pot")
    assert kinds.certainty == ""
    kinds.press("Return")
    assert set(kinds.notes) == {"U guc 12 tea-pot", "tea-pot"}


def test_a_listed_wrong_form_says_why(kinds: QuizDriver) -> None:
    kinds.show_question("name")
    kinds.write("Cup")
    kinds.press("Return")
    assert kinds.notes == {"Cup": "yours. A cup is smaller.", "tea-pot": "right answer"}


def test_another_accepted_form_is_right(kinds: QuizDriver) -> None:
    kinds.show_question("name")
    kinds.write("KETTLE")
    kinds.press("Return")
    assert kinds.notes == {"KETTLE": "right answer, yours"}


# Cloze


def test_gaps_are_chosen_by_digits_and_typed_into(kinds: QuizDriver) -> None:
    kinds.show_question("blanks")
    choose_host(kinds)
    kinds.write("Tea")
    assert "The (gap a: host) pours (gap b: Tea)." in kinds.words()
    kinds.press("Return")
    assert kinds.said == "Right"
    assert kinds.notes == {"host": "right", "Tea": "right"}


def choose_host(quiz: QuizDriver) -> None:
    chips = [chip.choice for chip in quiz.answer_widget.lines[0].chips]  # type: ignore[attr-defined]
    quiz.press(str(chips.index("host") + 1))


def test_a_wrong_gap_is_told_the_right_word(kinds: QuizDriver) -> None:
    kinds.show_question("blanks")
    choose_host(kinds)
    kinds.write("milk")
    kinds.press("Return")
    assert kinds.said == "Partly right: 1 of 2 in place, 50% of the mark"
    assert kinds.notes["milk"] == "right answer: tea"


def test_up_and_down_go_from_gap_to_gap_and_right_chooses(kinds: QuizDriver) -> None:
    kinds.show_question("blanks")
    kinds.press("Down")
    kinds.write("tea")
    kinds.press("Up", "Right")
    assert kinds.heard[-1].startswith("Gap a: ")
    kinds.press("Down", "Return")
    assert kinds.said


def test_an_empty_gap_is_counted(kinds: QuizDriver) -> None:
    kinds.show_question("blanks")
    kinds.press("Return")
    assert "2 gaps are still empty." in kinds.words()


# Hotspot


def kitchen(quiz: QuizDriver) -> KitchenStage:
    stage = quiz.answer_widget.stage  # type: ignore[attr-defined]
    assert isinstance(stage, KitchenStage)
    return stage


def test_a_place_is_chosen_by_enter_and_checked_by_enter(kinds: QuizDriver) -> None:
    kinds.show_question("place")
    kinds.press("Tab", "Return")
    assert "Chosen: tap" in kinds.words()
    assert kinds.said == ""
    kinds.press("Return")
    assert kinds.said == "Right"
    assert kitchen(kinds).tones == {"tap": Tone.RIGHT}
    assert not kitchen(kinds).may_pick


def test_arrows_lead_back_into_the_figure_to_choose_another_place(kinds: QuizDriver) -> None:
    kinds.show_question("place")
    kinds.press("Tab", "Return", "Down", "Return", "Return")
    assert kinds.said == "Not right"
    assert kitchen(kinds).tones == {"door": Tone.WRONG, "tap": Tone.RIGHT}
    assert kinds.notes == {"door": "yours", "tap": "right answer"}


def test_a_place_must_be_chosen(kinds: QuizDriver) -> None:
    kinds.show_question("place")
    kinds.click("Check")
    assert "Choose a place first." in kinds.words()


# All of them


def answer_somehow(quiz: QuizDriver, question: Question) -> None:
    """Any complete answer, without the check."""
    match question.type:
        case "categorise" | "match":
            for _ in quiz.rows:
                quiz.press("1")
        case "numeric" | "short":
            quiz.write("12")
        case "cloze":
            quiz.press("1")
            quiz.write("12")
        case "hotspot":
            quiz.press("Return")


ANSWERS = {
    "sets": ("Tea is hot water",),
    "pairs": ("poured",),
    "steps": ("belongs",),
    "heat": ("1000",),
    "name": ("tea-pot", "kettle", "smaller"),
    "blanks": ("hostess", "black"),
    "place": ("right",),
}


@pytest.mark.parametrize("question", KINDS, ids=lambda question: question.id)
def test_nothing_gives_the_answer_away_before_the_check(kinds: QuizDriver, question: Question) -> None:
    kinds.show_question(question.id)
    answer_somehow(kinds, question)
    kinds.settle()
    seen = " ".join(kinds.words()).replace("0 right", "")
    assert not [word for word in (*ANSWERS[question.id], "right", question.explanation or "?") if word in seen]
    assert (kinds.place, kinds.told[-1]) == (TopicRef("kinds"), TopicRef("kinds"))
    kinds.press("Return")
    assert kinds.said
    assert kinds.place == QuestionRef(question.id)
    assert question.explanation in kinds.words()


@pytest.mark.parametrize("question", KINDS, ids=lambda question: question.id)
def test_undo_brings_the_answer_back_as_it_was_before_the_check(kinds: QuizDriver, question: Question) -> None:
    kinds.show_question(question.id)
    answer_somehow(kinds, question)
    before = kinds.words()
    kinds.press("Return", "U")
    kinds.settle()
    assert kinds.said == ""
    assert kinds.notes == {}
    assert sorted(set(kinds.words())) == sorted(set(before))
    kinds.click("Check")
    assert kinds.said


@pytest.mark.parametrize("question", KINDS, ids=lambda question: question.id)
def test_show_me_opens_the_evidence_and_back_finds_the_answer(kinds: QuizDriver, question: Question) -> None:
    kinds.show_question(question.id)
    answer_somehow(kinds, question)
    kinds.press("Return")
    said = kinds.said
    kinds.press("G")
    assert kinds.place == EVIDENCE[0]
    kinds.navigator.go_back()
    kinds.settle()
    assert (kinds.stem, kinds.said) == (question.stem, said)


def test_a_question_without_evidence_has_nothing_to_show(open_quiz: OpenQuiz) -> None:
    quiz = open_quiz((topic("bare", replace(SETS, evidence=())), topic("more", PAIRS)))
    quiz.show_question("sets")
    sort_items(quiz, tea="3", rain="2", sun="1")
    quiz.press("Return")
    assert "Show me where this comes from" not in quiz.words()
    quiz.press("G")
    assert quiz.place == QuestionRef("sets")


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("question", KINDS, ids=lambda question: question.id)
def test_a_small_room_cuts_nothing(open_quiz: OpenQuiz, question: Question, scale: float) -> None:
    quiz = open_quiz((topic("kinds", *KINDS),), (684, 480), scale)
    quiz.show_question(question.id)
    assert quiz.cut() == []
    answer_somehow(quiz, question)
    quiz.press("Return")
    quiz.settle()
    assert quiz.cut() == []
    assert quiz.sees(quiz.said)


def test_a_missed_question_of_each_class_tells_its_right_answer_on_the_result(kinds: QuizDriver) -> None:
    for _ in KINDS:
        question = next(each for each in KINDS if each.stem == kinds.stem)
        answer_somehow(kinds, question)
        kinds.press("Return", "Space")
    assert kinds.on_result
    told = {text for text in kinds.words() if text.startswith("Right answer: ")}
    assert "Right answer: Only hot: sun; Only wet: rain; Both: tea; Neither: none" in told
    assert "Right answer: 1. boil; 2. pour; 3. wait; 4. drink" in told
    assert "Right answer: 1000.5 degrees, give or take 0.5" in told
    assert "Right answer: host; tea" in told
    assert "Right answer: Diagram: Kitchen, Tap" in told


def test_a_question_made_from_the_data_is_asked_under_its_topic(open_quiz: OpenQuiz) -> None:
    quiz = open_quiz(MADE_TOPICS)
    assert quiz.topics == ["All topics  4", "Made  4"]
    quiz.show_question("colour.cup")
    quiz.answer("red")
    assert quiz.said == "Right"
    assert quiz.place == QuestionRef("colour.cup")
    quiz.press("G")
    assert quiz.place == CellRef("cup", "colour")
    quiz.navigator.go_back()
    quiz.settle()
    assert quiz.said == "Right"


OTHERWISE = (
    (SETS, replace(SETS, items=tuple(replace(item, category="Neither") for item in SETS.items))),
    (HEAT, replace(HEAT, answer=3)),
    (NAME, replace(NAME, accepted=("jug",), wrong=())),
    (BLANKS, replace(BLANKS, gaps=(replace(BLANKS.gaps[0], accepted=("cat",)), BLANKS.gaps[1]))),
    (PLACE, replace(PLACE, targets=(PartRef("kitchen", "oven"),))),
)


@pytest.mark.parametrize(("one", "other"), OTHERWISE, ids=lambda question: question.id)
def test_it_looks_the_same_before_the_check_whatever_is_right(
    open_quiz: OpenQuiz, one: Question, other: Question
) -> None:
    grabs = []
    for question in (one, other):
        quiz = open_quiz((topic("only", question),))
        quiz.room.setFocus()
        quiz.settle()
        grabs.append(quiz.room.grab().toImage())
    assert grabs[0] == grabs[1]
