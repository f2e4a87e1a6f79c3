"""The line at the foot of the window of decks: what was done last, and whether all is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.flaw_label import FlawLabel
from desktop.shell.widgets.labels import OneLineLabel, TextLabel

if TYPE_CHECKING:
    from desktop.shell.context import Context


class EditorFoot(QWidget):
    """'Saved', or why not with two ways on."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._said = OneLineLabel("muted")
        self._state = TextLabel("", "muted", wrap=False)
        self._trouble = FlawLabel(context)
        self.again = push_button("Try again", name="Try to save again")
        self.read = push_button("Read the files", name="Give up what is not saved and read the files again")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        row.addWidget(self._trouble, 2)
        row.addWidget(self.again)
        row.addWidget(self.read)
        row.addWidget(self._state)
        self.show_state("")

    @property
    def words(self) -> str:
        """What stands there."""
        return " · ".join(each for each in (self._said.whole, self._trouble.words, self._state.text()) if each)

    def say(self, words: str, trouble: str) -> None:
        """What was done last."""
        self._said.show_text(words)
        self.show_state(trouble)

    def show_state(self, trouble: str) -> None:
        """Whether all is saved, or why not."""
        self._trouble.tell([f"Not saved: {trouble}"] if trouble else [])
        self._said.setVisible(not trouble)
        self._state.setText("" if trouble else "Saved")
        self._state.setVisible(not trouble)
        self.again.setVisible(bool(trouble))
        self.read.setVisible(bool(trouble))
