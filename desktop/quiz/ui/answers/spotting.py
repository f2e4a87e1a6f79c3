"""Answering by pointing: the live diagram or the live matrix on a stage, in which one place is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.quiz.responses import Spot
from desktop.quiz.ui.answers.answer import STEPS, AnswerWidget, Look
from desktop.quiz.ui.answers.row_plan import BETWEEN, RING, Face
from desktop.quiz.ui.answers.rows import AnswerRow
from desktop.quiz.words import Note
from desktop.shell.tone import Tone
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.catalog.entities.questions import HotspotQuestion
    from desktop.catalog.refs import Ref
    from desktop.quiz.grading import Mark
    from desktop.quiz.session import Asked
    from desktop.shell.stage import Stage

_LOWEST, _BESIDE, _BESIDE_CHECKED = 170, 250, 470


class HotspotAnswer(AnswerWidget):
    """Enter in the figure chooses and leads to 'Check'; from there the arrow keys lead back into the figure."""

    check_key = "Enter"

    def __init__(self, asked: Asked, look: Look, question: HotspotQuestion, stage: Stage) -> None:
        super().__init__(asked, look)
        self._question = question
        self._card = 0
        self._rows: list[AnswerRow] = []
        self.stage = stage
        self._chosen = TextLabel()
        self._chosen.setContentsMargins(RING, 0, RING, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(BETWEEN)
        self._column.addWidget(stage)
        self._column.addWidget(self._chosen)
        stage.allow_picking(True)
        stage.picked.connect(self._on_picked)

    @property
    def rows(self) -> list[AnswerRow]:
        return self._rows

    @property
    def entry(self) -> QWidget | None:
        return self.stage if self.mark is None else None

    def fit_height(self, card: int) -> None:
        """As high as the card has room for beside stem and buttons."""
        self._card = card
        beside = _BESIDE if self.mark is None else _BESIDE_CHECKED
        self.stage.setFixedHeight(max(self.look.theme.px(_LOWEST), card - self.look.theme.px(beside)))

    def show_response(self, response: Spot) -> None:
        if response.ref != self.stage.picked_ref:
            self.stage.choose(response.ref)
        self._chosen.setText(
            f"Chosen: {self._name(response.ref)}" if response.ref is not None else "Nothing chosen yet"
        )

    def show_check(self, response: Spot, mark: Mark) -> None:
        self.mark = mark
        self.show_response(response)
        self._chosen.hide()
        self.fit_height(self._card)
        self.stage.allow_picking(False)
        right, ref = self._question.targets, response.ref
        marks = dict.fromkeys([ref] if ref in right else right, Tone.RIGHT)
        if ref is not None and ref not in right:
            self._add_row(ref, Note(Tone.WRONG, "yours"))
            marks[ref] = Tone.WRONG
        for each in right:
            if ref not in right or each == ref:
                self._add_row(each, Note(Tone.RIGHT, "right answer, yours" if each == ref else "right answer"))
        self.stage.mark({each: tone for each, tone in marks.items() if each is not None})

    def press(self, event: QKeyEvent) -> bool:
        if event.key() not in STEPS or self.stage.isAncestorOf(self.window().focusWidget()):
            return False
        self.stage.take_focus()
        return True

    def _name(self, ref: Ref) -> str:
        return self.stage.name(ref) or self.look.name_of(ref)

    def _add_row(self, ref: Ref, note: Note) -> None:
        row = AnswerRow(Face(0, self._name(ref)), self.look.theme, self.look.icons)
        row.show_note(note)
        self._rows.append(row)
        self._column.addWidget(row)

    def _on_picked(self, ref: Ref) -> None:
        self.answer(Spot(ref), "")  # the stage has told it
        self.completed.emit()
