"""What the presenter alone has of a question in a talk: its solution, the votes to type, and 'Show me'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.quiz.projecting.show import solution_of
from desktop.quiz.ui.projector.votes import VotesField
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from desktop.quiz.projecting.walk import Walk


class QuestionConsole(QWidget):
    """Shows what it is told, and says what the presenter wants."""

    show_me_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.votes = VotesField()
        self._solution = TextLabel(role="title")
        self._show_me = push_button("Show me  G", name="Show the hall where this comes from")
        self._show_me.clicked.connect(self.show_me_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._solution, self.votes, self._show_me):
            column.addWidget(part)
        column.addStretch(1)

    @property
    def solution(self) -> str:
        """What is right, in words."""
        return self._solution.text()

    @property
    def message(self) -> str:
        """What is wrong with the votes, or with keeping them."""
        return self.votes.message

    @property
    def can_show_me(self) -> bool:
        return self._show_me.isEnabled()

    def show_walk(self, walk: Walk, can_show_me: bool, is_shown: bool) -> None:
        """The question that is on. Where it comes from is shown once its solution is out."""
        self._solution.setText(f"Right: {solution_of(walk.slide)}")
        self.votes.show_votes(walk.slide, walk.tally)
        self.votes.setVisible(bool(walk.slide.order))
        self._show_me.setVisible(can_show_me)
        self._show_me.setEnabled(can_show_me and walk.revealed)
        self._show_me.setText("The question again  G" if is_shown else "Show me  G")
