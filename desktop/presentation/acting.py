"""What a key does to a talk: the table of keys.py joined to the functions of talk.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from desktop.presentation import moves
from desktop.presentation.keys import ACTS, OVERVIEW, QUIET, TYPING, ZOOMED, Act
from desktop.presentation.talk import Blank, Hand, Over, Talk

Move = Callable[[Talk], Talk]

_MOVES: dict[Act, Move] = {
    Act.NEXT: moves.go_on,
    Act.BACK: moves.go_back,
    Act.FIRST: moves.go_first,
    Act.LAST: moves.go_last,
    Act.SKIP_ON: moves.skip_on,
    Act.SKIP_BACK: moves.skip_back,
    Act.GO_TO: moves.ask_number,
    Act.TAKE_NUMBER: moves.go_to_typed,
    Act.DIGIT_BACK: moves.take_digit_back,
    Act.EARLIER: moves.go_earlier,
    Act.LATER: moves.go_later,
    Act.OVERVIEW: partial(moves.lay_over, over=Over.OVERVIEW),
    Act.KEYS: partial(moves.lay_over, over=Over.KEYS),
    Act.START: moves.go_first,
    Act.FROM_HERE: moves.begin_again,
    Act.END: moves.escape,
    Act.BLACK: partial(moves.cover, blank=Blank.BLACK),
    Act.WHITE: partial(moves.cover, blank=Blank.WHITE),
    Act.RESUME: partial(moves.cover, blank=Blank.NONE),
    Act.ZOOM: moves.switch_zoom,
    Act.ZOOM_IN: partial(moves.zoom_by, times=moves.ZOOM_STEP),
    Act.ZOOM_OUT: partial(moves.zoom_by, times=1 / moves.ZOOM_STEP),
    Act.POINTER: partial(moves.take_in_hand, hand=Hand.POINTER),
    Act.PEN: partial(moves.take_in_hand, hand=Hand.PEN),
    Act.ERASER: partial(moves.take_in_hand, hand=Hand.ERASER),
    Act.COLOUR: moves.change_pen,
    Act.UNDO: moves.undo,
    Act.CLEAR: moves.clear,
    Act.TAKE: moves.go_to_chosen,
}
_WAYS = {Act.LEFT: (-1, 0), Act.RIGHT: (1, 0), Act.UP: (0, -1), Act.DOWN: (0, 1)}
_OVER = (Act.END, Act.KEYS, Act.OVERVIEW)
_NUMBER = (Act.DIGIT, Act.GO_TO, Act.TAKE_NUMBER, Act.DIGIT_BACK, Act.END)


def act_of(talk: Talk, key: str) -> Act | None:
    """What a key asks for as the talk stands; None where it is no key of a talk.

    At a blank screen any key at all goes on and does no more, as presenters know it; but what lies over the console
    has its keys first, and notes, clock and screens are the presenter's own business.
    """
    act = ACTS.get(key)
    if act in QUIET:
        return act
    if talk.over is Over.OVERVIEW and key in OVERVIEW:
        return Act.TAKE_NUMBER if talk.typed and key in TYPING else OVERVIEW[key]
    if talk.blank is not Blank.NONE:
        return act if talk.over is not Over.NONE and act in _OVER else Act.RESUME
    if talk.typed is not None and key in TYPING:
        return TYPING[key]
    if talk.zoom is not None and key in ZOOMED:
        return ZOOMED[key]
    return act


def meant(talk: Talk, act: Act) -> Act:
    """What a button of the console does as the talk stands: at a blank screen it goes on first, like a key."""
    shows = talk.blank is not Blank.NONE and talk.over is Over.NONE
    return Act.RESUME if shows and act not in QUIET else act


def acted(talk: Talk, act: Act, key: str = "", columns: int = 1) -> Talk:
    """The talk after that. `columns` is how many stops stand in a line of the overview.

    What is not about the talk itself (notes, clock, screens) leaves it as it is.
    """
    if act in QUIET:
        return talk
    before = replace(talk, said="", typed=talk.typed if act in _NUMBER else None)
    if act is Act.DIGIT:
        return moves.type_digit(before, key)
    if talk.over is Over.OVERVIEW and act in (Act.FIRST, Act.LAST):
        return moves.choose(before, -before.count if act is Act.FIRST else before.count)
    if act in _WAYS:
        right, down = _WAYS[act]
        return moves.choose(before, right + down * columns) if before.over else moves.pan(before, right, down)
    after = _MOVES[act](before)
    if after.at != talk.at or act in (Act.TAKE, Act.TAKE_NUMBER):
        after = replace(after, over=Over.NONE)
    return after
