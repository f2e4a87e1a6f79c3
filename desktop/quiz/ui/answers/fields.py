"""Answers that are typed: a number with its unit, or a word or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.quiz.responses import LONGEST_TYPED, Number, Words
from desktop.quiz.ui.answers.answer import AnswerWidget, Look
from desktop.quiz.ui.answers.row_plan import BETWEEN, RING, Face
from desktop.quiz.ui.answers.rows import AnswerRow
from desktop.quiz.words import Note, numeric_answer
from desktop.shell.tone import Tone
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.catalog.entities.questions import NumericQuestion, ShortQuestion
    from desktop.quiz.grading import Mark
    from desktop.quiz.session import Asked


class TypedAnswer(AnswerWidget):
    """A field, and after the check what was typed and, where that was wrong, what is right."""

    check_key = "Enter"

    def __init__(self, asked: Asked, look: Look, question: NumericQuestion | ShortQuestion) -> None:
        super().__init__(asked, look)
        self._question = question
        self._is_number = question.type == "numeric"
        self._unit = (question.unit or "") if question.type == "numeric" else ""
        self._rows: list[AnswerRow] = []
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_TYPED)
        self.field.setAccessibleName(f"Your answer, {self._unit}" if self._unit else "Your answer")
        self.field.textEdited.connect(self._on_edited)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(RING, 0, RING, 0)
        line.setSpacing(8)
        line.addWidget(self.field, 1000)
        line.addWidget(TextLabel(self._unit, wrap=False))
        line.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(BETWEEN)
        self._column.addWidget(self._line)
        self.refit()

    @property
    def rows(self) -> list[AnswerRow]:
        return self._rows

    @property
    def entry(self) -> QWidget | None:
        return self.field if self.mark is None else None

    def show_response(self, response: Number | Words) -> None:
        if self.field.text() != response.text:
            self.field.setText(response.text)

    def show_check(self, response: Number | Words, mark: Mark) -> None:
        self.mark = mark
        self._line.hide()
        part = mark.parts[0]
        own = Note(Tone.RIGHT, "right answer, yours") if part.right else Note(Tone.WRONG, "yours", part.feedback or "")
        self._add_row(f"{response.text.strip()} {self._unit}".strip(), own)
        if not part.right:
            self._add_row(self._right(), Note(Tone.RIGHT, "right answer"))

    def press(self, event: QKeyEvent) -> bool:
        return False

    def refit(self) -> None:
        super().refit()
        self.field.setMaximumWidth(self.look.theme.px(200 if self._is_number else 480))

    def _right(self) -> str:
        return numeric_answer(self._question) if self._question.type == "numeric" else self._question.accepted[0]

    def _add_row(self, text: str, note: Note) -> None:
        row = AnswerRow(Face(0, text), self.look.theme, self.look.icons)
        row.show_note(note)
        self._rows.append(row)
        self._column.addWidget(row)

    def _on_edited(self, text: str) -> None:
        self.answer(Number(text) if self._is_number else Words(text), "")
