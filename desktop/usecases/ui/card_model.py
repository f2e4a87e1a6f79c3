"""What was found as rows: a run of pages around what the reader looks at, however many use cases there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.usecases.card import card_of
from desktop.usecases.finder import Hits

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.catalog.catalog import Catalog

Index = QModelIndex | QPersistentModelIndex
CARD, ID = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
PAGE = 24  # cards that are set at once; more follow when the reader comes near the end
_NOWHERE = QModelIndex()


class CardModel(QAbstractListModel):
    """The rows from `first` on; a place is counted in all that was found, a row in what is there of it."""

    def __init__(self, catalog: Catalog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._found = Hits()
        self.first = self._end = 0
        self.ticked: tuple[str, ...] = ()

    def show_found(self, found: Hits) -> None:
        """Show these use cases and no others, from the first on."""
        self._found = found
        self._stand(0)

    def show_ticked(self, use_cases: tuple[str, ...]) -> None:
        """Tick these cards and no others."""
        self.ticked = use_cases
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1), [Qt.ItemDataRole.CheckStateRole])

    @property
    def total(self) -> int:
        """How many were found."""
        return len(self._found)

    def id_at(self, row: int) -> str:
        return self._found.entries[self.first + row].use_case.id

    def place_of(self, use_case: str) -> int:
        """The place of a use case, or -1 where it is not among what was found."""
        return next((at for at, each in enumerate(self._found.entries) if each.use_case.id == use_case), -1)

    def row_at(self, place: int) -> int:
        """The row of a place; where it is far from what is there, the rows are those around it from now on."""
        if self._end <= place < self._end + PAGE:
            self.more_below()
        if not self.first <= place < self._end:
            self._stand(place)
        return place - self.first

    def more_below(self) -> None:
        """A page more at the end, where there is more."""
        end = min(len(self._found), self._end + PAGE)
        if end > self._end:
            self.beginInsertRows(_NOWHERE, self._end - self.first, end - self.first - 1)
            self._end = end
            self.endInsertRows()

    def more_above(self) -> None:
        """A page more before the first, where there is more."""
        first = max(0, self.first - PAGE)
        if first < self.first:
            self.beginInsertRows(_NOWHERE, 0, self.first - first - 1)
            self.first = first
            self.endInsertRows()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._end - self.first

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < self.rowCount():
            return None
        found = self._found[self.first + index.row()]
        case = found.use_case
        if role == Qt.ItemDataRole.DisplayRole:
            return case.title
        if role == ID:
            return case.id
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if case.id in self.ticked else Qt.CheckState.Unchecked
        if role in (CARD, Qt.ItemDataRole.AccessibleTextRole):
            card = card_of(self._catalog, found)
            return card if role == CARD else card.spoken
        return None

    def _stand(self, place: int) -> None:
        """The page around a place and nothing else."""
        self.beginResetModel()
        self.first = place // PAGE * PAGE
        self._end = min(len(self._found), self.first + PAGE)
        self.endResetModel()
