"""What answers are worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.catalog.refs import PartRef
from desktop.quiz.grading import MisfitError, can_be_checked, grade, guess_chance
from desktop.quiz.responses import Gaps, Matched, Number, Ordered, Picked, Response, Sorted, Spot, Words
from tests.quiz.builders import BLANKS, HEAT, HOT, KINDS, NAME, PAIRS, PLACE, POT, SETS, STEPS, TEA, choice

if TYPE_CHECKING:
    from desktop.catalog.entities.questions import Question


def picked(*options: int) -> Picked:
    return Picked(frozenset(options))


@pytest.mark.parametrize(("options", "score"), [({0}, 1.0), ({1}, 0.0), ({0, 1}, 0.0), (set(), 0.0)])
def test_single_choice_is_all_or_nothing(options: set[int], score: float) -> None:
    mark = grade(TEA, picked(*options))
    assert (mark.right, mark.score) == (score == 1, score)


@pytest.mark.parametrize(
    ("options", "score"),
    [
        ({0, 1}, 1.0),
        ({0}, 0.5),
        ({0, 1, 2}, 0.5),
        ({0, 2}, 0.0),
        ({2, 3}, 0.0),
        ({0, 1, 2, 3}, 0.0),
        (set(), 0.0),
    ],
)
def test_multiple_choice_counts_right_ticks_against_wrong_ones(options: set[int], score: float) -> None:
    mark = grade(POT, picked(*options))
    assert (mark.right, mark.score) == (options == {0, 1}, score)


def test_a_wrong_pick_brings_its_feedback_and_an_option_left_alone_does_not() -> None:
    assert [part.feedback for part in grade(POT, picked(2)).parts] == [None, None, "pots do not roll", None]
    assert [part.right for part in grade(POT, picked(2)).parts] == [False, False, False, True]
    assert not any(part.feedback for part in grade(POT, picked(0)).parts)


def test_true_or_false() -> None:
    assert grade(HOT, picked(0)).right
    assert not grade(HOT, picked(1)).right


def test_a_question_with_no_right_option_is_worth_nothing() -> None:
    mark = grade(choice("odd", "a", "b", kind="multiple"), picked(0))
    assert (mark.right, mark.score) == (False, 0.0)


def test_sorting_counts_item_by_item_and_names_the_misconception() -> None:
    mark = grade(SETS, Sorted((0, 1, 0)))
    assert (mark.right, mark.rights) == (False, 2)
    assert mark.score == pytest.approx(2 / 3)
    assert (mark.parts[0].feedback, mark.parts[0].misconception) == ("Tea is hot water.", "dry-tea")
    assert grade(SETS, Sorted((2, 1, 0))).right


def test_what_was_left_unsorted_is_wrong() -> None:
    assert grade(SETS, Sorted((None, None, 0))).score == pytest.approx(1 / 3)


def test_matching_counts_line_by_line() -> None:
    assert grade(PAIRS, Matched((0, 1))).right
    mark = grade(PAIRS, Matched((2, 1)))
    assert (mark.score, mark.parts[0].feedback) == (0.5, "Tea is poured.")


@pytest.mark.parametrize(
    ("order", "score"),
    [
        ((0, 1, 2, 3), 1.0),
        ((0, 1, 3, 2), 2 / 3),
        ((1, 2, 3, 0), 0.0),
        ((3, 2, 1, 0), 0.0),
        ((0, 2, 1, 3), 2 / 3),
    ],
)
def test_order_is_marked_by_pairs_in_order_against_pairs_out_of_it(order: tuple[int, ...], score: float) -> None:
    mark = grade(STEPS, Ordered(order))
    assert mark.right is (score == 1)
    assert mark.score == pytest.approx(score)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("1000", True), ("1001", True), ("1001.1", False), ("1000.5 degrees", True), ("1000,5", True),
        ("1,000.5", True), ("1.000,5", True), ("1\u2009000,5", True), ("1 000.5 Degree", True), ("1,000", True),
        ("1e3", True), ("+1000", True), ("\u22121000", False), ("999.9", False), ("1'000.5", True),
    ],
)  # fmt: skip
def test_a_number_is_right_within_its_tolerance_however_it_is_written(typed: str, right: bool) -> None:
    assert can_be_checked(HEAT, Number(typed))
    assert grade(HEAT, Number(typed)).right is right


@pytest.mark.parametrize(
    "typed", ["", " ", "ten", "1 2", "1..2", "1,2,3", "12 apples", "nan", "inf", "1e999", "9" * 99]
)
def test_what_is_not_a_number_is_not_marked(typed: str) -> None:
    assert not can_be_checked(HEAT, Number(typed))


def test_a_percent_sign_is_the_unit_or_a_hundredth() -> None:
    share = HEAT.__class__(id="a", stem="?", type="numeric", answer=33, tolerance=0, unit="%")
    half = HEAT.__class__(id="b", stem="?", type="numeric", answer=0.5)
    assert grade(share, Number("33 %")).right
    assert grade(share, Number("33")).right
    assert grade(half, Number("50%")).right
    assert not grade(half, Number("50")).right


@pytest.mark.parametrize("typed", ["tea-pot", "Tea pot", " TEAPOT. ", "te\u0301a\u2011pot", "Kettle"])
def test_case_spaces_hyphens_and_accents_do_not_count(typed: str) -> None:
    assert grade(NAME, Words(typed)).right


def test_a_listed_wrong_form_says_why() -> None:
    (part,) = grade(NAME, Words("CUP")).parts
    assert (part.right, part.feedback, part.misconception) == (False, "A cup is smaller.", "cups-pour")
    assert grade(NAME, Words("mug")).parts[0].feedback is None


def test_gaps_count_one_by_one() -> None:
    assert grade(BLANKS, Gaps(("Hostess", "black tea"))).right
    assert grade(BLANKS, Gaps(("cat", "tea"))).score == 0.5


def test_one_of_the_targets_is_right() -> None:
    assert grade(PLACE, Spot(PartRef("kitchen", "tap"))).right
    assert not grade(PLACE, Spot(PartRef("kitchen", "door"))).right
    assert not grade(PLACE, Spot()).right


@pytest.mark.parametrize(
    ("question", "response"),
    [
        (TEA, Words("leaves")),
        (TEA, picked(7)),
        (SETS, Sorted((0, 1))),
        (SETS, Sorted((0, 1, 9))),
        (PAIRS, Matched((0, 3))),
        (STEPS, Ordered((0, 0, 1, 2))),
        (BLANKS, Gaps(("host",))),
        (PLACE, picked(0)),
    ],
)
def test_a_response_to_another_question_is_refused(question: Question, response: Response) -> None:
    with pytest.raises(MisfitError, match=question.id):
        grade(question, response)


def test_the_chance_of_a_guess() -> None:
    assert [guess_chance(each) for each in (TEA, HOT, POT)] == [1 / 3, 1 / 2, 1 / 15]
    chances = {each.id: guess_chance(each) for each in KINDS}
    assert chances == {
        "sets": 1 / 64, "pairs": 1 / 6, "steps": 1 / 24, "heat": None, "name": None, "blanks": None, "place": None,
    }  # fmt: skip
