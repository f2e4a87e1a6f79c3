"""Editing a talk, as functions from one value to the next: a deck and the stop that is the present one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.catalog.binding import Notes, bind
from desktop.catalog.entities.talks import Deck, Stop
from desktop.catalog.names import name_of
from desktop.catalog.own_files import slug_of, unused
from desktop.catalog.reading import readable
from desktop.catalog.refs import ViewRef
from desktop.catalog.shapes import record_shape

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.refs import Ref

FIRST_TITLE = "My talk"
TITLE, TEXT = "New title", "New text"
MOST_STOPS = 2_000  # as in every list of a pack
_LONGEST_TITLE = 200


class Edited(NamedTuple):
    """A deck after a step; `at` is the place of the present stop in it, -1 where it has none."""

    deck: Deck
    at: int


class Unfit(Exception):
    """What was typed cannot stand in a deck; the message says why."""


# Decks.


def new_deck(id: str, title: str = FIRST_TITLE) -> Deck:
    """An empty deck."""
    return Deck(id=id, title=title, summary="A talk of my own.")


def own_copy(deck: Deck, id: str) -> Deck:
    """A copy to change; its stops get ids that are unlike each other, where those of the deck are not."""
    stops: list[Stop] = []
    for stop in deck.stops:
        stops.append(replace(stop, id=unused(stop.id, [each.id for each in stops])))
    return replace(deck, id=id, title=_shortened(f"{deck.title} (my copy)"), order=0, stops=tuple(stops))


def retitled(deck: Deck, title: str) -> Deck:
    """The deck with another title. Raises Unfit."""
    return replace(deck, title=_fit(Deck, "title", title))


def targeted(deck: Deck, minutes: str) -> Deck:
    """The deck with another number of minutes that it may take; '' for none. Raises Unfit."""
    return replace(deck, target=_number(Deck, "target", minutes) if minutes.strip() else None)


def total_minutes(deck: Deck) -> float:
    """How long all stops together take."""
    return sum(stop.minutes for stop in deck.stops)


# Stops.


def added(deck: Deck, stop: Stop, after: int) -> Edited:
    """The stop after the one at `after` (-1: first), under an id that no other stop has; it is the present one then."""
    if len(deck.stops) >= MOST_STOPS:
        raise Unfit(f"a deck holds at most {MOST_STOPS:,} stops")
    at = min(max(after + 1, 0), len(deck.stops))
    named = replace(stop, id=_free_id(deck, stop.title))
    return Edited(replace(deck, stops=(*deck.stops[:at], named, *deck.stops[at:])), at)


def moved(deck: Deck, at: int, to: int) -> Edited:
    """The stop in another place, as far as there are places."""
    to = min(max(to, 0), len(deck.stops) - 1)
    rest = [*deck.stops[:at], *deck.stops[at + 1 :]]
    return Edited(replace(deck, stops=(*rest[:to], deck.stops[at], *rest[to:])), to)


def duplicated(deck: Deck, at: int) -> Edited:
    """A second one after the stop; the second is the present one."""
    return added(deck, deck.stops[at], at)


def without(deck: Deck, at: int) -> Edited:
    """The deck without a stop; the next one is the present one, or the last."""
    stops = (*deck.stops[:at], *deck.stops[at + 1 :])
    return Edited(replace(deck, stops=stops), min(at, len(stops) - 1))


def changed(deck: Deck, at: int, name: str, typed: str) -> Edited:
    """The stop with what was typed into its field (title, notes, text, minutes). Raises Unfit with the reason."""
    value: Any = _number(Stop, name, typed) if name == "minutes" else _fit(Stop, name, typed)
    return _with(deck, at, replace(deck.stops[at], **{name: value}))


def pointed(deck: Deck, at: int, shown: Stop) -> Edited:
    """The stop with the place and view of another one; its words stay."""
    return _with(deck, at, replace(deck.stops[at], ref=shown.ref, state=shown.state))


def stop_for(ref: Ref, title: str, state: Mapping[str, str]) -> Stop:
    """A stop that shows a place. Raises Unfit where it cannot be kept."""
    short = _shortened(" ".join(readable(title).split())) or str(ref)
    return Stop(id="stop", title=short, ref=ref, state=_fit(Stop, "state", dict(state)))


def title_stop() -> Stop:
    """A stop that is a title alone."""
    return Stop(id="title", title=TITLE)


def text_stop() -> Stop:
    """A stop with a title and a text."""
    return Stop(id="text", title=TEXT, text="What the audience reads.")


# What a stop is, in words.


def missing(stop: Stop, catalog: Catalog, can_show: Callable[[Ref], bool] = lambda _ref: True) -> str:
    """Why the place of a stop cannot be shown; '' where it can, or where it has none.

    `can_show` says for which places there is a stage.
    """
    if stop.ref is None:
        return ""
    if not isinstance(stop.ref, ViewRef) and catalog.find(stop.ref) is None:
        return f"This place is not in the pack any more: {stop.ref}"
    return "" if can_show(stop.ref) else f"This place cannot be shown in a talk: {name_of(catalog, stop.ref)}"


def shows(stop: Stop, catalog: Catalog, tabs: Mapping[str, str]) -> str:
    """What the audience sees at a stop; `tabs` are the titles of the tabs by their keys."""
    if stop.ref is None:
        return "A text" if stop.text else "A title"
    if isinstance(stop.ref, ViewRef):
        return f"Tab: {tabs.get(stop.ref.view, stop.ref.view)}"
    return name_of(catalog, stop.ref)


def minutes_told(deck: Deck) -> str:
    """How long the talk takes, against its target: '12 of 15 min', '17 min, 2 over the 15 it may take'."""
    total = total_minutes(deck)
    if deck.target is None:
        return f"{total:g} min"
    over = round(total - deck.target, 2)
    return (
        f"{total:g} min, {over:g} over the {deck.target:g} it may take"
        if over > 0
        else f"{total:g} of {deck.target:g} min"
    )


def _with(deck: Deck, at: int, stop: Stop) -> Edited:
    return Edited(replace(deck, stops=(*deck.stops[:at], stop, *deck.stops[at + 1 :])), at)


def _free_id(deck: Deck, title: str) -> str:
    taken: Collection[str] = [each.id for each in deck.stops]
    return unused(slug_of(title) or "stop", taken)


def _shortened(line: str) -> str:
    return line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1].rstrip()}…"


def _fit(cls: Any, name: str, typed: Any) -> Any:
    """What was typed as the binder takes it: optional texts are None where they are empty. Raises Unfit."""
    field = next(each for each in record_shape(cls).fields if each.name == name)
    value = readable(typed).strip() if isinstance(typed, str) else typed
    if value == "" and not field.required:
        return field.fallback()
    notes = Notes()
    bound = bind(field.shape, value, notes)
    if notes.flaws:
        flaw = notes.flaws[0]
        raise Unfit(f"{name.capitalize()} {flaw.what}" + (f" ({flaw.hint})" if str(flaw.hint) else ""))
    return bound


def _number(cls: Any, name: str, typed: str) -> Any:
    """Minutes as they were typed, with a point or a comma. Raises Unfit."""
    try:
        minutes = float(typed.strip().replace(",", "."))
    except ValueError:
        raise Unfit(f"{name.capitalize()} must be a number such as 2.5") from None
    return _fit(cls, name, minutes)
