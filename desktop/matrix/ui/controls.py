"""The lines of controls over the table: search, level, differences, filters, columns, order, views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.matrix.table.arrangement import CHOSEN, Facet, FacetKind, Likeness, MarkFacet
from desktop.matrix.table.grid import summary_of
from desktop.matrix.telling import MARK_WORDS
from desktop.shell.widgets.buttons import Chip, SegmentedControl, push_button
from desktop.shell.widgets.fields import add_clear_button
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from desktop.matrix.table.grid import Grid
    from desktop.shell.theme import Theme

LOW = 400
_SEARCH = 124
_LIKENESS = (
    (Likeness.ALL.value, "All"),
    (Likeness.DIFFERENT.value, "Differences"),
    (Likeness.SAME.value, "Same"),
)
_CHIPS = (MarkFacet.DISPUTED, MarkFacet.DATED, MarkFacet.UNKNOWN)


class Controls(QWidget):
    """Tells what the reader asks for, and shows the arrangement in force."""

    text_changed = Signal(str)
    level_chosen = Signal(str)
    likeness_chosen = Signal(str)
    facet_toggled = Signal(object, bool)  # Facet

    def __init__(self, levels: tuple[tuple[str, str], ...], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._height = 0
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search")
        self.search.setAccessibleName("Search the matrix")
        add_clear_button(self.search)
        self._levels = SegmentedControl((*levels, (CHOSEN, "Chosen")), "Level")
        self._likeness = SegmentedControl(_LIKENESS, "Aspects")
        self._fold = push_button("Filters")
        self._fold.setCheckable(True)
        self._chips = {mark: Chip(MARK_WORDS[mark]) for mark in _CHIPS}
        self.columns = _menu_button("Columns", "Choose, order and pin columns  Ctrl+L")
        self.filters = _menu_button("Filter by", "Filter by group, basis, verdict or mark")
        self.sort = _menu_button("Sort", "Sort the lines")
        self.view = _menu_button("View", "Undo, transpose, saved views")
        self.pictures = push_button("Pictures", name="Pictures of what is compared")
        self.pictures.setCheckable(True)
        self.export = push_button("Export", name="Export or copy the table")
        self._summary = TextLabel("", "muted", wrap=False)
        self._notice = TextLabel("", "small")
        self._lay_out()
        self._connect()
        self.refit()

    def show_grid(self, grid: Grid) -> None:
        """Show what is in force, without telling it back."""
        wanted = grid.arrangement
        self.blockSignals(True)
        if self.search.text() != wanted.text:
            self.search.setText(wanted.text)
        self._levels.choose(wanted.level)
        self._likeness.choose(wanted.likeness.value)
        for mark, chip in self._chips.items():
            facet = Facet(FacetKind.MARK, mark)
            count = grid.facet_counts.get(facet, 0)
            chip.setChecked(facet in wanted.facets)
            chip.set_text(f"{MARK_WORDS[mark]} {count:,}")
            chip.setEnabled(count > 0 or chip.isChecked())
        others = sum(each.kind is not FacetKind.MARK or each.name not in _CHIPS for each in wanted.facets)
        _count(self.filters, "Filter by", others + len(wanted.filters))
        _count(self.sort, "Sort", len(wanted.sort))
        self._summary.setText(summary_of(grid) if grid.columns else "")
        self.blockSignals(False)

    def show_notice(self, text: str) -> None:
        """Say something about the table; nothing takes the line away."""
        self._notice.setText(text)
        self._notice.setVisible(bool(text))

    @property
    def notice(self) -> str:
        return self._notice.text()

    def refit(self) -> None:
        """The text size has changed."""
        self.search.setFixedWidth(self._theme.px(_SEARCH))
        self._levels.refit()
        self._likeness.refit()

    def fold(self, height: int) -> None:
        """Where text is large and the room low, all but the first controls stand behind a button."""
        self._height = height
        is_low = height < self._theme.px(LOW)
        self._fold.setVisible(is_low)
        for each in (self._likeness, self._second, self.pictures, self.export):
            each.setVisible(not is_low or self._fold.isChecked())

    def _lay_out(self) -> None:
        first, self._second = QWidget(), QWidget()
        for line, widgets in (
            (first, (self.search, self._levels, self._fold, self._likeness, self.pictures, self.export)),
            (
                self._second,
                (self.columns, *self._chips.values(), self.filters, self.sort, self.view, self._summary),
            ),
        ):
            flow = FlowLayout(line)
            for widget in widgets:
                flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for line in (first, self._second, self._notice):
            column.addWidget(line)
        self._notice.hide()

    def _connect(self) -> None:
        self.search.textChanged.connect(self.text_changed)
        self._levels.chosen.connect(self.level_chosen)
        self._likeness.chosen.connect(self.likeness_chosen)
        for mark, chip in self._chips.items():
            chip.clicked.connect(lambda on, mark=mark: self.facet_toggled.emit(Facet(FacetKind.MARK, mark), on))
        self._fold.toggled.connect(lambda: self.fold(self._height))


def _menu_button(words: str, name: str) -> QPushButton:
    button = Chip(words)
    button.setCheckable(False)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


def _count(button: QPushButton, words: str, count: int) -> None:
    button.setText(f"{words} {count}" if count else words)
