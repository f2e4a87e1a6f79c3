"""What compared diagrams have, as a table, and what sets them apart, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.shell.widgets.buttons import Chip, push_button
from desktop.shell.widgets.compared_table import ComparedTable, compared_item

if TYPE_CHECKING:
    from desktop.diagrams.comparing.table import Cell, Comparison
    from desktop.shell.theme import Theme

_REFS = Qt.ItemDataRole.UserRole
_HEAD = 160


class Sentences(QListWidget):
    """What sets the diagrams apart, a sentence a line. `chosen` tells the first place that it rests on."""

    chosen = Signal(object)  # Ref
    opening_requested = Signal(object)  # Ref

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What sets the diagrams apart")
        self.setWordWrap(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListView::item { padding: 6px 10px; }")
        self.currentItemChanged.connect(lambda item, _before: _tell(item, self.chosen))
        self.itemActivated.connect(lambda item: _tell(item, self.opening_requested))

    def show_comparison(self, comparison: Comparison) -> None:
        """Tell the differences of this comparison."""
        self.blockSignals(True)
        self.clear()
        for difference in comparison.differences:
            item = QListWidgetItem(f"{difference.text}.", self)
            item.setData(_REFS, difference.refs)
        self.blockSignals(False)


class FactsTable(QWidget):
    """A column for each diagram, a row for each fact; what only one of them has is bold and says so."""

    chosen = Signal(object)  # Ref
    opening_requested = Signal(object)  # Ref

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._comparison: Comparison | None = None
        self.differing = Chip("Only what differs")
        self.export = push_button("Export", name="Export or copy the table")
        self.table = ComparedTable("What each diagram has")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.differing)
        head.addStretch(1)
        head.addWidget(self.export)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self.differing.toggled.connect(self._fill)
        self.table.chosen.connect(self.chosen)
        self.table.opening_requested.connect(self.opening_requested)
        self.refit()

    def show_comparison(self, comparison: Comparison) -> None:
        """Tell what each diagram of this comparison has."""
        self._comparison = comparison
        self._fill()

    def refit(self) -> None:
        """The text size has changed."""
        self.table.verticalHeader().setFixedWidth(self._theme.px(_HEAD))
        self.table.fit()

    def _fill(self) -> None:
        if self._comparison is None:
            return
        rows = [row for row in self._comparison.rows if row.differs or not self.differing.isChecked()]
        heads = [QTableWidgetItem(row.title) for row in rows]
        self.table.fill(self._comparison.names, heads, [[_item(cell) for cell in row.cells] for row in rows])


def _item(cell: Cell) -> QTableWidgetItem:
    return compared_item(cell.text, cell.refs[0] if cell.refs else None, only=cell.only)


def _tell(item: QListWidgetItem | None, signal: SignalInstance) -> None:
    refs = item.data(_REFS) if item is not None else ()
    if refs:
        signal.emit(refs[0])
