"""A talk as it is being given, as one frozen value: both windows show it, and keys change it by these functions."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.presentation.ink import PENS, Ink

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.catalog.entities.talks import Deck, Stop


class Blank(StrEnum):
    """What covers the hall's screen for a while."""

    NONE = ""
    BLACK = "black"
    WHITE = "white"


class Over(StrEnum):
    """What lies over the console."""

    NONE = ""
    OVERVIEW = "overview"
    KEYS = "keys"


class Hand(StrEnum):
    """What the mouse does on the stage; with none it is the stage's own."""

    NONE = ""
    POINTER = "pointer"
    PEN = "pen"
    ERASER = "eraser"


@dataclass(frozen=True, slots=True)
class Steps:
    """At which step a stop begins, from 0, and how many there are."""

    first: int = 0
    count: int = 1


@dataclass(frozen=True, slots=True)
class Zoom:
    """How many times larger, and which point (as shares of the stage) is in the middle."""

    factor: float
    x: float = 0.5
    y: float = 0.5

    @property
    def left(self) -> float:
        """Where what is seen begins, as a share of the width."""
        return self.x - 0.5 / self.factor

    @property
    def top(self) -> float:
        """Where what is seen begins, as a share of the height."""
        return self.y - 0.5 / self.factor


@dataclass(frozen=True, slots=True)
class Talk:
    """Where a talk stands. `step` is None until the stage of the stop has told its steps (`with_steps`).

    `left` keeps at which step a stop was left, `typed` the digits of a number (None: none is asked for), `chosen` the
    stop that is outlined in the overview, `earlier` and `later` the stops before and after jumps.
    """

    deck: Deck
    at: int = 0
    step: int | None = None
    steps: Mapping[str, Steps] = field(default_factory=dict)
    left: Mapping[str, int] = field(default_factory=dict)
    inks: Mapping[str, Ink] = field(default_factory=dict)
    blank: Blank = Blank.NONE
    over: Over = Over.NONE
    hand: Hand = Hand.NONE
    pen: int = 0
    zoom: Zoom | None = None
    typed: str | None = None
    chosen: int = 0
    earlier: tuple[int, ...] = ()
    later: tuple[int, ...] = ()
    said: str = ""
    ended: bool = False

    @property
    def stop(self) -> Stop | None:
        """The stop that is on; None in a deck without stops."""
        return self.deck.stops[self.at] if self.deck.stops else None

    @property
    def following(self) -> Stop | None:
        """The stop after it; None at the last."""
        return next(iter(self.deck.stops[self.at + 1 : self.at + 2]), None)

    @property
    def count(self) -> int:
        """How many stops there are."""
        return len(self.deck.stops)

    @property
    def told(self) -> Steps:
        """The steps of the stop that is on."""
        return self.steps.get(self.stop.id, Steps()) if self.stop else Steps()

    @property
    def at_step(self) -> int:
        """The step that is on, from 0."""
        return self.told.first if self.step is None else self.step

    @property
    def ink(self) -> Ink:
        """What is drawn over the stop that is on."""
        return self.inks.get(self.stop.id, Ink()) if self.stop else Ink()

    @property
    def colour(self) -> str:
        """The colour of the pen, by its name in the theme."""
        return PENS[self.pen][0]


def begin(deck: Deck, at: int = 0) -> Talk:
    """A talk at a stop, counted from 0; the nearest there is."""
    return Talk(deck, max(0, min(at, len(deck.stops) - 1)))


def with_steps(talk: Talk, stop: str, steps: Steps) -> Talk:
    """The stage of a stop has told its steps; the step that is on is held among them."""
    talk = replace(talk, steps={**talk.steps, stop: steps})
    if talk.stop is None or talk.stop.id != stop:
        return talk
    return replace(talk, step=min(talk.at_step, steps.count - 1))


def stepped(talk: Talk, step: int) -> Talk:
    """The stage went to a step by itself."""
    return replace(talk, step=min(max(0, step), talk.told.count - 1))


def with_deck(talk: Talk, deck: Deck) -> Talk:
    """The same talk with its deck read again: at the same stop, or where that is no more, at the one in its place."""
    ids = [stop.id for stop in deck.stops]
    here = talk.stop.id if talk.stop else ""
    if here in ids:
        return replace(talk, deck=deck, at=ids.index(here), chosen=min(talk.chosen, max(0, len(ids) - 1)))
    return replace(talk, deck=deck, at=max(0, min(talk.at, len(ids) - 1)), step=None, zoom=None, chosen=0)
