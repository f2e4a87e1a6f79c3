"""Aiken, CSV and Anki's text into questions of ours."""

from __future__ import annotations

import pytest

from desktop.catalog.entities.questions import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    NumericQuestion,
    ShortQuestion,
)
from desktop.catalog.problems import Unreadable
from tests.quiz.exchange.taking import only, reasons, taken_from, told


def keys(question: object) -> list[tuple[str, bool]]:
    assert isinstance(question, ChoiceQuestion)
    return [(option.text, option.correct) for option in question.options]


def test_aiken_is_read() -> None:
    found = only("What is tea?\nA) a bean\nB. a leaf\nANSWER: B\n", "aiken")
    assert found.stem == "What is tea?"
    assert keys(found) == [("a bean", False), ("a leaf", True)]


def test_what_is_wrong_in_aiken_is_told_where_it_stands() -> None:
    text = "No answer?\nA) a\nB) b\n\nOther letter?\nA) a\nB) b\nANSWER: C\n\nSound?\nA) a\nB) b\nanswer: a\n"
    taken = taken_from(text, "aiken")
    assert [each.stem for each in taken.questions] == ["Sound?"]
    assert reasons(taken) == [
        (1, "single", "its line ANSWER is missing"),
        (5, "single", "its line ANSWER names 'C', which is no option of it"),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_read_whatever_separates_its_fields(separator: str) -> None:
    rows = [["Question", "A", "B", "C", "Answer", "Feedback"], ["What is tea?", "leaf", "bean", "root", "A", "So."]]
    found = only("\n".join(separator.join(row) for row in rows), "csv")
    assert keys(found) == [("leaf", True), ("bean", False), ("root", False)]
    assert found.explanation == "So."


@pytest.mark.parametrize("told_as", ["B, C", "#2 #3", "b c", "2;3"])
def test_several_right_options_make_it_a_multiple_choice(told_as: str) -> None:
    found = only(f'stem,option 1,option 2,option 3,answer\nWhich?,x,y,z,"{told_as}"', "csv")
    assert keys(found) == [("x", False), ("y", True), ("z", True)]
    assert found.type == "multiple"


def test_the_text_of_an_option_goes_before_its_place() -> None:
    assert keys(only("stem,option 1,option 2,answer\nHow many?,2,1,1", "csv")) == [("2", False), ("1", True)]


def test_rows_without_options_are_numbers_or_words() -> None:
    taken = taken_from('stem,answer,tolerance\nHow many?,3.5,0.5\nWhich?,"tea\nchai",\n', "csv")
    number, word = taken.questions
    assert isinstance(number, NumericQuestion)
    assert (number.answer, number.tolerance) == (3.5, 0.5)
    assert isinstance(word, ShortQuestion)
    assert word.accepted == ("tea", "chai")


def test_pairs_are_told_by_their_arrows() -> None:
    found = only("stem,option 1,option 2,option 3\nPair,tea -> leaf,coffee -> bean,-> root\n", "csv")
    assert isinstance(found, MatchQuestion)
    assert found.extra == ("root",)


def test_rows_that_cannot_be_taken_are_listed_with_their_lines() -> None:
    text = 'stem,type,option 1,option 2,answer,colour\n"two\nlines",single,a,b,D,red\nX,odd,a,b,A,\nY,single,a,b,,\n'
    taken = taken_from(text, "csv")
    assert reasons(taken) == [
        (2, "single", "its answer 'D' names no option of it"),
        (4, "odd", "the quiz has no such type of question"),
        (5, "single", "its answer is missing"),
    ]
    assert told(taken) == [(1, "the column 'colour' is not known and is passed over")]


def test_a_column_that_is_named_twice_is_told() -> None:
    taken = taken_from("stem,Question,A,option 1,B,answer\nTea?,Coffee?,leaf,bean,leaf too,A\n", "csv")
    assert told(taken) == [
        (1, "the column 'Question' is a second 'stem' and counts only where the first is empty"),
        (1, "the column 'option 1' is a second 'option 1' and counts only where the first is empty"),
    ]


def test_a_table_without_questions_is_refused() -> None:
    with pytest.raises(Unreadable, match="no column holds the questions"):
        taken_from("a word,another\n1,2\n", "csv")


def test_a_quote_without_its_end_is_told_and_does_not_swallow_the_rest() -> None:
    with pytest.raises(Unreadable, match="the fields cannot be told apart"):
        taken_from('stem,answer\n"Which?,tea\nMore?,coffee\n', "csv")


ANKI = "#separator:semicolon\n#html:true\n#guid column:1\n#tags column:4\n#notetype:Basic\n"


def test_notes_of_anki_are_short_answers_with_guid_and_tags() -> None:
    found = only(ANKI + "tea-1;What is <b>tea</b>?;a leaf<br><br>Since ever.;drinks hot\n", "anki")
    assert isinstance(found, ShortQuestion)
    assert (found.id, found.stem, found.accepted) == ("tea-1", "What is tea?", ("a leaf",))
    assert (found.explanation, found.concepts) == ("Since ever.", ("drinks", "hot"))


def test_guids_that_differ_in_capitals_alone_stay_two() -> None:
    taken = taken_from(ANKI + "aB!;One?;a;\nAb!;Two?;b;\n", "anki")
    again = taken_from(ANKI + "Ab!;Two?;b;\naB!;One?;a;\n", "anki")
    assert len({each.id for each in taken.questions}) == 2
    assert {(each.id, each.stem) for each in taken.questions} == {(each.id, each.stem) for each in again.questions}


def test_a_cloze_of_anki_is_one_of_ours() -> None:
    found = only("#separator:tab\nTea is a {{c1::leaf::plant}} and {{c2::hot}}.\tMore\n", "anki")
    assert isinstance(found, ClozeQuestion)
    assert found.text == "Tea is a {gap-1} and {gap-2}."
    assert [gap.accepted for gap in found.gaps] == [("leaf",), ("hot",)]


def test_a_long_back_is_no_answer_to_type() -> None:
    taken = taken_from(f"#separator:tab\nWhat is tea?\t{'leaf ' * 40}\nFront alone\t\n", "anki")
    assert reasons(taken) == [
        (2, "short", "its back is a text of 199 characters, and no answer that one types"),
        (3, "short", "it lacks a front or a back"),
    ]


def test_fields_that_are_not_kept_are_told() -> None:
    taken = taken_from("#separator:tab\n#colour:red\nTea? [sound:tea.mp3]\tleaf\tnote\n", "anki")
    assert told(taken) == [
        (2, "the header 'colour' is not known and is passed over"),
        (3, "fields after the second are not kept"),
        (3, "recordings are not kept"),
    ]
    assert taken.questions[0].stem == "Tea?"
