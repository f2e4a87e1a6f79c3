"""What is drawn as a file, PNG, SVG or PDF, on its ground and with a margin around. All of it is made in memory."""

from __future__ import annotations

import re
from html import unescape
from math import ceil, sqrt
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QImageWriter, QPageSize, QPainter, QPdfWriter

from desktop.shell.theme import typeface

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MARGIN = 24
_SCALE = 2.0
_LONGEST_SIDE = 32_000  # Qt paints nothing beyond 32,767
_MANY_PIXELS, _MOST_PIXELS = 50_000_000, 64_000_000  # 200 and 256 MB of memory
_DPI = 96
_POINTS = 72 / _DPI
_LINE = re.compile(r'font-family="([^"]*)" font-size="(\d+)" font-weight="(\d+)" ([^<>]*?)\s*>([^<]+)</text>')
_DEMI_BOLD = 600


class Drawn(NamedTuple):
    """What `draw` paints in a room of this size in pixels, on this ground."""

    size: QSizeF
    ground: QColor
    draw: Callable[[QPainter], None]


def drawn_png(drawn: Drawn) -> bytes:
    """A picture with two dots a pixel, or fewer where it is large. Raises OSError."""
    whole = _with_margin(drawn.size)
    return png_of(painted(drawn, min(_SCALE, _largest_scale(whole, _MANY_PIXELS))))


def painted(drawn: Drawn, scale: float) -> QImage:
    """A picture with so many dots a pixel. Raises ValueError, in words, where it would be too large."""
    whole = _with_margin(drawn.size)
    size = QSize(ceil(whole.width() * scale), ceil(whole.height() * scale))
    most = _largest_scale(whole, _MOST_PIXELS)
    if scale > most:
        dots = f"{size.width():,} by {size.height():,} dots"
        raise ValueError(
            f"at scale {scale:g} the picture would have {dots}, which is too large; {most:.1f} is the most"
        )
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(drawn.ground)
    painter = QPainter(image)
    painter.scale(scale, scale)
    _paint(painter, drawn)
    painter.end()
    dots_a_metre = round(_DPI / 0.0254 * scale)
    image.setDotsPerMeterX(dots_a_metre)
    image.setDotsPerMeterY(dots_a_metre)
    return image


def png_of(image: QImage) -> bytes:
    """A picture as a file; slow for a large one, and fit for any thread. Raises OSError."""
    buffer = _buffer()
    writer = QImageWriter(buffer, b"png")
    if not writer.write(image):
        raise OSError(writer.errorString())
    return bytes(buffer.data().data())


def drawn_svg(drawn: Drawn, title: str, description: str) -> bytes:
    """Vectors, with text as text that keeps its width in any typeface."""
    from PySide6.QtSvg import QSvgGenerator

    whole = _with_margin(drawn.size)
    buffer = _buffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(_DPI)
    generator.setSize(QSize(ceil(whole.width()), ceil(whole.height())))
    generator.setViewBox(QRectF(0, 0, whole.width(), whole.height()))
    generator.setTitle(title)
    generator.setDescription(description)
    painter = QPainter(generator)
    _paint(painter, drawn)
    painter.end()
    return _LINE.sub(_held, bytes(buffer.data().data()).decode()).encode()


def drawn_pdf(pages: Sequence[Drawn], title: str) -> bytes:
    """Vectors, with text that can be searched; each page is as large as what is on it."""
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setPageMargins(QMarginsF())
    painter = QPainter()
    for at, drawn in enumerate(pages):
        size = _with_margin(drawn.size) * _POINTS
        writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
        if at == 0:
            painter.begin(writer)
        else:
            writer.newPage()
        painter.save()
        _paint(painter, drawn)
        painter.restore()
    painter.end()
    return bytes(buffer.data().data())


def _largest_scale(whole: QSizeF, most: int) -> float:
    """How many dots a pixel a picture may have at most, where it may have so many in all."""
    width, height = whole.width(), whole.height()
    return min(_LONGEST_SIDE / max(width, height), sqrt(most / (width * height)))


def _held(line: re.Match[str]) -> str:
    """A line that stays within its cell where our typeface is missing; Qt names no other, and says no width."""
    family, size, weight, more, text = line.groups()
    font = typeface(family, int(size), int(weight) >= _DEMI_BOLD)
    width = QFontMetricsF(font).horizontalAdvance(unescape(text))
    look = f'font-family="{family}, sans-serif" font-size="{size}" font-weight="{weight}" {more}'
    return f'{look} textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs">{text}</text>'


def _with_margin(size: QSizeF) -> QSizeF:
    return size + QSizeF(2 * _MARGIN, 2 * _MARGIN)


def _paint(painter: QPainter, drawn: Drawn) -> None:
    whole = _with_margin(drawn.size)
    painter.fillRect(QRectF(0, 0, whole.width(), whole.height()), drawn.ground)
    painter.translate(_MARGIN, _MARGIN)
    drawn.draw(painter)


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
