"""What pictures ask of a look: measures, fonts and colours, of the screen's theme or of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QColor

from desktop.shell.theme import TypeSize, type_of
from desktop.shell.tokens import LIGHT, Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from desktop.catalog.entities.pack import Mark


class Look(Protocol):
    """The theme is one, and so is paper."""

    tokens: Tokens

    def px(self, pixels: float) -> int: ...

    def font(self, size: TypeSize = TypeSize.TEXT, bold: bool = False) -> QFont: ...

    def colour(self, token: str) -> QColor: ...

    def mark_colour(self, mark: Mark | None) -> QColor: ...


class Paper:
    """The light colours at the ordinary size, whatever is on the screen."""

    def __init__(self) -> None:
        self.tokens: Tokens = LIGHT

    def px(self, pixels: float) -> int:
        return round(pixels)

    def font(self, size: TypeSize = TypeSize.TEXT, bold: bool = False) -> QFont:
        from PySide6.QtWidgets import QApplication

        return type_of(QApplication.font().family(), size, 1.0, bold)

    def colour(self, token: str) -> QColor:
        return QColor(getattr(self.tokens, token))

    def mark_colour(self, mark: Mark | None) -> QColor:
        return QColor(mark.light if mark is not None else self.tokens.text)
