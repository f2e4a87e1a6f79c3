"""A card with a figure on it and the present step in the figure: what all pages with a figure share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.diagrams.tokens import Waves, places_at, waves_of
from desktop.diagrams.ui.canvas import FigureCanvas
from desktop.diagrams.ui.ink import screen_ink
from desktop.diagrams.ui.scene import FigureScene

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.catalog.entities.diagrams import Step
    from desktop.diagrams.drawing.shapes import Drawing
    from desktop.shell.context import Context

_EDGE, _RADIUS = 4, 8


class FigureCard(QFrame):
    """Shows one drawing and what a step does in it; its border tells that the keyboard is in the figure."""

    def __init__(
        self, context: Context, parent: QWidget | None = None, canvas: type[FigureCanvas] = FigureCanvas
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.ink = screen_ink(context)
        self._waves: Waves = ()
        self._step: Step | None = None
        self._focused = False
        self.canvas = canvas(FigureScene(self.ink, self))
        self.canvas.set_unit(context.theme.scale)
        self.setProperty("card", True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self.column.setSpacing(4)
        self.column.addWidget(self.canvas, 1)
        self.canvas.focus_changed.connect(self._on_focus_changed)
        context.theme.changed.connect(self.refit)

    @property
    def drawing(self) -> Drawing | None:
        return self.canvas.figure.drawing

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Show a drawing as it opens, and the present step in it."""
        self.canvas.show_drawing(drawing, self.ink)
        self._light()
        self.canvas.show_lit()

    def show_step(self, step: Step | None) -> int:
        """Light what the step is about; how many turns its token takes."""
        self._step = step
        self._light()
        self.canvas.show_lit()
        return len(self._waves)

    def show_run(self, run: float) -> None:
        """The token after so many turns."""
        self.canvas.figure.show_tokens(places_at(self._waves, run))

    def refit(self) -> None:
        """The theme or the text size has changed."""
        self.ink = screen_ink(self.context)
        self.canvas.set_ink(self.ink)
        self.canvas.set_unit(self.context.theme.scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._focused:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.context.theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def _light(self) -> None:
        step, drawing = self._step, self.drawing
        self.canvas.figure.light((*step.parts, *step.path) if step else ())
        self._waves = waves_of(drawing, step.path) if step and drawing else ()

    def _on_focus_changed(self, focused: bool) -> None:
        self._focused = focused
        self.update()
