"""Keeps the reader's decks: every step is in the history and in the files at once, or is told as not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.catalog.deck_writing import OwnDecks
from desktop.catalog.own_files import NotSaved
from desktop.presentation.history import History
from desktop.presentation.shelf import Shelf, looked_at

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.talks import Deck
    from desktop.shell.settings import Settings

NO_FOLDER = "Own decks cannot be kept here: this pack was opened without a folder for them."
_CHOSEN, _IN_HAND = "talks/chosen", "talks/in-hand"


class DeckKeeper(QObject):
    """The decks of one pack after the other. Which deck was chosen last is remembered for each pack."""

    changed = Signal()  # decks, what is looked at, or whether all is saved

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._catalog: Catalog | None = None
        self._own: OwnDecks | None = None
        self._history = History(Shelf(()))
        self._places: dict[str, int] = {}
        self.trouble = ""

    def show_pack(self, catalog: Catalog) -> None:
        """The decks of this pack from now on. What could not be saved of the same pack stays in hand."""
        is_same = self._catalog is not None and self._catalog.pack.id == catalog.pack.id
        self._catalog = catalog
        if is_same and self.trouble:
            self.changed.emit()
            return
        folder, place = catalog.own_folder, (self._history.present.chosen, self._history.present.at)
        self._own = None if folder is None else OwnDecks(folder, {each.id for each in self.packs})
        decks = self._own.decks if self._own is not None else ()
        if is_same and decks != self._history.present.decks:
            self._history = self._history.then(Shelf(decks, *place, "what another program changed"))
        elif not is_same:
            self._places, self.trouble = {}, ""
            self._history = History(Shelf(decks))
            self._look_at(self._settings.value(f"{_CHOSEN}/{catalog.pack.id}"), 0)
        self.changed.emit()

    # What there is.

    @property
    def catalog(self) -> Catalog:
        """The pack."""
        assert self._catalog is not None, "show_pack comes first"
        return self._catalog

    @property
    def can_keep(self) -> bool:
        """Whether there is a folder for own decks."""
        return self._own is not None

    @property
    def packs(self) -> tuple[Deck, ...]:
        """The pack's decks."""
        return tuple(each for each in self.catalog.decks if each.id not in self.catalog.own_decks)

    @property
    def own(self) -> tuple[Deck, ...]:
        """The reader's decks."""
        return self._history.present.decks

    @property
    def locked(self) -> tuple[Deck, ...]:
        """What can be shown of the reader's decks whose files have problems; they cannot be changed."""
        locked = self._own.locked if self._own is not None else frozenset()
        return tuple(each for each in self.catalog.decks if each.id in self.catalog.own_decks & locked)

    @property
    def shelf(self) -> Shelf:
        """The present value of the history."""
        return self._history.present

    @property
    def deck(self) -> Deck | None:
        """The deck that is looked at."""
        chosen = self.shelf.chosen
        return next((each for each in (*self.packs, *self.own, *self.locked) if each.id == chosen), None)

    @property
    def at(self) -> int:
        """The present stop of that deck; -1 where it has none."""
        deck = self.deck
        return min(self.shelf.at, len(deck.stops) - 1) if deck is not None else -1

    @property
    def in_hand(self) -> Deck | None:
        """The own deck that was looked at last, else the first: stops are added to it."""
        remembered = self._settings.value(f"{_IN_HAND}/{self.catalog.pack.id}")
        return self.shelf.own(self.shelf.chosen) or self.shelf.own(remembered) or next(iter(self.own), None)

    def place_in(self, deck: Deck) -> int:
        """The present stop of any deck; the last one where it was not looked at yet."""
        return self.at if deck.id == self.shelf.chosen else self._places.get(deck.id, len(deck.stops) - 1)

    def new_id(self, title: str) -> str:
        """An id for a new deck. Raises NotSaved where none can be kept."""
        if self._own is None:
            raise NotSaved(NO_FOLDER)
        return self._own.new_id(title)

    # What is done.

    def look_at(self, id: str, at: int | None = None) -> None:
        """Choose a deck, and a stop of it; without one, where the reader was in it."""
        if id != self.shelf.chosen or (at is not None and at != self.at):
            self._look_at(id, self._places.get(id, 0) if at is None else at)
            self.changed.emit()

    def take(self, shelf: Shelf) -> None:
        """One step on: the decks as in `shelf` from now on, also in the files."""
        self._history = self._history.then(shelf)
        self._after_step()

    def take_whole(self, shelf: Shelf) -> str:
        """One step on where it can be saved; else nothing has changed, and why is returned."""
        before = self._history
        self.take(shelf)
        if not self.trouble or before.present == self._history.present:
            return self.trouble
        why, self.trouble, self._history = self.trouble, "", before
        self.changed.emit()
        return why

    def undo(self) -> str:
        """Take the last step back; what it was, '' where there is none."""
        step = self.shelf.step if self._history.past else ""
        if self._history.past:
            self._history = self._history.back()
            self._after_step()
        return step

    def redo(self) -> str:
        """Do again what was undone last; what it was, '' where there is nothing."""
        if not self._history.undone:
            return ""
        self._history = self._history.forth()
        self._after_step()
        return self.shelf.step

    def save(self) -> bool:
        """Write what is not in the files yet; whether all is saved."""
        self.trouble = ""
        if self._own is not None:
            try:
                self._own.save(self.own)
            except NotSaved as trouble:
                self.trouble = str(trouble)
        self.changed.emit()
        return not self.trouble

    def read_again(self) -> None:
        """Give up what could not be saved, and take the files as they are; it can be undone."""
        if self._own is not None:
            self._own.read_again()
            shelf = self.shelf
            self.trouble = ""
            self._history = self._history.then(
                Shelf(self._own.decks, shelf.chosen, shelf.at, "reading the files again")
            )
            self.changed.emit()

    def _after_step(self) -> None:
        self._look_at(self.shelf.chosen, self.shelf.at)
        self.save()

    def _look_at(self, chosen: str, at: int) -> None:
        self._history = History(looked_at(self.shelf, chosen, at), self._history.past, self._history.undone)
        self._places[chosen] = at
        self._settings.set_value(f"{_CHOSEN}/{self.catalog.pack.id}", chosen)
        if self.shelf.own(chosen) is not None:
            self._settings.set_value(f"{_IN_HAND}/{self.catalog.pack.id}", chosen)
