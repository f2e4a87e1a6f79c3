"""Search everything (Ctrl+K): what is typed is looked up in the whole pack; Enter goes to the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.shell.widgets.fields import add_clear_button

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.search import Found, Index
    from desktop.shell.search_results import SearchResults

_LONG = "Search everything   Ctrl+K"


class SearchBox(QLineEdit):
    """The field, and below it the list of what was found."""

    chosen = Signal(object)  # Ref
    command_chosen = Signal(str)

    def __init__(self, commands: Callable[[], Iterable[Found]], parent: QWidget | None = None) -> None:
        """`commands` gives what can be found beside the pack's own things."""
        super().__init__(parent)
        self._commands = commands
        self._catalog: Catalog | None = None
        self._index: Index | None = None
        self._results: SearchResults | None = None
        self.setAccessibleName("Search everything")
        add_clear_button(self)
        self.textEdited.connect(self._on_text_edited)

    def set_catalog(self, catalog: Catalog | None) -> None:
        """Search this catalog from now on."""
        self._catalog, self._index = catalog, None
        self._close()
        self.clear()

    def take_focus(self) -> None:
        """Put the keyboard here; what was typed goes with the next key."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self.fontMetrics().horizontalAdvance(_LONG) + 24 < self.width()
        self.setPlaceholderText(_LONG if fits else "Search")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        results = self._results if self._results and self._results.isVisible() else None
        if results is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move_to(results, results.row + (1 if event.key() == Qt.Key.Key_Down else -1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(results.row)
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close()

    def _on_text_edited(self, typed: str) -> None:
        if self._catalog is None:
            return
        if self._index is None:
            from desktop.catalog.search import Index

            self._index = Index(self._catalog, self._commands())
        entries = self._index.find(typed)
        if typed.strip():
            results = self._results or self._build_results()
            results.show_entries(entries, self._room())
            self._move_to(results, 0)
        else:
            self._close()

    def _build_results(self) -> SearchResults:
        from desktop.shell.search_results import SearchResults

        self._results = SearchResults(self.window())
        self._results.chosen.connect(self._choose)
        return self._results

    def _room(self) -> QRect:
        """The part of the window below the field that the list may use."""
        window = self.window()
        width = min(window.width() - 32, max(self.width(), round(window.width() * 0.45)))
        corner = self.mapTo(window, QPoint(self.width(), self.height() + 4))
        return QRect(max(16, corner.x() - width), corner.y(), width, window.height() - corner.y() - 16)

    def _move_to(self, results: SearchResults, row: int) -> None:
        results.move_to(row)
        entry = results.entry(results.row)
        found = f"{results.row + 1} of {results.count}: {entry.title}" if entry else "Nothing found"
        self.setAccessibleDescription(found)

    def _choose(self, row: int) -> None:
        from desktop.shell.commands import CommandRef

        entry = self._results.entry(row) if self._results else None
        if entry is not None:
            self._close()
            self.clear()
            self.clearFocus()
            if isinstance(entry.ref, CommandRef):
                self.command_chosen.emit(entry.ref.does)
            else:
                self.chosen.emit(entry.ref)

    def _close(self) -> None:
        if self._results is not None:
            self._results.hide()
