"""What the hall sees, painted as large as it fits: never under a thirtieth of the height while there is room.

Room for votes, sign and explanation is kept from the start, so that nothing moves when they come.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.quiz.projecting.show import Blank, Screen, votes_words
from desktop.shell.widgets.breaking import breakable

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.quiz.projecting.show import Choice
    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme

LARGEST, READABLE, SMALLEST = 1 / 17, 1 / 30, 1 / 90
"""Type as a share of the height: at first, as small as the back row reads, and where all of a text must stand there."""
RIGHT_ANSWER = "right answer"
_FOR_EXPLANATION = 0.2  # of the height
_SHRINK = 0.95
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip


@dataclass(frozen=True, slots=True)
class _Row:
    """Where the parts of an option stand."""

    box: QRect
    text: QRect
    bar: QRect
    votes: QRect


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything stands at one size of type, in pixels."""

    size: float
    progress: QRect
    stem: QRect
    line: QRect
    rows: tuple[_Row, ...]
    bottom: int


class ScreenView(QWidget):
    """Paints a screen. It is handed what may be seen and knows nothing else."""

    def __init__(self, theme: Theme, icons: Icons, name: str) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self._screen = Screen("", "")
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    @property
    def screen_shown(self) -> Screen:
        """What is painted."""
        return self._screen

    def show_screen(self, screen: Screen) -> None:
        self._screen = screen
        self.setAccessibleDescription("" if screen.blank is not Blank.NONE else screen.words)
        self.update()

    @property
    def type_share(self) -> float:
        """The size of the options' type as a share of the height."""
        return self._plan().size / max(1, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._screen.blank is not Blank.NONE:
            painter.fillRect(self.rect(), QColor(self._screen.blank.value))
        else:
            painter.fillRect(self.rect(), self._theme.colour("surface"))
            self._paint(painter, self._plan())
        painter.end()

    # Measuring

    def _plan(self) -> _Plan:
        """The largest type at which all stands in sight; where that is hard to read, less is kept for what comes."""
        size, readable, least = (self.height() * share for share in (LARGEST, READABLE, SMALLEST))
        room = self.height() - self._margin
        kept = round(self.height() * _FOR_EXPLANATION) if self._screen.choices else 0
        plan = self._plan_at(size)
        while plan.bottom > room - (kept if size > readable else 0) and size > least:
            size = max(size * _SHRINK, readable) if size > readable else size * _SHRINK
            plan = self._plan_at(size)
        return plan

    def _explanation(self, plan: _Plan) -> tuple[QRect, float]:
        """Where the explanation stands, in the room kept for it, and the size of its type."""
        left, top = self._margin, plan.bottom + round(plan.size * 0.4)
        width, height = self.width() - 2 * left, self.height() - self._margin - top
        size, text = self._small(plan.size) * 1.05, self._screen.explanation
        while self._height(text, size, width) > height and size > self.height() * SMALLEST:
            size *= _SHRINK
        return QRect(left, top, width, height), size

    @property
    def _margin(self) -> int:
        return round(min(self.width(), self.height()) * 0.06)

    def _small(self, size: float) -> float:
        return min(size, max(self.height() * READABLE, size * 0.7))

    def _font(self, size: float, bold: bool = False) -> QFont:
        font = self._theme.font(bold=bold)
        font.setPixelSize(max(1, round(size)))
        return font

    def _height(self, text: str, size: float, width: int, bold: bool = False) -> int:
        metrics = QFontMetrics(self._font(size, bold))
        return metrics.boundingRect(QRect(0, 0, max(20, width), 1_000_000), _WRAP, breakable(text)).height()

    def _plan_at(self, size: float) -> _Plan:
        screen, margin = self._screen, self._margin
        left, width = margin, self.width() - 2 * margin
        at = round(margin * 0.7)

        def block(text: str, of_size: float, gap: float, bold: bool = False) -> QRect:
            nonlocal at
            if not text:
                return QRect()
            place = QRect(left, at, width, self._height(text, of_size, width, bold))
            at = place.bottom() + 1 + round(gap)
            return place

        progress = block(screen.progress, self._small(size), size * 0.5)
        stem = block(screen.stem, size * 1.3, size * 0.4, bold=True)
        line = block(screen.line, self._small(size), size * 0.4)
        at += round(size * 0.3)
        rows = []
        for choice in screen.choices:
            rows.append(self._row(choice, size, QRect(left, at, width, 0)))
            at = rows[-1].box.bottom() + 1 + round(size * 0.35)
        return _Plan(size, progress, stem, line, tuple(rows), at)

    def _row(self, choice: Choice, size: float, at: QRect) -> _Row:
        pad, circle = round(size * 0.4), round(size * 1.5)
        metrics = QFontMetrics(self._font(self._small(size), bold=True))
        votes = metrics.horizontalAdvance(RIGHT_ANSWER) + round(metrics.height() * 1.1)
        left = at.left() + pad + circle + pad
        width = at.width() - (left - at.left()) - votes - 2 * pad
        text_height = max(circle, self._height(choice.text, size, width))
        bar_height, gap = round(size * 0.3), round(size * 0.2)
        text = QRect(left, at.top() + pad, width, text_height)
        bar = QRect(left, text.bottom() + 1 + gap, width, bar_height)
        beside = QRect(at.right() - pad - votes, at.top(), votes, 2 * pad + text_height + gap + bar_height)
        return _Row(QRect(at.left(), at.top(), at.width(), beside.height()), text, bar, beside)

    # Painting

    def _paint(self, painter: QPainter, plan: _Plan) -> None:
        screen, colour = self._screen, self._theme.colour
        small = self._small(plan.size)
        explanation, of_size = self._explanation(plan)
        for text, place, size, token, bold in (
            (screen.progress, plan.progress, small, "muted", False),
            (screen.stem, plan.stem, plan.size * 1.3, "text", True),
            (screen.line, plan.line, small, "muted", False),
            (screen.explanation, explanation, of_size, "text", False),
        ):
            painter.setFont(self._font(size, bold))
            painter.setPen(colour(token))
            painter.drawText(place, _WRAP, breakable(text))
        for choice, row in zip(screen.choices, plan.rows, strict=True):
            self._paint_row(painter, choice, row, plan.size)

    def _paint_row(self, painter: QPainter, choice: Choice, row: _Row, size: float) -> None:
        colour, right = self._theme.colour, bool(choice.right)
        thin = max(1.0, size / 24)
        edge = thin * 2.5 if right else thin
        painter.setPen(QPen(colour("accurate" if right else "control"), edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = edge / 2
        painter.drawRoundedRect(QRectF(row.box).adjusted(inset, inset, -inset, -inset), size * 0.3, size * 0.3)
        side = size * 1.5
        circle = QRectF(row.box.left() + size * 0.4, row.text.top() + (row.text.height() - side) / 2, side, side)
        painter.setPen(QPen(colour("control"), thin))
        painter.drawEllipse(circle)
        painter.setFont(self._font(size, bold=True))
        painter.setPen(colour("text"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, choice.letter)
        painter.setFont(self._font(size))
        painter.drawText(row.text, _WRAP | Qt.AlignmentFlag.AlignVCenter, breakable(choice.text))
        if choice.votes is not None:
            self._paint_bar(painter, choice, row.bar, thin)
        self._paint_beside(painter, choice, row.votes, size)

    def _paint_bar(self, painter: QPainter, choice: Choice, place: QRect, thin: float) -> None:
        track = QRectF(place)
        round_ = track.height() / 2
        painter.setPen(QPen(self._theme.colour("control"), thin))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(track, round_, round_)
        if choice.share:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accurate" if choice.right else "accent"))
            painter.drawRoundedRect(
                QRectF(track.left(), track.top(), max(track.height(), track.width() * choice.share), track.height()),
                round_,
                round_,
            )

    def _paint_beside(self, painter: QPainter, choice: Choice, place: QRect, size: float) -> None:
        """The votes, and under them or alone the sign and words of the right answer."""
        words = [each for each in (votes_words(choice), RIGHT_ANSWER if choice.right else "") if each]
        font = self._font(self._small(size), bold=True)
        line = QFontMetrics(font).height()
        top = place.center().y() - len(words) * line / 2
        painter.setFont(font)
        for at, text in enumerate(words):
            is_right = text == RIGHT_ANSWER
            painter.setPen(self._theme.colour("accurate" if is_right else "text"))
            at_line = QRectF(place.left(), top + at * line, place.width(), line)
            painter.drawText(at_line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
            if is_right:
                side = line * 0.8
                wide = QFontMetrics(font).horizontalAdvance(text)
                sign = QRectF(at_line.right() - wide - side * 1.3, at_line.top() + (line - side) / 2, side, side)
                self._icons.paint(painter, "sign-accurate", sign, self._theme.colour("accurate"))
