"""A line that says what has just been done, with a way to take it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.shell.widgets.breaking import unbroken
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel


class Note(QFrame):
    """Not there as long as there is nothing to say."""

    undo_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._text = TextLabel()
        self._undo = push_button("Undo", name="Undo the last change of your questions")
        self._undo.setToolTip("Undo (Ctrl+Z)")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self._undo)
        self._undo.clicked.connect(self.undo_requested)
        self.hide()

    @property
    def words(self) -> str:
        return unbroken(self._text.text())

    def say(self, words: str, can_undo: bool) -> None:
        """Say it; with or without the way back."""
        self._text.setText(words)
        self._undo.setVisible(can_undo)
        self.setVisible(bool(words))
