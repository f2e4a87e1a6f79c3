"""What stands where the figure will be: that it is being drawn, how far it is, a way to stop; or why there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel

_WIDE = 240


class Waiting(QWidget):
    """Words, and while something is under way a bar and a button to end it."""

    cancelled = Signal()
    wanted_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = TextLabel(role="muted")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_WIDE)
        self.bar.setAccessibleName("How much of the diagram is laid out")
        self.stop = push_button("Cancel", name="Cancel drawing")
        self.again = push_button("Draw it", name="Draw it after all")
        self.stop.clicked.connect(self.cancelled)
        self.again.clicked.connect(self.wanted_again)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self.words)
        for widget in (self.bar, self.stop, self.again):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def say(self, words: str, *, busy: bool = False, again: bool = False) -> None:
        """Show these words; `busy` adds the bar and a button to end it, `again` one to begin anew."""
        self.words.setText(words)
        self.bar.setRange(0, 0)  # it moves to and fro until a share is told
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        self.again.setVisible(again)

    def show_share(self, share: float) -> None:
        """How much is done, from 0.0 to 1.0."""
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(1000 * share))
