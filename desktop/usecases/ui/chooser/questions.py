"""The questions, one below the other: one is open, the others say what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.usecases.choosing.ranking import ORDINARY
from desktop.usecases.choosing.remembered import Choices
from desktop.usecases.ui.chooser.question_card import QuestionCard

if TYPE_CHECKING:
    from desktop.catalog.entities.usecases import Chooser
    from desktop.shell.theme import Theme


class Questions(QWidget):
    """Holds what the reader has chosen, and tells each change of it."""

    changed = Signal(object)  # Choices
    ended = Signal()  # after the last question
    shown = Signal(object)  # the card that was opened

    def __init__(self, chooser: Chooser, theme: Theme) -> None:
        super().__init__()
        self._choices = Choices()
        count = len(chooser.questions)
        self.cards = [QuestionCard(each, (at, count), theme) for at, each in enumerate(chooser.questions, 1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for card in self.cards:
            column.addWidget(card)
            card.answered.connect(self._on_answered)
            card.weighed.connect(self._on_weighed)
            card.opening_requested.connect(self._on_opening_requested)
            card.step_requested.connect(self._on_step_requested)

    @property
    def choices(self) -> Choices:
        return self._choices

    def show_choices(self, choices: Choices) -> None:
        """Show these choices without telling."""
        self._choices = choices
        for card in self.cards:
            id = card.question.id
            card.show_choice(choices.answers.get(id, ""), choices.weights.get(id, ORDINARY))

    def open_first(self) -> QuestionCard | None:
        """Open the first question that is not answered, else none."""
        left = next((each for each in self.cards if each.question.id not in self._choices.answers), None)
        self._open(left)
        return left

    def _open(self, card: QuestionCard | None) -> None:
        for each in self.cards:
            each.show_open(each is card)

    def _visit(self, card: QuestionCard) -> None:
        self._open(card)
        card.take_focus()
        self.shown.emit(card)

    def _on_answered(self, question: str, answer: str) -> None:
        answers = {id: each for id, each in self._choices.answers.items() if id != question}
        self._tell(Choices(answers | ({question: answer} if answer else {}), self._choices.weights))

    def _on_weighed(self, question: str, weight: float) -> None:
        weights = {id: each for id, each in self._choices.weights.items() if id != question}
        self._tell(Choices(self._choices.answers, weights | ({question: weight} if weight != ORDINARY else {})))

    def _tell(self, choices: Choices) -> None:
        self.show_choices(choices)
        self.changed.emit(choices)

    def _on_opening_requested(self, question: str) -> None:
        card = next(each for each in self.cards if each.question.id == question)
        self._visit(card)

    def _on_step_requested(self, step: int) -> None:
        at = next(at for at, each in enumerate(self.cards) if each.is_open) + step
        if at < len(self.cards):
            self._visit(self.cards[at])
            return
        self._open(None)
        self.cards[-1].take_focus()
        self.ended.emit()
