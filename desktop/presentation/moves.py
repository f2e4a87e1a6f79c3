"""What can be done in a talk: each move takes the talk as it stands and gives it as it stands then."""

from __future__ import annotations

from dataclasses import replace

from desktop.presentation.ink import PENS, Ink, Point, Stroke, cleared, drawn, erased, undone
from desktop.presentation.talk import Blank, Hand, Over, Talk, Zoom

LARGEST_ZOOM, ZOOM_STEP = 8.0, 1.5
_PAN = 0.2  # of what is seen
_LONGEST = 3  # digits of a number
_REMEMBERED = 100

# From stop to stop.


def go_on(talk: Talk) -> Talk:
    """The next step, or the next stop from its beginning."""
    if talk.at_step + 1 < talk.told.count:
        return replace(talk, step=talk.at_step + 1)
    return skip_on(talk)


def go_back(talk: Talk) -> Talk:
    """The step before, or the stop before as far told as it was left: one not told yet gives nothing away."""
    if talk.at_step > talk.told.first:
        return replace(talk, step=talk.at_step - 1)
    if talk.at == 0:
        return replace(talk, said="This is the first stop.")
    before = _moved(talk, talk.at - 1)
    return replace(before, step=talk.left.get(talk.deck.stops[talk.at - 1].id))


def skip_on(talk: Talk) -> Talk:
    """The next stop, whatever steps are left."""
    if talk.at + 1 >= talk.count:
        return replace(talk, said="This is the last stop.")
    return _moved(talk, talk.at + 1)


def skip_back(talk: Talk) -> Talk:
    """The stop before, from its beginning."""
    return _moved(talk, max(0, talk.at - 1))


def go_to(talk: Talk, at: int) -> Talk:
    """Jump to a stop, counted from 0; the way back is remembered. Where there is none, the talk stays and says so."""
    if not 0 <= at < talk.count:
        stops = "1 stop" if talk.count == 1 else f"{talk.count} stops"
        return replace(talk, said=f"There is no stop {at + 1}: the talk has {stops}.", typed=None)
    if at == talk.at:
        return replace(talk, step=None, typed=None)
    return replace(_moved(talk, at), earlier=(*talk.earlier, talk.at)[-_REMEMBERED:], later=())


def go_first(talk: Talk) -> Talk:
    return go_to(talk, 0) if talk.count else talk


def go_last(talk: Talk) -> Talk:
    return go_to(talk, talk.count - 1) if talk.count else talk


def go_earlier(talk: Talk) -> Talk:
    """To the stop before the last jump."""
    if not talk.earlier:
        return replace(talk, said="There was no jump to go back from.")
    at = min(talk.earlier[-1], talk.count - 1)
    return replace(_moved(talk, at), earlier=talk.earlier[:-1], later=(talk.at, *talk.later))


def go_later(talk: Talk) -> Talk:
    """To the stop that was left by `go_earlier`."""
    if not talk.later:
        return replace(talk, said="There is no later jump.")
    at = min(talk.later[0], talk.count - 1)
    return replace(_moved(talk, at), earlier=(*talk.earlier, talk.at), later=talk.later[1:])


def begin_again(talk: Talk) -> Talk:
    """The stop that is on from its beginning."""
    return replace(talk, step=None)


def _moved(talk: Talk, at: int) -> Talk:
    """At another stop, from its beginning and seen whole; the pen stays in the hand."""
    left = {**talk.left, talk.stop.id: talk.at_step} if talk.stop else talk.left
    return replace(talk, at=at, step=None, zoom=None, typed=None, left=left, said="")


# Numbers.


def type_digit(talk: Talk, digit: str) -> Talk:
    return replace(talk, typed=((talk.typed or "") + digit)[:_LONGEST])


def ask_number(talk: Talk) -> Talk:
    """Ask to which stop."""
    return replace(talk, typed="")


def take_digit_back(talk: Talk) -> Talk:
    return replace(talk, typed=(talk.typed or "")[:-1] or None)


def go_to_typed(talk: Talk) -> Talk:
    """To the stop whose number was typed; nowhere where none was."""
    return go_to(talk, int(talk.typed) - 1) if talk.typed else replace(talk, typed=None)


# What lies over the stage.


def cover(talk: Talk, blank: Blank) -> Talk:
    """Cover the hall's screen, or uncover it where it is covered."""
    return replace(talk, blank=blank if talk.blank is Blank.NONE else Blank.NONE)


def lay_over(talk: Talk, over: Over) -> Talk:
    """Open the overview or the keys, or close them where they are open."""
    return replace(talk, over=Over.NONE if talk.over is over else over, chosen=talk.at)


def choose(talk: Talk, by: int) -> Talk:
    """Outline another stop of the overview, so many further on."""
    return replace(talk, chosen=max(0, min(talk.chosen + by, talk.count - 1)))


def go_to_chosen(talk: Talk) -> Talk:
    """Close the overview at the stop that is outlined."""
    return go_to(replace(talk, over=Over.NONE, blank=Blank.NONE), talk.chosen)


def take_in_hand(talk: Talk, hand: Hand) -> Talk:
    """Take the pointer, the pen or the eraser, or put it away."""
    return replace(talk, hand=Hand.NONE if talk.hand is hand else hand)


def change_pen(talk: Talk) -> Talk:
    """The next colour, with the pen in the hand."""
    pen = (talk.pen + 1) % len(PENS)
    return replace(talk, pen=pen, hand=Hand.PEN, said=f"The pen is {PENS[pen][1]}.")


def draw(talk: Talk, points: tuple[Point, ...]) -> Talk:
    """A stroke of the pen over the stop that is on."""
    return _inked(talk, drawn(talk.ink, Stroke(talk.colour, points)))


def erase(talk: Talk, at: Point, shape: float) -> Talk:
    """The eraser comes by; `shape` is the stage's width by its height."""
    return _inked(talk, erased(talk.ink, at, shape))


def clear(talk: Talk) -> Talk:
    """Take all strokes from the stop that is on; undo brings them back."""
    return _inked(talk, cleared(talk.ink))


def undo(talk: Talk) -> Talk:
    """Take back the last change of what is drawn over this stop."""
    return _inked(talk, undone(talk.ink)) if talk.ink.before else replace(talk, said="Nothing is drawn to undo.")


def _inked(talk: Talk, ink: Ink) -> Talk:
    return replace(talk, inks={**talk.inks, talk.stop.id: ink}) if talk.stop else talk


# Zoom.


def zoom_by(talk: Talk, times: float, at: Point | None = None) -> Talk:
    """So many times larger, about a point of the stage; at its own size again there is no zoom."""
    zoom = talk.zoom or Zoom(1.0)
    factor = min(LARGEST_ZOOM, zoom.factor * times)
    x, y = at or (zoom.x, zoom.y)
    return replace(talk, zoom=_held(Zoom(factor, x, y)) if factor > 1.01 else None)


def switch_zoom(talk: Talk, at: Point | None = None) -> Talk:
    """Twice as large, or the whole again."""
    return replace(talk, zoom=None) if talk.zoom else zoom_by(talk, 2.0, at)


def pan(talk: Talk, right: int, down: int) -> Talk:
    """Look further on, by a fifth of what is seen."""
    zoom = talk.zoom
    if zoom is None:
        return talk
    by = _PAN / zoom.factor
    return replace(talk, zoom=_held(replace(zoom, x=zoom.x + right * by, y=zoom.y + down * by)))


def _held(zoom: Zoom) -> Zoom:
    """Nothing beyond the edges is seen."""
    half = 0.5 / zoom.factor
    return replace(zoom, x=min(1 - half, max(half, zoom.x)), y=min(1 - half, max(half, zoom.y)))


# The end.


def escape(talk: Talk) -> Talk:
    """One layer less: what lies over, the number, the zoom, the pen, the blank screen; and at last the end."""
    if talk.over is not Over.NONE:
        return replace(talk, over=Over.NONE)
    if talk.typed is not None:
        return replace(talk, typed=None)
    if talk.zoom is not None:
        return replace(talk, zoom=None)
    if talk.hand is not Hand.NONE:
        return replace(talk, hand=Hand.NONE)
    if talk.blank is not Blank.NONE:
        return replace(talk, blank=Blank.NONE)
    return replace(talk, ended=True)
