"""GIFT into questions of ours: what decides the answer, and what is told where it cannot be kept."""

from __future__ import annotations

import pytest

from desktop.catalog.entities.questions import ChoiceQuestion, MatchQuestion, NumericQuestion, Pair, ShortQuestion
from tests.quiz.exchange.taking import only, reasons, taken_from, told


def test_a_choice_keeps_options_feedback_explanation_id_and_tags() -> None:
    text = "// [id:Tea 1] [tag:leaf] [tag:hot drinks]\n::Tea::What is tea?{\n"
    question = only(text + "=leaves\n~beans#that is coffee\n####So it is.\n}", "gift")
    assert isinstance(question, ChoiceQuestion)
    assert question.id.startswith("tea-1-")
    assert (question.type, question.stem, question.explanation) == ("single", "What is tea?", "So it is.")
    assert [(each.text, each.correct, each.feedback) for each in question.options] == [
        ("leaves", True, None),
        ("beans", False, "that is coffee"),
    ]
    assert question.concepts == ("leaf", "hot drinks")


def test_an_id_that_could_be_ours_stays_as_it_is() -> None:
    assert only("// [id:define-tea]\nTea?{T}", "gift").id == "define-tea"


def test_without_an_id_the_title_names_it_and_else_the_stem() -> None:
    taken = taken_from("::A cup of Tea::Tea?{T}\n\nIs coffee déjà vu?{F}\n\nЧай?{T}", "gift")
    assert [each.id for each in taken.questions] == ["a-cup-of-tea", "is-coffee-deja-vu", "question"]


def test_equal_stems_with_other_keys_are_two_questions() -> None:
    taken = taken_from("Tea?{T}\n\nTea?{F}\n\nTea?{T}", "gift")
    assert [each.id for each in taken.questions] == ["tea", "tea-2", "tea-3"]


def test_an_id_that_stands_twice_is_told() -> None:
    taken = taken_from("// [id:tea]\nTea?{T}\n\n// [id:tea]\nCoffee?{F}", "gift")
    assert [each.id for each in taken.questions] == ["tea", "tea-2"]
    assert told(taken) == [(5, "the id 'tea' is taken already; this question is 'tea-2'")]


def test_what_is_told_to_the_wrong_answer_comes_first() -> None:
    question = only("Tea is hot.{FALSE#no, it can be cold#well seen}", "gift")
    assert isinstance(question, ChoiceQuestion)
    assert [(each.text, each.correct, each.feedback) for each in question.options] == [
        ("True", False, "no, it can be cold"),
        ("False", True, "well seen"),
    ]
    assert not question.shuffle


@pytest.mark.parametrize(
    ("braces", "answer", "tolerance"),
    [("#3.14:0.01", 3.14, 0.01), ("#3..5", 4, 1), ("#-5..5", 0, 5), ("#=%100%7:2 =%0%8#no", 7, 2), ("# 1e3 ", 1000, 0)],
)
def test_numbers_are_taken_with_their_tolerance(braces: str, answer: float, tolerance: float) -> None:
    question = only(f"How many?{{{braces}}}", "gift")
    assert isinstance(question, NumericQuestion)
    assert (question.answer, question.tolerance) == (answer, tolerance)


def test_two_numbers_that_are_right_are_more_than_we_have() -> None:
    taken = taken_from("Root of 4?{#=2 =-2}", "gift")
    assert reasons(taken) == [(1, "numeric", "2 numbers are right, and ours has one with a tolerance")]


def test_a_wrong_right_side_is_an_extra() -> None:
    question = only("Pair them{=tea -> leaf =coffee -> bean = -> root}", "gift")
    assert isinstance(question, MatchQuestion)
    assert question.pairs == (Pair(left="tea", right="leaf"), Pair(left="coffee", right="bean"))
    assert question.extra == ("root",)


def test_part_of_the_mark_for_a_form_counts_as_wrong_and_is_told() -> None:
    taken = taken_from("The drink{=tea =%50%te#nearly =%20%t =%0%*#no}", "gift")
    (question,) = taken.questions
    assert isinstance(question, ShortQuestion)
    assert question.accepted == ("tea",)
    assert [(each.text, each.feedback) for each in question.wrong] == [("te", "nearly")]
    assert told(taken) == [
        (1, "'t' earned 20% of the mark; it is left out and counts as wrong here"),
        (1, "'te' earned 50% of the mark and counts as wrong here"),
        (1, "what is said to every other answer is not kept"),
    ]


def test_shares_that_are_ours_are_not_told() -> None:
    taken = taken_from("Which?{~%50%a ~%50%b ~%-50%c ~%-50%d}\n\nWhich two?{~%80%a ~%20%b ~%-10%c}", "gift")
    assert [each.type for each in taken.questions] == ["multiple", "multiple"]
    assert told(taken) == [
        (3, "a wrong tick cost 10% of the mark; here it costs 50%"),
        (3, "right options earned unequal shares of the mark; here each earns the same"),
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Tea?{=a ~b", "the '{' is not closed by a '}' before the next blank line"),
        ("Tea? =a}", "a '}' stands without its '{'"),
        ("Tea {=a} and {=b}", "it has more than one pair of braces, and GIFT allows for one"),
        ("Tea?{#abc}", "'abc' is no number, nor a range of them"),
        ("Tea?{~a ~b}", "no option is right"),
        ("Tea?{=a}{", "it has more than one pair of braces, and GIFT allows for one"),
        ("Tea?{}", "an essay is not marked here"),
        ("Tea.", "it asks nothing"),
        ("{=a ~b}", "'stem' is missing"),
        ("Tea?{=a ~a}", "'a' stands here twice"),
        ("Tea?{=%100%*}", "no answer earns the full mark"),
    ],
)
def test_what_cannot_be_taken_is_listed_with_line_and_reason(text: str, why: str) -> None:
    taken = taken_from(f"// a comment\n\n{text}\n\nStill here?{{T}}", "gift")
    assert [(line, what) for line, _type, what in reasons(taken)] == [(3, why)]
    assert [each.stem for each in taken.questions] == ["Still here?"]


def test_too_many_options_are_told_in_the_words_of_a_pack() -> None:
    taken = taken_from("Which?{=0 " + " ".join(f"~{at}" for at in range(1, 10)) + "}", "gift")
    assert reasons(taken) == [(1, "single", "the options: has 10 items (from 2 to 9 are needed)")]


def test_a_category_is_told_since_a_file_becomes_one_topic() -> None:
    taken = taken_from("$CATEGORY: $course$/top/Tea\n\nTea?{T}", "gift")
    assert told(taken) == [(1, "the category '$course$/top/Tea' is not kept: a file becomes one topic")]


def test_formulas_stay_as_they_are_written() -> None:
    assert only(r"What is \\(x^2 \= \\frac\{a\}\{b\}\\)?{T}", "gift").stem == r"What is \(x^2 = \frac{a}{b}\)?"


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    text = "// [id:tea]\n::T::Tea?{\n=a\n~b\n}\n"
    assert only("\ufeff" + text.replace("\n", "\r\n"), "gift") == only(text, "gift")


def test_nothing_that_a_terminal_obeys_gets_into_questions_or_messages() -> None:
    taken = taken_from("// [tag:a\x1b[31mb]\nTea\x07?{T}\n\nX{#\x1b[31mred}\n", "gift")
    assert taken.questions[0].concepts == ("a[31mb",)
    assert taken.questions[0].stem == "Tea?"
    assert told(taken) == [(2, "the question: control characters cannot be shown here")]
    assert reasons(taken) == [(4, "numeric", "'[31mred' is no number, nor a range of them")]
