"""Choosing one option or several: rows that are radio buttons or check boxes to a screen reader."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop.quiz.moves import picked
from desktop.quiz.orders import option_order
from desktop.quiz.responses import Picked
from desktop.quiz.ui.answers.answer import STEPS, AnswerWidget, Look, digit_of
from desktop.quiz.ui.answers.row_plan import BETWEEN, Face
from desktop.quiz.ui.answers.rows import AnswerRow
from desktop.quiz.words import note_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.catalog.entities.questions import ChoiceQuestion
    from desktop.quiz.grading import Mark
    from desktop.quiz.session import Asked


class ChoiceAnswer(AnswerWidget):
    """Digits pick, arrows move (and where one option alone may fit, the pick moves along), Space ticks."""

    def __init__(self, asked: Asked, look: Look, question: ChoiceQuestion) -> None:
        super().__init__(asked, look)
        self._question = question
        self._several = question.type == "multiple"
        self._response = Picked()
        self.check_key = "Enter" if self._several else "Space"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        self._rows = [self._row(at, option) for at, option in enumerate(option_order(question, asked.seed))]
        for row in self._rows:
            column.addWidget(row)

    @property
    def rows(self) -> list[AnswerRow]:
        return self._rows

    def show_response(self, response: Picked) -> None:
        self._response = response
        for row in self._rows:
            row.setChecked(row.face.at in response.options)

    def show_check(self, response: Picked, mark: Mark) -> None:
        self.show_response(response)
        self.mark = mark
        for row in self._rows:
            row.show_note(note_of(self._question, row.face.at, response.options))

    def press(self, event: QKeyEvent) -> bool:
        key, digit, at = Qt.Key(event.key()), digit_of(event), self.focused_row()
        if key in STEPS:
            self._step(STEPS[key], at)
        elif digit is not None and 1 <= digit <= len(self._rows):
            self._pick(self._rows[digit - 1])
        elif key == Qt.Key.Key_Space and at is not None and self._takes(self._rows[at]):
            self._pick(self._rows[at])
        else:
            return False
        return True

    def _row(self, at: int, option: int) -> AnswerRow:
        face = Face(option, self._question.options[option].text, f"{at + 1}", several=self._several)
        row = AnswerRow(face, self.look.theme, self.look.icons)
        row.setCheckable(True)
        row.setAutoExclusive(not self._several)
        row.clicked.connect(partial(self._pick, row))
        return row

    def _takes(self, row: AnswerRow) -> bool:
        return self.mark is None and (self._several or not row.isChecked())

    def _pick(self, row: AnswerRow) -> None:
        if self.mark is not None:
            return
        response = picked(self._question, self._response, row.face.at)
        said = "picked" if row.face.at in response.options else "not picked"
        self.answer(response, "" if row.hasFocus() else f"{row.accessibleName()}, {said}")

    def _step(self, step: int, at: int | None) -> None:
        if at is not None:
            at = (at + step) % len(self._rows)
        else:
            first = 0 if step > 0 else len(self._rows) - 1
            at = next((place for place, row in enumerate(self._rows) if row.isChecked()), first)
        row = self._rows[at]
        self.reach(row)
        if not self._several and self._takes(row):
            self._pick(row)
