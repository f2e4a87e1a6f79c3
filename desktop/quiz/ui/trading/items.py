"""The items of a file as a table: what happens to each, and a tick for those that are taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate

from desktop.quiz.banking.entries import TYPE_WORDS
from desktop.quiz.trading.preview import Fate, filters_of
from desktop.quiz.ui.trading.lines import NOWHERE, Index, LinesModel, LinesTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.catalog.entities.questions import Question
    from desktop.quiz.trading.preview import Row
    from desktop.shell.theme import Theme

_HEADS = ("Take", "Line", "Type", "Question", "Outcome", "Warnings")
_WIDTHS = (56, 60, 150, 0.38, 0.34, 0.28)
_TYPE = 2
_WIDE = 760  # pixels at ordinary text size that all columns need


class ItemsModel(LinesModel):
    """Those of the rows that a filter shows. What is not in the file or cannot be taken over has no tick."""

    ticked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(_HEADS)
        self._theme = theme
        self._rows: Sequence[Row] = ()
        self._shown: list[int] = []
        self._ticks: set[int] = set()

    @property
    def chosen(self) -> tuple[Question, ...]:
        """The questions with a tick, whatever is filtered."""
        return tuple(row.question for at, row in enumerate(self._rows) if at in self._ticks and row.question)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, all ticked that would change something."""
        self._rows = rows
        self._ticks = {at for at, row in enumerate(rows) if row.question is not None and row.fate is not Fate.SAME}
        self.narrow("all")
        self.ticked.emit()

    def narrow(self, key: str) -> None:
        """Show what a filter shows; ticks stay."""
        self.beginResetModel()
        self._shown = [at for at, row in enumerate(self._rows) if key in filters_of(row)]
        self.endResetModel()

    def row(self, at: int) -> Row | None:
        """The row that is shown in a line of the table."""
        return self._rows[self._shown[at]] if 0 <= at < len(self._shown) else None

    def toggle(self, lines: Iterable[int]) -> None:
        """Tick these lines of the table, or where all of them are ticked, take the ticks off."""
        places = {self._shown[at] for at in lines if self._rows[self._shown[at]].question is not None}
        self._ticks = self._ticks - places if places <= self._ticks else self._ticks | places
        if places:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))
            self.ticked.emit()

    def text(self, row: int, column: int) -> str:
        each = self._rows[self._shown[row]]
        line = f"{each.line:,}" if each.line else ""
        type_ = TYPE_WORDS.get(each.type, each.type)
        return ("", line, type_, each.text, each.happens, "; ".join(each.told))[column]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._can_be_ticked(index) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and self._can_be_ticked(index):
            return Qt.CheckState.Checked if self._shown[index.row()] in self._ticks else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole and self._rows[self._shown[index.row()]].question is None:
            return self._theme.colour("muted")
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self._spoken(index.row())
        return super().data(index, role)

    def _can_be_ticked(self, index: Index) -> bool:
        return index.column() == 0 and self._rows[self._shown[index.row()]].question is not None

    def _spoken(self, row: int) -> str:
        """The whole line as it is read aloud."""
        at = self._shown[row]
        tick = () if self._rows[at].question is None else ("ticked" if at in self._ticks else "not ticked",)
        words = (*tick, f"line {self.text(row, 1)}", *(self.text(row, column) for column in range(_TYPE, len(_HEADS))))
        return ", ".join(word for word in words if word)


class _Ticking(QStyledItemDelegate):
    """All of the first cell is the target for the mouse, not the small box alone."""

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, _option: QStyleOptionViewItem, index: Index
    ) -> bool:
        is_click = isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton
        if is_click and event.type() == QEvent.Type.MouseButtonRelease and isinstance(model, ItemsModel):
            model.toggle([index.row()])
            return True
        return False


class ItemsTable(LinesTable):
    """Space ticks the selected lines, a click in the first column its line; Ctrl+A selects all."""

    def __init__(self, theme: Theme) -> None:
        self.items = ItemsModel(theme)
        super().__init__(theme, self.items, _WIDTHS, "What is in the file")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegateForColumn(0, _Ticking(self))

    def toggle_all(self) -> None:
        """Tick all that is shown, or nothing of it."""
        self.items.toggle(range(self.items.rowCount()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.items.toggle(sorted({index.row() for index in self.selectedIndexes()}))
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """With little room the type is told below the table alone."""
        self.setColumnHidden(_TYPE, self.width() < self._theme.px(_WIDE))
        super()._fit()
