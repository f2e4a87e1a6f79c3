"""A title and a text, set as large as they fit: never under a thirtieth of the height while there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from desktop.shell.widgets.breaking import breakable

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from desktop.shell.theme import Theme

READABLE = 1 / 30
"""The smallest type that the back row reads, as a share of the height."""
_LARGEST, _ALONE, _SMALLEST = 1 / 14, 1 / 10, 1 / 90
_TITLE = 1.4  # times the text
_SHRINK = 0.95
_LINE = 34  # times the type: no line is longer than is easy to read
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip


class BigText(QWidget):
    """Painted words of a title stop, a text stop, or one whose place is gone; a sign stands before the last."""

    next_requested = Signal()
    back_requested = Signal()

    def __init__(self, theme: Theme, title: str, text: str, marked: bool = False) -> None:
        super().__init__()
        self._theme, self._title, self._text, self._marked = theme, title, text, marked
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        theme.changed.connect(self.update)

    @property
    def type_share(self) -> float:
        """The size of the smallest type as a share of the height."""
        return self._plan()[0] / max(1, self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes on and a right click back, as on any slide: there is nothing here that the mouse could mean."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.next_requested.emit()
        elif event.button() is Qt.MouseButton.RightButton:
            self.back_requested.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        size, title, text = self._plan()
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.setPen(self._theme.colour("text"))
        painter.setFont(self._font(size * _TITLE, bold=True))
        painter.drawText(title, _WRAP, breakable(self._title))
        if self._marked:
            self._paint_mark(painter, QRectF(text), size)
        painter.setFont(self._font(size))
        painter.setPen(self._theme.colour("wrong" if self._marked else "text"))
        painter.drawText(text, _WRAP, breakable(self._text))
        painter.end()

    def _paint_mark(self, painter: QPainter, text: QRectF, size: float) -> None:
        """A bar beside the words: that something is wrong is told by more than their colour."""
        painter.fillRect(
            QRectF(text.left() - size * 0.8, text.top(), size * 0.25, text.height()), self._theme.colour("wrong")
        )

    def _plan(self) -> tuple[float, QRect, QRect]:
        """The largest type in pixels at which all stands in sight, and where title and text stand."""
        size, readable, least = (self.height() * share for share in (_LARGEST, READABLE, _SMALLEST))
        size = size if self._text else self.height() * _ALONE
        while True:
            title, text = self._places(size)
            if text.bottom() <= self.height() * 0.94 or size <= least:
                return size, title, text
            size = max(size * _SHRINK, readable if size > readable else least)

    def _places(self, size: float) -> tuple[QRect, QRect]:
        left = round(self.width() * 0.08)
        width = max(20, min(self.width() - 2 * left, round(size * _LINE)))
        title = self._height(self._title, self._font(size * _TITLE, bold=True), width)
        text = self._height(self._text, self._font(size), width) if self._text else 0
        gap = round(size * 0.9) if text else 0
        top = max(round(self.height() * 0.06), round((self.height() - title - gap - text) * 0.42))
        return QRect(left, top, width, title), QRect(left, top + title + gap, width, text)

    def _height(self, text: str, font: QFont, width: int) -> int:
        return QFontMetrics(font).boundingRect(QRect(0, 0, width, 1_000_000), _WRAP, breakable(text)).height()

    def _font(self, pixels: float, bold: bool = False) -> QFont:
        font = self._theme.font(bold=bold)
        font.setPixelSize(max(1, round(pixels)))
        return font


class Heading(QWidget):
    """The title of a stop over its live stage, on one line where it fits."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme, self._title = theme, title
        self.setAccessibleName(title)
        theme.changed.connect(self.update)

    def fit(self, height: int) -> None:
        """Be as high as a stage of this height asks for."""
        self.setFixedHeight(round(height / 13))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        font = self._theme.font(bold=True)
        room = self.rect().adjusted(round(self.height() * 0.4), 0, -round(self.height() * 0.4), 0)
        least = max(1, round(self.height() * 13 * READABLE))
        font.setPixelSize(max(least, round(self.height() * 0.56)))
        while QFontMetrics(font).horizontalAdvance(self._title) > room.width() and font.pixelSize() > least:
            font.setPixelSize(font.pixelSize() - 1)
        shown = QFontMetrics(font).elidedText(self._title, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.end()
