"""A picture as a file: SVG with its text as text, and PNG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF

from desktop.shell.drawn import Drawn, drawn_png, drawn_svg
from desktop.shell.widgets.pictures.brush import paint
from desktop.shell.widgets.pictures.drawing import Drawing
from desktop.shell.widgets.pictures.sketch import MUTED, Sketch

if TYPE_CHECKING:
    from desktop.shell.context import Context
    from desktop.shell.widgets.pictures.plan import Plan

_LEAST = (900, 640)


def drawing_for_file(context: Context, plan: Plan, room: QSizeF) -> Drawing:
    """The picture as it is on the screen, larger where that is small, with the pack that it comes from in a line."""
    least = QSizeF(*(context.theme.px(each) for each in _LEAST))
    sketch = Sketch(context, room.expandedTo(least))
    drawing = plan.draw(sketch)
    pack = context.catalog.pack
    credit = f"{pack.title} {pack.version}, as of {pack.as_of}. {pack.licence}"
    top = drawing.height + sketch.px(12)
    high = sketch.write(credit, QRectF(0, top, drawing.width, 0), MUTED)
    return Drawing(drawing.width, top + high, tuple(sketch.strokes), drawing.spots)


def svg_of(context: Context, drawing: Drawing, title: str) -> bytes:
    """The drawing as vectors; its description says every mark in a sentence."""
    sentences = "\n".join(spot.name for spot in drawing.spots)
    return drawn_svg(_drawn(context, drawing), title, sentences)


def png_of(context: Context, drawing: Drawing) -> bytes:
    """The drawing in dots, two a pixel or fewer where it is very large. Raises OSError."""
    return drawn_png(_drawn(context, drawing))


def _drawn(context: Context, drawing: Drawing) -> Drawn:
    size = QSizeF(drawing.width, drawing.height)
    return Drawn(size, context.theme.colour("surface"), lambda painter: paint(painter, drawing.strokes, context.icons))
