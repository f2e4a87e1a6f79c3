"""A quiz before an audience, without a window: what is told when, and what the hall's screen holds."""

from __future__ import annotations

from dataclasses import fields

from desktop.quiz.projecting.show import (
    Blank,
    Slide,
    begin,
    count,
    cover,
    go_back,
    go_on,
    screen_of,
    solution_of,
    take_back,
    votes_words,
)
from tests.quiz.builders import POT, TEA, choice

SLIDES = (Slide(TEA, (2, 0, 1)), Slide(POT, (0, 1, 2, 3), "Several may be right."))


def test_a_question_is_asked_then_told_then_left() -> None:
    show = begin(SLIDES)
    assert screen_of(show).stem == TEA.stem
    show = go_on(show)
    assert [choice.right for choice in screen_of(show).choices] == [False, True, False]
    show = go_on(show)
    assert screen_of(show).stem == POT.stem
    assert screen_of(show).line == "Several may be right."
    assert go_on(go_on(show)).ended
    assert screen_of(go_on(go_on(go_on(show)))).stem == "That was the last question."


def test_the_screen_holds_nothing_of_the_solution_before_it_is_out() -> None:
    other = choice("tea", "leaves", "*beans|that is coffee", "berries")
    screens = [screen_of(count(begin((Slide(each, (2, 0, 1)),)), (1, 2, 3))) for each in (TEA, other)]
    assert screens[0] == screens[1]
    assert {field.name for field in fields(screens[0])} == {
        "progress", "stem", "line", "choices", "columns", "has_figure", "answer", "explanation", "blank",
    }  # fmt: skip
    assert (screens[0].explanation, screens[0].answer) == ("", ())


def test_votes_are_shown_with_their_shares_before_and_after_the_solution() -> None:
    show = count(begin(SLIDES), (12, 7, 3))
    assert [votes_words(choice) for choice in screen_of(show).choices] == ["12 · 55 %", "7 · 32 %", "3 · 14 %"]
    assert "A, berries, 12 votes, 55 per cent." in screen_of(show).words
    assert [choice.votes for choice in screen_of(go_on(show)).choices] == [12, 7, 3]
    assert "B, leaves, 7 votes, 32 per cent, right answer." in screen_of(go_on(show)).words


def test_nobody_voted_is_no_division_by_nothing() -> None:
    assert [votes_words(each) for each in screen_of(count(begin(SLIDES), (0, 0, 0))).choices] == ["0 · 0 %"] * 3


def test_each_step_can_be_taken_back() -> None:
    asked = begin(SLIDES)
    counted = count(asked, (1, 2, 3))
    told = go_on(counted)
    assert take_back(told) == counted
    assert take_back(counted) == asked
    assert take_back(go_on(told)) == told
    assert take_back(asked) == asked


def test_going_back_shows_a_question_as_far_told_as_it_was() -> None:
    assert go_back(go_on(go_on(begin(SLIDES)))).now.revealed


def test_the_next_key_uncovers_a_black_screen_and_does_no_more() -> None:
    dark = cover(begin(SLIDES), Blank.BLACK)
    assert screen_of(dark).blank is Blank.BLACK
    assert go_on(dark) == begin(SLIDES)
    assert cover(dark, Blank.WHITE).blank is Blank.WHITE
    assert cover(dark, Blank.BLACK).blank is Blank.NONE


def test_the_presenter_is_told_all_that_is_right() -> None:
    assert solution_of(SLIDES[0]) == "B, leaves"
    assert solution_of(SLIDES[1]) == "A, lid; B, spout"


def test_a_show_without_questions_has_ended() -> None:
    assert go_on(begin(())).ended
