"""A picture ready to be drawn in any size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from desktop.shell.widgets.pictures.sketch import MUTED, TITLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.shell.widgets.pictures.drawing import Drawing
    from desktop.shell.widgets.pictures.sketch import Sketch


@dataclass(frozen=True, slots=True)
class Plan:
    """A picture ready to be drawn in any size: its title, what it leaves out, and the drawing of the rest."""

    title: str
    left_out: str
    draw_body: Callable[[Sketch, float], Drawing]

    def draw(self, sketch: Sketch) -> Drawing:
        """The whole picture, its title first; what it leaves out is said above it, or below where room is short."""
        y = 0.0
        if not sketch.is_lowest:
            y += sketch.write(self.title, QRectF(0, 0, sketch.width, 0), TITLE) + sketch.px(12)
        if self.left_out and not sketch.is_low:
            y += sketch.write(self.left_out, QRectF(0, y - sketch.px(8), sketch.width, 0), MUTED) + sketch.px(4)
        drawing = self.draw_body(sketch, y)
        if not (self.left_out and sketch.is_low):
            return drawing
        place = QRectF(0, drawing.height + sketch.px(8), sketch.width, 0)
        return sketch.finished(place.y() + sketch.write(self.left_out, place, MUTED), drawing.width, drawing.head)
