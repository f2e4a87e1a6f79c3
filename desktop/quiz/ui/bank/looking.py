"""Looks through the whole bank in the background of the window, a little at a time: flaws, and what is like what."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.quiz.banking.drafting import hints_of
from desktop.quiz.banking.duplicates import Likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.quiz.banking.entries import Entry

_SLICE = 0.012  # seconds of work between two looks at what the reader does


class Looking(QObject):
    """Knows after a while which questions have flaws. Words for likeness come first, as they are quick."""

    finished = Signal()

    def __init__(self, catalog: Catalog, entries: Sequence[Entry], parent: QObject) -> None:
        super().__init__(parent)
        self._catalog, self._entries = catalog, entries
        self._known = self._looked = 0
        self.likeness = Likeness()
        self.flawed: set[str] = set()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_time)

    @property
    def share(self) -> float:
        """How much of the bank was looked at, 0 to 1."""
        return self._looked / len(self._entries) if self._entries else 1.0

    def begin(self) -> None:
        """Begin, or go on."""
        if self._looked < len(self._entries):
            self._timer.start()

    def rest(self) -> None:
        """Do nothing while the bank is out of sight."""
        self._timer.stop()

    def finish(self) -> None:
        """Look at all that is left at once."""
        while self._looked < len(self._entries):
            self._step()
        self._end()

    def _on_time(self) -> None:
        until = monotonic() + _SLICE
        while self._looked < len(self._entries) and monotonic() < until:
            self._step()
        if self._looked == len(self._entries):
            self._end()

    def _step(self) -> None:
        if self._known < len(self._entries):
            self.likeness.add(self._entries[self._known].question)
            self._known += 1
            return
        question = self._entries[self._looked].question
        if hints_of(question, self._catalog):
            self.flawed.add(question.id)
        self._looked += 1

    def _end(self) -> None:
        self._timer.stop()
        self.finished.emit()
