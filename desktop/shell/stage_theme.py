"""The look of one stage: the desk's colours, its type as many times larger as the back row needs."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.catalog.collecting import nothing_collected
from desktop.shell.navigator import Navigator
from desktop.shell.theme import PIXELS, Theme, ThemeChoice, TypeSize, sheet_of

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QWidget

    from desktop.shell.context import Context

READABLE = 1 / 30  # of the height: the smallest type that the back row reads


class StageTheme(Theme):
    """A theme that dresses one widget and what is in it. It follows the desk's theme, whose colours it has.

    At a factor of 1 it is the desk's look. Beyond that no type is smaller than ordinary text.
    """

    def __init__(self, desk: Theme, wearer: QWidget) -> None:
        QObject.__init__(self, wearer)  # the desk's theme dresses the program; this one must not
        self._desk, self._wearer = desk, wearer
        self._factor = 1.0
        self.tokens = desk.tokens
        self._scale = desk.scale
        desk.changed.connect(self._apply)

    @property
    def factor(self) -> float:
        """How many times larger than on the desk."""
        return self._factor

    @property
    def choice(self) -> ThemeChoice:
        return self._desk.choice

    @property
    def family(self) -> str:
        return self._desk.family

    @property
    def reduced_motion(self) -> bool:
        return self._desk.reduced_motion

    def enlarge(self, factor: float) -> None:
        """Dress the widget in type so many times as large as the desk's; `changed` tells those who paint."""
        if factor != self._factor:
            self._factor = factor
            self._apply()

    def font(self, size: TypeSize = TypeSize.TEXT, bold: bool = False) -> QFont:
        font = super().font(size, bold)
        font.setPixelSize(max(font.pixelSize(), self._least))
        return font

    @property
    def _least(self) -> int:
        """The smallest type, in pixels; 0 where it is as on the desk."""
        return round(PIXELS[TypeSize.TEXT] * self._scale) if self._factor != 1.0 else 0

    def _apply(self) -> None:
        """The wearer's colours and measures. Also called when the desk's look has changed."""
        self.tokens, self._scale = self._desk.tokens, self._desk.scale * self._factor
        if self._factor != 1.0:
            with nothing_collected():  # see Theme: Qt walks over the widgets meanwhile
                self._wearer.setFont(self.font())
                ordinary = f"QWidget {{ font-size: {self._least}px; }}"  # else what comes later has the desk's type
                self._wearer.setStyleSheet(ordinary + sheet_of(self.tokens, self._scale, self._least))
        self.changed.emit()


def readable_factor(desk: Theme, height: int) -> float:
    """How many times as large as on the desk type must be for the back row of a hall, in a window of this height.

    Under 1 for a small window, which shows the same as a large one.
    """
    return math.ceil(height * READABLE) / (PIXELS[TypeSize.TEXT] * desk.scale)


def on_stage(context: Context, stage: QWidget) -> tuple[Context, StageTheme]:
    """The context for what stands on a stage: its look is the stage's own, and its navigator tells nobody."""
    look = StageTheme(context.theme, stage)
    return replace(context, theme=look, navigator=Navigator(stage)), look
