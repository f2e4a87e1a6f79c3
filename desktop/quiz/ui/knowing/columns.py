"""Cards one under the other, in two columns where there is room for two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.shell.theme import Theme

_TWO_FROM = 920
_GAP = 12


class CardColumns(QWidget):
    """The cards in the order of reading; `left` says which of them stand in the first of two columns."""

    def __init__(self, theme: Theme, cards: Sequence[QWidget], left: Sequence[QWidget]) -> None:
        super().__init__()
        self._theme, self._cards, self._left = theme, tuple(cards), tuple(left)
        self._columns = (QVBoxLayout(), QVBoxLayout())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for column in self._columns:
            column.setSpacing(_GAP)
            row.addLayout(column, 1)
        self._row, self._is_double = row, False
        self._fill()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def refit(self) -> None:
        """Choose again: the width or the text size has changed."""
        is_double = self.width() >= self._theme.px(_TWO_FROM)
        if is_double != self._is_double:
            self._is_double = is_double
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    def _fill(self) -> None:
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        for card in self._cards:
            in_second = self._is_double and card not in self._left
            self._columns[1 if in_second else 0].addWidget(card)
        for column in self._columns:
            column.addStretch(1)
        self._row.setSpacing(_GAP if self._is_double else 0)
        self._row.setStretch(1, 1 if self._is_double else 0)
