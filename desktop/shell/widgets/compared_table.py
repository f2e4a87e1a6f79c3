"""A table of what stands side by side: a column for each of the compared, a row for each fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from desktop.shell.widgets.tips import as_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.catalog.refs import Ref

_REF = Qt.ItemDataRole.UserRole
_PAD_X, _PAD_Y, _TALLEST = 10, 6, 100_000
_ONLY = "only here"
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = Qt.AlignmentFlag(int(_LEFT) | int(Qt.TextFlag.TextWordWrap))


class ComparedTable(QTableWidget):
    """Rows as high as their longest text needs; `chosen` and `opening_requested` tell the place that a cell rests on.

    The columns share the width, unless a table of this kind gives them another one in `fit_columns`.
    """

    chosen = Signal(object)  # Ref
    opening_requested = Signal(object)  # Ref

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setStyleSheet(f"QTableView::item {{ padding: {_PAD_Y}px {_PAD_X}px; }}")
        for heads in (self.horizontalHeader(), self.verticalHeader()):
            heads.setDefaultAlignment(_WRAPPED)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._settle = QTimer(self, singleShot=True)  # Qt gives columns that share the width their widths late
        self._settle.timeout.connect(self.fit)
        self.horizontalHeader().sectionResized.connect(self._on_section_resized)
        self.currentItemChanged.connect(lambda item, _before: _tell(item, self.chosen))
        self.itemActivated.connect(lambda item: _tell(item, self.opening_requested))

    def fill(
        self, names: Sequence[str], heads: Sequence[QTableWidgetItem], rows: Sequence[Sequence[QTableWidgetItem]]
    ) -> None:
        """Show these columns, and under each head of `heads` its row of cells. Nothing is told meanwhile."""
        self.blockSignals(True)
        self.clear()
        self.setColumnCount(len(names))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(names))
        for at, (head, cells) in enumerate(zip(heads, rows, strict=True)):
            self.setVerticalHeaderItem(at, head)
            for place, cell in enumerate(cells):
                self.setItem(at, place, cell)
        self.blockSignals(False)
        self.fit()

    def fit(self) -> None:
        """Lay out columns and rows for the present size. A comparison has some twenty rows."""
        self.fit_columns()
        heads = self.verticalHeader()
        for at in range(self.rowCount()):
            texts: list[tuple[int, QTableWidgetItem | None]] = [(heads.width(), self.verticalHeaderItem(at))]
            texts += [(self.columnWidth(place), self.item(at, place)) for place in range(self.columnCount())]
            heads.resizeSection(at, max(self._height_of(item, width) for width, item in texts))
        names = [(self.columnWidth(at), self.horizontalHeaderItem(at)) for at in range(self.columnCount())]
        needed = max((self._height_of(item, wide) for wide, item in names), default=0)
        self.horizontalHeader().setFixedHeight(min(needed, self.highest_head()))

    def tell_current(self) -> None:
        """Tell once more what the cell rests on that the keyboard is at."""
        _tell(self.currentItem(), self.chosen)

    def fit_columns(self) -> None:
        """Give heads and columns their widths."""

    def highest_head(self) -> int:
        """The height in pixels that the names of the columns may take at most."""
        return _TALLEST

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._settle.start(0)

    def _on_section_resized(self) -> None:
        self._settle.start(0)

    def _height_of(self, item: QTableWidgetItem | None, width: int) -> int:
        """What a text needs in a section of this width; heads and what stands out are semi-bold."""
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold)
        room = QRect(0, 0, max(20, width - 2 * _PAD_X - 4), _TALLEST)
        flags = int(Qt.TextFlag.TextWordWrap)
        return QFontMetrics(font).boundingRect(room, flags, item.text() if item else "").height() + 2 * _PAD_Y + 4


def compared_item(text: str, ref: Ref | None, *, only: bool, alignment: Qt.AlignmentFlag = _LEFT) -> QTableWidgetItem:
    """A cell and the place that it rests on. `only`: none of the others has it, so it is bold and said to be."""
    item = QTableWidgetItem(text)
    item.setData(_REF, ref)
    item.setTextAlignment(alignment)
    item.setToolTip(as_tip(text))
    if only:
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(font)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}, {_ONLY}")
    return item


def _tell(item: QTableWidgetItem | None, signal: SignalInstance) -> None:
    if item is not None and item.data(_REF) is not None:
        signal.emit(item.data(_REF))
