"""The table of keys: what every presenter expects is in it, no key means two things, and the help names all."""

from __future__ import annotations

from collections import Counter

import pytest

from desktop.presentation.keys import ACTS, ROWS, Act, key_of, keys_shown, shown_key

EXPECTED = {
    Act.NEXT: "Right Down Space PgDown Return Enter N",
    Act.BACK: "Left Up PgUp Backspace P Shift+Space",
    Act.FIRST: "Home",
    Act.LAST: "End",
    Act.SKIP_ON: "Alt+PgDown Alt+Down",
    Act.SKIP_BACK: "Alt+PgUp Alt+Up",
    Act.BLACK: "B .",
    Act.WHITE: "W ,",
    Act.OVERVIEW: "O Ctrl+3",
    Act.POINTER: "L",
    Act.PEN: "D",
    Act.UNDO: "Ctrl+Z",
    Act.START: "F5",
    Act.FROM_HERE: "Shift+F5",
    Act.END: "Esc",
    Act.KEYS: "?",
    Act.LARGER_NOTES: "Ctrl++",
    Act.SMALLER_NOTES: "Ctrl+-",
    Act.GO_TO: "G",
    Act.PAUSE: "Pause",
    Act.RESTART_CLOCK: "Ctrl+R",
    Act.TARGET: "Ctrl+T",
    Act.SWAP: "Ctrl+F",
    Act.FULL_SCREEN: "F11",
    Act.EARLIER: "Alt+Left",
    Act.LATER: "Alt+Right",
}


@pytest.mark.parametrize("act", EXPECTED)
def test_the_keys_that_presenters_know_are_there(act: Act) -> None:
    assert [ACTS.get(key) for key in EXPECTED[act].split()] == [act] * len(EXPECTED[act].split())


def test_no_key_means_two_things() -> None:
    assert [key for key, times in Counter(key for row in ROWS for key in row.keys).items() if times > 1] == []


def test_keys_are_told_as_they_stand_on_the_keyboard() -> None:
    assert shown_key("Alt+PgDown") == "Alt+Page down"
    assert shown_key("Ctrl++") == "Ctrl++"
    assert shown_key("+") == "+"
    assert key_of(Act.NEXT) == "→"
    assert keys_shown(next(row for row in ROWS if row.act is Act.DIGIT)) == "0 … 9"
