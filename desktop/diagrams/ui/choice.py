"""What is compared and how it is shown: three forms, and a list of the diagrams to choose from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QMenu, QSizePolicy, QWidget, QWidgetAction

from desktop.diagrams.comparing.choice import FEWEST, MOST
from desktop.diagrams.comparing.differences import short_name
from desktop.shell.widgets.buttons import SegmentedControl, push_button, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.entities.diagrams import FlowDiagram
    from desktop.catalog.entities.pack import OfferedComparison

FIGURES, DIFFERENCES, TABLE = "figures", "differences", "table"
_ID = Qt.ItemDataRole.UserRole
_LINES = 12


class Choice(QWidget):
    """`chosen` tells the ids of the diagrams, in the order of the pack or of the comparison that it offers."""

    chosen = Signal(tuple)
    form_chosen = Signal(str)
    refused = Signal(str)  # why

    def __init__(
        self, flows: Sequence[FlowDiagram], offered: Sequence[OfferedComparison], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._offered = tuple(offered)
        self.ids: tuple[str, ...] = ()
        forms = ((FIGURES, "Figures"), (DIFFERENCES, "Differences"), (TABLE, "Table"))
        self.form = SegmentedControl(forms, "Compare by")
        self.button = push_button("Diagrams", name="Choose the diagrams to compare")
        self.button.setToolTip(f"Choose {FEWEST} to {MOST} diagrams")
        self.list = _Diagrams(flows)
        self.button.setMenu(self._menu())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.form)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.form.chosen.connect(self.form_chosen)
        self.list.itemChanged.connect(self._on_item_changed)

    def aspects(self) -> tuple[str, ...]:
        """The aspects of the matrix that belong to what the pack offers; those of its first offer for other choices."""
        fitting = next((each for each in self._offered if each.diagrams == self.ids), None)
        known = fitting or (self._offered[0] if self._offered else None)
        return known.aspects if known else ()

    def show_ids(self, ids: tuple[str, ...]) -> None:
        """Choose these, without telling."""
        self.ids = ids
        self.list.blockSignals(True)
        self.list.tick(ids)
        self.list.blockSignals(False)
        self.button.setText(f"Diagrams ({len(ids)})")

    def refit(self) -> None:
        """Measure the words again: the text size has changed."""
        self.form.refit()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for each in self._offered:
            menu.addAction(shown(each.title), partial(self._choose, each.diagrams))
        if self._offered:
            menu.addSeparator()
        action = QWidgetAction(menu)
        action.setDefaultWidget(self.list)
        menu.addAction(action)
        return menu

    def _choose(self, ids: tuple[str, ...]) -> None:
        self.show_ids(ids)
        self.chosen.emit(ids)

    def _on_item_changed(self) -> None:
        ticked = self.list.ticked
        if FEWEST <= len(ticked) <= MOST:
            kept = tuple(id for id in self.ids if id in ticked)
            self._choose((*kept, *(id for id in ticked if id not in kept)))
        else:
            self.show_ids(self.ids)
            self.refused.emit(f"{FEWEST} to {MOST} diagrams can be compared.")


class _Diagrams(QListWidget):
    """All diagrams that can be compared, each with a tick."""

    def __init__(self, flows: Sequence[FlowDiagram]) -> None:
        super().__init__()
        self.setAccessibleName(f"Diagrams to compare, {FEWEST} to {MOST}")
        for flow in flows:
            item = QListWidgetItem(short_name(flow), self)
            item.setData(_ID, flow.id)
            item.setToolTip("")
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def ticked(self) -> list[str]:
        items = (self.item(at) for at in range(self.count()))
        return [item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked]

    def tick(self, ids: Sequence[str]) -> None:
        for at in range(self.count()):
            item = self.item(at)
            item.setCheckState(Qt.CheckState.Checked if item.data(_ID) in ids else Qt.CheckState.Unchecked)

    def sizeHint(self) -> QSize:
        lines = min(self.count(), _LINES)
        height = sum(self.sizeHintForRow(at) for at in range(lines)) + 2 * self.frameWidth() + 4
        return QSize(self.sizeHintForColumn(0) + 40, height)
