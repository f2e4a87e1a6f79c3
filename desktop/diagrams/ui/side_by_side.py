"""Several figures side by side, as large as they can be, each with what its step says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.diagrams.boxes import Size
from desktop.diagrams.comparing.beats import Beat, beats_of
from desktop.diagrams.tiling import columns_for
from desktop.diagrams.ui.compared import ComparedFigure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from desktop.catalog.entities.diagrams import FlowDiagram
    from desktop.shell.context import Context


class SideBySide(QWidget):
    """Knows the moments that the diagrams share, and lights them in all figures at once."""

    drawn = Signal()  # one more figure stands there

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.figures: list[ComparedFigure] = []
        self.beats: tuple[Beat, ...] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)

    def show_diagrams(self, diagrams: Sequence[FlowDiagram]) -> list[ComparedFigure]:
        """Show these and no others; they are still to be drawn."""
        for figure in self.figures:
            self._grid.removeWidget(figure)
            figure.setParent(None)
            figure.deleteLater()
        self.figures = [ComparedFigure(self._context, each) for each in diagrams]
        self.beats = beats_of(diagrams)
        self._columns = 0
        for figure in self.figures:
            figure.drawn.connect(self._on_drawn)
        return self.figures

    def draw(self) -> None:
        """Have the figures drawn."""
        for figure in self.figures:
            figure.draw()
        self.tile()

    def show_beat(self, at: int) -> int:
        """Light this moment; none for what is no place of one. How many turns the longest token takes."""
        beat = self.beats[at] if 0 <= at < len(self.beats) else None
        places = beat.at if beat else (None,) * len(self.figures)
        pairs = zip(self.figures, places, strict=True)
        return max((figure.show_beat(place, overview=beat is None) for figure, place in pairs), default=0)

    def show_run(self, run: float) -> None:
        """The tokens after so many turns."""
        for figure in self.figures:
            figure.show_run(run)

    def tile(self) -> None:
        """As many side by side as lets the smallest figure be largest."""
        if not self.figures:
            return
        sizes = [figure.drawing.bounds.size if figure.drawing else Size(1000, 500) for figure in self.figures]
        words = self._context.theme.px(64)
        room = Size(max(1, self.width()), max(1, self.height()))
        columns = columns_for(sizes, room, Size(20, words))
        if columns != self._columns:
            self._columns = columns
            for at, figure in enumerate(self.figures):
                self._grid.addWidget(figure, at // columns, at % columns)
                figure.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tile()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tile()

    def _on_drawn(self) -> None:
        self.tile()
        self.drawn.emit()
