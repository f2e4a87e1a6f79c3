"""A picture as a file: SVG with its text as text, and PNG. All of it is made in memory before anything is written."""

from __future__ import annotations

import re
from math import ceil, sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPainter

from desktop.matrix.ui.pictures.brush import paint
from desktop.matrix.ui.pictures.drawing import Drawing
from desktop.matrix.ui.pictures.sketch import MUTED, Sketch

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from desktop.matrix.ui.pictures.gallery import Plan
    from desktop.shell.context import Context

_FAMILY = re.compile(rb'font-family="([^"]*)"')  # Qt names one; where it is missing, browsers would take Times
_MARGIN = 24
_LEAST = (900, 640)
_SCALE = 2.0
_LONGEST_SIDE = 32_000  # Qt paints nothing beyond 32,767
_MOST_PIXELS = 50_000_000
_DPI = 96


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
    from PySide6.QtSvg import QSvgGenerator

    width, height = _size(drawing)
    buffer = _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_DPI)
    generator.setSize(QSize(ceil(width), ceil(height)))
    generator.setViewBox(QRectF(0, 0, width, height))
    generator.setTitle(title)
    generator.setDescription("\n".join(spot.name for spot in drawing.spots))
    _paint(QPainter(generator), context, drawing)
    return _FAMILY.sub(rb'font-family="\1, sans-serif"', bytes(buffer.data().data()))


def png_of(context: Context, drawing: Drawing) -> bytes:
    """The drawing in dots, two a pixel or fewer where it is very large. Raises OSError."""
    width, height = _size(drawing)
    scale = min(_SCALE, _LONGEST_SIDE / max(width, height), sqrt(_MOST_PIXELS / (width * height)))
    image = QImage(ceil(width * scale), ceil(height * scale), QImage.Format.Format_RGB32)
    image.fill(_ground(context))
    painter = QPainter(image)
    painter.scale(scale, scale)
    _paint(painter, context, drawing)
    image.setDotsPerMeterX(round(_DPI / 0.0254 * scale))
    image.setDotsPerMeterY(round(_DPI / 0.0254 * scale))
    buffer = _buffer()
    writer = QImageWriter(buffer, b"png")
    if not writer.write(image):
        raise OSError(writer.errorString())
    return bytes(buffer.data().data())


def _size(drawing: Drawing) -> tuple[float, float]:
    return drawing.width + 2 * _MARGIN, drawing.height + 2 * _MARGIN


def _ground(context: Context) -> QColor:
    return context.theme.colour("surface")


def _paint(painter: QPainter, context: Context, drawing: Drawing) -> None:
    painter.fillRect(QRectF(0, 0, *_size(drawing)), _ground(context))
    painter.translate(_MARGIN, _MARGIN)
    paint(painter, drawing, context.icons)
    painter.end()


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
