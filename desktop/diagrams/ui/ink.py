"""What a drawing is painted with: colours of one theme, fonts of one text size, the marks' shapes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from desktop.diagrams.boxes import Size
from desktop.diagrams.drawing.shapes import Lettering
from desktop.shell.theme import TypeSize
from desktop.shell.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.catalog.entities.pack import Mark
    from desktop.shell.context import Context
    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme
    from desktop.shell.tokens import Tokens

_PX = {Lettering.NAME: 14, Lettering.NOTE: 12}


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours, fonts and signs. `unit` is the strength of the strokes; samples of the legend are drawn with less."""

    tokens: Tokens
    dark: bool
    fonts: Mapping[Lettering, QFont]
    marks: Mapping[str, Mark]
    icons: Icons
    unit: float = 1.0
    _settings: dict[tuple[Lettering, str], tuple[float, float, float]] = field(default_factory=dict, compare=False)

    def setting(self, lettering: Lettering, line: str) -> tuple[float, float, float]:
        """How wide and how high a line of text is, and how far its base lies under its top."""
        known = self._settings.get((lettering, line))
        if known is None:
            metrics = QFontMetricsF(self.fonts[lettering])
            known = (metrics.horizontalAdvance(line), metrics.height(), metrics.ascent())
            self._settings[lettering, line] = known
        return known

    def colour(self, token: str) -> QColor:
        """The colour of a token."""
        return QColor(getattr(self.tokens, token))

    def mark(self, id: str | None, otherwise: str = "muted") -> QColor:
        """The colour of a subject's mark; of a token where there is none."""
        mark = self.marks.get(id or "")
        return self.colour(otherwise) if mark is None else QColor(mark.dark if self.dark else mark.light)


def screen_ink(context: Context) -> Ink:
    """The ink of the theme in force."""
    theme = context.theme
    return Ink(theme.tokens, theme.is_dark, _fonts(theme), context.catalog.marks, context.icons)


def paper_ink(context: Context) -> Ink:
    """The ink for print: light."""
    return ink_of(context.theme, context.icons, context.catalog.marks)


def ink_of(theme: Theme, icons: Icons, marks: Mapping[str, Mark], tokens: Tokens = LIGHT) -> Ink:
    """The ink of a theme, whichever is on the screen."""
    return Ink(tokens, tokens is DARK, _fonts(theme), marks, icons)


def measure_with(fonts: Mapping[Lettering, QFont]) -> Callable[[str, Lettering], Size]:
    """How much room a line of text takes in these fonts."""
    metrics = {lettering: QFontMetricsF(font) for lettering, font in fonts.items()}

    def measure(text: str, lettering: Lettering) -> Size:
        return Size(metrics[lettering].horizontalAdvance(text), metrics[lettering].lineSpacing())

    return measure


def _fonts(theme: Theme) -> dict[Lettering, QFont]:
    """Fonts of the ordinary text size (the zoom makes them larger), unhinted, so that words keep their measure."""
    fonts = {Lettering.NAME: theme.font(TypeSize.TEXT, bold=True), Lettering.NOTE: theme.font(TypeSize.SMALL)}
    for lettering, font in fonts.items():
        font.setPixelSize(_PX[lettering])
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return fonts
