"""The dialogs of the menu of answers: which backup, how questions come again, and a question before a loss."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.progress.schedule import LEAST_RETENTION, MOST_RETENTION
from desktop.shell.announce import announce
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from desktop.progress.backups import Backup
    from desktop.shell.learner import Learner
    from desktop.shell.learning import Preferences

_MARGIN, _GAP = 16, 12


class _Asking(QDialog):
    """A head, what is asked, and two buttons."""

    def __init__(self, title: str, words: str, does: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._column.setSpacing(_GAP)
        self._column.addWidget(TextLabel(title, "title"))
        self._column.addWidget(TextLabel(words))
        self._does = push_button(does, "primary")
        self._does.setDefault(True)
        self._does.clicked.connect(self.accept)
        self._cancel = push_button("Cancel")
        self._cancel.clicked.connect(self.reject)

    def _finish(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._does)
        self._column.addLayout(row)


class Confirming(_Asking):
    """Words and a way back, which has the keyboard."""

    def __init__(self, title: str, words: str, does: str, parent: QWidget) -> None:
        super().__init__(title, words, does, parent)
        self._finish()
        self._does.setDefault(False)
        self._cancel.setDefault(True)
        self._cancel.setFocus()
        self.setMinimumWidth(400)


class RestoreDialog(_Asking):
    """Which of these backups to take."""

    def __init__(self, backups: Sequence[Backup], zone: tzinfo, parent: QWidget) -> None:
        words = "The present answers are set aside in a file of their own; nothing is deleted."
        super().__init__("Restore a backup", words, "Restore", parent)
        self._backups = tuple(backups)
        self._list = QListWidget()
        self._list.setAccessibleName("Backups, newest first")
        for backup in self._backups:
            at = backup.at.astimezone(zone)
            self._list.addItem(QListWidgetItem(f"{at:%Y-%m-%d  %H:%M}   ·   {_size(backup)}"))
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self.accept)
        self._column.addWidget(self._list, 1)
        self._finish()
        self._list.setFocus()
        self.resize(max(460, self.sizeHint().width()), 400)

    @property
    def chosen(self) -> Backup | None:
        at = self._list.currentRow()
        return self._backups[at] if at >= 0 else None


class PreferencesDialog(_Asking):
    """How questions come again."""

    def __init__(self, learner: Learner, parent: QWidget) -> None:
        words = "A question comes again when it is about to be forgotten. What is planned already follows."
        super().__init__("Learning", words, "Save", parent)
        self._retention = QSpinBox()
        self._retention.setRange(round(LEAST_RETENTION * 100), round(MOST_RETENTION * 100))
        self._retention.setSuffix(" %")
        self._retention.setValue(round(learner.learning.retention * 100))
        self._exam = QLineEdit(learner.learning.exam)
        self._exam.setObjectName("exam")
        self._exam.setPlaceholderText("none, or 2027-01-29")
        self._new = QSpinBox()
        self._new.setRange(0, 9_999)
        self._new.setValue(learner.learning.new_per_day)
        self._certainty = QCheckBox("Ask how sure I am before I see the answer")
        self._certainty.setChecked(learner.learning.asks_certainty)
        self._message = TextLabel(role="muted")
        self._message.hide()
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setSpacing(_GAP)
        for label, field, name in (
            ("Still &known when it comes again", self._retention, "Share still known when it comes again, in per cent"),
            ("Day of the &exam", self._exam, "Day of the exam, as year, month and day; empty for none"),
            ("&New questions a day", self._new, "New questions a day in a review"),
        ):
            field.setAccessibleName(name)
            form.addRow(label, field)
        self._certainty.setAccessibleName(self._certainty.text())
        form.addRow(self._certainty)
        self._column.addLayout(form)
        self._column.addWidget(self._message)
        self._finish()
        self._retention.setFocus()
        self.resize(max(480, self.sizeHint().width()), self.sizeHint().height())

    @property
    def chosen(self) -> Preferences:
        return {
            "retention": self._retention.value() / 100,
            "exam": self._exam.text().strip(),
            "new_per_day": self._new.value(),
            "asks_certainty": self._certainty.isChecked(),
        }

    def accept(self) -> None:
        """A day that is none is told, and the dialog stays."""
        exam = self.chosen["exam"]
        try:
            if exam:
                date.fromisoformat(exam)
        except ValueError:
            words = f"'{exam}' is no day. Write it as 2027-01-29, or leave it empty."
            self._message.setText(words)
            self._message.show()
            self._exam.setFocus()
            announce(self, words)
            return
        super().accept()


def confirmed(parent: QWidget, title: str, words: str, does: str) -> bool:
    """Ask before something is lost; Cancel has the keyboard."""
    dialog = Confirming(title, words, does, parent)
    return bool(dialog.exec())


def _size(backup: Backup) -> str:
    try:
        size = backup.path.stat().st_size
    except OSError:
        return "cannot be read"
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"
