"""A part of the matrix on a stage: the live table alone, to look at or to pick a cell from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.catalog.refs import CellRef
from desktop.matrix.table.arrangement import CHOSEN, Arrangement
from desktop.matrix.table.excerpt import excerpt_of
from desktop.matrix.table.matrix import Matrix
from desktop.matrix.telling import title_of
from desktop.matrix.ui.table import MatrixTable
from desktop.shell.stage import Stage
from desktop.shell.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.refs import Ref
    from desktop.shell.context import Context


class MatrixStage(Stage):
    """Shows a subject's column, an aspect's line, or a cell among its neighbours. Cells can be picked, heads cannot."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = context.catalog
        self._matrix = Matrix(context.catalog, date.today())
        self._arrangement = Arrangement(CHOSEN)
        self._table = MatrixTable(context, self._matrix.grid_of(self._arrangement))
        self._table.be_still()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._table)
        self.setFocusProxy(self._table)
        self._table.cell_picked.connect(self._pick)
        self._table.fold_requested.connect(self._on_fold_requested)
        for pane in (self._table.pinned, self._table.main):
            pane.installEventFilter(self)

    def show_place(self, ref: Ref) -> bool:
        """Show a subject, an aspect, or a cell with what stands around it; the cell is brought into view, no more."""
        wanted = excerpt_of(self._catalog, ref)
        if wanted is None:
            return False
        self._clear()
        self._arrangement = wanted
        self._table.mark({})
        self._table.show_grid(self._matrix.grid_of(wanted))
        self._table.bring(ref)
        self.shown.emit()
        return True

    def pickable(self) -> Sequence[Ref]:
        return self._table.cells()

    def name(self, ref: Ref) -> str:
        if not isinstance(ref, CellRef) or self._catalog.find(ref) is None:
            return ""
        return f"{title_of(self._catalog, ref.aspect)}, {title_of(self._catalog, ref.subject)}"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come to the table by key: the keyboard stands on a cell that can be seen to have it."""
        if event.type() is QEvent.Type.FocusIn and self._table.selected is None:
            first = next(iter(self.pickable()), None)
            if first is not None:
                self._table.select_place(first, tell=False)
        return super().eventFilter(watched, event)

    def _show_marks(self) -> None:
        toned = self._toned()
        self._table.mark(toned)
        right = next((ref for ref, tones in toned.items() if Tone.RIGHT in tones), None)
        if right is not None:
            self._table.bring(right)

    def _on_fold_requested(self, group: str) -> None:
        self._arrangement = replace(self._arrangement, folded=self._arrangement.folded ^ {group})
        self._table.show_grid(self._matrix.grid_of(self._arrangement))
