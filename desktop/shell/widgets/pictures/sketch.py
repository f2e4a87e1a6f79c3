"""Collects the strokes of a picture, and knows how large words are: what pictures draw with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextLayout, QTextOption

from desktop.shell.theme import TypeSize
from desktop.shell.tint import mixed
from desktop.shell.widgets.pictures.drawing import Box, Drawing, Sign, Spot, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSizeF

    from desktop.catalog.refs import Ref
    from desktop.shell.context import Context
    from desktop.shell.look import Look
    from desktop.shell.widgets.pictures.drawing import Stroke

LEFT, MIDDLE, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
LEAST_TARGET = 24
_LOW, _LOWEST, _LOW_ROW = 280, 160, 20


@dataclass(frozen=True, slots=True)
class Lettering:
    """How words are written."""

    size: TypeSize = TypeSize.TEXT
    is_bold: bool = False
    token: str = "text"


PLAIN, BOLD, TITLE = Lettering(), Lettering(is_bold=True), Lettering(TypeSize.TITLE)
SMALL, MUTED = Lettering(TypeSize.SMALL), Lettering(TypeSize.SMALL, token="muted")


class Sketch:
    """Collects strokes and spots, in the theme in force or in the look of paper."""

    def __init__(self, context: Context, room: QSizeF, look: Look | None = None) -> None:
        """A picture that cannot be as small as `room` is larger."""
        self.context = context
        self.theme: Look = look or context.theme
        self.width, self.height = room.width(), room.height()
        self.strokes: list[Stroke] = []
        self.spots: list[Spot] = []
        self._fonts: dict[Lettering, QFont] = {}
        self._lines: dict[tuple[str, float, Lettering], list[str]] = {}  # a text is measured, then written

    @property
    def is_low(self) -> bool:
        """Whether there is so little room that what only explains the picture stands below it."""
        return self.height < self.px(_LOW)

    @property
    def is_lowest(self) -> bool:
        """Whether there is no room even for a title."""
        return self.height < self.px(_LOWEST)

    def row_height(self, usual: float) -> int:
        """How high a row of a picture is at least: `usual` pixels at 100 %, in a low room no more than it has to be."""
        return max(LEAST_TARGET, self.px(_LOW_ROW)) if self.is_low else self.px(usual)

    def px(self, pixels: float) -> int:
        return self.theme.px(pixels)

    def font(self, lettering: Lettering) -> QFont:
        """The font, unhinted, so that words keep their measure in a file."""
        if lettering not in self._fonts:
            font = self._fonts[lettering] = self.theme.font(lettering.size, lettering.is_bold)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return self._fonts[lettering]

    def width_of(self, text: str, lettering: Lettering = PLAIN) -> float:
        return QFontMetricsF(self.font(lettering)).horizontalAdvance(text) + 2

    def line_height(self, lettering: Lettering = PLAIN) -> float:
        return float(round(QFontMetricsF(self.font(lettering)).lineSpacing()) + 1)

    def lines(self, text: str, width: float, lettering: Lettering = PLAIN) -> list[str]:
        """The text in lines no wider than this, broken inside a word only where it is wider alone."""
        asked = text, width, lettering
        if asked not in self._lines:
            self._lines[asked] = broken(" ".join(text.split()), width, self.font(lettering))
        return self._lines[asked]

    def height_of(self, text: str, width: float, lettering: Lettering = PLAIN) -> float:
        return len(self.lines(text, width, lettering)) * self.line_height(lettering)

    def write(
        self, text: str, place: QRectF, lettering: Lettering = PLAIN, side: Qt.AlignmentFlag = LEFT
    ) -> float:  # fmt: skip
        """Write the text from the top of a place down, wrapped to its width; the height that it took."""
        height = self.line_height(lettering)
        lines = self.lines(text, place.width(), lettering)
        font, colour = self.font(lettering), self.theme.colour(lettering.token)
        for at, line in enumerate(lines):
            row = QRectF(place.x(), place.y() + at * height, place.width(), height)
            self.strokes.append(Words(row, line, font, colour, side))
        return len(lines) * height

    def write_middle(
        self, text: str, place: QRectF, lettering: Lettering = PLAIN, side: Qt.AlignmentFlag = LEFT
    ) -> None:
        """Write the text, wrapped, on the middle of a place."""
        spare = place.height() - self.height_of(text, place.width(), lettering)
        self.write(text, place.adjusted(0, spare / 2, 0, 0), lettering, side)

    def flow(
        self, texts: Sequence[str], lead: float, top: float, lettering: Lettering = PLAIN
    ) -> tuple[list[QRectF], float]:
        """Places for texts one after another, each with room for a sign (`lead`) before it; and where they end."""
        places, x, y, row = list[QRectF](), 0.0, top, 0.0
        for text in texts:
            lines = self.lines(text, self.width - lead, lettering)
            wide = lead + max(self.width_of(line, lettering) for line in lines)
            if x and x + wide > self.width:
                x, y, row = 0.0, y + row, 0.0
            places.append(QRectF(x, y, wide, max(self.px(28), len(lines) * self.line_height(lettering))))
            row = max(row, places[-1].height())
            x += wide + self.px(16)
        return places, y + row

    def box(
        self, place: QRectF, fill: str | QColor | None = None, line: str | None = None, dashed: bool = False
    ) -> None:
        """A box in colours of the theme."""
        ground = self.theme.colour(fill) if isinstance(fill, str) else fill
        self.strokes.append(Box(place, ground, self.theme.colour(line) if line else None, dashed))

    def sign(self, icon: str, place: QRectF, token: str = "muted") -> None:
        self.strokes.append(Sign(place, icon, self.theme.colour(token)))

    def mark(self, subject: str, place: QRectF) -> None:
        """The shape of a subject in its colour."""
        mark = self.context.catalog.mark_of(subject)
        icon = f"mark-{mark.shape.value}" if mark else "mark-circle"
        self.strokes.append(Sign(place, icon, self.theme.mark_colour(mark)))

    def colour_of(self, subject: str) -> QColor:
        return self.theme.mark_colour(self.context.catalog.mark_of(subject))

    def spot(self, place: QRectF, ref: Ref, name: str, at: tuple[int, int]) -> None:
        """A spot at (row, column), never smaller than what a finger needs."""
        wide, high = max(0.0, LEAST_TARGET - place.width()) / 2, max(0.0, LEAST_TARGET - place.height()) / 2
        self.spots.append(Spot(place.adjusted(-wide, -high, wide, high), ref, name, *at))

    def finished(self, height: float, width: float = 0.0, head: tuple[float, float] = (0.0, 0.0)) -> Drawing:
        """The drawing, as wide as there is room, or wider where it has to be."""
        return Drawing(max(self.width, width), height, tuple(self.strokes), tuple(self.spots), head)


def square(x: float, y: float, side: float) -> QRectF:
    """A square around a point."""
    return QRectF(x - side / 2, y - side / 2, side, side)


def blended(ground: QColor, colour: QColor, share: float) -> QColor:
    """The colour that lies this share of the way from one to the other."""
    return QColor(mixed(ground.name(), colour.name(), share))


def broken(text: str, width: float, font: QFont) -> list[str]:
    """The text in lines of at most this width."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le", "surrogatepass")
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(8.0, width))
        start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
        lines.append(units[start:end].decode("utf-16-le", "surrogatepass").rstrip())
    layout.endLayout()
    return lines or [""]
