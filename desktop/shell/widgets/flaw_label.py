"""What is wrong with a field, in words below it, with a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.shell.context import Context


class FlawLabel(QWidget):
    """Not there as long as nothing is wrong."""

    def __init__(self, context: Context, sign: str = "sign-wrong", colour: str = "wrong") -> None:
        super().__init__()
        self._context, self._name, self._colour = context, sign, colour
        self._sign = QLabel()
        self._words = TextLabel("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(6)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def tell(self, flaws: Sequence[str]) -> None:
        """Show these words, one line each."""
        self._words.setText("\n".join(f"{words[:1].upper()}{words[1:]}" for words in flaws))
        side = self._context.theme.px(14)
        colour = self._context.theme.colour(self._colour)
        self._sign.setPixmap(self._context.icons.pixmap(self._name, colour, side, 2.0))
        self.setVisible(bool(flaws))
