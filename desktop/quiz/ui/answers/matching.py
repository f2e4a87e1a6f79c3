"""Matching: each left side is given one of the numbered right sides."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.quiz.moves import matched_with
from desktop.quiz.orders import left_order, right_order
from desktop.quiz.responses import Matched, rights_of
from desktop.quiz.ui.answers.assigning import Assigning
from desktop.quiz.ui.answers.row_plan import BETWEEN, Face
from desktop.quiz.ui.answers.rows import AnswerRow, TargetRow
from desktop.quiz.words import part_note

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.catalog.entities.questions import MatchQuestion
    from desktop.quiz.grading import Mark
    from desktop.quiz.session import Asked
    from desktop.quiz.ui.answers.answer import Look

_WIDE = 500


class MatchAnswer(Assigning):
    """Left sides with what was chosen for them; right sides beside them, or below where there is no room."""

    def __init__(self, asked: Asked, look: Look, question: MatchQuestion) -> None:
        super().__init__(asked, look, right_order(question, asked.seed))
        self._question = question
        self._texts = rights_of(question)
        self._response = Matched((None,) * len(question.pairs))
        self._rows = [self._left(at) for at in left_order(question, asked.seed)]
        self._rights = [self._right(number, at) for number, at in enumerate(self.targets, 1)]
        self._beside = _column(self._rights)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self._box.addWidget(_column(self._rows), 11)
        self._box.addWidget(self._beside, 9)

    @property
    def rows(self) -> list[AnswerRow]:
        return self._rows

    @property
    def choices(self) -> list[AnswerRow]:
        """The right sides as they show."""
        return self._rights

    def assigned(self, at: int, target: int | None) -> Matched:
        return matched_with(self._response, at, target)

    def target_words(self, target: int) -> str:
        return self._texts[target]

    def show_response(self, response: Matched) -> None:
        self._response, self.places = response, response.rights
        for row in self._rows:
            place = response.rights[row.face.at]
            value = "" if place is None else self._texts[place]
            row.show_face(replace(row.face, value=value), value or "nothing chosen")
        for row in self._rights:
            row.setChecked(row.face.at in response.rights)
            lefts = [self._question.pairs[at].left for at, place in enumerate(response.rights) if place == row.face.at]
            row.show_face(row.face, f"chosen for {', '.join(lefts)}" if lefts else "")
        self.show_current()

    def show_check(self, response: Matched, mark: Mark) -> None:
        self.mark = mark
        self.show_response(response)
        self._beside.hide()
        for row in self._rows:
            row.show_note(part_note(self._question, mark.parts[row.face.at]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def refit(self) -> None:
        super().refit()
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= self.look.theme.px(_WIDE)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != direction:
            self._box.setDirection(direction)

    def _left(self, at: int) -> AnswerRow:
        face = Face(at, self._question.pairs[at].left, blank="–", pad=8)
        row = AnswerRow(face, self.look.theme, self.look.icons)
        row.clicked.connect(partial(self.mark_row, row))
        return row

    def _right(self, number: int, at: int) -> AnswerRow:
        row = TargetRow(Face(at, self._texts[at], f"{number}", pad=8), self.look.theme, self.look.icons)
        row.setCheckable(True)
        row.clicked.connect(partial(self.give, at))
        return row


def _column(rows: list[AnswerRow]) -> QWidget:
    column = QWidget()
    box = QVBoxLayout(column)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(BETWEEN)
    for row in rows:
        box.addWidget(row)
    box.addStretch(1)
    return column
