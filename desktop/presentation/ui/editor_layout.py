"""Where things stand in the window of decks: three columns, two, or one at a time, as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.catalog.words import plural
from desktop.presentation.deck import minutes_told
from desktop.presentation.ui.editor_actions import ACTIONS
from desktop.presentation.ui.editor_decks import DeckBox, DeckList
from desktop.presentation.ui.editor_fields import Field
from desktop.presentation.ui.editor_foot import EditorFoot
from desktop.presentation.ui.editor_stop import StopForm
from desktop.presentation.ui.editor_stops import StopList
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QPushButton

    from desktop.catalog.entities.talks import Deck, Stop
    from desktop.presentation.ui.editor_decks import DeckRow
    from desktop.presentation.ui.editor_stops import StopRow
    from desktop.shell.context import Context

_THREE, _TWO, _HIGH = 900, 640, 470  # pixels at ordinary text size
_SMALLEST = (340, 250)
_OF_DECKS = ("new_deck", "copy_deck", "delete_deck", "take_away")
_OF_STOPS = ("new_title", "new_text", "duplicate", "delete_stop", "undo", "redo")
NO_DECK = "Choose a deck, or make a new one (Ctrl+N)."
NO_STOP = "No stop yet. Ctrl+D adds what the other window shows; Ctrl+T adds a title, Ctrl+Shift+T a text."


class EditorLayout(QWidget):
    """The parts; what they mean, the editor knows."""

    deck_chosen = Signal(str)

    def __init__(self, context: Context, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._context, self._actions = context, actions
        self._buttons: dict[str, QPushButton] = {}
        self._is_reading = self._is_narrow = False
        self._has_stop = False
        self.list, self.box = DeckList(context.theme), DeckBox()
        self.title, self.target = Field(context, "Title of the deck"), Field(context, "May take (minutes)")
        self.stops = StopList(context.theme, context.icons)
        self.form = StopForm(context)
        self.foot = EditorFoot(context)
        self._reason = TextLabel("", "muted")
        self._minutes = TextLabel("", "muted")
        self._nothing = TextLabel(NO_DECK, "muted")
        self._lay_out()
        self.list.chosen.connect(self.deck_chosen)
        self.box.chosen.connect(self.deck_chosen)
        self.refit()

    @property
    def is_reading(self) -> bool:
        """Whether the stop has the place of the list."""
        return self._is_narrow and self._is_reading

    def show_decks(self, rows: Sequence[DeckRow], chosen: str) -> None:
        self.list.show_decks(rows, chosen)
        self.box.show_decks(rows, chosen)

    def show_deck(self, deck: Deck | None, reason: str, can_change: bool) -> None:
        """What is said of the deck as a whole; `reason` is why it cannot be changed."""
        target = "" if deck is None or deck.target is None else f"{deck.target:g}"
        self.title.show_text(deck.title if deck is not None else "", not can_change)
        self.target.show_text(target, not can_change)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self._minutes.setText("" if deck is None else f"{plural(len(deck.stops), 'stop')} · {minutes_told(deck)}")
        self._nothing.setText(NO_DECK if deck is None else NO_STOP)

    def show_stop(self, stop: Stop | None, row: StopRow | None, can_change: bool) -> None:
        """Show the stop that is looked at."""
        self._has_stop = stop is not None
        if stop is not None and row is not None:
            self.form.show_stop(stop, row, can_change)
        self._arrange()

    def place_under(self, does: str) -> QWidget | None:
        """The button for a line of the menus, where there is room for it."""
        button = self._buttons[does]
        return button if button.isVisible() else None

    def add_line(self, line: QWidget) -> None:
        """One more line, above the foot."""
        self._outer.insertWidget(self._outer.indexOf(self.foot), line)

    def enable(self) -> None:
        """The buttons are shaded as their lines in the menus."""
        for does, button in self._buttons.items():
            button.setEnabled(self._actions[does].isEnabled())

    def tell(self, name: str, flaw: str) -> None:
        """What was typed for the deck cannot be kept, and why."""
        (self.title if name == "title" else self.target).tell(flaw)

    def keep_typed(self) -> None:
        """Tell what was typed and not told yet."""
        for field in (self.title, self.target):
            field.keep()
        self.form.keep_typed()

    def open_stop(self) -> None:
        """Put the keyboard into the stop."""
        self._is_reading = True
        self._arrange()
        if self._has_stop:
            self.form.take_focus()

    def show_list(self) -> None:
        """Back from the stop to the list."""
        self._is_reading = False
        self._arrange()
        self.stops.setFocus()

    def fold(self, width: int, height: int) -> None:
        """Arrange the parts for this room."""
        px = self._context.theme.px
        self._side.setVisible(width >= px(_THREE))
        self.box.setVisible(width < px(_THREE))
        self._is_narrow = width < px(_TWO)
        self._stop_buttons.setVisible(height >= px(_HIGH))
        self._arrange()

    def refit(self) -> None:
        """Measure again: the look has changed."""
        px = self._context.theme.px
        self.setMinimumSize(px(_SMALLEST[0]), px(_SMALLEST[1]))
        self._side.setFixedWidth(px(220))
        self.target.setMaximumWidth(px(140))
        self.form.refit()
        self.stops.refit()

    def _arrange(self) -> None:
        self._middle.setVisible(not self.is_reading or not self._has_stop)
        self.form.setVisible(self._has_stop and (not self._is_narrow or self._is_reading))
        self.form.stand_alone(self._is_narrow)
        self._nothing.setVisible(not self._has_stop)

    def _lay_out(self) -> None:
        self._side, self._middle, self._stop_buttons = QWidget(), QWidget(), QWidget()
        side = _column(self._side)
        side.addWidget(self.list, 1)
        deck_buttons = QWidget()
        self._fill(deck_buttons, _OF_DECKS)
        side.addWidget(deck_buttons)
        middle = _column(self._middle)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.target)
        middle.addLayout(head)
        middle.addWidget(self._reason)
        middle.addWidget(self.stops, 1)
        middle.addWidget(self._nothing)
        middle.addWidget(self._minutes)
        self._fill(self._stop_buttons, _OF_STOPS)
        middle.addWidget(self._stop_buttons)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._side)
        row.addWidget(self._middle, 1)
        row.addWidget(self.form, 1)
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(8)
        outer.addWidget(self.box)
        outer.addLayout(row, 1)
        outer.addWidget(self.foot)

    def _fill(self, place: QWidget, names: Sequence[str]) -> None:
        """Buttons for lines of the menus."""
        flow = FlowLayout(place)
        specs = {spec.does: spec for spec in ACTIONS}
        for does in names:
            words = specs[does].text.replace("&", "")
            button = self._buttons[does] = push_button(words)
            button.setToolTip(f"{words} ({' or '.join(specs[does].keys)})")
            button.clicked.connect(self._actions[does].trigger)
            flow.addWidget(button)


def _column(place: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return column
