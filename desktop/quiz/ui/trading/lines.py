"""A table of one line a row, as high as the type asks: thousands of rows are never measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.shell.widgets.tips import as_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.shell.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_PAD_X, _PAD_Y, _TARGET = 8, 5, 24


class LinesModel(QAbstractTableModel):
    """Rows of texts under heads."""

    def __init__(self, heads: Sequence[str]) -> None:
        super().__init__()
        self._heads = tuple(heads)

    def text(self, row: int, column: int) -> str:
        """What stands in a cell."""
        raise NotImplementedError

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(self.text(index.row(), index.column()))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class LinesTable(QTableView):
    """Shows a model of lines. Columns have a width at ordinary text size, or (below 1) a share of what is left."""

    row_chosen = Signal(int)

    def __init__(self, theme: Theme, model: LinesModel, widths: Sequence[float], name: str) -> None:
        super().__init__()
        self._theme, self._widths = theme, tuple(widths)
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {_PAD_X}px; }}")
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        theme.changed.connect(self.refit)
        self.refit()

    def refit(self) -> None:
        """Measure again: the look has changed."""
        high = max(_TARGET, QFontMetrics(self._theme.font()).height() + 2 * self._theme.px(_PAD_Y))
        self.verticalHeader().setMinimumSectionSize(_TARGET)
        self.verticalHeader().setDefaultSectionSize(high)
        self.verticalScrollBar().setSingleStep(high)
        self.setMinimumHeight(self.horizontalHeader().sizeHint().height() + 2 * high)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The columns fill the width, whatever it is."""
        shown = {at: width for at, width in enumerate(self._widths) if not self.isColumnHidden(at)}
        fixed = {at: self._theme.px(width) for at, width in shown.items() if width >= 1}
        left = max(0, self.viewport().width() - sum(fixed.values()))
        for at, width in shown.items():
            self.setColumnWidth(at, fixed.get(at, int(left * width)))

    def _on_current_changed(self, current: QModelIndex) -> None:
        self.row_chosen.emit(current.row())
