"""What is drawn as a file, PNG or SVG, on its ground and with a margin around. All of it is made in memory."""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

if TYPE_CHECKING:
    from collections.abc import Callable

_MARGIN = 24
_SCALE = 2.0
_LONGEST_SIDE = 32_000  # Qt paints nothing beyond 32,767
_MOST_PIXELS = 50_000_000
_DPI = 96


def drawn_png(size: QSizeF, ground: QColor, draw: Callable[[QPainter], None]) -> bytes:
    """What `draw` paints in a room of this size, in dots, two a pixel or fewer where large. Raises OSError."""
    whole = _with_margin(size)
    width, height = whole.width(), whole.height()
    scale = min(_SCALE, _LONGEST_SIDE / max(width, height), sqrt(_MOST_PIXELS / (width * height)))
    image = QImage(ceil(width * scale), ceil(height * scale), QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    painter.scale(scale, scale)
    _paint(painter, whole, ground, draw)
    dots = round(_DPI / 0.0254 * scale)  # a metre
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    buffer = _buffer()
    writer = QImageWriter(buffer, b"png")
    if not writer.write(image):
        raise OSError(writer.errorString())
    return bytes(buffer.data().data())


def drawn_svg(size: QSizeF, ground: QColor, draw: Callable[[QPainter], None], title: str, description: str) -> str:
    """What `draw` paints in a room of this size, as vectors with text as text."""
    from PySide6.QtSvg import QSvgGenerator

    whole = _with_margin(size)
    buffer = _buffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(_DPI)
    generator.setSize(QSize(ceil(whole.width()), ceil(whole.height())))
    generator.setViewBox(QRectF(0, 0, whole.width(), whole.height()))
    generator.setTitle(title)
    generator.setDescription(description)
    _paint(QPainter(generator), whole, ground, draw)
    return bytes(buffer.data().data()).decode()


def _with_margin(size: QSizeF) -> QSizeF:
    return size + QSizeF(2 * _MARGIN, 2 * _MARGIN)


def _paint(painter: QPainter, whole: QSizeF, ground: QColor, draw: Callable[[QPainter], None]) -> None:
    painter.fillRect(QRectF(0, 0, whole.width(), whole.height()), ground)
    painter.translate(_MARGIN, _MARGIN)
    draw(painter)
    painter.end()


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
