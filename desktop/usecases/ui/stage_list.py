"""The list of use cases on a stage: what was asked for in words, and the cards that pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.shell.widgets.beyond import BeyondSign
from desktop.shell.widgets.labels import TextLabel
from desktop.usecases.entries import entries_of
from desktop.usecases.facets import asked_words
from desktop.usecases.finder import found, status_of
from desktop.usecases.ui.card_list import CardList

if TYPE_CHECKING:
    from desktop.shell.context import Context
    from desktop.usecases.filter import Filter
    from desktop.usecases.finder import Hits


class StageList(QWidget):
    """Shows the cards of a filter; none of them can be ticked, and choosing one leads nowhere."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._catalog = context.catalog
        self._entries = entries_of(context.catalog)
        self.head, self.asked = TextLabel("", "title"), TextLabel("", "muted")
        self.cards = CardList(context, ticks=False)
        self.cards.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.head, self.asked, self.cards, BeyondSign(self.cards)):
            column.addWidget(widget, 1 if widget is self.cards else 0)

    def show_filter(self, wanted: Filter, chosen: str = "") -> Hits:
        """Show what passes this filter, with this card selected and in sight."""
        shown = found(self._entries, wanted)
        self.head.setText(status_of(len(self._entries), shown))
        self.asked.setText(". ".join(words for _facet, words in asked_words(self._catalog, wanted)))
        self.asked.setVisible(bool(self.asked.text()))
        self.cards.show_found(shown)
        self.cards.choose(chosen)
        return shown
