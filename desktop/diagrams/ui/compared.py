"""One of several figures side by side: its name above it, the present step in words below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.catalog.refs import PartRef
from desktop.diagrams.comparing.differences import short_name
from desktop.diagrams.ui.drafting import Drafting
from desktop.diagrams.ui.figure_card import FigureCard
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.catalog.entities.diagrams import FlowDiagram, Step
    from desktop.shell.context import Context

NOTHING_NOW = "Nothing happens here in this phase."
_CAPTION_FROM = 260


class ComparedFigure(FigureCard):
    """A card for one of the compared diagrams."""

    selected = Signal(object)  # Ref
    opening_requested = Signal(str)
    drawn = Signal()

    def __init__(self, context: Context, diagram: FlowDiagram, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.diagram = diagram
        self._drafting = Drafting(context.cache, self)
        self._name = TextLabel(short_name(diagram))
        self._name.setContentsMargins(8, 4, 8, 0)
        self._state = TextLabel(role="muted")
        self._state.setContentsMargins(8, 0, 8, 0)
        self._title = TextLabel()
        self._caption = TextLabel(role="muted")
        for label in (self._title, self._caption):
            label.setContentsMargins(8, 0, 8, 2)
        self._say("", diagram.summary)
        self._tell_state("")
        self.column.insertWidget(0, self._name)
        self.column.insertWidget(1, self._state)
        self.column.addWidget(self._title)
        self.column.addWidget(self._caption)
        self.canvas.setAccessibleName(f"Diagram: {diagram.title}. {diagram.summary}")
        self.canvas.part_chosen.connect(lambda id: self.selected.emit(PartRef(diagram.id, id)))
        self.canvas.opening_requested.connect(self.opening_requested)
        self._drafting.drawn.connect(self._on_drawn)
        self._drafting.started.connect(lambda: self._tell_state("Drawing …"))
        self._drafting.failed.connect(lambda why: self._tell_state(f"This diagram cannot be drawn: {why}."))
        self.refit()

    def draw(self) -> None:
        """Have the figure drawn."""
        self._drafting.ask(self.diagram, self.ink)

    def show_beat(self, at: int | None, *, overview: bool) -> int:
        """The step at this place; None where there is none now. How many turns its token takes."""
        step: Step | None = None if overview or at is None else self.diagram.steps[at]
        if step is not None:
            self._say(f"{(at or 0) + 1}. {step.title}", step.caption)
        elif overview:
            self._say("", self.diagram.summary)
        else:
            self._say(NOTHING_NOW, "")
        return self.show_step(step)

    def show_part(self, part: str) -> None:
        self.canvas.figure.choose(part)

    def refit(self) -> None:
        super().refit()
        size = self.context.theme.font(bold=True).pixelSize()
        for label in (self._name, self._title):
            label.setStyleSheet(f"font-weight: 600; font-size: {size}px;")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low room the figure needs the height more than the caption does."""
        super().resizeEvent(event)
        self._caption.setVisible(self.height() >= self.context.theme.px(_CAPTION_FROM))

    def _say(self, title: str, caption: str) -> None:
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._caption.setText(caption)

    def _tell_state(self, words: str) -> None:
        """Why there is no figure, whatever the steps tell meanwhile."""
        self._state.setText(words)
        self._state.setVisible(bool(words))

    def _on_drawn(self, drawing: object) -> None:
        self._tell_state("")
        self.show_drawing(drawing)  # type: ignore[arg-type]
        self.canvas.fit()
        self.drawn.emit()
