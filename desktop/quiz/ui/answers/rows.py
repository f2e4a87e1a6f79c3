"""An element of an answer as a wide row: number, text, what was put beside it, and how it stands when checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.quiz.ui.answers.row_plan import GAP, RING, WRAP, Face, RowPlan, token_of
from desktop.quiz.words import Note
from desktop.shell.theme import TypeSize
from desktop.shell.widgets.buttons import Chip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from desktop.quiz.ui.answers.row_plan import Places
    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme


class AnswerRow(QPushButton):
    """One element. It leaves keys to the room: a key does the same wherever in the question the focus is."""

    def __init__(self, face: Face, theme: Theme, icons: Icons, trailing: int = 0) -> None:
        """`trailing` pixels (at text size 100 %) are left free at the right end."""
        super().__init__()
        self._theme, self._icons, self._trailing = theme, icons, trailing
        self.face = face
        self.note = Note(None)
        self.is_current = False
        self.state = ""
        self._checked_off = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_face(face)

    def show_face(self, face: Face, state: str = "") -> None:
        """Show this from now on; `state` is what a screen reader hears after the text."""
        self.face, self.state = face, state
        self._say()

    def mark_current(self, is_current: bool) -> None:
        """Whether keys and clicks elsewhere are meant for this row."""
        self.is_current = is_current
        self.update()

    def show_note(self, note: Note) -> None:
        """The question is checked: say how this element stands and take no more answers."""
        self.note, self.is_current, self._checked_off = note, False, True
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._say()

    @property
    def checked_off(self) -> bool:
        return self._checked_off

    @property
    def trailing(self) -> int:
        """The room at the right end, in pixels."""
        return 0 if self._checked_off else self._theme.px(self._trailing)

    def natural_width(self) -> int:
        """The width at which the text stands in one line."""
        return self._plan.natural_width()

    def nextCheckState(self) -> None:
        if not self._checked_off:
            super().nextCheckState()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._plan.places(width).height

    def sizeHint(self) -> QSize:
        width = max(self.width(), 200)
        return QSize(200, self._plan.places(width).height)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._plan.lowest)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        places = self._plan.places(self.width())
        if self.face.badge:
            self._paint_badge(painter, places)
        for line in places.lines:
            painter.setFont(line.font)
            painter.setPen(self._theme.colour(line.token))
            painter.drawText(line.place, WRAP | Qt.AlignmentFlag.AlignVCenter, line.text)
        if self.note.text:
            self._paint_sign(painter, places.note)
        painter.end()

    @property
    def _plan(self) -> RowPlan:
        return RowPlan(self.face, self.note, self._theme, self.trailing)

    @property
    def _is_marked(self) -> bool:
        return self.isChecked() or self.is_current

    def _say(self) -> None:
        name = f"{self.face.badge}: {self.face.text}" if self.face.badge else self.face.text
        self.setAccessibleName(", ".join(part for part in (name, self.state, self.note.spoken) if part))
        self.updateGeometry()
        self.update()

    def _paint_ground(self, painter: QPainter) -> None:
        picked = self._is_marked and not self._checked_off
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        strong = picked or self.note.tone is not None
        ground = "select" if picked else "raised" if self.underMouse() and not self._checked_off else "surface"
        colour = "accent" if picked else token_of(self.note.tone)
        if self._checked_off and not strong:
            colour = "line"
        painter.setBrush(self._theme.colour(ground))
        painter.setPen(QPen(self._theme.colour(colour), 2 if strong else 1))
        inset = RING + (1 if strong else 0.5)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 7, 7)

    def _paint_badge(self, painter: QPainter, places: Places) -> None:
        side = self._plan.circle
        circle = QRectF(RING + self._plan.side, RING + self.face.pad + (places.first - side) / 2, side, side)
        picked = self.isChecked()
        filled = picked and not self.face.several
        painter.setBrush(self._theme.colour("accent") if filled else QColor(Qt.GlobalColor.transparent))
        painter.setPen(QPen(self._theme.colour("accent" if filled else "control"), 1))
        painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setFont(self._theme.font(TypeSize.SMALL))
        painter.setPen(self._theme.colour("on_accent" if filled else "text"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self.face.badge)
        if self.face.several:
            self._paint_tick(painter, QPointF(circle.right() + GAP, circle.center().y()), picked)

    def _paint_tick(self, painter: QPainter, left_middle: QPointF, picked: bool) -> None:
        side = self._theme.px(18)
        box = QRectF(left_middle.x(), left_middle.y() - side / 2, side, side)
        painter.setBrush(self._theme.colour("accent" if picked else "surface"))
        painter.setPen(QPen(self._theme.colour("accent" if picked else "control"), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if picked:
            self._icons.paint(painter, "sign-accurate", box.adjusted(2, 2, -2, -2), self._theme.colour("on_accent"))

    def _paint_sign(self, painter: QPainter, place: QRect) -> None:
        side = self._theme.px(14)
        beside = place.height() <= self._plan.circle
        line = place.height() if beside else QFontMetrics(self._theme.font(bold=True)).height()
        sign = QRectF(place.left(), place.top() + (line - side) / 2, side, side)
        if tone := self.note.tone:
            self._icons.paint(painter, tone.sign, sign, self._theme.colour(tone.token))


class TargetRow(AnswerRow):
    """A row to give to another: Space, where the keyboard stands on it, does what a click does.

    Checked, it is in use somewhere: only its number shows it.
    """

    @property
    def _is_marked(self) -> bool:
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not self.checked_off:
            self.click()
        else:
            event.ignore()


class KeylessChip(Chip):
    """A chip to choose in an answer. Its keys are the room's, but for Space, which chooses it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.click()
        else:
            event.ignore()
