"""The table of grades: what the shipped one says, and that one that is not sound is told with its place."""

from __future__ import annotations

import pytest

from desktop.places import resource
from desktop.progress.attempt import Certainty, Grade
from desktop.progress.grades import GradeTable, grade_of, grades_read, probability_of, why

SHIPPED = resource("quiz", "grades.yaml").read_bytes()
TEXT = SHIPPED.decode()


def shipped() -> GradeTable:
    read = grades_read(SHIPPED, "grades.yaml")
    assert read.problems == ()
    assert read.table is not None
    return read.table


def problems_of(text: str) -> list[str]:
    read = grades_read(text.encode(), "grades.yaml")
    assert read.table is None
    return [str(each) for each in read.problems]


@pytest.mark.parametrize(
    ("certainty", "right", "mostly", "wrong"),
    [
        (None, Grade.GOOD, Grade.HARD, Grade.AGAIN),
        (Certainty.GUESS, Grade.AGAIN, Grade.AGAIN, Grade.AGAIN),
        (Certainty.UNSURE, Grade.HARD, Grade.HARD, Grade.AGAIN),
        (Certainty.FAIRLY_SURE, Grade.GOOD, Grade.HARD, Grade.AGAIN),
        (Certainty.CERTAIN, Grade.GOOD, Grade.HARD, Grade.AGAIN),
    ],
)
def test_the_grade_follows_from_mark_and_certainty(
    certainty: Certainty | None, right: Grade, mostly: Grade, wrong: Grade
) -> None:
    table = shipped()
    assert grade_of(table, 1.0, True, certainty) is right
    assert {grade_of(table, score, False, certainty) for score in (0.6, 3 / 5, 0.99, 1.0)} == {mostly}
    assert {grade_of(table, score, False, certainty) for score in (0.0, 0.3, 0.599)} == {wrong}


def test_the_learner_is_told_why_in_one_sentence() -> None:
    table = shipped()
    assert why(table, 1.0, True, Certainty.GUESS) == "A right guess is not yet known: again soon."
    for certainty in (None, *Certainty):
        for score in (0.0, 0.7, 1.0):
            assert why(table, score, score == 1.0, certainty).endswith(".")


def test_a_guess_stands_for_one_over_the_number_of_answers() -> None:
    table = shipped()
    assert probability_of(table, Certainty.GUESS, 4) == 0.25
    assert probability_of(table, Certainty.GUESS, 2) == 0.5
    assert probability_of(table, Certainty.GUESS, 31) == 0.1
    assert probability_of(table, Certainty.GUESS) == 0.1
    assert [probability_of(table, each, 4) for each in Certainty] == [0.25, 0.6, 0.75, 0.95]


def test_a_table_without_a_certainty_is_refused() -> None:
    assert problems_of(TEXT[: TEXT.index("  - certainty: certain")]) == [
        "grades.yaml:17:3: no rule for the certainty certain (add an item for each)"
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("from_score: 0, grade: again", "from_score: 0.2, grade: again",
         "grades.yaml:13:20: scores from 0 up to 0.2 have no grade (the first band must start at 0)"),
        ("from_score: 0.6, grade: hard", "from_score: 0, grade: hard",
         "grades.yaml:14:20: the band from 0 does not start above the one before it"),
        ("right: {grade: good, why: \"Right: known", "right: {grade: again, why: \"Right: known",
         "grades.yaml:11:18: a better answer would get the worse grade 'again' ('hard' or better is needed here)"),
        ("certainty: unsure", "certainty: certain",
         "grades.yaml:39:16: the certainty 'certain' stands here for the second time (keep one of them)"),
        ("certainty: unsure", "certainty: unsur",
         "grades.yaml:25:16: 'unsur' is not one of guess, unsure, fairly-sure, certain (did you mean 'unsure'?)"),
        ("probability: 0.6", "probability: 0.4",
         "grades.yaml:26:18: 'unsure' must stand for more than 0.5, and it stands for 0.4"
         " (guess, unsure, fairly-sure, certain: from low to high)"),
        ("probability: 0.6", "probability: 1.6", "grades.yaml:26:18: must be between 0 and 1"),
        ("grade: good", "grade: great", "grades.yaml:11:18: 'great' is not one of again, hard, good, easy"),
        ("asked:\n  - cert", "aksed:\n  - cert",
         "grades.yaml:10:1: 'asked' is missing"),
        ("not_asked:", "not_asked: &here", "grades.yaml:10:12: an anchor (&here) is not allowed"),
    ],
)  # fmt: skip
def test_what_is_not_sound_is_told_with_its_place(old: str, new: str, told: str) -> None:
    assert old in TEXT
    assert told in "\n".join(problems_of(TEXT.replace(old, new, 1)))


@pytest.mark.parametrize("text", ["", "[]", "asked: 3", "not_asked: {right: 1}"])
def test_what_is_no_table_is_refused_in_words(text: str) -> None:
    assert problems_of(text)
