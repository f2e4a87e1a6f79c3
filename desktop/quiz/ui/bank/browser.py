"""The bank to look through: filters and list, the chosen question beside them or, with little room, in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.catalog.words import plural
from desktop.quiz.banking.drafting import hints_of
from desktop.quiz.banking.entries import entries_of
from desktop.quiz.banking.finding import Finding, Found, Marks, choices, found
from desktop.quiz.ui.bank.filters import BankFilters
from desktop.quiz.ui.bank.looking import Looking
from desktop.quiz.ui.bank.preview import Preview
from desktop.quiz.ui.bank.rows import BankList

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from desktop.catalog.entities.questions import Question
    from desktop.quiz.banking.duplicates import Twin
    from desktop.quiz.banking.entries import Entry
    from desktop.shell.context import Context

WIDE, HIGH = 760, 360  # pixels at ordinary text size


class BankBrowser(QWidget):
    """Finds and shows. `preview` has the buttons for what is done with the chosen question."""

    found_changed = Signal()
    folded = Signal()  # what has room has changed
    key_pressed = Signal(object)  # Qt.Key: pressed in the list, and none of its own

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._catalog = context, context.catalog
        self._entries = entries_of(self._catalog)
        self._found = Found()
        self._states: Mapping[str, Collection[str]] = {}
        self._is_reading = False
        self._previewed: Entry | None = None
        self.wanted, self.chosen = Finding(), ""
        self._looking = Looking(self._catalog, self._entries, self)
        self._filters = BankFilters(context.theme)
        self.list = BankList(context.theme)
        self.preview = Preview(context)
        self._lay_out()
        self._filters.changed.connect(self.look_for)
        self._filters.list_requested.connect(self.list.setFocus)
        self.list.chosen.connect(self._on_chosen)
        self.list.open_requested.connect(self._on_opened)
        self.list.key_pressed.connect(self.key_pressed)
        self.preview.list_requested.connect(self.go_back)
        self._looking.finished.connect(self._on_looked)
        context.theme.changed.connect(self._on_theme_changed)
        self.show_states({})

    @property
    def current(self) -> Entry | None:
        """The chosen question."""
        return self.list.current

    @property
    def shown(self) -> tuple[Question, ...]:
        """What is listed."""
        return tuple(each.question for each in self._found.entries)

    @property
    def count(self) -> str:
        """How many are listed, in words."""
        return f"{len(self._found.entries):,} of {plural(len(self._entries), 'question')}"

    @property
    def states(self) -> Mapping[str, Collection[str]]:
        """What the learner made of questions."""
        return self._states

    @property
    def is_reading(self) -> bool:
        """Whether there is room for the list or the question alone, and the question has it."""
        return self._is_reading and self._is_narrow

    def twins_of(self, question: Question) -> tuple[Twin, ...]:
        """The questions like one, as far as the bank was looked through."""
        return self._looking.likeness.twins_of(question)

    def show_states(self, states: Mapping[str, Collection[str]]) -> None:
        """Let questions be filtered by what the learner made of them."""
        self._states = dict(states)
        self._filters.offer(choices(self._catalog, Marks(states=self._states)))
        self.look_for(self.wanted)

    def look_for(self, wanted: Finding) -> None:
        """Look for something and show what is found."""
        self.wanted = wanted
        self._found = found(self._entries, wanted, Marks(frozenset(self._looking.flawed), self._states))
        self._filters.show_found(wanted, self._found)
        self.list.show_entries(self._found.entries, wanted.query, self.chosen)
        self.chosen = self.current.id if self.current is not None else self.chosen
        if self.current is not self._previewed or self.current is None:
            self._show_chosen()
        self.found_changed.emit()

    def show_question(self, id: str) -> None:
        """Choose a question, whatever is filtered."""
        if id in self._catalog.question:
            if all(each.id != id for each in self._found.entries):
                self.look_for(Finding())
            self.list.choose(id)

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.go_back()
        self._filters.focus_search()

    def look_at_all(self) -> None:
        """Look through the whole bank at once, where there is no time to do it bit by bit."""
        self._looking.finish()

    def go_back(self) -> None:
        """To the list, where the question had its place."""
        if self._is_reading:
            self._is_reading = False
            self._fold()
            self.list.setFocus()

    # What happens.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._looking.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._looking.rest()

    def _on_chosen(self, id: str) -> None:
        self.chosen = id
        self._show_chosen()

    def _on_opened(self) -> None:
        self._is_reading = True
        self._fold()
        self.preview.take_focus()

    def _on_looked(self) -> None:
        """All flaws and twins are known by now."""
        self.look_for(self.wanted)
        self._show_chosen()

    def _on_theme_changed(self) -> None:
        self._filters.refit()
        self.list.refit()
        self._show_chosen()
        QTimer.singleShot(0, self, self._fold)

    # How it gets there.

    @property
    def _is_narrow(self) -> bool:
        return self.width() < self._context.theme.px(WIDE)

    def _show_chosen(self) -> None:
        entry, can_write = self.current, self._catalog.own_folder is not None
        self._previewed = entry
        if entry is None:
            self.preview.show_entry(None, (), (), can_write)
        else:
            flaws = hints_of(entry.question, self._catalog)
            self.preview.show_entry(entry, flaws, self.twins_of(entry.question), can_write)
        self.preview.stand_alone(self._is_narrow)

    def _fold(self) -> None:
        """List and preview beside each other, or one of them; in a low window the filters wait behind a button."""
        narrow = self._is_narrow
        self._left.setVisible(not narrow or not self._is_reading)
        self.preview.setVisible(not narrow or self._is_reading)
        self.preview.stand_alone(narrow)
        self._filters.fold(self.height() < self._context.theme.px(HIGH))
        self.folded.emit()

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addWidget(self._filters)
        left.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._left, 1)
        row.addWidget(self.preview, 1)
