"""What stands on a hall's screen for a question of each class, before and after the solution is out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.quiz.projecting.posing import seed_in, slide_of, votable
from desktop.quiz.projecting.show import Screen, screen_of
from desktop.quiz.projecting.walk import begin, go_to
from tests.quiz.builders import BLANKS, HEAT, HOT, KINDS, NAME, PAIRS, PLACE, POT, SETS, STEPS, TEA

if TYPE_CHECKING:
    from desktop.catalog.entities.questions import Question


def told(question: Question, step: int, seed: int = 1) -> Screen:
    slide = slide_of(question, seed, str)
    return screen_of(go_to(begin((slide,)), step).show)


def lines(screen: Screen) -> list[list[str]]:
    return [sorted(text for _label, text in column.lines) for column in screen.columns]


def test_what_is_to_be_sorted_stands_beside_the_groups() -> None:
    assert lines(told(SETS, 0)) == [["rain", "sun", "tea"], ["Both", "Neither", "Only hot", "Only wet"]]
    assert told(SETS, 0).line == "Which group does each belong to?"


def test_left_sides_stand_beside_all_right_sides() -> None:
    assert lines(told(PAIRS, 0)) == [["jam", "tea"], ["box", "jar", "pot"]]


def test_what_is_to_be_ordered_never_stands_in_its_order() -> None:
    for seed in range(20):
        assert [text for _, text in told(STEPS, 0, seed).columns[0].lines] != list(STEPS.items)


def test_a_text_has_its_gaps_numbered_and_what_is_offered_for_them() -> None:
    shown = told(BLANKS, 0).columns[0].lines
    assert shown[0] == ("", "The (1) __________ pours (2) __________.")
    assert [label for label, _ in shown[1:]] == ["(1)"]
    assert sorted(shown[1][1].split(" / ")) == ["cat", "guest", "host"]


def test_what_a_number_is_in_is_told() -> None:
    assert told(HEAT, 0).line == "A number is asked for, in degrees."


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (SETS, ("Only hot: sun", "Only wet: rain", "Both: tea", "Neither: none")),
        (PAIRS, ("tea: pot", "jam: jar")),
        (STEPS, ("1. boil", "2. pour", "3. wait", "4. drink")),
        (HEAT, ("1000.5 degrees, give or take 0.5",)),
        (NAME, ("tea-pot",)),
        (BLANKS, ("host; tea",)),
        (PLACE, ("part:kitchen/tap",)),
    ],
)
def test_the_solution_comes_in_words_and_not_before(question: Question, answer: tuple[str, ...]) -> None:
    assert told(question, 0).answer == ()
    assert told(question, 1).answer == answer
    assert told(question, 1).explanation


def test_an_answer_that_says_all_takes_the_place_of_what_was_asked() -> None:
    assert told(PAIRS, 1).columns == ()
    assert told(BLANKS, 1).columns == told(BLANKS, 0).columns


def test_the_screen_is_the_same_whatever_is_right() -> None:
    tea, jam = PAIRS.pairs
    swapped = replace(PAIRS, pairs=(replace(tea, right="jar"), replace(jam, right="pot")))
    assert lines(told(swapped, 0)) == lines(told(PAIRS, 0))
    moved = replace(SETS, items=tuple(replace(each, category="Neither") for each in SETS.items))
    assert told(moved, 0) == told(SETS, 0)
    assert told(replace(HEAT, answer=3.0), 0) == told(HEAT, 0)
    assert told(replace(PLACE, targets=(PLACE.scene,)), 0) == told(PLACE, 0)


def test_a_hall_votes_on_choices_alone_in_their_order_or_in_a_seeds() -> None:
    questions = (TEA, *KINDS, POT, HOT)
    assert votable(questions, None) == (TEA, POT, HOT)
    orders = {tuple(each.id for each in votable(questions, seed)) for seed in range(30)}
    assert len(orders) == 6


@pytest.mark.parametrize(("text", "seed"), [("7", 7), ("", None), ("-1", None), ("²", None), ("9" * 30, None)])
def test_a_seed_is_digits(text: str, seed: int | None) -> None:
    assert seed_in({"seed": text}) == seed
