"""One stop to look at and to change: its title, minutes, what it shows, text and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.presentation.ui.editor_fields import Field
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.flaw_label import FlawLabel
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from desktop.catalog.entities.talks import Stop
    from desktop.presentation.ui.editor_stops import StopRow
    from desktop.shell.context import Context


class StopForm(QFrame):
    """Tells what was typed into which field (`Stop`'s names), and what is asked for."""

    typed = Signal(str, str)  # name of the field, what was typed
    go_requested = Signal()
    update_requested = Signal()
    present_requested = Signal()
    list_requested = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._context = context
        self._back = push_button("Back to the stops")
        self._back.setToolTip("Back to the stops (Escape)")
        self._head = TextLabel("", "section", wrap=False)
        self._shows = TextLabel()
        self._missing = FlawLabel(context, "warning")
        self._go = push_button("Go there")
        self._go.setToolTip("Open the place in the other window (Ctrl+G)")
        self._update = push_button("Update from screen")
        self._update.setToolTip("Have the stop show what is on the screen now (Ctrl+U)")
        self._present = push_button("Present from here", "primary")
        self._present.setToolTip("Present from here (Shift+F5)")
        self._fields = {
            "title": Field(context, "Title"),
            "minutes": Field(context, "Minutes"),
            "text": Field(context, "Text for the audience", 3),
            "notes": Field(context, "Notes for the speaker", 6, stretches=True),
        }
        self._scroll = QScrollArea()
        self._lay_out()
        for name, field in self._fields.items():
            field.typed.connect(lambda text, name=name: self.typed.emit(name, text))
        self._back.clicked.connect(self.list_requested)
        self._go.clicked.connect(self.go_requested)
        self._update.clicked.connect(self.update_requested)
        self._present.clicked.connect(self.present_requested)

    def show_stop(self, stop: Stop, row: StopRow, can_change: bool) -> None:
        """Show a stop."""
        self._head.setText(f"Stop {row.number}")
        self._shows.setText(f"Shows: {row.shows}" if stop.ref is not None else f"Shows: {row.shows.lower()} alone")
        self._missing.tell([row.missing] if row.missing else [])
        self._shows.setVisible(not row.missing)
        self._go.setEnabled(stop.ref is not None and not row.missing)
        self._update.setEnabled(can_change)
        values = {
            "title": stop.title,
            "minutes": f"{stop.minutes:g}",
            "text": stop.text or "",
            "notes": stop.notes or "",
        }
        for name, field in self._fields.items():
            field.show_text(values[name], not can_change)
        self._fields["text"].setVisible(stop.ref is None or stop.text is not None)

    def tell(self, name: str, flaw: str) -> None:
        """What was typed into a field cannot be kept, and why."""
        self._fields[name].tell(flaw)

    def keep_typed(self) -> None:
        """Tell what was typed and not told yet."""
        for field in self._fields.values():
            field.keep()

    def stand_alone(self, alone: bool) -> None:
        """Whether the list is hidden and there has to be a way back to it."""
        self._back.setVisible(alone)

    def take_focus(self) -> None:
        """Put the keyboard into the title."""
        self._fields["title"].setFocus()
        self._fields["title"].edit.selectAll()

    def refit(self) -> None:
        """Measure again: the look has changed."""
        for field in self._fields.values():
            field.refit()
        self._fields["minutes"].setMaximumWidth(self._context.theme.px(90))

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self._head, 1)
        top.addWidget(self._back)
        column.addLayout(top)
        line = QHBoxLayout()
        line.addWidget(self._fields["title"], 1)
        line.addWidget(self._fields["minutes"])
        column.addLayout(line)
        column.addWidget(self._shows)
        column.addWidget(self._missing)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self._go, self._update, self._present):
            flow.addWidget(button)
        column.addWidget(buttons)
        column.addWidget(self._fields["text"])
        column.addWidget(self._fields["notes"], 1)
        self._scroll.setWidget(page)
        self._scroll.setWidgetResizable(True)
        page.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2, 2, 2, 2)
        outer.addWidget(self._scroll)
        self.refit()
