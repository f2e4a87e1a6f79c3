"""Which deck is looked at: a list at the side, or a box over the stops where there is little room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem

from desktop.shell.theme import TypeSize
from desktop.shell.widgets.tips import as_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.shell.theme import Theme

ID = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class DeckRow:
    """A deck in the list, or a head over some where `id` is ''."""

    id: str
    title: str
    told: str = ""


class DeckList(QListWidget):
    """The decks under the heads 'Yours' and 'In the pack'."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("Decks")
        self.setSpacing(4)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._on_current_changed)

    def show_decks(self, rows: Sequence[DeckRow], chosen: str) -> None:
        """Show these, without telling."""
        self.blockSignals(True)
        self.clear()
        for row in rows:
            item = QListWidgetItem(row.title)
            item.setData(ID, row.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.title}. {row.told}" if row.told else row.title)
            item.setToolTip(as_tip(f"{row.title}: {row.told}") if row.told else "")
            if not row.id:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setFont(self._theme.font(TypeSize.SECTION))
            self.addItem(item)
            if row.id and row.id == chosen:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def _on_current_changed(self, current: QListWidgetItem | None) -> None:
        if current is not None and current.data(ID):
            self.chosen.emit(current.data(ID))


class DeckBox(QComboBox):
    """The same in one line."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Deck")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.activated.connect(self._on_activated)

    def show_decks(self, rows: Sequence[DeckRow], chosen: str) -> None:
        """Show these, without telling."""
        self.clear()
        for row in rows:
            self.addItem(row.title, row.id)
            if not row.id:
                item = self.model().index(self.count() - 1, 0)
                self.model().setData(item, 0, Qt.ItemDataRole.UserRole - 1)
        self.setCurrentIndex(self.findData(chosen) if chosen else -1)
        self.setPlaceholderText("Choose a deck")

    def _on_activated(self, at: int) -> None:
        if self.itemData(at):
            self.chosen.emit(self.itemData(at))
