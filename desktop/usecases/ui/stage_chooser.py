"""The chooser on a stage: questions beside what fits. A hall can answer; the reader's own answers stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.usecases.choosing.ranking import ranked
from desktop.usecases.ui.chooser.questions import Questions
from desktop.usecases.ui.chooser.result import ResultView

if TYPE_CHECKING:
    from desktop.shell.context import Context
    from desktop.usecases.choosing.remembered import Choices

_GAP = 16


class StageChooser(QWidget):
    """Follows each answer at once, and keeps none."""

    def __init__(self, context: Context, choices: Choices) -> None:
        super().__init__()
        self._chooser = context.catalog.chooser
        self.questions = Questions(self._chooser, context.theme)
        self.result = ResultView(context)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.theme.px(_GAP))
        row.addWidget(_scroll("Questions", self.questions), 1)
        row.addWidget(_scroll("What fits, and why", self.result.headline, self.result), 1)
        self.questions.changed.connect(self._show)
        self.questions.show_choices(choices)
        if not choices.answers:
            self.questions.open_first()
        self._show(choices)

    def _show(self, choices: Choices) -> None:
        self.result.show_ranking(ranked(self._chooser, choices.answers, choices.weights))


def _scroll(name: str, *parts: QWidget) -> QWidget:
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 8, 0)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    area.setWidget(content)
    content.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area
