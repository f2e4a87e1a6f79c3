"""What is wrong with the keeping of answers, in words over the question, with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.shell.announce import announce
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from datetime import tzinfo

    from desktop.quiz.ui.desk import NotDone
    from desktop.shell.learner import Notice


class Trouble(QFrame):
    """Hidden while all is well."""

    restore_requested = Signal(object)  # Path of a backup
    retry_requested = Signal()
    unsaved_requested = Signal()
    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._backup: object = None
        self._is_of_opening = False
        self._words = TextLabel()
        self._restore = push_button("")
        self._retry = push_button("Try again")
        self._unsaved = push_button("Go on without saving")
        self._dismiss = push_button("All right", name="All right: hide this message")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._restore, self._retry, self._unsaved, self._dismiss):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addLayout(row)
        self._restore.clicked.connect(lambda: self.restore_requested.emit(self._backup))
        self._retry.clicked.connect(self.retry_requested)
        self._unsaved.clicked.connect(self.unsaved_requested)
        self._dismiss.clicked.connect(self.dismissed)
        self.hide()

    @property
    def words(self) -> str:
        """What is told; '' while all is well."""
        return "" if self.isHidden() else self._words.text()

    def tell_opening(self, notice: Notice, zone: tzinfo) -> None:
        """Something is to be known of how the log was opened."""
        self._tell(notice.words)
        self._is_of_opening = True
        self._backup = notice.backup.path if notice.backup else None
        if notice.backup:
            self._restore.setText(f"Restore the backup of {notice.backup.at.astimezone(zone):%Y-%m-%d %H:%M}")
            self._restore.setAccessibleName(self._restore.text())
        self._restore.setVisible(notice.backup is not None)
        self._retry.setVisible(notice.backup is None)
        self._unsaved.hide()
        self._dismiss.show()

    def tell_not_kept(self, what: NotDone) -> None:
        """The log could not take something; an answer stays in its fields."""
        self._tell(what.words)
        self._restore.hide()
        self._retry.show()
        self._unsaved.setVisible(what.is_answer)
        self._dismiss.hide()

    def tell(self, words: str) -> None:
        """Something else that did not work; nothing can be done but read it."""
        self._tell(words)
        for button in (self._restore, self._retry, self._unsaved):
            button.hide()
        self._dismiss.show()

    def clear(self) -> None:
        """All is well again."""
        self.hide()

    def clear_opening(self) -> None:
        """What was to be known of how the log was opened is no longer so."""
        if self._is_of_opening:
            self.hide()

    def _tell(self, words: str) -> None:
        self._is_of_opening = False
        self._words.setText(words)
        self.show()
        announce(self, words)
