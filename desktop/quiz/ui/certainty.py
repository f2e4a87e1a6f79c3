"""How sure the reader is, asked before the check: afterwards everybody has known it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.progress.attempt import Certainty
from desktop.quiz.ui.answers.row_plan import RING
from desktop.quiz.words import CERTAINTY_WORDS
from desktop.shell.widgets.buttons import SegmentedControl
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel

_BEFORE, _AFTER = "How sure are you?", "How sure were you?"


class CertaintyStrip(QWidget):
    """Four steps of which one or none is chosen. `chosen` is told by the reader alone."""

    chosen = Signal(object)  # Certainty
    left = Signal()  # the mouse chose: the keyboard has nothing to do here

    def __init__(self) -> None:
        super().__init__()
        self._label = TextLabel(_BEFORE, "muted", wrap=False)
        self._steps = SegmentedControl([(each.value, words) for each, words in CERTAINTY_WORDS.items()], _BEFORE)
        self._steps.setToolTip("C goes from one to the next")
        self._steps.choose_none()
        self._steps.chosen.connect(self._on_chosen)
        self._by_mouse = False
        for step in self._steps.findChildren(QAbstractButton):
            step.installEventFilter(self)
        flow = FlowLayout(self)
        flow.setContentsMargins(RING, 8, RING, 0)
        flow.addWidget(self._label)
        flow.addWidget(self._steps)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_certainty(self, certainty: Certainty | None, is_checked: bool) -> None:
        """Show what was said; after the check it stands."""
        self._label.setText(_AFTER if is_checked else _BEFORE)
        self._steps.setEnabled(not is_checked)
        if certainty is None:
            self._steps.choose_none()
        else:
            self._steps.choose(certainty.value)

    def refit(self) -> None:
        """Measure again: the text size has changed."""
        self._steps.refit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress):
            self._by_mouse = event.type() == QEvent.Type.MouseButtonPress
        return super().eventFilter(watched, event)

    def _on_chosen(self, step: str) -> None:
        self.chosen.emit(Certainty(step))
        if self._by_mouse:
            self.left.emit()


def next_step(certainty: Certainty | None) -> Certainty:
    """The step that follows, and after the last the first."""
    steps = list(Certainty)
    return steps[0] if certainty is None else steps[(steps.index(certainty) + 1) % len(steps)]
