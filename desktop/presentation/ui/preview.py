"""The picture of what the hall sees, small in the console: drawn on with the same pen and pointer as the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.presentation.talk import Blank
from desktop.presentation.ui.board import Board

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QPixmap

    from desktop.shell.theme import Theme

_SMALLEST = QSize(240, 135)
_BAND, _LEAST = 0.22, 10  # of the height; pixels of its type


class Preview(Board):
    """What is on now, with ink, pointer, zoom and a blank screen told in words."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme)
        self._picture: QPixmap | None = None
        self._scaled: QPixmap | None = None  # to the size at which it is painted again and again under the pointer
        self._is_quick = False
        self.setAccessibleName(name)
        _grow(self)

    def show_picture(self, picture: QPixmap | None, quickly: bool = False) -> None:
        """The page as it is seen, without what lies over it; `quickly` is coarser, for the moment of a change."""
        self._picture, self._scaled, self._is_quick = picture, None, quickly
        self.update()

    @property
    def picture(self) -> QPixmap | None:
        return self._picture

    @property
    def _stage(self) -> QRectF:
        return fitted(self._picture, QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        stage, talk = self._stage, self._talk
        blank = talk.blank if talk is not None else Blank.NONE
        if self._picture is not None:
            self._paint_page(painter, self._picture, stage)
        self._paint_over(painter)
        painter.setClipping(False)
        if blank is not Blank.NONE:
            self._paint_blank(painter, stage, blank)
        frame(painter, self._theme, stage)
        painter.end()

    def _paint_page(self, painter: QPainter, picture: QPixmap, stage: QRectF) -> None:
        """The whole, scaled once; through a zoom, what is seen of it."""
        zoom = self._zoom
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if zoom.factor > 1 or self._is_quick:
            size = QSizeF(picture.size())
            corner = QPointF(zoom.left * size.width(), zoom.top * size.height())
            painter.drawPixmap(stage, picture, QRectF(corner, size / zoom.factor))
            return
        wanted = (stage.size() * self.devicePixelRatioF()).toSize()
        if self._scaled is None or self._scaled.size() != wanted:
            ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._scaled = picture.scaled(wanted, *ways)
        painter.drawPixmap(stage, self._scaled, QRectF(self._scaled.rect()))

    def _paint_blank(self, painter: QPainter, stage: QRectF, blank: Blank) -> None:
        """What waits below stays seen at the edge, so that the presenter knows what any key brings back."""
        high = stage.height() * _BAND
        band = QRectF(stage.left(), stage.bottom() - high, stage.width(), high)
        words = f"The screen is {blank.value}. Any key goes on."
        font = self._theme.font(bold=True)
        while QFontMetrics(font).horizontalAdvance(words) > band.width() - 8 and font.pixelSize() > _LEAST:
            font.setPixelSize(font.pixelSize() - 1)
        painter.fillRect(band, QColor(blank.value))
        painter.setPen(QColor("black" if blank is Blank.WHITE else "white"))
        painter.setFont(font)
        painter.drawText(band, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)


class NextPicture(QWidget):
    """The stop that comes next; words where there is none, or no picture yet."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._picture: QPixmap | None = None
        self._words = ""
        self.setAccessibleName("The next stop")
        _grow(self)

    def show_picture(self, picture: QPixmap | None, words: str) -> None:
        self._picture, self._words = picture, words
        self.setAccessibleDescription(words)
        self.update()

    @property
    def picture(self) -> QPixmap | None:
        return self._picture

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_picture(painter, self._theme, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._picture, self._words)
        painter.end()


def paint_picture(painter: QPainter, theme: Theme, room: QRectF, picture: QPixmap | None, words: str) -> None:
    """A picture as large as it fits with a frame; without one the words in its place."""
    stage = fitted(picture, room)
    if picture is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(stage, picture, QRectF(picture.rect()))
    else:
        painter.fillRect(stage, theme.colour("surface"))
        painter.setPen(theme.colour("muted"))
        painter.setFont(theme.font())
        inner = stage.adjusted(12, 8, -12, -8)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
    frame(painter, theme, stage)


def frame(painter: QPainter, theme: Theme, stage: QRectF) -> None:
    painter.setPen(QPen(theme.colour("control"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(stage)


def fitted(picture: QPixmap | None, room: QRectF) -> QRectF:
    """The largest place of the picture's shape in the middle of a room; 16 to 9 without one."""
    size = QSizeF(picture.size()) if picture is not None and not picture.isNull() else QSizeF(16, 9)
    size = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    corner = room.center() - QPointF(size.width() / 2, size.height() / 2)
    return QRectF(corner, size)


def _grow(widget: QWidget) -> None:
    widget.setMinimumSize(_SMALLEST)
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
