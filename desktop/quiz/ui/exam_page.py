"""Before an exam: how many questions, how long, and what will be different."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QSpinBox, QVBoxLayout

from desktop.quiz.plans import MOST_IN_EXAM, ExamPlan
from desktop.quiz.ui.fitting import Content, FittingScroll
from desktop.quiz.ui.page import Page
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from desktop.shell.theme import Theme

WORDS = (
    "No marks and no explanations before the end: you can go back, change answers and skip questions until you hand in."
    " Then every question can be looked at with its solution. Answers count as in practice."
)
_USUAL, _MINUTES_EACH, _LONGEST = 20, 1, 600


class ExamPage(Page):
    """Asks for the plan of an exam."""

    begun = Signal(object)  # ExamPlan

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._topic = ""
        self._of = TextLabel(role="muted")
        self._count, self._minutes = QSpinBox(), QSpinBox()
        self._minutes.setRange(0, _LONGEST)
        self._minutes.setSpecialValueText("no limit")
        self._minutes.setSuffix(" min")
        self._count.setAccessibleName("Number of questions")
        self._minutes.setAccessibleName("Time in minutes, 0 for no limit")
        self.primary = push_button("Begin  Enter", "primary", "Begin the exam")
        self.primary.clicked.connect(self._on_begin_clicked)
        self._count.valueChanged.connect(self._on_count_changed)
        self._lay_out()

    def show_topic(self, topic: str, title: str, available: int) -> None:
        """Offer an exam on a topic ('' for all) that has this many questions."""
        is_new = topic != self._topic or not self._of.text()
        self._topic = topic
        most = min(available, MOST_IN_EXAM)
        self._of.setText(f"{title}: {available:,} to choose from")
        self._count.setRange(min(1, most), most)
        if is_new:
            self._count.setValue(min(_USUAL, most))
        self.primary.setEnabled(most > 0)

    @property
    def plan(self) -> ExamPlan:
        """What is asked for."""
        return ExamPlan(self._topic, self._count.value(), self._minutes.value())

    def _on_count_changed(self, count: int) -> None:
        self._minutes.setValue(count * _MINUTES_EACH)

    def _on_begin_clicked(self) -> None:
        for field in (self._count, self._minutes):
            field.interpretText()
        self.begun.emit(self.plan)

    def _lay_out(self) -> None:
        content = Content()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(TextLabel("Exam", "question"))
        column.addWidget(self._of)
        column.addWidget(TextLabel(WORDS))
        form = QFormLayout()
        form.setSpacing(12)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for field in (self._count, self._minutes):
            field.lineEdit().setTextMargins(7, 0, 0, 0)  # the style sheet's padding does not reach it
        for words, field in (("Questions", self._count), ("Time", self._minutes)):
            label = TextLabel(words, wrap=False)
            label.setBuddy(field)
            form.addRow(label, field)
        column.addLayout(form)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.primary)
        self.fill(FittingScroll(content, "Exam"), buttons)
