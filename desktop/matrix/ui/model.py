"""A Grid as Qt's views ask for it. The whole value is replaced on each change; it is never patched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.catalog.refs import AspectRef, CellRef, Ref, SubjectRef
from desktop.catalog.words import plural, sentence
from desktop.matrix.table.grid import Grid, GridCell, GroupRow, LineRow
from desktop.matrix.telling import spoken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.matrix.table.grid import Row
    from desktop.shell.tone import Tone

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class GridModel(QAbstractTableModel):
    """Columns and lines of a grid, the heads of groups among the lines."""

    def __init__(self, grid: Grid, parent: QObject) -> None:
        super().__init__(parent)
        self._grid = grid
        self._tones: Mapping[Ref, tuple[Tone, ...]] = {}

    @property
    def grid(self) -> Grid:
        return self._grid

    def show_grid(self, grid: Grid) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._grid = grid
        self.endResetModel()

    def show_tones(self, tones: Mapping[Ref, tuple[Tone, ...]]) -> None:
        """Mark these cells and no others."""
        self._tones = tones
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def tones(self, row_at: int, column: int) -> tuple[Tone, ...]:
        """How a cell is marked, on a stage."""
        ref = self.ref(row_at, column) if self._tones else None
        return self._tones.get(ref, ()) if ref is not None else ()

    def row(self, at: int) -> Row | None:
        return self._grid.row(at)

    def cell(self, index: _Index) -> GridCell | None:
        """The cell at an index; None on the head of a group."""
        row = self.row(index.row())
        return row.cells[index.column()] if isinstance(row, LineRow) else None

    def ref(self, row_at: int, column: int) -> Ref | None:
        """The place that a cell, a line's head (column -1) or a column's head (row -1) stands for."""
        columns = self._grid.columns
        other = columns[column].id if 0 <= column < len(columns) else None
        head = self._grid.head(row_at) if row_at >= 0 else None
        if head is not None and other is not None:
            return CellRef(head.id, other) if self._grid.is_transposed else CellRef(other, head.id)
        if head is not None:
            return SubjectRef(head.id) if self._grid.is_transposed else AspectRef(head.id)
        if other is None or row_at >= 0:
            return None
        return AspectRef(other) if self._grid.is_transposed else SubjectRef(other)

    def place_of(self, ref: Ref) -> tuple[int, int] | None:
        """(row, column) of a cell, or of the first cell of an aspect or subject."""
        subject, aspect = getattr(ref, "subject", None), getattr(ref, "aspect", None)
        line, column = (subject, aspect) if self._grid.is_transposed else (aspect, subject)
        row_at = self._grid.row_of(line) if line else self._first_line()
        column_at = self._grid.column_of(column) if column else 0
        if row_at is None or column_at is None or not self._grid.columns:
            return None
        return row_at, column_at

    def _first_line(self) -> int | None:
        return next((at for at in range(self._grid.count) if self._grid.head(at) is not None), None)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._grid.count

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._grid.columns)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        if role not in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return None
        row = self.row(index.row())
        if isinstance(row, GroupRow):
            state = "folded" if row.is_folded else "open"
            words = f"Group {row.group.title}, {plural(row.count, 'aspect')}, {state}"
            return words if role == _Role.AccessibleTextRole else None
        if not isinstance(row, LineRow):
            return None
        if role == _Role.AccessibleTextRole:
            tones = ", ".join(tone.word for tone in self.tones(index.row(), index.column()))
            said = spoken(self._grid, row, index.column())
            return f"{said} {sentence(tones)}." if tones else said
        return row.cells[index.column()].text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if role not in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._grid.columns[section].title if section < len(self._grid.columns) else None
        head = self._grid.head(section)
        if head is not None:
            return head.title
        row = self.row(section)
        return row.group.title if isinstance(row, GroupRow) else None
