"""The speaker's notes: plain text, large or small, scrolled by key from either window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

if TYPE_CHECKING:
    from desktop.shell.settings import Settings
    from desktop.shell.theme import Theme

_SETTING = "presentation/notes"
_SMALLEST, _LARGEST, _FIRST, _TIMES = 12, 96, 20, 1.15  # pixels at 100 % text size; how much larger at a time
_NONE = "No notes for this stop."


class Notes(QPlainTextEdit):
    """Shows the notes of the stop that is on."""

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self._theme, self._settings = theme, settings
        self._pixels = _read(settings)
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName("Notes")
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def pixels(self) -> int:
        """The size of the type at 100 % text size."""
        return self._pixels

    def show_notes(self, notes: str | None) -> None:
        if self.toPlainText() != (notes or _NONE):
            self.setPlainText(notes or _NONE)

    def resize_type(self, way: int) -> None:
        """Larger (1) or smaller (-1); it is remembered."""
        self._pixels = round(min(_LARGEST, max(_SMALLEST, self._pixels * _TIMES**way)))
        self._settings.set_value(_SETTING, str(self._pixels))
        self._fit()

    def turn(self, way: int) -> None:
        """Most of a page down (1) or up (-1)."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + way * max(1, round(bar.pageStep() * 0.7)))

    def _fit(self) -> None:
        font = self._theme.font()
        font.setPixelSize(self._theme.px(self._pixels))
        least = round(3.4 * font.pixelSize())
        self.setStyleSheet(
            f"QPlainTextEdit {{ font-size: {font.pixelSize()}px; padding: 8px; min-height: {least}px; }}"
        )


def _read(settings: Settings) -> int:
    word = settings.value(_SETTING)
    return min(_LARGEST, max(_SMALLEST, int(word))) if word.isdecimal() else _FIRST
