"""What the bank is searched and filtered by: a field for words, and a box for each facet with live counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.quiz.banking.finding import Facet, Finding
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.fields import add_clear_button
from desktop.shell.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.quiz.banking.finding import Found
    from desktop.shell.theme import Theme

_WIDEST, _POPUP = 200, 48


class BankFilters(QWidget):
    """Tells what is looked for whenever that changes."""

    changed = Signal(object)  # Finding
    list_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._wanted = Finding()
        self._choices: Mapping[Facet, Sequence[tuple[str, str]]] = {}
        self._search = QLineEdit()
        self._search.setPlaceholderText("Search questions")
        self._search.setAccessibleName("Search questions")
        self._search.setMaxLength(200)
        add_clear_button(self._search)
        self._boxes = {facet: self._box(facet) for facet in Facet}
        self._all = push_button("Show all", "quiet", "Take all filters away")
        self._fold = push_button("Filters")
        self._fold.setCheckable(True)
        self._holder = QWidget()
        flow = FlowLayout(self._holder)
        for widget in (*self._boxes.values(), self._all):
            flow.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._search, 1)
        row.addWidget(self._fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._holder)
        self._fold.hide()
        self._search.textChanged.connect(lambda text: self._tell(self._wanted.saying(text)))
        self._search.returnPressed.connect(self.list_requested)
        self._all.clicked.connect(self._on_all_requested)
        self._fold.toggled.connect(self._holder.setVisible)
        self.refit()

    def offer(self, choices: Mapping[Facet, Sequence[tuple[str, str]]]) -> None:
        """Offer these values of the facets; a facet without any is not shown."""
        self._choices = choices
        for facet, box in self._boxes.items():
            box.clear()
            for value, words in (("", ""), *choices[facet]):
                box.addItem(words, value)
            box.setVisible(bool(choices[facet]))

    def show_found(self, wanted: Finding, found: Found) -> None:
        """Show what is looked for and the counts, without telling."""
        self._wanted = wanted
        if self._search.text() != wanted.text:
            self._search.blockSignals(True)
            self._search.setText(wanted.text)
            self._search.blockSignals(False)
        for facet, box in self._boxes.items():
            words = (f"{facet.value}: all", *(words for _value, words in self._choices.get(facet, ())))
            for at in range(box.count()):
                value = box.itemData(at)
                box.setItemText(at, f"{words[at]}  {found.count(facet, value):,}")
            box.setCurrentIndex(max(0, box.findData(wanted.value(facet))))
            box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + self._theme.px(_POPUP))
        self._fold.setText(f"Filters ({len(wanted.chosen)})" if wanted.chosen else "Filters")
        self._all.setVisible(bool(wanted.chosen or wanted.text))

    def fold(self, low: bool) -> None:
        """In a low window the boxes wait behind a button."""
        if low is self._fold.isHidden():
            self._fold.setVisible(low)
            self._fold.setChecked(False)
            self._holder.setVisible(not low)

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def refit(self) -> None:
        """Measure again: the text size has changed."""
        for box in self._boxes.values():
            box.setMaximumWidth(self._theme.px(_WIDEST))

    def _box(self, facet: Facet) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(facet.value)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(13)
        box.activated.connect(lambda at: self._tell(self._wanted.having(facet, str(box.itemData(at)))))
        return box

    def _on_all_requested(self) -> None:
        self._tell(Finding())
        self.focus_search()

    def _tell(self, wanted: Finding) -> None:
        self._wanted = wanted
        self.changed.emit(wanted)
