"""Moodle XML into questions of ours, and files that are meant to do harm."""

from __future__ import annotations

import pytest

from desktop.catalog.entities.questions import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    NumericQuestion,
    OrderQuestion,
    ShortQuestion,
)
from desktop.catalog.problems import Unreadable
from tests.quiz.exchange.taking import only, reasons, taken_from, told


def quiz(*questions: str) -> str:
    return '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n' + "\n".join(questions) + "\n</quiz>\n"


def question(kind: str, inside: str, text: str = "Tea?", more: str = "") -> str:
    stem = f'<questiontext format="html"><text><![CDATA[<p>{text}</p>]]></text>{more}</questiontext>'
    return f'<question type="{kind}"><name><text>A tea</text></name>{stem}{inside}</question>'


def answer(text: str, fraction: str, feedback: str = "") -> str:
    return f'<answer fraction="{fraction}"><text>{text}</text><feedback><text>{feedback}</text></feedback></answer>'


def test_a_choice_keeps_what_there_is() -> None:
    inside = "<single>true</single><shuffleanswers>0</shuffleanswers><idnumber>tea-1</idnumber>"
    inside += "<tags><tag><text>leaf</text></tag></tags><generalfeedback><text>So.</text></generalfeedback>"
    found = only(
        quiz(question("multichoice", inside + answer("leaf", "100.0") + answer("bean", "", "coffee"))), "moodle"
    )
    assert isinstance(found, ChoiceQuestion)
    assert (found.id, found.type, found.stem, found.explanation) == ("tea-1", "single", "Tea?", "So.")
    assert [(each.text, each.correct, each.feedback) for each in found.options] == [
        ("leaf", True, None),
        ("bean", False, "coffee"),
    ]
    assert found.concepts == ("leaf",)
    assert not found.shuffle


def test_thirds_are_the_marks_of_three_right_options() -> None:
    third, minus = "33.333333333333336", "-33.333333333333336"
    inside = "<single>false</single>" + "".join(answer(each, third) for each in "abc") + answer("d", minus)
    taken = taken_from(quiz(question("multichoice", inside)), "moodle")
    (found,) = taken.questions
    assert found.type == "multiple"
    assert told(taken) == []


def test_true_or_false_short_numbers_and_pairs() -> None:
    truth = question("truefalse", answer("true", "0", "no") + answer("false", "100"))
    short = question("shortanswer", "<usecase>1</usecase>" + answer("tea", "100") + answer("te", "0", "longer"))
    number = '<answer fraction="100"><text>3.5</text><tolerance>0.5</tolerance></answer>'
    number += "<units><unit><multiplier>1</multiplier><unit_name>cups</unit_name></unit></units>"
    pair = "<subquestion><text>{}</text><answer><text>{}</text></answer></subquestion>"
    pairs = pair.format("tea", "leaf") + pair.format("coffee", "bean") + pair.format("", "root")
    taken = taken_from(quiz(truth, short, question("numerical", number), question("matching", pairs)), "moodle")
    one, two, three, four = taken.questions
    assert isinstance(one, ChoiceQuestion)
    assert [(each.text, each.correct, each.feedback) for each in one.options] == [
        ("True", False, "no"),
        ("False", True, None),
    ]
    assert isinstance(two, ShortQuestion)
    assert (two.accepted, two.wrong[0].text) == (("tea",), "te")
    assert isinstance(three, NumericQuestion)
    assert (three.answer, three.tolerance, three.unit) == (3.5, 0.5, "cups")
    assert isinstance(four, MatchQuestion)
    assert [(each.left, each.right) for each in four.pairs] == [("tea", "leaf"), ("coffee", "bean")]
    assert four.extra == ("root",)
    assert told(taken) == [(4, "capital and small letters were told apart; here they are not")]


def test_a_cloze_of_words_and_choices_is_one_of_ours() -> None:
    text = r"Tea is {1:MULTICHOICE:=hot~%0%cold#no} and {2:SA:%100%wet~=a \} b~%50%damp}."
    taken = taken_from(quiz(question("cloze", "", text)), "moodle")
    (found,) = taken.questions
    assert isinstance(found, ClozeQuestion)
    assert (found.stem, found.text) == ("A tea", "Tea is {gap-1} and {gap-2}.")
    assert [(gap.accepted, gap.choices) for gap in found.gaps] == [(("hot",), ("hot", "cold")), (("wet", "a } b"), ())]
    assert told(taken) == [
        (3, "gap 1: the feedback of its answers is not kept"),
        (3, "gap 2: what earned part of the mark counts as wrong here"),
    ]


def test_a_cloze_with_a_number_in_it_is_left_out() -> None:
    taken = taken_from(quiz(question("cloze", "", "{1:NUMERICAL:=3:1}")), "moodle")
    assert reasons(taken) == [
        (3, "cloze", "gap 1 is of the type NUMERICAL; only typed words and choices can be gaps here")
    ]


def test_words_to_drag_are_a_cloze_with_choices() -> None:
    boxes = "".join(f"<dragbox><text>{word}</text><group>1</group></dragbox>" for word in ("leaf", "bean"))
    found = only(quiz(question("ddwtos", boxes, "Tea is a [[1]], coffee a [[2]].")), "moodle")
    assert isinstance(found, ClozeQuestion)
    assert found.text == "Tea is a {gap-1}, coffee a {gap-2}."
    assert [(gap.accepted, gap.choices) for gap in found.gaps] == [
        (("leaf",), ("leaf", "bean")),
        (("bean",), ("leaf", "bean")),
    ]


def test_an_ordering_is_in_the_order_of_its_numbers() -> None:
    found = only(
        quiz(question("ordering", answer("pour", "2.0") + answer("boil", "1.0") + answer("drink", "3"))), "moodle"
    )
    assert isinstance(found, OrderQuestion)
    assert found.items == ("boil", "pour", "drink")


def test_unknown_types_and_categories_are_listed_with_their_lines() -> None:
    category = '<question type="category"><category><text>$course$/top/Tea</text></category></question>'
    taken = taken_from(
        quiz(category, question("essay", ""), question("calculated", ""), question("description", "")), "moodle"
    )
    assert reasons(taken) == [
        (4, "essay", "an essay is not marked here"),
        (5, "calculated", "the quiz has no such type of question"),
        (6, "description", "it asks nothing"),
    ]
    assert told(taken) == [(3, "the category '$course$/top/Tea' is not kept: a file becomes one topic")]


def test_pictures_files_and_hints_that_get_lost_are_told() -> None:
    inside = answer("true", "100") + answer("false", "0") + "<hint><text>Think</text></hint>"
    picture = question(
        "truefalse", inside, 'Hot? <img src="@@PLUGINFILE@@/a.png" alt="a cup">', '<file name="a.png">aGk=</file>'
    )
    taken = taken_from(quiz(picture), "moodle")
    assert taken.questions[0].stem == "Hot? [a cup]"
    assert told(taken) == [
        (3, "1 hint is not kept"),
        (3, "attached files are not kept: a.png"),
        (3, "the question: a picture cannot be shown here"),
    ]


def test_what_is_said_to_all_answers_alike_is_told_once() -> None:
    inside = answer("true", "100") + answer("false", "0") + "<correctfeedback><text>Yes.</text></correctfeedback>"
    taken = taken_from(quiz(question("truefalse", inside), question("truefalse", inside)), "moodle")
    assert told(taken) == [(3, "what is said to all right, partly right and wrong answers is not kept, here and below")]


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ('<!DOCTYPE q [<!ENTITY a "b">]>\n<quiz>&a;</quiz>', 1, "declares a document type"),
        ('<?xml version="1.0"?>\n<!DOCTYPE q SYSTEM "file:///etc/passwd">\n<quiz/>', 2, "declares a document type"),
        ("<quiz>" + "<a>" * 500, 1, "elements stand more than 64 deep"),
        ("<quiz>\n<question>\n</quiz>", 3, "not XML: mismatched tag"),
        ("<html></html>", 1, "begins with <html>"),
        ("<quiz>&undefined;</quiz>", 1, "not XML"),
        ("<quiz></quiz>", 0, "there are no questions in it"),
    ],
)
def test_a_file_that_is_no_sound_quiz_is_refused_with_its_line(text: str, line: int, why: str) -> None:
    with pytest.raises(Unreadable) as raised:
        taken_from(text, "moodle")
    assert why in raised.value.what
    assert raised.value.line == line
