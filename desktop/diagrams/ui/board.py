"""The figure of one diagram: legend, folding and zoom at its foot, the map in its corner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.diagrams.ui.figure_card import FigureCard
from desktop.diagrams.ui.legend import LegendLine
from desktop.diagrams.ui.minimap import Minimap
from desktop.diagrams.ui.zoom_buttons import ZoomButtons
from desktop.shell.widgets.buttons import push_button

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from desktop.diagrams.drawing.shapes import Drawing
    from desktop.shell.context import Context

_LEGEND_FROM = 320


class FigureBoard(FigureCard):
    """A card with all that helps to look at one figure."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.legend = LegendLine()
        self.fold = push_button("Fold groups")
        self.fold.setToolTip("All groups of this diagram (Shift+F in the figure; F for one)")
        self.zoom = ZoomButtons(self.canvas, context.theme)
        self.map = Minimap(self.canvas, self.ink)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 4, 4)
        foot.addWidget(self.legend, 1)
        foot.addStretch(0)
        for widget in (self.fold, self.zoom):
            foot.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight)
        self.column.addLayout(foot)
        self.canvas.map_requested.connect(self.map.toggle)

    def show_drawing(self, drawing: Drawing | None) -> None:
        super().show_drawing(drawing)
        self._show_legend()
        self.map.show_figure()

    def mark_found(self, ids: Iterable[str]) -> None:
        """These parts hold what is searched for."""
        self.canvas.figure.mark_found(ids)

    def show_groups(self, *, any_open: bool, there_are: bool) -> None:
        """What the button would do with the groups; without groups there is none."""
        words = "Fold groups" if any_open else "Unfold groups"
        self.fold.setVisible(there_are)
        self.fold.setText(words)
        self.fold.setAccessibleName(words)

    def refit(self) -> None:
        super().refit()
        self._show_legend()
        self.map.set_ink(self.ink)
        self.zoom.refit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low room the figure needs the height more than the legend does."""
        super().resizeEvent(event)
        self.legend.set_room(self.height() >= self.context.theme.px(_LEGEND_FROM))

    def _show_legend(self) -> None:
        drawings = [self.drawing] if self.drawing else []
        self.legend.show_drawings(drawings, self.ink, self.context.theme.scale)
