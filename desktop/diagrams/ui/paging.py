"""Figures for pages: painted as vectors in either theme, or put on a slide as native shapes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF

from desktop.diagrams.figure import draft_of
from desktop.diagrams.legend import HIGH
from desktop.diagrams.taking import paging
from desktop.diagrams.taking.figures import put_figure
from desktop.diagrams.taking.inks import SlideInk
from desktop.diagrams.taking.slides import place_on_slide
from desktop.diagrams.ui.ink import ink_of, measure_with
from desktop.diagrams.ui.painting import paint_drawing
from desktop.diagrams.ui.taking import draw_entry, legend_lines
from desktop.shell.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from desktop.catalog.entities.diagrams import Diagram
    from desktop.diagrams.drawing.shapes import Drawing
    from desktop.diagrams.ui.ink import Ink
    from desktop.export.page import Asked, Figure, Page, Room
    from desktop.shell.paper import Paper

_LEAST_WIDTH, _ABOVE_LEGEND = 480.0, 16.0


@dataclass(frozen=True, slots=True)
class PageFigure:
    """A drawing with its legend below it; `inks` are the light and the dark one."""

    drawing: Drawing
    lit: frozenset[str]
    inks: tuple[Ink, Ink]
    alt: str

    @property
    def width(self) -> float:
        return max(_LEAST_WIDTH, self.drawing.bounds.width)

    @property
    def height(self) -> float:
        lines = legend_lines(self.drawing, self.inks[0], self.width)
        return self.drawing.bounds.height + (_ABOVE_LEGEND + lines[-1][0].y() + HIGH if lines else 0)

    def paint(self, painter: Any, dark: bool) -> None:
        """The drawing in the middle, as it is on the screen."""
        ink, bounds = self.inks[dark], self.drawing.bounds
        painter.save()
        painter.translate((self.width - bounds.width) / 2 - bounds.x, -bounds.y)
        paint_drawing(painter, self.drawing, ink, self.lit)
        painter.restore()
        for at, entry in legend_lines(self.drawing, ink, self.width):
            draw_entry(painter, entry, at + QPointF(0, bounds.height + _ABOVE_LEGEND), ink)

    def put(self, slide: Any, room: Room) -> None:
        ink = self.inks[0]
        put_figure(slide, self.drawing, self.lit, SlideInk(ink.tokens, ink.dark, ink.marks), (room, self.alt))


def pages_of(asked: Asked, paper: Paper) -> tuple[Page, ...]:
    """The pages of a place of the diagrams. Each diagram is laid out once, however many steps are shown of it."""
    marks = asked.catalog.marks
    light, dark = (ink_of(paper.theme, paper.icons, marks, tokens) for tokens in (LIGHT, DARK))
    known: dict[tuple[str, frozenset[str]], Drawing | None] = {}

    def drawn(diagram: Diagram, folded: frozenset[str], lit: frozenset[str]) -> Figure | None:
        key = diagram.id, folded
        if key not in known:
            known[key] = _drawing(diagram, folded, light)
        drawing = known[key]
        return PageFigure(drawing, lit, (light, dark), diagram.outline) if drawing is not None else None

    return paging.pages_of(asked, drawn)


def _drawing(diagram: Diagram, folded: frozenset[str], ink: Ink) -> Drawing | None:
    """The drawing; None where there can be none, or nobody could read it on a page."""
    try:
        drawing = draft_of(diagram, measure_with(ink.fonts), folded)()
        place_on_slide(drawing)
    except ValueError:
        return None
    return drawing
