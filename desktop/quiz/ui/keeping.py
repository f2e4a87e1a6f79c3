"""What is wrong with the keeping of answers, told over the question, and what the learner does about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.quiz.ui.trouble import Trouble

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.quiz.ui.desk import Desk
    from desktop.quiz.ui.keeper import Keeper
    from desktop.shell.learner import Learner


class Keeping(QObject):
    """Leads `trouble`, the panel that tells, as the log and the desk have it."""

    log_changed = Signal()  # what is kept is another now: all is to be shown anew
    answered = Signal()  # the panel's button is gone: the keyboard goes back to the question

    def __init__(self, learner: Learner, keeper: Keeper, desk: Desk) -> None:
        super().__init__()
        self._learner, self._keeper, self._desk = learner, keeper, desk
        self.trouble = Trouble()
        self.trouble.retry_requested.connect(self._on_retry_requested)
        self.trouble.unsaved_requested.connect(self._on_unsaved_requested)
        self.trouble.dismissed.connect(self._on_dismissed)
        self.trouble.restore_requested.connect(self._on_restore_requested)
        desk.not_kept.connect(self.trouble.tell_not_kept)
        learner.changed.connect(self._on_log_changed)
        self._tell_opening()

    def look(self) -> None:
        """Tell what is so now: a log that cannot be read; no more, what is over."""
        if self._learner.notice is None:
            self.trouble.clear_opening()
        if self._keeper.unread:
            self.trouble.tell(self._keeper.unread)

    def _tell_opening(self) -> None:
        self.trouble.clear()
        notice = self._learner.notice
        if notice is not None:
            self.trouble.tell_opening(notice, self._learner.here)

    def _on_retry_requested(self) -> None:
        again = self._desk.to_do_again()
        if not self._learner.is_in_file:
            self._learner.look_again()
        self._tell_opening()
        again()
        self.answered.emit()

    def _on_unsaved_requested(self) -> None:
        self.trouble.clear()
        self._desk.retry_unsaved()

    def _on_restore_requested(self, backup: Path) -> None:
        self._learner.restore(backup)
        self.answered.emit()

    def _on_dismissed(self) -> None:
        self._desk.to_do_again()  # and it is not done
        self.trouble.clear()
        self.answered.emit()

    def _on_log_changed(self) -> None:
        self._tell_opening()
        self._desk.take_other_log()
        self.log_changed.emit()
