"""The look in force: colours, type sizes and the style sheet, for light and dark."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from desktop.catalog.collecting import nothing_collected
from desktop.places import resource
from desktop.shell.style import style_sheet
from desktop.shell.tokens import DARK, LARGEST_TEXT, LIGHT, SMALLEST_TEXT, Tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.catalog.entities.pack import Mark

STEP = 0.1


class ThemeChoice(StrEnum):
    """Which theme the reader wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class TypeSize(StrEnum):
    """The four sizes of type, and the section head."""

    TEXT = "text"
    SMALL = "small"
    TITLE = "title"
    QUESTION = "question"
    SECTION = "section"


PIXELS = {TypeSize.TEXT: 14, TypeSize.SMALL: 12, TypeSize.TITLE: 16, TypeSize.QUESTION: 20, TypeSize.SECTION: 12}
"""How large each is at a text size of 100 %."""
_SEMI_BOLD = {TypeSize.TITLE, TypeSize.QUESTION, TypeSize.SECTION}


class Theme(QObject):
    """The look in force. Painted views read `tokens` and `font` when they paint and repaint on `changed`."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: ThemeChoice, scale: float) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._scale = scale
        self._reduced_motion = False
        self._system_family = app.font().family()
        self._shipped_family = _shipped_family()
        self.tokens: Tokens = LIGHT
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)
        self._apply()

    @property
    def is_dark(self) -> bool:
        return self.tokens is DARK

    @property
    def choice(self) -> ThemeChoice:
        return self._choice

    @property
    def family(self) -> str:
        """The name of the typeface."""
        return self._shipped_family or self._system_family

    @property
    def scale(self) -> float:
        """Text size against the ordinary one: 1.0 is 100 %."""
        return self._scale

    @property
    def reduced_motion(self) -> bool:
        """Whether the reader wants nothing to move: what moves elsewhere is shown at once where it ends."""
        return self._reduced_motion

    def set_reduced_motion(self, reduced: bool) -> None:
        self._reduced_motion = reduced

    def set_choice(self, choice: ThemeChoice) -> None:
        """Switch to light, dark, or whatever the system says."""
        self._choice = choice
        self._apply()

    def set_scale(self, scale: float) -> None:
        """Set the text size; it is held between 80 % and 200 %."""
        self._scale = min(LARGEST_TEXT, max(SMALLEST_TEXT, round(scale, 2)))
        self._apply()

    def px(self, pixels: float) -> int:
        """A measure that grows with the text size."""
        return round(pixels * self._scale)

    def font(self, size: TypeSize = TypeSize.TEXT, bold: bool = False) -> QFont:
        """The font of a type size at the present text size."""
        return type_of(self.family, size, self._scale, bold)

    def colour(self, token: str) -> QColor:
        """The colour of a token by its name (`theme.colour("muted")`)."""
        return QColor(getattr(self.tokens, token))

    def mark_colour(self, mark: Mark | None) -> QColor:
        """The colour of a subject's mark in this theme; text colour where there is none."""
        if mark is None:
            return QColor(self.tokens.text)
        return QColor(mark.dark if self.is_dark else mark.light)

    def _on_system_scheme_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        self.tokens = DARK if self._wants_dark() else LIGHT
        sheet = sheet_of(self.tokens, self._scale)
        # Qt walks over all widgets to dress them, and calls ours meanwhile: a widget that Python's collector threw away
        # in the midst of it would still stand in Qt's list, and the program would crash.
        with nothing_collected():
            self._app.setPalette(_palette(self.tokens))
            self._app.setFont(self.font())
            self._app.setStyleSheet(sheet)
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._choice is ThemeChoice.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._choice is ThemeChoice.DARK


def type_of(family: str, size: TypeSize, scale: float, bold: bool = False) -> QFont:
    """The font of a type size at a text size."""
    font = typeface(family, round(PIXELS[size] * scale), bold or size in _SEMI_BOLD)
    if size is TypeSize.SECTION:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 105)
    return font


def typeface(family: str, pixels: int, bold: bool = False) -> QFont:
    """A font in a size. Contextual forms are off: a PDF cannot name the hyphen that they put between digits."""
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setFeature(QFont.Tag("calt"), 0)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def sheet_of(tokens: Tokens, scale: float, least: int = 0) -> str:
    """The style sheet of these colours at a text size; no type in it is smaller than so many pixels."""
    pictures = str(resource("icons")).replace("\\", "/")
    return style_sheet(tokens, scale, (pictures, "dark" if tokens is DARK else "light"), least)


def _shipped_family() -> str:
    family = ""
    for name in ("Inter-Regular.otf", "Inter-SemiBold.otf"):
        handle = QFontDatabase.addApplicationFontFromData(resource("fonts", name).read_bytes())
        if handle >= 0:
            family = QFontDatabase.applicationFontFamilies(handle)[0]
    return family


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window, role.WindowText: tokens.text, role.Base: tokens.surface,
        role.AlternateBase: tokens.raised, role.Text: tokens.text, role.Button: tokens.surface,
        role.ButtonText: tokens.text, role.BrightText: tokens.wrong, role.Highlight: tokens.select,
        role.HighlightedText: tokens.text, role.Link: tokens.accent, role.LinkVisited: tokens.contested,
        role.PlaceholderText: tokens.muted, role.ToolTipBase: tokens.raised, role.ToolTipText: tokens.text,
        role.Light: tokens.raised, role.Midlight: tokens.raised, role.Mid: tokens.line, role.Dark: tokens.control,
        role.Shadow: tokens.control, role.Accent: tokens.accent,
    }  # fmt: skip
    palette = QPalette()
    for each, colour in colours.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.muted))
    return palette
