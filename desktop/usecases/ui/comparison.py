"""Use cases or industries side by side, in the place of the list: a table that can be read whole by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem

from desktop.shell.widgets.compared_table import ComparedTable, compared_item

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.shell.theme import Theme
    from desktop.usecases.comparing.table import Comparison, Row

_HEAD, _COLUMN = 130, 150
_DIFFERS = "≠"
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class ComparisonTable(ComparedTable):
    """A column for each of the compared; rows that differ are marked, and what one alone has is bold and said to be."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Side by side")
        self._theme = theme
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_comparison(self, comparison: Comparison, *, only_differing: bool) -> None:
        """Fill the table."""
        rows = [row for row in comparison.rows if row.differs or not only_differing]
        cells = [
            [compared_item(cell.text, cell.ref, only=cell.only, alignment=_TOP) for cell in row.cells] for row in rows
        ]
        self.fill(comparison.names, [_head(row) for row in rows], cells)
        self.blockSignals(True)  # the keyboard has a place to start at, but nothing was chosen
        self.setCurrentCell(0, 0)
        self.blockSignals(False)

    def fit_columns(self) -> None:
        """Columns share the width and stay readable."""
        px, count = self._theme.px, max(1, self.columnCount())
        heads = self.verticalHeader()
        heads.setFixedWidth(min(px(_HEAD), max(80, self.width() // 3)))
        room = self.width() - heads.width() - self.verticalScrollBar().sizeHint().width() - 6
        for place in range(self.columnCount()):
            self.setColumnWidth(place, max(min(px(_COLUMN), max(80, room)), room // count))

    def highest_head(self) -> int:
        return max(60, self.height() // 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A row that is higher than the table is scrolled through before the next one is reached."""
        down = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        item, bar = self.currentItem(), self.verticalScrollBar()
        place = self.visualItemRect(item) if item else QRect()
        hidden = place.bottom() - self.viewport().height() + 1 if down == 1 else -place.top()
        if down and place.height() > self.viewport().height() and hidden > 0:
            bar.setValue(bar.value() + down * min(hidden, self.viewport().height() // 2))
            return
        super().keyPressEvent(event)


def _head(row: Row) -> QTableWidgetItem:
    is_marked = row.differs and not row.is_prose
    item = QTableWidgetItem(f"{_DIFFERS} {row.title}" if is_marked else row.title)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.title}, differs" if is_marked else row.title)
    return item
