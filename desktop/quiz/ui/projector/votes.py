"""The field for the votes of a hall: numbers in it, a button that counts them, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.quiz.projecting.show import LETTERS
from desktop.quiz.projecting.tally import NoTally, tally_of
from desktop.shell.announce import announce
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from desktop.quiz.projecting.show import Slide

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DIGITS, _BETWEEN = "0123456789", " ,;/"
# While votes are typed and not counted yet, these keys belong to the field.
_EDITING = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace, Qt.Key.Key_Comma)
_NOT_TYPED = "Votes are whole numbers with spaces between them, such as '12 7 3'."


class VotesField(QWidget):
    """Digits get here from the hall's window too (`press`). What is no tally is told below, and nothing is counted."""

    counted = Signal(object)  # tuple[int, ...]: the votes, one for each option as it shows

    def __init__(self, keys: Callable[[QKeyEvent], bool] | None = None) -> None:
        """`keys` is asked about each key that is no typing; it says whether it took it."""
        super().__init__()
        self._keys = keys
        self._counted: tuple[Slide | None, tuple[int, ...] | None] = (None, None)
        self._options = 0
        self._field = QLineEdit()
        self._field.setValidator(QRegularExpressionValidator(f"[{_DIGITS}{_BETWEEN}]*", self._field))
        self._label = TextLabel()
        self._label.setBuddy(self._field)
        self._message = TextLabel(role="muted")
        self._count = push_button("Count  Enter", name="Count the votes")
        self._field.installEventFilter(self)
        self._field.inputRejected.connect(lambda: self._complain(_NOT_TYPED))
        self._count.clicked.connect(self._on_count_clicked)
        self._lay_out()
        self.setFocusProxy(self._field)

    @property
    def label(self) -> str:
        """What stands over it: 'Votes for A B C'."""
        return self._label.text()

    @property
    def text(self) -> str:
        """What is typed."""
        return self._field.text()

    @property
    def message(self) -> str:
        """What is wrong with it."""
        return self._message.text()

    def show_votes(self, slide: Slide | None, votes: tuple[int, ...] | None) -> None:
        """Those of a question. What is typed stays until it is counted or another question is on."""
        self._options = len(slide.order) if slide is not None else 0
        letters = " ".join(LETTERS[: self._options])
        self._label.setText(f"Votes for {letters}")
        self._field.setAccessibleName(f"Votes for {letters}, one number each")
        if (slide, votes) != self._counted:
            self._counted = slide, votes
            self._field.setText(" ".join(map(str, votes or ())))
        self.setEnabled(self._options > 0)
        self.say("")

    def say(self, text: str) -> None:
        """Say below the field what is wrong; '' for nothing."""
        self._message.setText(text)
        self._message.setVisible(bool(text))

    def select_all(self) -> None:
        self._field.selectAll()

    def press(self, event: QKeyEvent) -> bool:
        """Type a key that was pressed elsewhere: digits, what stands between numbers, Backspace; Enter counts.

        Only digits begin it, so that all other keys keep their meaning until then. Whether the key was taken.
        """
        if not self.isEnabled() or _is_held(event):
            return False
        key, text = Qt.Key(event.key()), event.text()
        is_typing = self._field.isModified() and bool(self._field.text())
        if key in ENTER and is_typing and self._field.text().strip():
            self._on_count_clicked()
        elif key == Qt.Key.Key_Backspace and is_typing:
            self._field.backspace()
        elif text and (text in _DIGITS or (text in _BETWEEN and is_typing)):
            if not is_typing:
                self._field.clear()
            self._field.insert(text)
            self._field.setModified(True)
            self.say("")
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field, what is typed and what edits it stay what they are; Enter counts, all others lead on."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        is_typed = bool(event.text()) and event.text() in f"{_DIGITS} "
        edits = event.key() in _EDITING and self._field.isModified()
        if is_typed or edits:
            return False
        return self.press(event) or (self._keys is not None and self._keys(event))

    def _on_count_clicked(self) -> None:
        self._field.setModified(False)
        try:
            votes = tally_of(self._field.text(), self._options)
        except NoTally as wrong:
            self._complain(str(wrong))
            self._field.setModified(True)  # it is still to be counted
            return
        self.counted.emit(votes)

    def _complain(self, words: str) -> None:
        self.say(words)
        announce(self, words)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._field, 1)
        row.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._label)
        column.addLayout(row)
        column.addWidget(self._message)
        self._message.hide()


def _is_held(event: QKeyEvent) -> bool:
    """Whether Ctrl, Alt or Meta is held: then it is another key."""
    free = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    return (event.modifiers() & ~free) != Qt.KeyboardModifier.NoModifier
