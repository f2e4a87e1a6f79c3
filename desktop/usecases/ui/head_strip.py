"""The marks of the kinds over the columns of the coverage map, which stay in sight when the map scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.usecases.coverage import Spot

if TYPE_CHECKING:
    from desktop.catalog.entities.pack import Kind
    from desktop.shell.context import Context


class HeadStrip(QWidget):
    """The marks of the kinds, over the columns; stays in sight when the map scrolls."""

    def __init__(self, context: Context, kinds: tuple[Kind, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._kinds = kinds
        self._places: dict[Spot, QRectF] = {}

    def show_places(self, places: dict[Spot, QRectF]) -> None:
        """Paint each kind's marks in the middle of its place."""
        self._places = places
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._context.theme
        painter, side = QPainter(self), theme.px(14)
        painter.fillRect(self.rect(), theme.colour("surface"))
        for kind in self._kinds:
            place = self._places.get(Spot(kind=kind.id), QRectF())
            marks = [self._context.catalog.marks[each] for each in kind.marks]
            x = place.center().x() - len(marks) * side / 2
            for at, mark in enumerate(marks):
                square = QRectF(round(x) + at * side, round(place.center().y() - side / 2), side, side)
                name = f"mark-{mark.shape.value}"
                self._context.icons.paint(painter, name, square, theme.mark_colour(mark))
