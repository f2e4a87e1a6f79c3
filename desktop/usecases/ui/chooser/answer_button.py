"""A radio button whose words wrap: answers are sentences, and columns are narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from desktop.shell.widgets.breaking import breakable

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.shell.theme import Theme

_PAD, _GAP, _RING, _DOT, _TARGET = 6, 8, 16, 8, 32
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class AnswerButton(QRadioButton):
    """One answer. Arrow keys move within the question, Space picks."""

    def __init__(self, answer: str, text: str, theme: Theme) -> None:
        super().__init__()
        self.answer = answer
        self._words = breakable(text)
        self._theme = theme
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        needed = self._place_of_words(width).height() + 2 * _PAD
        return max(self._theme.px(_TARGET), needed)

    def sizeHint(self) -> QSize:
        width = max(self.width(), 200)
        return QSize(200, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(96), self._theme.px(_TARGET))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        words = self._place_of_words(self.width())
        words.moveTop((self.height() - words.height()) // 2)
        self._paint_ring(painter, words.top() + self.fontMetrics().height() / 2)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(words, int(_WRAP), self._words)
        painter.end()

    def _place_of_words(self, width: int) -> QRect:
        left = _PAD + self._theme.px(_RING + _GAP)
        room = QRect(left, 0, max(1, width - left - _PAD), 100_000)
        return QRect(room.topLeft(), QSize(room.width(), self._height_in(room)))

    def _height_in(self, room: QRect) -> int:
        return self.fontMetrics().boundingRect(room, int(_WRAP), self._words).height()

    def _paint_ground(self, painter: QPainter) -> None:
        ground = "select" if self.isChecked() else "raised" if self.underMouse() else ""
        painter.setPen(QPen(self._theme.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_ring(self, painter: QPainter, middle: float) -> None:
        side = self._theme.px(_RING)
        centre = QPointF(_PAD + side / 2, middle)
        painter.setPen(QPen(self._theme.colour("accent" if self.isChecked() else "control"), 1.5))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawEllipse(centre, side / 2 - 1, side / 2 - 1)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawEllipse(centre, self._theme.px(_DOT) / 2, self._theme.px(_DOT) / 2)
