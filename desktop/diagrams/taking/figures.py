"""A figure put into a room of a slide, all of it one group that is told in words; below it its legend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.diagrams.boxes import Box
from desktop.diagrams.legend import HIGH, legend_of
from desktop.diagrams.taking.legend_row import add_legend
from desktop.diagrams.taking.natives import Easel
from desktop.diagrams.taking.place import fitted
from desktop.diagrams.taking.slides import draw_figure

if TYPE_CHECKING:
    from collections.abc import Collection

    from pptx.slide import Slide

    from desktop.diagrams.drawing.shapes import Drawing
    from desktop.diagrams.taking.inks import SlideInk
    from desktop.export.page import Room

_ABOVE_LEGEND = 10


def put_figure(slide: Slide, drawing: Drawing, lit: Collection[str], ink: SlideInk, where: tuple[Room, str]) -> None:
    """A drawing with these parts lit. `where` is the room, and what the figure shows in words.

    Tables cannot stand in a group, so a figure that has them is not one; each of its tables is told by itself.
    """
    (left, top, width, height), alt = where
    legend = HIGH + _ABOVE_LEGEND if legend_of([drawing]) else 0
    place = fitted(drawing.bounds, Box(left, top, width, height - legend))
    shapes: Any = slide.shapes
    parts = frozenset(drawing.stands_for.get(id, id) for id in lit)
    if any(shape.cells is not None for shape in drawing.shapes):
        draw_figure(Easel(shapes, place, ink), drawing, parts)
    else:
        group = shapes.add_group_shape()
        draw_figure(Easel(group.shapes, place, ink), drawing, parts)
        easel = Easel(shapes, place, ink)
        easel.told(group, "Figure", alt)
        _frame(group, easel.bounds(drawing.bounds))
    add_legend(slide, drawing, ink, top + height - HIGH)


def _frame(group: Any, bounds: tuple[int, int, int, int]) -> None:
    """As large as what is seen: the library counts turned lines as if they were not turned."""
    left, top, width, height = (str(each) for each in bounds)
    for place in group.element.xpath("./p:grpSpPr/a:xfrm/*[local-name()='off' or local-name()='chOff']"):
        place.set("x", left)
        place.set("y", top)
    for size in group.element.xpath("./p:grpSpPr/a:xfrm/*[local-name()='ext' or local-name()='chExt']"):
        size.set("cx", width)
        size.set("cy", height)
