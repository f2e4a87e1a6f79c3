"""The reader's decks and where the reader is among them, as one value: a history of these is undone and redone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.catalog.entities.talks import Deck
    from desktop.presentation.deck import Edited


@dataclass(frozen=True, slots=True)
class Shelf:
    """All own decks; the deck that is looked at by its id ('' for none), its present stop, and what led here."""

    decks: tuple[Deck, ...]
    chosen: str = ""
    at: int = -1
    step: str = ""

    def own(self, id: str) -> Deck | None:
        """The own deck with this id."""
        return next((each for each in self.decks if each.id == id), None)


def looked_at(shelf: Shelf, chosen: str, at: int) -> Shelf:
    """The same decks, with another deck or stop before the reader."""
    return replace(shelf, chosen=chosen, at=at)


def with_deck(shelf: Shelf, edited: Edited, step: str) -> Shelf:
    """The shelf with this deck in place of the one with its id, or as a new one in display order; it is looked at."""
    others = [each for each in shelf.decks if each.id != edited.deck.id]
    decks = sorted((*others, edited.deck), key=lambda each: (each.order, each.title))
    return Shelf(tuple(decks), edited.deck.id, edited.at, step)


def without_deck(shelf: Shelf, id: str, step: str) -> Shelf:
    """The shelf without a deck; the one after it is looked at, or the last."""
    at = next(place for place, each in enumerate(shelf.decks) if each.id == id)
    rest = (*shelf.decks[:at], *shelf.decks[at + 1 :])
    chosen = rest[min(at, len(rest) - 1)].id if rest else ""
    return Shelf(rest, chosen, 0 if rest else -1, step)
