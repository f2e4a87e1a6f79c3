"""What the hall sees, painted as large as it fits; a live figure has its place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.quiz.projecting.show import Blank, Screen, votes_words
from desktop.quiz.ui.projector.screen_plan import READABLE, RIGHT_ANSWER, WRAP, Plan, Planning, Row
from desktop.shell.widgets.breaking import breakable

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent

    from desktop.quiz.projecting.show import Choice
    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme


class ScreenView(QWidget):
    """Paints a screen. It is handed what may be seen and knows nothing else."""

    def __init__(self, theme: Theme, icons: Icons, name: str) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self._screen = Screen("", "")
        self._figure: QWidget | None = None
        self._readable = 0.0
        self._plan: Plan | None = None
        self.setAccessibleName(name)
        theme.changed.connect(self._measure)

    @property
    def screen_shown(self) -> Screen:
        """What is painted."""
        return self._screen

    @property
    def plan(self) -> Plan:
        """Where it stands; measured when it is first asked for."""
        if self._plan is None:
            self._plan = self._planning.plan()
        return self._plan

    @property
    def type_share(self) -> float:
        """The size of the options' type as a share of the height."""
        return self.plan.size / max(1, self.height())

    def show_screen(self, screen: Screen) -> None:
        self._screen = screen
        self.setAccessibleDescription("" if screen.blank is not Blank.NONE else screen.words)
        self._measure()

    def show_figure(self, figure: QWidget | None) -> None:
        """The figure that the screen speaks of; what was there before is not shown any more."""
        if self._figure is not None:
            self._figure.hide()
            self._figure.deleteLater()
        self._figure = figure
        if figure is not None:
            figure.setParent(self)
            figure.show()
        self._measure()

    def be_read_at(self, pixels: float) -> None:
        """The back row reads no smaller type than this, whatever the height says."""
        self._readable = pixels
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._screen.blank is not Blank.NONE:
            painter.fillRect(self.rect(), QColor(self._screen.blank.value))
        else:
            painter.fillRect(self.rect(), self._theme.colour("surface"))
            self._paint(painter)
        painter.end()

    @property
    def _planning(self) -> Planning:
        return Planning(self._theme, self._screen, self.size(), max(self._readable, self.height() * READABLE))

    def _measure(self) -> None:
        """Something is another now: measure anew before it is painted."""
        self._plan = None
        if self._figure is not None:
            self._figure.setGeometry(self.plan.figure)
        self.update()

    # Painting

    def _paint(self, painter: QPainter) -> None:
        planning, plan, colour = self._planning, self.plan, self._theme.colour
        for said in plan.said:
            painter.setFont(planning.font(said.size, said.bold))
            painter.setPen(colour(said.token))
            painter.drawText(said.place, WRAP, breakable(said.text))
        if not plan.sign.isNull():
            self._icons.paint(painter, "sign-accurate", QRectF(plan.sign), colour("accurate"))
        for choice, row in zip(self._screen.choices, plan.rows, strict=True):
            self._paint_row(painter, planning, choice, row, plan.size)

    def _paint_row(self, painter: QPainter, planning: Planning, choice: Choice, row: Row, size: float) -> None:
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
        painter.setFont(planning.font(size, bold=True))
        painter.setPen(colour("text"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, choice.letter)
        painter.setFont(planning.font(size))
        painter.drawText(row.text, WRAP | Qt.AlignmentFlag.AlignVCenter, breakable(choice.text))
        if choice.votes is not None:
            self._paint_bar(painter, choice, row.bar, thin)
        self._paint_beside(painter, choice, row.votes, planning.font(planning.small(size), bold=True))

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

    def _paint_beside(self, painter: QPainter, choice: Choice, place: QRect, font: QFont) -> None:
        """The votes, and under them or alone the sign and words of the right answer."""
        words = [each for each in (votes_words(choice), RIGHT_ANSWER if choice.right else "") if each]
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
