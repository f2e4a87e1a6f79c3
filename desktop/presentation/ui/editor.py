"""The window of decks: decks at the left, the stops of one, and the stop that is looked at. It saves by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from desktop.catalog.own_files import NotSaved
from desktop.catalog.words import sentence
from desktop.presentation import deck as editing
from desktop.presentation.deck import Edited, Unfit, missing, shows
from desktop.presentation.shelf import with_deck, without_deck
from desktop.presentation.ui.editor_actions import ACTIONS, add_menus
from desktop.presentation.ui.editor_decks import DeckRow
from desktop.presentation.ui.editor_layout import EditorLayout
from desktop.presentation.ui.editor_stops import StopRow
from desktop.presentation.ui.keeper import NO_FOLDER
from desktop.presentation.ui.taking_away import TakingAway
from desktop.shell.announce import announce
from desktop.shell.widgets.buttons import open_under

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from desktop.catalog.entities.talks import Deck, Stop
    from desktop.catalog.refs import Ref
    from desktop.presentation.ui.keeper import DeckKeeper
    from desktop.shell.context import Context
    from desktop.shell.talks import DeskHost

OF_THE_PACK = "This deck belongs to the pack. Copy it to change the copy."
LOCKED = "The file of this deck has problems. Mend it, then open the pack again (Ctrl+R), or copy the deck."
NOTHING_SHOWN = "The other window shows nothing that a stop could keep."
_SIZE = (1080, 680)


class DeckEditor(QMainWindow):
    """Every change is a step that can be undone, and is in the files at once."""

    present_requested = Signal(bool)  # from the first stop, or from the one that is looked at
    add_requested = Signal()

    def __init__(self, context: Context, keeper: DeckKeeper, host: DeskHost) -> None:
        super().__init__(host.window, Qt.WindowType.Window)
        self._context, self._keeper, self._host = context, keeper, host
        self.setWindowTitle("Decks")
        self.setAccessibleName("Decks")
        self._actions = add_menus(self)
        self._parts = EditorLayout(context, self._actions)
        self._taking = TakingAway(host.views)
        self._parts.add_line(self._taking)
        self.setCentralWidget(self._parts)
        self.resize(context.theme.px(_SIZE[0]), context.theme.px(_SIZE[1]))
        self._connect()
        self._show_all()
        self._parts.stops.setFocus()

    def show_pack(self, context: Context) -> None:
        """Another pack is open, or the same one was read again."""
        self._context = context
        self._show_all()

    def keep_typed(self) -> None:
        """Keep what was typed last, if that is not done yet."""
        self._parts.keep_typed()

    def say(self, words: str) -> None:
        """Tell what was done, here and to a screen reader."""
        self._parts.foot.say(words, self._keeper.trouble)
        announce(self, f"Not saved: {self._keeper.trouble}" if self._keeper.trouble else words)

    # What the menus do.

    def new_deck(self) -> None:
        """A new, empty deck."""
        self._new_deck(editing.FIRST_TITLE, editing.new_deck, "making a deck")

    def copy_deck(self) -> None:
        """A copy of the deck among the own ones."""
        deck = self._keeper.deck
        if deck is not None:
            self._new_deck(deck.title, lambda id: editing.own_copy(deck, id), f"copying “{deck.title}”")

    def delete_deck(self) -> None:
        """Delete the deck; that can be undone."""
        self.keep_typed()
        deck = self._own()
        if deck is not None:
            step = f"deleting “{deck.title}”"
            self._keeper.take(without_deck(self._keeper.shelf, deck.id, step))
            self._tell(step)

    def undo(self) -> None:
        """Take the last step back."""
        self.keep_typed()
        step = self._keeper.undo()
        self.say(f"Undone: {step}" if step else "There is nothing to undo")

    def redo(self) -> None:
        """Do again what was undone."""
        self.keep_typed()
        step = self._keeper.redo()
        self.say(f"Done again: {step}" if step else "There is nothing to do again")

    def new_title(self) -> None:
        """A stop with a title alone, after the present one."""
        self._step("adding a title", lambda deck, at: editing.added(deck, editing.title_stop(), at))
        self._open_stop()

    def new_text(self) -> None:
        """A stop with a text, after the present one."""
        self._step("adding a text", lambda deck, at: editing.added(deck, editing.text_stop(), at))
        self._open_stop()

    def duplicate(self) -> None:
        """A second one of the stop."""
        self._stop_step("duplicating stop {}", editing.duplicated)

    def delete_stop(self) -> None:
        """Delete the stop; that can be undone."""
        self._stop_step("deleting stop {}", editing.without)

    def move_up(self) -> None:
        """The stop one place up."""
        self._move(self._keeper.at, self._keeper.at - 1)

    def move_down(self) -> None:
        """The stop one place down."""
        self._move(self._keeper.at, self._keeper.at + 1)

    def go_there(self) -> None:
        """Open the place of the stop in the other window."""
        stop = self._stop()
        if stop is not None and stop.ref is not None and not self._missing(stop):
            self._context.navigator.open(stop.ref)
            self._host.window.activateWindow()
            self._host.window.raise_()

    def update_stop(self) -> None:
        """Have the stop show what is on the screen."""
        shown = self._host.on_screen()
        if shown is None:
            self.say(NOTHING_SHOWN)
            return
        self._stop_step(
            "changing what stop {} shows",
            lambda deck, at: editing.pointed(deck, at, editing.stop_for(shown.ref, shown.title, shown.state)),
        )

    def add_shown(self) -> None:
        """Add what the other window shows."""
        self.add_requested.emit()

    def take_away(self) -> None:
        """Ask as what kind of file the deck is wanted."""
        self.keep_typed()
        deck = self._keeper.deck
        if deck is None:
            return
        if why := self._taking.why_not(deck):
            self.say(why)
            return
        menu = self._taking.menu_of(self._context, deck)
        open_under(self._parts.place_under("take_away") or self.menuBar(), menu)

    def stop_writing(self) -> None:
        """Give up a file that is not written yet."""
        self._taking.stop()

    def present(self) -> None:
        """Give the talk."""
        self.present_requested.emit(True)

    def present_from_here(self) -> None:
        """Give the talk from the stop that is looked at."""
        self.present_requested.emit(False)

    # What happens.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._parts.is_reading:
            self._parts.show_list()
        else:
            self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._parts.fold(self.width(), self.height())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_typed()
        super().closeEvent(event)

    def _on_typed(self, name: str, text: str) -> None:
        """A field of the stop was filled in."""
        self._step(
            f"changing the {name} of stop {self._keeper.at + 1}",
            lambda deck, at: editing.changed(deck, at, name, text),
            lambda flaw: self._parts.form.tell(name, flaw),
        )

    def _on_deck_typed(self, change: Callable[[Deck, str], Deck], name: str, text: str) -> None:
        """A field of the deck was filled in."""
        self._step(
            f"changing the {name} of the deck",
            lambda deck, at: Edited(change(deck, text), at),
            lambda flaw: self._parts.tell(name, flaw),
        )

    def _on_deck_chosen(self, id: str) -> None:
        self.keep_typed()
        self._keeper.look_at(id)

    def _on_stop_chosen(self, at: int) -> None:
        self.keep_typed()
        deck = self._keeper.deck
        if deck is not None:
            self._keeper.look_at(deck.id, at)

    def _on_try_again(self) -> None:
        self.say("Saved" if self._keeper.save() else "Still not saved")

    def _on_read_again(self) -> None:
        self._keeper.read_again()
        self.say("The files were read again; undo brings back what you had")

    def _on_theme_changed(self) -> None:
        self._parts.refit()
        QTimer.singleShot(0, self, lambda: self._parts.fold(self.width(), self.height()))
        self._show_all()

    # How a step is made.

    def _step(
        self, step: str, change: Callable[[Deck, int], Edited], tell: Callable[[str], None] | None = None
    ) -> None:
        """Change the own deck that is looked at; where that cannot be, say why (`tell`: at a field)."""
        if tell is None:
            self.keep_typed()
        deck = self._own()
        if deck is None:
            return
        try:
            edited = change(deck, self._keeper.at)
        except Unfit as flaw:
            (tell or self.say)(str(flaw))
            announce(self, str(flaw))
            return
        if edited != (deck, self._keeper.at):
            self._keeper.take(with_deck(self._keeper.shelf, edited, step))
            self._tell(step)

    def _stop_step(self, step: str, change: Callable[[Deck, int], Edited]) -> None:
        """Change something about the stop that is looked at, where there is one."""
        self.keep_typed()
        if self._stop() is not None:
            self._step(step.format(self._keeper.at + 1), change)

    def _move(self, start: int, to: int) -> None:
        deck = self._keeper.deck
        if deck is not None and start != to and 0 <= to < len(deck.stops):
            step = f"moving stop {start + 1} to {to + 1}"
            self._step(step, lambda deck, _at: editing.moved(deck, start, to))

    def _new_deck(self, words: str, make: Callable[[str], Deck], step: str) -> None:
        """Add the deck that is made for an id out of these words."""
        self.keep_typed()
        try:
            deck = make(self._keeper.new_id(words))
        except NotSaved as trouble:
            self.say(str(trouble))
            return
        self._keeper.take(with_deck(self._keeper.shelf, Edited(deck, 0 if deck.stops else -1), step))
        self._tell(step)
        self._parts.title.setFocus()

    def _own(self) -> Deck | None:
        """The deck that is looked at, where it can be changed; else say why it cannot."""
        deck = self._keeper.deck
        if deck is None:
            return None
        own = self._keeper.shelf.own(deck.id)
        if own is None:
            self.say(LOCKED if deck in self._keeper.locked else OF_THE_PACK)
        return own

    def _tell(self, step: str) -> None:
        self.say(sentence(step))

    # What is shown.

    def _stop(self) -> Stop | None:
        deck, at = self._keeper.deck, self._keeper.at
        return deck.stops[at] if deck is not None and at >= 0 else None

    def _missing(self, stop: Stop) -> str:
        return missing(stop, self._context.catalog, self._can_show)

    def _can_show(self, ref: Ref) -> bool:
        """Whether there is a stage for this type of place, or for this very one."""
        return type(ref) in self._context.stages or ref in self._context.stages

    def _show_all(self) -> None:
        keeper, parts = self._keeper, self._parts
        deck = keeper.deck
        can_change = deck is not None and keeper.shelf.own(deck.id) is not None
        rows = [self._row(at, stop) for at, stop in enumerate(deck.stops)] if deck is not None else []
        parts.show_decks(list(self._deck_rows()), keeper.shelf.chosen)
        parts.show_deck(deck, self._reason(deck), can_change)
        parts.stops.show_rows(rows, keeper.at, can_change)
        stop = self._stop()
        parts.show_stop(stop, rows[keeper.at] if stop is not None else None, can_change)
        has = {"": True, "deck": deck is not None, "own": can_change, "stop": stop is not None}
        has |= {"own stop": can_change and stop is not None, "place": stop is not None and stop.ref is not None}
        for spec in ACTIONS:
            self._actions[spec.does].setEnabled(has[spec.needs])
        parts.enable()
        parts.foot.show_state(keeper.trouble)

    def _reason(self, deck: Deck | None) -> str:
        """Why the deck cannot be changed; '' where it can."""
        if deck is None or self._keeper.shelf.own(deck.id) is not None:
            return ""
        if deck in self._keeper.locked:
            return LOCKED
        return OF_THE_PACK if self._keeper.can_keep else NO_FOLDER

    def _deck_rows(self) -> Iterator[DeckRow]:
        keeper = self._keeper
        for head, decks in (("Yours", (*keeper.own, *keeper.locked)), ("In the pack", keeper.packs)):
            if decks:
                yield DeckRow("", head)
            yield from (DeckRow(each.id, each.title, editing.minutes_told(each)) for each in decks)

    def _row(self, at: int, stop: Stop) -> StopRow:
        what = shows(stop, self._context.catalog, self._host.tabs)
        return StopRow(at + 1, stop.title, what, f"{stop.minutes:g}", self._missing(stop))

    def _open_stop(self) -> None:
        if self._own_quietly():
            self._parts.open_stop()

    def _own_quietly(self) -> bool:
        return self._keeper.shelf.own(self._keeper.shelf.chosen) is not None

    def _connect(self) -> None:
        parts = self._parts
        parts.deck_chosen.connect(self._on_deck_chosen)
        parts.stops.chosen.connect(self._on_stop_chosen)
        parts.stops.move_requested.connect(self._move)
        parts.stops.delete_requested.connect(self.delete_stop)
        parts.stops.open_requested.connect(parts.open_stop)
        parts.title.typed.connect(lambda text: self._on_deck_typed(editing.retitled, "title", text))
        parts.target.typed.connect(lambda text: self._on_deck_typed(editing.targeted, "target", text))
        parts.form.typed.connect(self._on_typed)
        parts.form.list_requested.connect(parts.show_list)
        parts.form.go_requested.connect(self.go_there)
        parts.form.update_requested.connect(self.update_stop)
        parts.form.present_requested.connect(self.present_from_here)
        self._taking.told.connect(self.say)
        parts.foot.again.clicked.connect(self._on_try_again)
        parts.foot.read.clicked.connect(self._on_read_again)
        self._keeper.changed.connect(self._show_all)
        self._context.theme.changed.connect(self._on_theme_changed)
