"""Where the lines of a row stand at one width: its text, what was put beside it, the note and the reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from desktop.shell.theme import TypeSize
from desktop.shell.widgets.breaking import breakable

if TYPE_CHECKING:
    from desktop.quiz.words import Note
    from desktop.shell.theme import Theme
    from desktop.shell.tone import Tone

RING, PAD, GAP, BETWEEN = 3, 12, 10, 4
WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip


def token_of(tone: Tone | None) -> str:
    """The theme colour of a row that stands so."""
    return tone.token if tone else "control"


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
class Line:
    """A text of a row in its place."""

    text: str
    place: QRect
    font: QFont
    token: str


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a row stand at one width."""

    lines: tuple[Line, ...] = field(default=())
    note: QRect = field(default_factory=QRect)
    first: int = 0  # how high the first line is
    height: int = 0


@dataclass(frozen=True, slots=True)
class RowPlan:
    """Measures a row that shows this face and this note."""

    face: Face
    note: Note
    theme: Theme
    trailing: int = 0  # pixels left free at the right end

    @property
    def side(self) -> int:
        """The room at either side."""
        return max(self.face.pad, 9)

    @property
    def circle(self) -> int:
        """The width of the circle around the number, and the least height of a row without its room around."""
        return self.theme.px(26)

    @property
    def lowest(self) -> int:
        """The least height of the row."""
        return self.circle + 2 * (RING + self.face.pad)

    def natural_width(self) -> int:
        """The width at which the text stands in one line."""
        words = QFontMetrics(self.theme.font()).horizontalAdvance(self.face.text)
        return self._left() + words + 2 + self.side + RING

    @property
    def _sign(self) -> int:
        """Room for the sign before a note."""
        return self.theme.px(14) + 6

    def _left(self) -> int:
        left = RING + self.side
        left += self.circle + GAP if self.face.badge else 0
        return left + (self.theme.px(18) + GAP if self.face.several else 0)

    def places(self, width: int) -> Places:
        """Text, value and note on one line where they fit, else one under the other; the reason always under them."""
        left = self._left()
        area = max(40, width - left - RING - self.side - self.trailing)
        top = RING + self.face.pad
        texts = self._first_lines(left, area, top)
        bottom = max(line.place.bottom() for line in texts) + 1
        first = max(self.circle, bottom - top)
        lines = [*texts]
        note, bottom = QRect(), top + first
        if self.note.text:
            note, line = self._note_line(texts, (left, area), (top, first))
            lines.append(line)
            bottom = max(bottom, note.bottom() + 1)
        if self.note.why:
            why, font = breakable(self.note.why), self.theme.font(TypeSize.SMALL)
            place = QRect(left, bottom + BETWEEN, area, self._height(font, why, area))
            lines.append(Line(why, place, font, "text"))
            bottom = place.bottom() + 1
        centred = tuple(self._centred(line, texts, top, first) for line in lines)
        return Places(centred, note, first, bottom + RING + self.face.pad)

    @staticmethod
    def _centred(line: Line, texts: list[Line], top: int, first: int) -> Line:
        """The only line of text stands in the middle of its row."""
        if len(texts) == 1 and line is texts[0]:
            return Line(line.text, QRect(line.place.left(), top, line.place.width(), first), line.font, line.token)
        return line

    def _first_lines(self, left: int, area: int, top: int) -> list[Line]:
        """The text, and what was put beside it: in the right half where both fit there, else under it."""
        face, font = self.face, self.theme.font()
        text = breakable(face.text)
        value = breakable(face.value or face.blank)
        if not value:
            return [Line(text, QRect(left, top, area, self._height(font, text, area)), font, "text")]
        token, value_font = ("text", self.theme.font(bold=True)) if face.value else ("muted", font)
        half = (area - GAP) // 2
        if area >= self.theme.px(360):
            height = max(self._height(font, text, half), self._height(value_font, value, half), self.circle)
            return [
                Line(text, QRect(left, top, half, height), font, "text"),
                Line(value, QRect(left + half + GAP, top, half, height), value_font, token),
            ]
        above = QRect(left, top, area, self._height(font, text, area))
        below = QRect(left, above.bottom() + 1 + 2, area, self._height(value_font, value, area))
        return [Line(text, above, font, "text"), Line(value, below, value_font, token)]

    def _note_line(self, texts: list[Line], across: tuple[int, int], down: tuple[int, int]) -> tuple[QRect, Line]:
        """The note at the right end of the first line where it fits there, else under it."""
        (left, area), (top, first) = across, down
        text, font = breakable(self.note.text), self.theme.font(bold=True)
        wide = self._sign + QFontMetrics(font).horizontalAdvance(text) + 2
        last = texts[-1]
        words = last.place.left() - left + QFontMetrics(last.font).horizontalAdvance(last.text)
        if last.place.top() == top and words + wide + 2 * GAP <= area:
            place = QRect(left + area - wide, top, wide, first)
        else:
            place = QRect(left, top + first + BETWEEN, area, self._height(font, text, area - self._sign))
        line = Line(text, place.adjusted(self._sign, 0, 0, 0), font, token_of(self.note.tone))
        return place, line

    @staticmethod
    def _height(font: QFont, text: str, width: int) -> int:
        return QFontMetrics(font).boundingRect(QRect(0, 0, max(20, width), 100_000), WRAP, text).height()
