"""A figure on its card: legend and zoom at its foot, the map in its corner, a border while the keyboard is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.diagrams.tokens import Waves, places_at, waves_of
from desktop.diagrams.ui.canvas import FigureCanvas
from desktop.diagrams.ui.ink import screen_ink
from desktop.diagrams.ui.legend import LegendLine
from desktop.diagrams.ui.minimap import Minimap
from desktop.diagrams.ui.scene import FigureScene
from desktop.diagrams.ui.zoom_buttons import ZoomButtons
from desktop.shell.widgets.buttons import push_button

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.catalog.entities.diagrams import Step
    from desktop.diagrams.drawing.shapes import Drawing
    from desktop.shell.context import Context

_EDGE, _RADIUS, _LEGEND_FROM = 4, 8, 320


class FigureBoard(QFrame):
    """Shows one drawing and what a step does in it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ink = screen_ink(context)
        self._waves: Waves = ()
        self._step: Step | None = None
        self._focused = False
        self.canvas = FigureCanvas(FigureScene(self._ink, self))
        self.legend = LegendLine()
        self.fold = push_button("Fold groups")
        self.fold.setToolTip("All groups of this diagram (Shift+F in the figure; F for one)")
        self.zoom = ZoomButtons(self.canvas, context.theme)
        self.map = Minimap(self.canvas, self._ink)
        self.setProperty("card", True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self._column.setSpacing(4)
        self._column.addWidget(self.canvas, 1)
        self._column.addLayout(self._foot())
        self.canvas.set_unit(context.theme.scale)
        self.canvas.focus_changed.connect(self._on_focus_changed)
        self.canvas.map_requested.connect(self.map.toggle)
        context.theme.changed.connect(self._on_theme_changed)

    @property
    def drawing(self) -> Drawing | None:
        return self.canvas.figure.drawing

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Show a drawing as it opens, and the present step in it."""
        self.canvas.show_drawing(drawing, self._ink)
        self.legend.show_drawing(drawing, self._ink, self._context.theme.scale)
        self.map.show_figure()
        self._light()

    def show_step(self, step: Step | None) -> int:
        """Light what the step is about; how many turns its token takes."""
        self._step = step
        self._light()
        self.canvas.show_lit()
        return len(self._waves)

    def show_run(self, run: float) -> None:
        """The token after so many turns."""
        self.canvas.figure.show_tokens(places_at(self._waves, run))

    def mark_found(self, ids: Iterable[str]) -> None:
        self.canvas.figure.mark_found(ids)

    def show_groups(self, *, any_open: bool, there_are: bool) -> None:
        """What the button would do with the groups; without groups there is none."""
        words = "Fold groups" if any_open else "Unfold groups"
        self.fold.setVisible(there_are)
        self.fold.setText(words)
        self.fold.setAccessibleName(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low room the figure needs the height more than the legend does."""
        super().resizeEvent(event)
        self.legend.set_room(self.height() >= self._context.theme.px(_LEGEND_FROM))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._focused:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._context.theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 4, 4)
        foot.addWidget(self.legend, 1)
        foot.addStretch(0)
        for widget in (self.fold, self.zoom):
            foot.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight)
        return foot

    def _light(self) -> None:
        step, drawing = self._step, self.drawing
        self.canvas.figure.light((*step.parts, *step.path) if step else ())
        self._waves = waves_of(drawing, step.path) if step and drawing else ()

    def _on_focus_changed(self, focused: bool) -> None:
        self._focused = focused
        self.update()

    def _on_theme_changed(self) -> None:
        self._ink = screen_ink(self._context)
        self.canvas.set_ink(self._ink)
        self.canvas.set_unit(self._context.theme.scale)
        self.legend.show_drawing(self.drawing, self._ink, self._context.theme.scale)
        self.map.set_ink(self._ink)
        self.zoom.refit()
