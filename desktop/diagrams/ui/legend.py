"""The legend under the figure: a small sample and a word for each kind that occurs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.diagrams.drawing.shapes import Shape
from desktop.diagrams.legend import HIGH, WIDE, Entry, legend_of
from desktop.diagrams.ui.painting import paint_shape, paint_wire
from desktop.diagrams.ui.state import CALM
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from desktop.diagrams.drawing.shapes import Drawing
    from desktop.diagrams.ui.ink import Ink

_FINE = 0.75


class LegendLine(QWidget):
    """Samples with their words, in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = True
        self._known: dict[str, QWidget] = {}
        self._look: tuple[Ink, float] | None = None
        self._flow = FlowLayout(self, gap=16)
        self._flow.setContentsMargins(12, 0, 12, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Legend")

    def show_drawings(self, drawings: Sequence[Drawing], ink: Ink, scale: float) -> None:
        """The kinds that occur in these drawings. Entries are kept: most diagrams share most of them."""
        if (ink, scale) != self._look:
            self._drop()
            self._look = (ink, scale)
        while self._flow.takeAt(0) is not None:
            pass
        wanted = legend_of(drawings, live=True)
        for entry in wanted:
            if entry.words not in self._known:
                self._known[entry.words] = _entry(entry, ink, scale)
            self._flow.addWidget(self._known[entry.words])
        shown = {entry.words for entry in wanted}
        for words, widget in self._known.items():
            widget.setVisible(words in shown)
        self.setVisible(self._room and bool(wanted))
        self.updateGeometry()

    def _drop(self) -> None:
        for widget in self._known.values():
            widget.setParent(None)
            widget.deleteLater()
        self._known.clear()

    def set_room(self, room: bool) -> None:
        """Whether there is room for the legend."""
        self._room = room
        self.setVisible(room and self._flow.count() > 0)


class _Sample(QWidget):
    def __init__(self, entry: Entry, ink: Ink, scale: float) -> None:
        super().__init__()
        self._sample, self._scale = entry.sample, scale
        self._ink = replace(ink, unit=_FINE)
        self.setFixedSize(QSize(round(WIDE * scale), round(HIGH * scale)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.scale(self._scale, self._scale)
        if isinstance(self._sample, Shape):
            paint_shape(painter, self._sample, self._ink, CALM)
        else:
            paint_wire(painter, self._sample, self._ink, CALM)


def _entry(entry: Entry, ink: Ink, scale: float) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(_Sample(entry, ink, scale))
    row.addWidget(TextLabel(entry.words, "muted", wrap=False))
    return holder
