"""What compared diagrams have, as a table, and what sets them apart, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.shell.widgets.buttons import Chip, push_button
from desktop.shell.widgets.tips import as_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.diagrams.comparing.table import Cell, Comparison
    from desktop.shell.theme import Theme

_REFS = Qt.ItemDataRole.UserRole
_HEAD, _PAD_X, _PAD_Y = 160, 10, 6
_ONLY = "only here"
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


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
        self.table = _Table()
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
        self.table.currentItemChanged.connect(lambda item, _before: _tell(item, self.chosen))
        self.table.itemActivated.connect(lambda item: _tell(item, self.opening_requested))
        self.refit()

    def show_comparison(self, comparison: Comparison) -> None:
        """Tell what each diagram of this comparison has."""
        self._comparison = comparison
        self._fill()

    def refit(self) -> None:
        """The text size has changed."""
        self.table.verticalHeader().setFixedWidth(self._theme.px(_HEAD))
        self.table.fit_rows()

    def _fill(self) -> None:
        if self._comparison is not None:
            self.table.show_rows(self._comparison, only_differing=self.differing.isChecked())


class _Table(QTableWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("What each diagram has")
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setStyleSheet(f"QTableView::item {{ padding: {_PAD_Y}px {_PAD_X}px; }}")
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(_WRAPPED)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultAlignment(_WRAPPED)

    def show_rows(self, comparison: Comparison, *, only_differing: bool) -> None:
        """Fill the table."""
        rows = [row for row in comparison.rows if row.differs or not only_differing]
        self.blockSignals(True)
        self.clear()
        self.setColumnCount(len(comparison.names))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(comparison.names))
        self.setVerticalHeaderLabels([row.title for row in rows])
        for at, row in enumerate(rows):
            for place, cell in enumerate(row.cells):
                self.setItem(at, place, _item(cell))
        self.blockSignals(False)
        self.fit_rows()

    def fit_rows(self) -> None:
        """Every row as high as its longest text needs in the present widths. A comparison has some twenty rows."""
        heads = self.verticalHeader()
        for at in range(self.rowCount()):
            texts: list[tuple[int, QTableWidgetItem | None]] = [(heads.width(), self.verticalHeaderItem(at))]
            texts += [(self.columnWidth(place), self.item(at, place)) for place in range(self.columnCount())]
            heads.resizeSection(at, max(self._height_of(item, width) for width, item in texts))
        names = [(self.columnWidth(at), self.horizontalHeaderItem(at)) for at in range(self.columnCount())]
        self.horizontalHeader().setFixedHeight(max((self._height_of(item, wide) for wide, item in names), default=0))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_rows()

    def _height_of(self, item: QTableWidgetItem | None, width: int) -> int:
        """What a text needs in a section of this width; heads and what stands out are semi-bold."""
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold)
        room = QRect(0, 0, max(20, width - 2 * _PAD_X - 4), 10_000)
        return (
            QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, item.text() if item else "").height()
            + 2 * _PAD_Y
            + 4
        )


_WRAPPED = Qt.AlignmentFlag(int(_LEFT) | int(Qt.TextFlag.TextWordWrap))


def _item(cell: Cell) -> QTableWidgetItem:
    item = QTableWidgetItem(cell.text)
    item.setData(_REFS, cell.refs)
    item.setTextAlignment(_LEFT)
    item.setToolTip(as_tip(cell.text))
    if cell.only:
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(font)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{cell.text}, {_ONLY}")
    return item


def _tell(item: QListWidgetItem | QTableWidgetItem | None, signal: SignalInstance) -> None:
    refs = item.data(_REFS) if item is not None else ()
    if refs:
        signal.emit(refs[0])
