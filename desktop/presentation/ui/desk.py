"""The desk of talks: adds what is on the screen, opens the window of decks, starts talks, and shows how they went."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.catalog.own_files import NotSaved
from desktop.presentation.deck import FIRST_TITLE, Unfit, added, new_deck, stop_for
from desktop.presentation.shelf import with_deck
from desktop.presentation.ui.keeper import NO_FOLDER, DeckKeeper
from desktop.shell.talks import NOTHING_SHOWN, Desk, Told

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.catalog.entities.talks import Deck
    from desktop.presentation.report import Report
    from desktop.presentation.ui.editor import DeckEditor
    from desktop.shell.context import Context
    from desktop.shell.on_screen import OnScreen
    from desktop.shell.packs import Packs
    from desktop.shell.talks import DeskHost

    Present = Callable[[Context, Deck, int, Packs], Any]

CHOOSE_ONE = "Choose the deck to present, then press F5."
RUNNING = "A talk is being given already; Escape in its windows ends it."
NO_STOPS = "This deck has no stops yet, so there is nothing to present."
NOTHING_TO_UNDO = "No deck was changed yet."
_A_TALK = 5.0  # seconds; what was shorter was a slip, and has no report


class TalkDesk(Desk):
    """One for a window. `present` starts a talk and gives it; it tells `ended`, and can be asked to `end()`."""

    def __init__(self, host: DeskHost, present: Present) -> None:
        super().__init__(host.window)
        self._host, self._present = host, present
        self._context: Context | None = None
        self._keeper: DeckKeeper | None = None
        self._editor: DeckEditor | None = None
        self._talk: Any = None

    @property
    def keeper(self) -> DeckKeeper:
        """The decks."""
        assert self._keeper is not None, "show_pack comes first"
        return self._keeper

    def show_pack(self, context: Context) -> None:
        self._context = context
        if self._keeper is None:
            self._keeper = DeckKeeper(context.settings, self)
        if self._editor is not None:
            self._editor.keep_typed()
        self._keeper.show_pack(context.catalog)
        if self._editor is not None:
            self._editor.show_pack(context)

    def add(self, shown: OnScreen) -> None:
        keeper = self.keeper
        self._keep_typed()
        if not keeper.can_keep:
            self.told.emit(Told(NO_FOLDER))
            return
        try:
            deck = keeper.in_hand or new_deck(keeper.new_id(FIRST_TITLE))
            edited = added(deck, stop_for(shown.ref, shown.title, shown.state), keeper.place_in(deck))
        except (NotSaved, Unfit) as trouble:
            self.told.emit(Told(f"Not added: {trouble}"))
            return
        why = keeper.take_whole(with_deck(keeper.shelf, edited, f"adding “{edited.deck.stops[edited.at].title}”"))
        if why:
            self.told.emit(Told(f"Not added: {why}"))
        else:
            step = keeper.shelf
            words = f"Added to “{deck.title}” as stop {edited.at + 1}"
            self.told.emit(Told(words, lambda: self._take_back(step.decks)))

    def edit(self) -> None:
        assert self._context is not None, "show_pack comes first"
        if self._editor is None:
            from desktop.presentation.ui.editor import DeckEditor

            self._editor = DeckEditor(self._context, self.keeper, self._host)
            self._editor.present_requested.connect(self.present)
            self._editor.add_requested.connect(self._on_add_requested)
        self._editor.show()
        self._editor.raise_()
        self._editor.activateWindow()

    def undo(self) -> None:
        self._keep_typed()
        step = self.keeper.undo()
        self.told.emit(Told(f"Undone: {step}" if step else NOTHING_TO_UNDO))

    def present(self, from_start: bool) -> None:
        assert self._context is not None, "show_pack comes first"
        self._keep_typed()
        deck = self.keeper.deck or self.keeper.in_hand
        if self._talk is not None:
            self._tell(RUNNING)
        elif deck is None:
            self.edit()
            self._tell(CHOOSE_ONE)
        elif not deck.stops:
            self._tell(NO_STOPS)
        else:
            at = 0 if from_start else max(0, self.keeper.place_in(deck))
            self._talk = self._present(self._context, deck, at, self._host.packs)
            self._talk.ended.connect(self._on_ended)

    def close(self) -> None:
        if self._talk is not None:
            self._talk.ended.disconnect(self._on_ended)  # the program ends: nobody reads a report
            self._talk.end()
        if self._editor is not None:
            self._editor.keep_typed()
            self._editor.stop_writing()
            self._editor.close()

    def _on_ended(self, report: Report) -> None:
        self._talk = None
        if report.spent >= _A_TALK:
            self._show_report(report)

    def _show_report(self, report: Report) -> None:
        from desktop.export.origins import origin_of
        from desktop.presentation.ui.report_dialog import ReportDialog

        assert self._context is not None, "a talk was given"
        said = (origin_of(self._context.catalog, date.today()),)
        dialog = ReportDialog(report, said, self._context.theme, self._host.window)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _on_add_requested(self) -> None:
        shown = self._host.on_screen()
        if shown is None:
            self._tell(NOTHING_SHOWN)
        else:
            self.add(shown)

    def _keep_typed(self) -> None:
        if self._editor is not None:
            self._editor.keep_typed()

    def _take_back(self, decks: tuple[Deck, ...]) -> None:
        """Undo an addition from the line that told it, as long as it was the last change."""
        if self.keeper.own == decks:
            self.undo()
        else:
            self.told.emit(Told("A deck was changed since; undo it in the window of decks (Ctrl+Shift+E)."))

    def _tell(self, words: str) -> None:
        """Where the reader looks: in the window of decks, while it is in front."""
        if self._editor is not None and self._editor.isVisible():
            self._editor.say(words)
        else:
            self.told.emit(Told(words))
