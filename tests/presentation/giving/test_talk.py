"""A talk without a window: steps and stops, jumps and numbers, what covers it, and the way out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.presentation.acting import act_of, acted
from desktop.presentation.keys import ROWS, Act
from desktop.presentation.moves import draw, erase, pan, zoom_by
from desktop.presentation.talk import Blank, Hand, Over, Steps, Talk, begin, stepped, with_deck, with_steps
from tests.presentation.giving.builders import DECK, STOPS, deck

OWN = (
    *("LARGER_NOTES", "SMALLER_NOTES", "NOTES_DOWN", "NOTES_UP", "PAUSE", "RESTART_CLOCK", "TARGET", "SWAP"),
    "FULL_SCREEN",
)


def talk(at: int = 0) -> Talk:
    """Stop 1 begins at its second step of four."""
    return with_steps(begin(DECK, at), "leaves", Steps(1, 4))


def press(standing: Talk, *keys: str, columns: int = 1) -> Talk:
    for key in keys:
        act = act_of(standing, key)
        assert act is not None, f"{key} is no key of the talk"
        standing = acted(standing, act, key, columns)
    return standing


def where(standing: Talk) -> tuple[int, int]:
    return standing.at, standing.at_step


def test_next_goes_through_the_steps_of_a_stop_and_then_on() -> None:
    now, seen = talk(), []
    for _ in range(5):
        now = press(now, "PgDown")
        seen.append(where(now))
    assert seen == [(1, 1), (1, 2), (1, 3), (2, 0), (3, 0)]


def test_back_arrives_where_a_stop_was_left_so_that_nothing_is_told_too_early() -> None:
    assert where(press(talk(), "Right", "Right", "Right", "Right", "Left")) == (1, 3)
    assert where(press(talk(), "Right", "Right", "Alt+PgDown", "Left")) == (1, 2)
    assert where(press(talk(2), "Left")) == (1, 1)
    assert where(press(talk(), "Right", "Left")) == (0, 0)


def test_the_ends_of_a_talk_are_told_and_nothing_happens() -> None:
    assert press(talk(), "Left").said == "This is the first stop."
    last = press(talk(), "End", "Right")
    assert last.at == 5
    assert last.said == "This is the last stop."


def test_a_number_and_enter_go_to_a_stop() -> None:
    assert press(talk(), "5", "Return").at == 4
    assert press(talk(), "G", "1", "2", "Backspace", "Enter").at == 0
    assert press(talk(), "3", "Right").at == 1  # another key is no number any more
    nowhere = press(talk(1), "9", "9", "Return")
    assert nowhere.at == 1
    assert nowhere.said == "There is no stop 99: the talk has 6 stops."
    assert press(talk(1), "0", "Return").said == "There is no stop 0: the talk has 6 stops."
    assert press(talk(1), "G", "Return") == replace(talk(1), typed=None)


def test_the_way_back_from_a_jump_is_remembered() -> None:
    jumped = press(talk(1), "5", "Return", "Home")
    assert press(jumped, "Alt+Left").at == 4
    assert press(jumped, "Alt+Left", "Alt+Left").at == 1
    assert press(jumped, "Alt+Left", "Alt+Left", "Alt+Right").at == 4
    assert press(talk(), "Alt+Left").said == "There was no jump to go back from."
    assert press(talk(), "Alt+Right").said == "There is no later jump."


@pytest.mark.parametrize("key", [key for row in ROWS for key in row.keys] + ["X", "Ctrl+J"])
@pytest.mark.parametrize("blank", ["B", "W"])
def test_at_a_blank_screen_any_key_goes_on_first(key: str, blank: str) -> None:
    dark = press(talk(1), blank)
    own = next((row for row in ROWS if key in row.keys and row.act.name in OWN), None)
    after = press(dark, key)
    assert (after.at, after.at_step) == (1, 1)
    assert after.blank is (dark.blank if own else Blank.NONE)


def test_escape_leaves_one_layer_at_a_time_and_then_ends() -> None:
    deep = press(talk(1), "D", "Z", "O", "B")
    assert (deep.over, deep.zoom is not None, deep.hand, deep.blank) == (Over.OVERVIEW, True, Hand.PEN, Blank.BLACK)
    no_overview = press(deep, "Esc")
    assert no_overview.over is Over.NONE
    seen = []
    now = replace(no_overview, blank=Blank.NONE)
    for _ in range(3):
        now = press(now, "Esc")
        seen.append((now.zoom is not None, now.hand, now.ended))
    assert seen == [(False, Hand.PEN, False), (False, Hand.NONE, False), (False, Hand.NONE, True)]
    assert not press(no_overview, "Esc").ended
    assert press(no_overview, "Esc").blank is Blank.NONE


def test_the_overview_is_walked_by_arrows_and_left_by_enter() -> None:
    assert press(talk(), "O", "Right", "Down", columns=2).chosen == 3
    assert press(talk(), "O", "Right", "Down", "Return", columns=2).at == 3
    assert press(talk(), "O", "PgDown", "Space").at == 1
    assert press(talk(), "O", "End", "Up", "Enter", columns=2).at == 3
    assert press(talk(2), "O", "Home", "Return").at == 0
    assert press(talk(2), "O", "4", "Return").at == 3
    assert press(talk(2), "Ctrl+3", "Ctrl+3").over is Over.NONE
    assert press(talk(2), "O", "Down", "Down", "Down", "Esc").at == 2


def test_zoom_shows_a_part_and_arrows_move_it_up_to_the_edge() -> None:
    near = zoom_by(talk(1), 4.0, (0.1, 0.9))
    assert near.zoom is not None
    assert (near.zoom.left, near.zoom.top) == (0.0, 0.75)
    assert pan(near, -1, 1) == near
    moved = press(near, "Right", "Up")
    assert moved.zoom is not None
    assert (moved.zoom.left, moved.zoom.top) == pytest.approx((0.05, 0.7))
    assert press(near, "PgDown").zoom is not None  # the next step of what is seen
    assert press(near, "Alt+PgDown").zoom is None
    assert press(talk(1), "+", "-").zoom is None
    assert press(talk(1), "Z", "Z").zoom is None


def test_ink_stays_with_its_stop_and_each_change_can_be_undone() -> None:
    inked = draw(press(talk(1), "D"), ((0.1, 0.1), (0.5, 0.1)))
    other = draw(press(inked, "C"), ((0.1, 0.9), (0.5, 0.9)))
    assert [stroke.colour for stroke in other.ink.strokes] == ["wrong", "accent"]
    assert press(other, "Alt+PgDown").ink.strokes == ()
    assert press(other, "Alt+PgDown", "Alt+PgUp").ink == other.ink
    wiped = erase(other, (0.3, 0.105), 16 / 9)
    assert [stroke.colour for stroke in wiped.ink.strokes] == ["accent"]
    assert press(wiped, "Ctrl+Z").ink.strokes == other.ink.strokes
    assert press(other, "Del").ink.strokes == ()
    assert press(other, "Del", "Ctrl+Z", "Ctrl+Z").ink.strokes == inked.ink.strokes
    assert erase(other, (0.3, 0.5), 16 / 9).ink is other.ink
    assert press(talk(1), "Ctrl+Z").said == "Nothing is drawn to undo."


def test_a_stage_that_goes_on_by_itself_is_followed() -> None:
    assert stepped(talk(1), 3).at_step == 3
    assert stepped(talk(1), 99).at_step == 3


def test_steps_told_later_hold_the_step_that_is_on() -> None:
    far = stepped(talk(1), 3)
    assert with_steps(far, "leaves", Steps(1, 2)).at_step == 1


def test_a_deck_read_again_stays_at_the_stop_wherever_that_is_now() -> None:
    here = stepped(talk(1), 2)
    assert where(with_deck(here, deck(STOPS[5], STOPS[0], STOPS[1]))) == (2, 2)
    assert with_deck(here, deck(STOPS[0])).at == 0
    assert with_deck(here, deck()).stop is None


def test_a_deck_without_stops_is_no_trap() -> None:
    empty = begin(deck())
    for row in ROWS:
        for key in row.keys:
            assert press(empty, key).at == 0
    assert press(empty, "Esc").ended


def test_start_is_the_first_stop_and_from_here_the_beginning_of_this_one() -> None:
    assert press(talk(3), "F5").at == 0
    assert where(press(talk(1), "Right", "Right", "Shift+F5")) == (1, 1)


def test_what_is_no_key_of_a_talk_is_none() -> None:
    assert act_of(talk(), "X") is None
    assert act_of(talk(), "Return") is Act.NEXT
