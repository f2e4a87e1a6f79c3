"""Takes a deck away as a file: the menu of kinds, the work in the background, and how far it is, with a way to stop."""

from __future__ import annotations

from datetime import date
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QWidget

from desktop.presentation.taking.file import FILE_KINDS, FileKind, Watch, write
from desktop.presentation.taking.pages import Taken
from desktop.shell.paper import paper_of
from desktop.shell.saving import asked_path, not_written
from desktop.shell.tasks import Tasks
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import OneLineLabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.catalog.entities.talks import Deck
    from desktop.shell.context import Context
    from desktop.shell.view import ViewSpec

HANDOUT = "PDF with notes, as a handout"
EVERY_STEP = "A page for each step"
NOTHING = "This deck has no stops yet, so there is nothing to take away."
BUSY = "A file is being written; Cancel gives it up."
_PATIENCE = 10.0  # seconds for the page that is being made when the program ends


class TakingAway(QWidget):
    """A line that is there while a file is written; `told` says what came of it. One file at a time."""

    told = Signal(str)
    _progressed = Signal(int, int)  # done, of how much: told by the thread that writes

    def __init__(self, views: tuple[ViewSpec, ...]) -> None:
        super().__init__()
        self._views = views
        self._every_step = False
        self._unwanted = Event()
        self._tasks = Tasks(self)
        self._words = OneLineLabel("muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("How much of the file is made")
        self._cancel = push_button("Cancel", name="Cancel writing the file")
        self._cancel.clicked.connect(self._on_cancel)
        self._progressed.connect(self._on_progressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 2)
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        self.hide()

    def menu_of(self, context: Context, deck: Deck) -> QMenu:
        """The kinds of file that this deck can be taken away as."""
        menu = QMenu("Take away", self)
        for kind in FILE_KINDS:
            menu.addAction(f"{kind.title}…", partial(self._ask, context, deck, kind))
            if kind.ending == "pdf":
                handout = FileKind(kind.ending, HANDOUT)
                menu.addAction(f"{HANDOUT}…", partial(self._ask, context, deck, handout, notes=True))
        menu.addSeparator()
        steps = menu.addAction(EVERY_STEP)
        steps.setCheckable(True)
        steps.setChecked(self._every_step)
        steps.toggled.connect(self._on_every_step)
        return menu

    def why_not(self, deck: Deck) -> str:
        """Why this deck cannot be taken away now; '' where it can."""
        if self._tasks.busy:
            return BUSY
        return "" if deck.stops else NOTHING

    def stop(self) -> None:
        """The program ends: what is not written yet never will be."""
        self._unwanted.set()
        self._tasks.stop()
        self._tasks.wait(_PATIENCE)
        self.hide()

    def _ask(self, context: Context, deck: Deck, kind: FileKind, *, notes: bool = False) -> None:
        """Where to is asked first; then it is made and written in the background."""
        path = asked_path(deck.id, kind.title, kind.ending, self)
        if path is None:
            return
        taken = Taken(context.catalog, deck, self._views, paper_of(context.theme), date.today(), self._every_step)
        unwanted = self._unwanted = Event()
        watch = Watch(lambda: not unwanted.is_set(), self._progressed.emit)
        self._show(f"Writing '{path}' …")
        work = partial(write, path, taken, kind.ending, notes=notes, watch=watch)
        self._tasks.run(partial(_written, path, work), self._on_ended, partial(self._on_ended, _failed(path)))

    def _show(self, words: str) -> None:
        self._words.show_text(words)
        self._bar.setRange(0, 0)  # it moves to and fro until a share is told
        self._cancel.setEnabled(True)
        self.show()

    def _on_every_step(self, wanted: bool) -> None:
        self._every_step = wanted

    def _on_progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _on_cancel(self) -> None:
        self._unwanted.set()
        self._cancel.setEnabled(False)
        self._words.show_text("Giving it up …")

    def _on_ended(self, words: str) -> None:
        self.hide()
        self.told.emit(words)


def _written(path: Path, work: Callable[[], bool]) -> str:
    """Do the work; how it went."""
    try:
        return f"Written to '{path}'." if work() else f"Given up: '{path}' was not written."
    except OSError as error:
        return not_written(path, error)


def _failed(path: Path) -> str:
    return f"'{path}' could not be made. What was there before is as it was."
