"""What stands in the list's place when nothing is found: which filter to drop, and buttons that do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.catalog.words import listed, plural
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel
from desktop.usecases.filter import Facet, Filter

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = {
    Facet.TEXT: "the search words",
    Facet.INDUSTRY: "the industry",
    Facet.KIND: "the kind",
    Facet.FUNCTION: "the function",
    Facet.TAKES: "the modality it takes",
    Facet.GIVES: "the modality it gives",
    Facet.AUTONOMY: "the autonomy",
    Facet.MATURITY: "the maturity",
    Facet.GRADE: "the evidence grade",
    Facet.RISK: "the highest risk",
}


class NothingFound(QScrollArea):
    """A calm sentence and the ways out."""

    filter_requested = Signal(object)  # Filter
    chooser_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = Filter()
        self._title = TextLabel("", "title")
        self._text = TextLabel()
        self._ways: dict[Facet, QPushButton] = {facet: push_button("") for facet in Facet}
        self._clear = push_button("Clear all filters", "primary")
        self._chooser = push_button("Which one for me?", "primary")
        page = QWidget()
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 16, 8, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._text)
        for facet, button in self._ways.items():
            button.clicked.connect(lambda _on=False, facet=facet: self._on_dropped(facet))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        for button in (self._clear, self._chooser):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._clear.clicked.connect(lambda: self.filter_requested.emit(self._filter.cleared()))
        self._chooser.clicked.connect(self.chooser_requested)

    def show_ways(self, wanted: Filter, ways: Sequence[tuple[Facet, int]]) -> None:
        """Nothing passes `wanted`; `ways` are the facets whose dropping would show something."""
        self._filter = wanted
        self._title.setText("No use case fits all of this")
        used = [_NAMES[facet] for facet in wanted.used]
        hint = "Drop one of them, or clear all." if ways else "Dropping one is not enough: clear them all."
        self._text.setText(f"You asked for {listed(used)}. {hint}")
        helpful = dict(ways)
        for facet, button in self._ways.items():
            words = f"Drop {_NAMES[facet]}: {plural(helpful.get(facet, 0), 'use case')}"
            button.setText(words)
            button.setAccessibleName(words)
            button.setVisible(facet in helpful)
        self._clear.show()
        self._chooser.hide()

    def show_empty_pack(self, has_chooser: bool) -> None:
        """The pack has no use case at all; its chooser, which has no other button then, is offered."""
        self._title.setText("No use cases here")
        self._text.setText("This pack has no use cases yet.")
        for button in (*self._ways.values(), self._clear):
            button.hide()
        self._chooser.setVisible(has_chooser)

    @property
    def words(self) -> str:
        """All that it says."""
        return f"{self._title.text()}. {self._text.text()}"

    def _on_dropped(self, facet: Facet) -> None:
        self.filter_requested.emit(self._filter.without(facet))
