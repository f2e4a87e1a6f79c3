"""A question of the chooser as a card: folded with what was answered, or open with its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.shell.widgets.buttons import push_button, shown
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel
from desktop.usecases.choosing.telling import NOT_ANSWERED, weight_words
from desktop.usecases.ui.chooser.answer_button import AnswerButton

if TYPE_CHECKING:
    from desktop.catalog.entities.usecases import ChooserQuestion
    from desktop.shell.theme import Theme

_WEIGHTS = ((1.0, "Counts as usual"), (2.0, "Counts double"), (0.0, "Only rules out"))


class QuestionCard(QFrame):
    """One question, its number and the number of all. Whoever holds it says what is answered and which one is open."""

    answered = Signal(str, str)  # question, answer; '' where it was taken back
    weighed = Signal(str, float)  # question, how much it counts
    opening_requested = Signal(str)  # question
    step_requested = Signal(int)  # 1 on, -1 back

    def __init__(self, question: ChooserQuestion, at: tuple[int, int], theme: Theme) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setAccessibleName(question.text)
        self.question = question
        self._number, self._count = at
        self._answer = TextLabel(NOT_ANSWERED, "muted")
        self._change = push_button("Answer")
        self._group = QButtonGroup(self)
        self._answers = [AnswerButton(each.id, each.text, theme) for each in question.answers]
        self._weight = self._weight_box()
        self._clear = push_button("Clear", "quiet", f"Clear the answer to: {question.text}")
        self._back = push_button("Back", name="Back to the question before")
        self._next = push_button("Skip", "primary")
        self._folded, self._open = self._folded_half(), self._open_half()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self._folded)
        column.addWidget(self._open)
        self._connect()
        self.show_open(False)

    @property
    def is_open(self) -> bool:
        return not self._open.isHidden()

    def show_open(self, is_open: bool) -> None:
        """Show the answers, or only the question and what was answered."""
        self._open.setVisible(is_open)
        self._folded.setVisible(not is_open)

    def show_choice(self, answer: str, weight: float) -> None:
        """Show what is answered, '' for nothing, and how much it counts, without telling."""
        words = ""
        self._group.setExclusive(False)
        for button, each in zip(self._answers, self.question.answers, strict=True):
            button.setChecked(each.id == answer)
            words = each.text if each.id == answer else words
        self._group.setExclusive(True)
        counts = weight_words(weight)
        self._answer.setText((words or NOT_ANSWERED) + (f" ({counts})" if words and counts else ""))
        self._change.setText("Change" if words else "Answer")
        self._change.setAccessibleName(f"{'Change the answer to' if words else 'Answer'}: {self.question.text}")
        self._weight.setCurrentIndex(next((at for at, each in enumerate(_WEIGHTS) if each[0] == weight), 0))
        self._clear.setEnabled(bool(words))
        self._show_next(bool(words))

    def _show_next(self, is_answered: bool) -> None:
        """The button that leads on: to skip a question is no recommendation."""
        is_last = self._number == self._count
        self._next.setProperty("look", "primary" if is_answered or is_last else "")
        self._next.style().polish(self._next)
        self._next.setText("Done" if is_last else "Next" if is_answered else "Skip")
        self._next.setAccessibleName("Done: to the result" if is_last else f"{self._next.text()}: to the next question")

    def take_focus(self) -> None:
        """Put the keyboard on the answer that is picked, else on the first; folded, on the button."""
        if not self.is_open:
            self._change.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        picked = next((each for each in self._answers if each.isChecked()), self._answers[0])
        picked.setFocus(Qt.FocusReason.TabFocusReason)

    def _folded_half(self) -> QWidget:
        half = QWidget()
        row = QHBoxLayout(half)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(self.question.text))
        words.addWidget(self._answer)
        row.addLayout(words, 1)
        row.addWidget(self._change, 0, Qt.AlignmentFlag.AlignVCenter)
        return half

    def _open_half(self) -> QWidget:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        column.addWidget(TextLabel(f"Question {self._number} of {self._count}", "section"))
        column.addWidget(TextLabel(self.question.text, "title"))
        column.addWidget(TextLabel(self.question.why, "muted"))
        answers = QVBoxLayout()
        answers.setSpacing(0)
        for button in self._answers:
            self._group.addButton(button)
            answers.addWidget(button)
        column.addLayout(answers)
        row = QWidget()
        flow = FlowLayout(row)
        for each in (self._next, self._back, self._clear, self._weight):
            flow.addWidget(each)
        column.addWidget(row)
        self._back.setVisible(self._number > 1)
        return half

    def _weight_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(f"How much it counts: {self.question.text}")
        for _weight, words in _WEIGHTS:
            box.addItem(shown(words))
        return box

    def _connect(self) -> None:
        id = self.question.id
        self._group.buttonClicked.connect(self._on_picked)
        self._weight.activated.connect(lambda at: self.weighed.emit(id, _WEIGHTS[at][0]))
        self._change.clicked.connect(lambda: self.opening_requested.emit(id))
        self._clear.clicked.connect(lambda: self.answered.emit(id, ""))
        self._back.clicked.connect(lambda: self.step_requested.emit(-1))
        self._next.clicked.connect(lambda: self.step_requested.emit(1))

    def _on_picked(self, button: QAbstractButton) -> None:
        if isinstance(button, AnswerButton):
            self.answered.emit(self.question.id, button.answer)
