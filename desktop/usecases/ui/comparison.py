"""Use cases or industries side by side, in the place of the list: a table that can be read whole by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from desktop.shell.widgets.tips import as_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop.shell.theme import Theme
    from desktop.usecases.comparing.table import Cell, Comparison, Row

_REF = Qt.ItemDataRole.UserRole
_HEAD, _COLUMN, _PAD_X, _PAD_Y = 130, 150, 10, 6
_ONLY, _DIFFERS = "only here", "≠"
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_WRAPPED = Qt.AlignmentFlag(int(_LEFT) | int(Qt.TextFlag.TextWordWrap))


class ComparisonTable(QTableWidget):
    """A column for each of the compared; rows that differ are marked, and what one alone has is bold and said to be."""

    chosen = Signal(object)  # Ref
    opening_requested = Signal(object)  # Ref

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("Side by side")
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setStyleSheet(f"QTableView::item {{ padding: {_PAD_Y}px {_PAD_X}px; }}")
        for heads in (self.horizontalHeader(), self.verticalHeader()):
            heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            heads.setDefaultAlignment(_WRAPPED)
        self.currentItemChanged.connect(lambda item, _before: _tell(item, self.chosen))
        self.itemActivated.connect(lambda item: _tell(item, self.opening_requested))

    def show_comparison(self, comparison: Comparison, *, only_differing: bool) -> None:
        """Fill the table."""
        rows = [row for row in comparison.rows if row.differs or not only_differing]
        self.blockSignals(True)
        self.clear()
        self.setColumnCount(len(comparison.names))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(comparison.names))
        for at, row in enumerate(rows):
            self.setVerticalHeaderItem(at, _head(row))
            for place, cell in enumerate(row.cells):
                self.setItem(at, place, _item(cell))
        self.setCurrentCell(0, 0)
        self.blockSignals(False)
        self.fit()

    def fit(self) -> None:
        """Columns that share the width and stay readable, and rows as high as their longest text needs."""
        px, count = self._theme.px, max(1, self.columnCount())
        heads = self.verticalHeader()
        heads.setFixedWidth(min(px(_HEAD), max(80, self.width() // 3)))
        room = self.width() - heads.width() - self.verticalScrollBar().sizeHint().width() - 6
        for place in range(self.columnCount()):
            self.setColumnWidth(place, max(min(px(_COLUMN), max(80, room)), room // count))
        for at in range(self.rowCount()):
            texts: list[tuple[int, QTableWidgetItem | None]] = [(heads.width(), self.verticalHeaderItem(at))]
            texts += [(self.columnWidth(place), self.item(at, place)) for place in range(self.columnCount())]
            heads.resizeSection(at, max(self._height_of(item, width) for width, item in texts))
        names = [(self.columnWidth(at), self.horizontalHeaderItem(at)) for at in range(self.columnCount())]
        needed = max((self._height_of(item, wide) for wide, item in names), default=0)
        self.horizontalHeader().setFixedHeight(min(needed, max(60, self.height() // 2)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A row that is higher than the table is scrolled through before the next one is reached."""
        down = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        place, bar = (
            self.visualItemRect(self.currentItem()) if self.currentItem() else QRect(),
            self.verticalScrollBar(),
        )
        hidden = place.bottom() - self.viewport().height() + 1 if down == 1 else -place.top()
        if down and place.height() > self.viewport().height() and hidden > 0:
            bar.setValue(bar.value() + down * min(hidden, self.viewport().height() // 2))
            return
        super().keyPressEvent(event)

    def _height_of(self, item: QTableWidgetItem | None, width: int) -> int:
        """What a text needs in a section of this width; heads and what stands out are semi-bold."""
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold)
        room = QRect(0, 0, max(20, width - 2 * _PAD_X - 4), 100_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        return QFontMetrics(font).boundingRect(room, flags, item.text() if item else "").height() + 2 * _PAD_Y + 4


def _head(row: Row) -> QTableWidgetItem:
    is_marked = row.differs and not row.is_prose
    item = QTableWidgetItem(f"{_DIFFERS} {row.title}" if is_marked else row.title)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.title}, differs" if is_marked else row.title)
    return item


def _item(cell: Cell) -> QTableWidgetItem:
    item = QTableWidgetItem(cell.text)
    item.setData(_REF, cell.ref)
    item.setTextAlignment(_TOP)
    item.setToolTip(as_tip(cell.text))
    if cell.only:
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(font)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{cell.text}, {_ONLY}")
    return item


def _tell(item: QTableWidgetItem | None, signal: SignalInstance) -> None:
    if item is not None and item.data(_REF) is not None:
        signal.emit(item.data(_REF))
