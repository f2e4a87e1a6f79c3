"""Places in the pack as a field: those chosen, each with its name, and a search that adds more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.catalog.names import name_of
from desktop.catalog.refs import RefError, parse_ref
from desktop.quiz.ui.bank.inputs import Input
from desktop.shell.announce import announce
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.search import Index
    from desktop.quiz.banking.fields import FormField

_MOST, _TARGET = 6, 24


class _Search(QLineEdit):
    """Up, down and Enter belong to the list below."""

    def __init__(self, results: QListWidget, take: Callable[[], None]) -> None:
        super().__init__()
        self._results, self._take = results, take

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_open = self._results.isVisible()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if is_open and step:
            row = self._results.currentRow() + step
            self._results.setCurrentRow(min(max(row, 0), self._results.count() - 1))
            item = self._results.currentItem()
            self.setAccessibleDescription(item.text() if item else "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif is_open and event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._results.hide()
        else:
            super().keyPressEvent(event)


class PlacesInput(Input):
    """A list of refs. Words search the pack; a ref that is typed whole is taken as it stands."""

    def __init__(self, field: FormField, catalog: Catalog, index: Callable[[], Index]) -> None:
        super().__init__()
        self._field, self._catalog, self._index = field, catalog, index
        self._refs: list[str] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._results = QListWidget()
        self._results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._results.setAccessibleName(f"Found for {field.label}")
        self._results.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._results.hide()
        self._search = _Search(self._results, self._on_taken)
        self._search.setPlaceholderText("Search the pack, Enter adds")
        self.column.addLayout(self._rows)
        self.column.addWidget(self._search)
        self.column.addWidget(self._results)
        self.setFocusProxy(self._search)
        self._search.textEdited.connect(self._on_typed)
        self._results.itemClicked.connect(lambda _item: self._on_taken())

    def value(self) -> Any:
        return list(self._refs) or None

    def set_value(self, value: Any) -> None:
        self._refs = list(value or ())
        self._show_refs()

    def _on_typed(self, typed: str) -> None:
        found = self._index().find(typed, _MOST)
        self._results.clear()
        for entry in found:
            item = QListWidgetItem(f"{entry.kind}: {' '.join(entry.title.split())}")
            item.setData(Qt.ItemDataRole.UserRole, str(entry.ref))
            item.setSizeHint(QSize(0, max(_TARGET, self.fontMetrics().height() + 6)))
            self._results.addItem(item)
        self._results.setVisible(bool(found))
        if found:
            self._results.setCurrentRow(0)
            self._results.setFixedHeight(self._results.sizeHintForRow(0) * len(found) + 12)
            self.unfolded.emit(self._results)
        self._search.setAccessibleDescription(f"{len(found)} found" if typed else "")

    def _on_taken(self) -> None:
        """Enter: the ref that was typed, else the one that is marked below."""
        typed = self._search.text().strip()
        item = self._results.currentItem() if self._results.isVisible() else None
        ref = typed if self._is_known(typed) or item is None else str(item.data(Qt.ItemDataRole.UserRole))
        if not ref:
            return
        self._search.clear()
        self._results.hide()
        if ref not in self._refs:
            self._refs.append(ref)
            self._show_refs()
            announce(self._search, f"Added: {self._words(ref)}")
            self.changed.emit()

    def _on_removed(self, ref: str) -> None:
        self._refs.remove(ref)
        self._show_refs()
        self._search.setFocus()
        announce(self._search, f"Taken away: {self._words(ref)}")
        self.changed.emit()

    def _is_known(self, typed: str) -> bool:
        try:
            return self._catalog.find(parse_ref(typed)) is not None
        except RefError:
            return False

    def _words(self, ref: str) -> str:
        return name_of(self._catalog, parse_ref(ref)) if self._is_known(ref) else ref

    def _show_refs(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for ref in self._refs:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(TextLabel(self._words(ref)), 1)
            remove = push_button("Remove", "quiet", f"Remove {self._words(ref)} from {self._field.label}")
            remove.clicked.connect(partial(self._on_removed, ref))
            line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
            self._rows.addWidget(row)
