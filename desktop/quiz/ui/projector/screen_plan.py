"""Where everything on a hall's screen stands: as large as it fits, and no smaller than is read from the back row.

Room for votes, sign and explanation is kept from the start, so that nothing moves when they come; only an explanation
that could not be read in that room makes the rest smaller.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics

from desktop.shell.widgets.breaking import breakable

if TYPE_CHECKING:
    from desktop.quiz.projecting.show import Choice, Column, Screen
    from desktop.shell.theme import Theme

LARGEST, READABLE, SMALLEST = 1 / 17, 1 / 30, 1 / 90
"""Type as a share of the height: at first, as small as the back row reads, and where all of a text must stand there."""
RIGHT_ANSWER = "right answer"
WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip
_HEAD = "Right answer"
_FOR_EXPLANATION, _FOR_ANSWER, _FOR_FIGURE = 0.2, 0.36, 0.34  # of the height
_BESIDE_FIGURE = 1.15  # times what is readable: the figure wants the room
_SHRINK = 0.95


@dataclass(frozen=True, slots=True)
class Said:
    """A text, where it stands, and how it is set."""

    text: str
    place: QRect
    size: float
    token: str = "text"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Where the parts of an option stand."""

    box: QRect
    text: QRect
    bar: QRect
    votes: QRect


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything stands at one size of type, in pixels. `sign` is the place of the sign of the right answer;
    `bottom` counts what is kept for what comes later.
    """

    size: float
    said: tuple[Said, ...]
    rows: tuple[Row, ...]
    figure: QRect
    sign: QRect
    bottom: int

    @property
    def smallest(self) -> float:
        """The smallest type in it."""
        return min(self.size, *(each.size for each in self.said))


class Planning:
    """Measures one screen in a room. `readable` is the smallest type that the back row reads, in pixels."""

    def __init__(self, theme: Theme, screen: Screen, room: QSize, readable: float) -> None:
        self._theme, self._screen, self._readable = theme, screen, readable
        self._width, self._height = room.width(), room.height()
        self._margin = round(min(self._width, self._height) * 0.06)
        self._above = round(self._margin * 0.6)  # and below
        self._wide = self._width - 2 * self._margin
        self._said: list[Said] = []
        self._at = 0

    def plan(self) -> Plan:
        """The largest type at which all stands in sight; where that is hard to read, less is kept for what comes."""
        size = max(self._readable, self._height * LARGEST)
        if self._screen.has_figure:
            size = self._readable * _BESIDE_FIGURE
        plan = self._plan_at(size)
        while plan.bottom > self._height - self._above and size > self._height * SMALLEST:
            size = max(size * _SHRINK, self._readable) if size > self._readable else size * _SHRINK
            plan = self._plan_at(size)
        self._say_explanation(plan.size)
        return replace(plan, said=tuple(self._said))

    def small(self, size: float) -> float:
        """The type of what is less important, beside type of this size."""
        return min(size, max(self._readable, size * 0.7))

    def font(self, size: float, bold: bool = False) -> QFont:
        font = self._theme.font(bold=bold)
        font.setPixelSize(max(1, round(size)))
        return font

    def _plan_at(self, size: float) -> Plan:
        """All but the explanation, which takes what is left."""
        screen, small = self._screen, self.small(size)
        self._said, self._at = [], self._above
        self._say(screen.progress, small, gap=size * 0.5, token="muted")
        self._say(screen.stem, size * 1.3, gap=size * 0.4, bold=True)
        self._say(screen.line, small, gap=size * 0.4, token="muted")
        self._at += round(size * 0.3)
        rows = tuple(self._next_row(choice, size) for choice in screen.choices)
        self._say_columns(size)
        figure = self._next_figure(size)
        sign = self._say_answer(size)
        return Plan(size, tuple(self._said), rows, figure, sign, self._at + self._kept(size))

    def _say(self, text: str, size: float, gap: float, token: str = "text", bold: bool = False) -> None:
        """A text over the whole width, below what is there."""
        if text:
            place = QRect(self._margin, self._at, self._wide, self._height_of(text, size, self._wide, bold))
            self._said.append(Said(text, place, size, token, bold))
            self._at = place.bottom() + 1 + round(gap)

    def _say_columns(self, size: float) -> None:
        """What is to be sorted or matched, side by side."""
        columns, gap = self._screen.columns, round(size * 1.3)
        if columns:
            width = (self._wide - gap * (len(columns) - 1)) // len(columns)
            lefts = [self._margin + at * (width + gap) for at in range(len(columns))]
            ends = [
                self._say_column(column, size, QRect(left, self._at, width, 0))
                for left, column in zip(lefts, columns, strict=True)
            ]
            self._at = max(ends) + round(size * 0.3)

    def _say_column(self, column: Column, size: float, top: QRect) -> int:
        """One of them, from `top` down; where it ends. What labels its lines stands clear of them."""
        at, between = top.top(), round(size * 0.35)
        metrics = QFontMetrics(self.font(size, bold=True))
        indent = max(metrics.horizontalAdvance(label) for label, _text in column.lines)
        if column.heading:
            place = QRect(top.left(), at, top.width(), self._height_of(column.heading, self.small(size), top.width()))
            self._said.append(Said(column.heading, place, self.small(size), "muted"))
            at = place.bottom() + 1 + between
        for label, text in column.lines:
            aside = indent + between if label else 0
            width = top.width() - aside
            place = QRect(top.left() + aside, at, width, self._height_of(text, size, width))
            self._said.append(Said(text, place, size))
            if label:
                self._said.append(Said(label, QRect(top.left(), at, aside, place.height()), size, bold=True))
            at = place.bottom() + 1 + between
        return at

    def _next_figure(self, size: float) -> QRect:
        """All the room between what is asked and what is told, or will be."""
        if not self._screen.has_figure:
            return QRect()
        told = [text for text in (self._answer_head, self._screen.explanation) if text]
        later = sum(self._height_of(text, self.small(size), self._wide) for text in told) + round(size * 1.3)
        kept = max(later, round(self._height * _FOR_EXPLANATION))
        height = max(round(self._height * _FOR_FIGURE), self._height - self._above - kept - self._at)
        figure = QRect(self._margin, self._at, self._wide, height)
        self._at = figure.bottom() + 1 + round(size * 0.4)
        return figure

    @property
    def _answer_head(self) -> str:
        parts = self._screen.answer
        return f"{_HEAD}: {parts[0]}" if len(parts) == 1 else _HEAD if parts else ""

    def _say_answer(self, size: float) -> QRect:
        """The right answer, its parts one below the other; the place of its sign."""
        if not self._screen.answer:
            return QRect()
        side = round(size)
        sign = QRect(self._margin, self._at + round(size * 0.2), side, side)
        width = self._wide - round(side * 1.5)
        head = self._answer_head
        place = QRect(self._margin + round(side * 1.5), self._at, width, self._height_of(head, size, width, bold=True))
        self._said.append(Said(head, place, size, "accurate", bold=True))
        self._at = place.bottom() + 1 + round(size * 0.4)
        for part in self._screen.answer if len(self._screen.answer) > 1 else ():
            self._say(part, size, gap=size * 0.3)
        return sign

    def _kept(self, size: float) -> int:
        """What explanation, or explanation and answer, need once they come; little where type is small already."""
        told = 0
        if self._screen.explanation:
            least = min(size, self._readable)
            told = round(size * 0.4) + self._height_of(self._screen.explanation, least, self._wide)
        if size <= self._readable or self._screen.has_figure or self._screen.answer:
            return told
        words_alone = not self._screen.choices and not self._screen.columns
        return max(told, round(self._height * (_FOR_ANSWER if words_alone else _FOR_EXPLANATION)))

    def _say_explanation(self, size: float) -> None:
        """In the room that is left for it, as large as it fits there."""
        text, of_size = self._screen.explanation, self.small(size) * 1.05
        self._at += round(size * 0.4)
        room = self._height - self._above - self._at
        while self._height_of(text, of_size, self._wide) > room and of_size > self._height * SMALLEST:
            of_size = max(of_size * _SHRINK, self._readable) if of_size > self._readable else of_size * _SHRINK
        self._say(text, of_size, gap=0)

    def _next_row(self, choice: Choice, size: float) -> Row:
        """An option, below what is there."""
        pad, circle = round(size * 0.4), round(size * 1.5)
        metrics = QFontMetrics(self.font(self.small(size), bold=True))
        votes = metrics.horizontalAdvance(RIGHT_ANSWER) + round(metrics.height() * 1.1)
        left, right, top = self._margin + 2 * pad + circle, self._margin + self._wide - 1, self._at
        width = right + 1 - left - votes - 2 * pad
        text = QRect(left, top + pad, width, max(circle, self._height_of(choice.text, size, width)))
        bar = QRect(left, text.bottom() + 1 + round(size * 0.2), width, round(size * 0.3))
        height = bar.bottom() + 1 + pad - top
        self._at = top + height + round(size * 0.35)
        return Row(
            QRect(self._margin, top, self._wide, height), text, bar, QRect(right - pad - votes, top, votes, height)
        )

    def _height_of(self, text: str, size: float, width: int, bold: bool = False) -> int:
        metrics = QFontMetrics(self.font(size, bold))
        return metrics.boundingRect(QRect(0, 0, max(20, width), 1_000_000), WRAP, breakable(text)).height()
