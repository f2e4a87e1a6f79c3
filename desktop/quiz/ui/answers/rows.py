"""An element of an answer as a wide row: number, text, what was put beside it, and how it stands when checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.quiz.words import Note, Tone
from desktop.shell.theme import TypeSize
from desktop.shell.widgets.breaking import breakable

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QKeyEvent, QPaintEvent

    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme

RING, PAD, GAP, BETWEEN = 3, 12, 10, 4
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip
_SIGNS = {Tone.RIGHT: "sign-accurate", Tone.WRONG: "sign-wrong"}
_COLOURS = {Tone.PLAIN: "control", Tone.RIGHT: "accurate", Tone.WRONG: "wrong"}


@dataclass(frozen=True, slots=True)
class Face:
    """What a row shows. `at` is the element's place in the pack's order, `badge` the number in a circle, if any.

    `value` is what was put beside the text; `blank` stands there, muted, as long as there is none. `several` asks for a
    tick box, `pad` is the room above and below.
    """

    at: int
    text: str
    badge: str = ""
    value: str = ""
    blank: str = ""
    several: bool = False
    pad: int = PAD


@dataclass(frozen=True, slots=True)
class _Line:
    """A text of a row in its place."""

    text: str
    place: QRect
    font: QFont
    token: str


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the parts of a row stand at one width."""

    lines: tuple[_Line, ...] = field(default=())
    note: QRect = field(default_factory=QRect)
    first: int = 0  # how high the first line is
    height: int = 0


class AnswerRow(QPushButton):
    """One element. It leaves keys to the room: a key does the same wherever in the question the focus is."""

    def __init__(self, face: Face, theme: Theme, icons: Icons, trailing: int = 0) -> None:
        """`trailing` pixels (at text size 100 %) are left free at the right end."""
        super().__init__()
        self._theme, self._icons, self._trailing = theme, icons, trailing
        self.face = face
        self.note = Note(Tone.PLAIN)
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
        words = QFontMetrics(self._theme.font()).horizontalAdvance(self.face.text)
        return self._left() + words + 2 + self._side + RING

    def nextCheckState(self) -> None:
        if not self._checked_off:
            super().nextCheckState()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width).height

    def sizeHint(self) -> QSize:
        width = max(self.width(), 200)
        return QSize(200, self._places(width).height)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._circle + 2 * (RING + self._pad))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        places = self._places(self.width())
        if self.face.badge:
            self._paint_badge(painter, places)
        for line in places.lines:
            painter.setFont(line.font)
            painter.setPen(self._theme.colour(line.token))
            painter.drawText(line.place, _WRAP | Qt.AlignmentFlag.AlignVCenter, line.text)
        if self.note.text:
            self._paint_sign(painter, places.note)
        painter.end()

    @property
    def _pad(self) -> int:
        return self.face.pad

    @property
    def _side(self) -> int:
        """The room at either side."""
        return max(self.face.pad, 9)

    @property
    def _is_marked(self) -> bool:
        return self.isChecked() or self.is_current

    @property
    def _circle(self) -> int:
        return self._theme.px(26)

    @property
    def _sign(self) -> int:
        """Room for the sign before a note."""
        return self._theme.px(14) + 6

    def _say(self) -> None:
        name = f"{self.face.badge}: {self.face.text}" if self.face.badge else self.face.text
        self.setAccessibleName(", ".join(part for part in (name, self.state, self.note.spoken) if part))
        self.updateGeometry()
        self.update()

    def _left(self) -> int:
        left = RING + self._side
        left += self._circle + GAP if self.face.badge else 0
        return left + (self._theme.px(18) + GAP if self.face.several else 0)

    def _places(self, width: int) -> _Places:
        """Text, value and note on one line where they fit, else one under the other; the reason always under them."""
        left = self._left()
        area = max(40, width - left - RING - self._side - self.trailing)
        top = RING + self._pad
        texts = self._first_lines(left, area, top)
        bottom = max(line.place.bottom() for line in texts) + 1
        first = max(self._circle, bottom - top)
        lines = [*texts]
        note, bottom = QRect(), top + first
        if self.note.text:
            note, line = self._note_line(texts, (left, area), (top, first))
            lines.append(line)
            bottom = max(bottom, note.bottom() + 1)
        if self.note.why:
            why, font = breakable(self.note.why), self._theme.font(TypeSize.SMALL)
            place = QRect(left, bottom + BETWEEN, area, self._height(font, why, area))
            lines.append(_Line(why, place, font, "text"))
            bottom = place.bottom() + 1
        centred = tuple(self._centred(line, texts, top, first) for line in lines)
        return _Places(centred, note, first, bottom + RING + self._pad)

    @staticmethod
    def _centred(line: _Line, texts: list[_Line], top: int, first: int) -> _Line:
        """The only line of text stands in the middle of its row."""
        if len(texts) == 1 and line is texts[0]:
            return _Line(line.text, QRect(line.place.left(), top, line.place.width(), first), line.font, line.token)
        return line

    def _first_lines(self, left: int, area: int, top: int) -> list[_Line]:
        """The text, and what was put beside it: in the right half where both fit there, else under it."""
        face, font = self.face, self._theme.font()
        text = breakable(face.text)
        value = breakable(face.value or face.blank)
        if not value:
            return [_Line(text, QRect(left, top, area, self._height(font, text, area)), font, "text")]
        token, value_font = ("text", self._theme.font(bold=True)) if face.value else ("muted", font)
        half = (area - GAP) // 2
        if area >= self._theme.px(360):
            height = max(self._height(font, text, half), self._height(value_font, value, half), self._circle)
            return [
                _Line(text, QRect(left, top, half, height), font, "text"),
                _Line(value, QRect(left + half + GAP, top, half, height), value_font, token),
            ]
        above = QRect(left, top, area, self._height(font, text, area))
        below = QRect(left, above.bottom() + 1 + 2, area, self._height(value_font, value, area))
        return [_Line(text, above, font, "text"), _Line(value, below, value_font, token)]

    def _note_line(self, texts: list[_Line], across: tuple[int, int], down: tuple[int, int]) -> tuple[QRect, _Line]:
        """The note at the right end of the first line where it fits there, else under it."""
        (left, area), (top, first) = across, down
        text, font = breakable(self.note.text), self._theme.font(bold=True)
        wide = self._sign + QFontMetrics(font).horizontalAdvance(text) + 2
        last = texts[-1]
        words = last.place.left() - left + QFontMetrics(last.font).horizontalAdvance(last.text)
        if last.place.top() == top and words + wide + 2 * GAP <= area:
            place = QRect(left + area - wide, top, wide, first)
        else:
            place = QRect(left, top + first + BETWEEN, area, self._height(font, text, area - self._sign))
        line = _Line(text, place.adjusted(self._sign, 0, 0, 0), font, _COLOURS[self.note.tone])
        return place, line

    @staticmethod
    def _height(font: QFont, text: str, width: int) -> int:
        return QFontMetrics(font).boundingRect(QRect(0, 0, max(20, width), 100_000), _WRAP, text).height()

    def _paint_ground(self, painter: QPainter) -> None:
        picked = self._is_marked and not self._checked_off
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        strong = picked or self.note.tone is not Tone.PLAIN
        ground = "select" if picked else "raised" if self.underMouse() and not self._checked_off else "surface"
        colour = "accent" if picked else _COLOURS[self.note.tone]
        if self._checked_off and not strong:
            colour = "line"
        painter.setBrush(self._theme.colour(ground))
        painter.setPen(QPen(self._theme.colour(colour), 2 if strong else 1))
        inset = RING + (1 if strong else 0.5)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 7, 7)

    def _paint_badge(self, painter: QPainter, places: _Places) -> None:
        side = self._circle
        circle = QRectF(RING + self._side, RING + self._pad + (places.first - side) / 2, side, side)
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
        beside = place.height() <= self._circle
        line = place.height() if beside else QFontMetrics(self._theme.font(bold=True)).height()
        sign = QRectF(place.left(), place.top() + (line - side) / 2, side, side)
        self._icons.paint(painter, _SIGNS[self.note.tone], sign, self._theme.colour(_COLOURS[self.note.tone]))


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
