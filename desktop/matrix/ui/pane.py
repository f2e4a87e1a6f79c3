"""One view of the table, which shows the pinned columns or the others. Two of them side by side are the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop.matrix.table.grid import GroupRow
from desktop.matrix.ui.headers import ColumnHeader, LineHeader

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.matrix.ui.delegate import CellDelegate
    from desktop.matrix.ui.model import GridModel
    from desktop.shell.context import Context

_Move = QAbstractItemView.CursorAction


class Pane(QTableView):
    """Leaves the table at its edge to the pane beside it; asks for folding and copying, and does neither itself."""

    fold_requested = Signal(str)
    head_chosen = Signal(int, int)  # row, column; -1 for a head
    menu_requested = Signal(int)  # column
    cell_picked = Signal(int, int)  # row, column: clicked, or Enter or Space on it

    def __init__(self, context: Context, model: GridModel, delegate: CellDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid_model = model
        self.beside: Pane | None = None
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.columns = ColumnHeader(context, model, self)
        self.lines = LineHeader(context, model, self)
        self.setHorizontalHeader(self.columns)
        self.setVerticalHeader(self.lines)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.verticalScrollBar().setSingleStep(24)
        self.horizontalScrollBar().setSingleStep(24)
        self.lines.chosen.connect(self._on_line_clicked)
        self.columns.chosen.connect(lambda at: self.head_chosen.emit(-1, at))
        self.columns.customContextMenuRequested.connect(
            lambda at: self.menu_requested.emit(self.columns.logicalIndexAt(at))
        )
        self.clicked.connect(self._on_clicked)

    @property
    def shown_columns(self) -> list[int]:
        """The columns that stand in this pane."""
        return [at for at in range(self._grid_model.columnCount()) if not self.isColumnHidden(at)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._grid_model.row(self.currentIndex().row())
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if isinstance(row, GroupRow) and event.key() in keys:
            self.fold_requested.emit(row.group.id)
        elif event.key() == Qt.Key.Key_Menu or (
            event.key() == Qt.Key.Key_F10 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.menu_requested.emit(max(0, self.currentIndex().column()))
        elif row is not None and event.key() in keys:
            self.cell_picked.emit(self.currentIndex().row(), self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Past the last column of one pane the first of the other comes next."""
        index = super().moveCursor(action, modifiers)
        step = {_Move.MoveRight: 1, _Move.MoveNext: 1, _Move.MoveLeft: -1, _Move.MovePrevious: -1}.get(action)
        here = self.currentIndex()
        if step is None or index != here or self.beside is None or not self.beside.isVisible():
            return index
        mine, others = self.shown_columns, self.beside.shown_columns
        at_edge = bool(mine and others) and here.column() == (mine[-1] if step > 0 else mine[0])
        if not at_edge or (step > 0) != (self.x() < self.beside.x()):
            return index
        self.beside.setFocus()
        return self._grid_model.index(here.row(), others[0] if step > 0 else others[-1])

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._grid_model.row(index.row())
        if isinstance(row, GroupRow):
            self.fold_requested.emit(row.group.id)
        elif row is not None:
            self.cell_picked.emit(index.row(), index.column())

    def _on_line_clicked(self, at: int) -> None:
        row = self._grid_model.row(at)
        if isinstance(row, GroupRow):
            self.fold_requested.emit(row.group.id)
        else:
            self.head_chosen.emit(at, -1)
