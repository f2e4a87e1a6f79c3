"""The steps of a diagram under the figure: back, on, which step this is, and what happens in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.catalog.words import plural
from desktop.shell.announce import announce
from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.prose import Prose

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.catalog.entities.diagrams import Diagram, Step
    from desktop.shell.context import Context

OVERVIEW = -1
_BAR, _NARROW, _MEASURED = 160, 760, 3


class StepPlayer(QFrame):
    """Shows one step. Before the first one it shows what the whole figure says."""

    step_requested = Signal(int)  # 1 or -1

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._diagram: Diagram | None = None
        self.setProperty("card", True)
        self.setAccessibleName("Steps")
        self.back = self._button("step-back", "Step back", "Comma or Page up", -1)
        self.on = self._button("step-next", "Step on", "Full stop or Page down", 1)
        self.title = TextLabel()
        self.caption = Prose("muted")
        self.caption.followed.connect(context.navigator.open)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress through the steps")
        self._arrange()
        self.refit()

    def show_step(self, diagram: Diagram, at: int) -> None:
        """Show step `at`, counted from 0; OVERVIEW for none."""
        self._diagram = diagram
        count = len(diagram.steps)
        step = diagram.steps[at] if 0 <= at < count else None
        self.title.setText(_title(diagram, at, step))
        finder = self._context.catalog.term_finder
        self.caption.show_pieces(finder.pieces(step.caption if step else diagram.summary))
        self.bar.setRange(0, max(1, count))
        self.bar.setValue(at + 1)
        self.back.setEnabled(at > OVERVIEW)
        self.on.setEnabled(at + 1 < count)
        for widget in (self.back, self.on):
            widget.setVisible(count > 0)
        self._fold()
        if step is not None:
            announce(self, f"{self.title.text()}. {step.caption}")

    def refit(self) -> None:
        """The theme or the text size has changed."""
        font = self._context.theme.font(bold=True)
        self.title.setStyleSheet(f"font-weight: 600; font-size: {font.pixelSize()}px;")
        side = self._context.theme.px(16)
        for button, icon in ((self.back, "step-back"), (self.on, "step-next")):
            button.setIcon(self._context.icons.icon(icon))
            button.setIconSize(QSize(side, side))
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _button(self, icon: str, words: str, keys: str, by: int) -> QPushButton:
        button = QPushButton()
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({keys})")
        button.setIcon(self._context.icons.icon(icon))
        button.clicked.connect(lambda: self.step_requested.emit(by))
        return button

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.caption)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self.on)
        row.addLayout(words, 1)
        row.addWidget(self.bar)

    def _fold(self) -> None:
        """Room for the longest caption, so that the figure does not move from step to step; the bar where it fits."""
        theme = self._context.theme
        self.bar.setFixedWidth(theme.px(_BAR))
        steps = self._diagram.steps if self._diagram else ()
        self.bar.setVisible(bool(steps) and self.width() >= theme.px(_NARROW))
        if self._diagram is None:
            return
        taken = 24 + (self.bar.width() + 12 if self.bar.isVisibleTo(self) else 0)
        taken += sum(button.sizeHint().width() + 12 for button in (self.back, self.on)) if steps else 0
        width = max(80, self.width() - taken)
        captions = [self._diagram.summary, *(step.caption for step in steps)]
        longest = sorted(captions, key=len)[-_MEASURED:]
        self.caption.setMinimumHeight(max(self.caption.height_of(text, width) for text in longest))


def _title(diagram: Diagram, at: int, step: Step | None) -> str:
    if step is not None:
        return f"Step {at + 1} of {len(diagram.steps)} · {step.title}"
    return f"{diagram.title} · {plural(len(diagram.steps), 'step')}" if diagram.steps else diagram.title
