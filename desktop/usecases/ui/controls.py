"""The lines of controls: search words, the kind, the panel of all facets, the order, and what is in force."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.shell.widgets.buttons import SegmentedControl, push_button
from desktop.shell.widgets.fields import add_clear_button
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.tab_order import tab_through
from desktop.usecases.facets import SORT_WORDS
from desktop.usecases.filter import CHOSEN, Facet, Filter, SortBy
from desktop.usecases.ui.facet_panel import FacetPanel
from desktop.usecases.ui.in_force import InForce
from desktop.usecases.words import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.catalog.entities.pack import Kind
    from desktop.shell.context import Context
    from desktop.usecases.finder import Tally

_SEARCH, _LONGEST_SEARCH = 150, 360


class Controls(QWidget):
    """All that filters and sorts, but the map; and the buttons for what is done with the list."""

    changed = Signal(object)  # Filter
    map_toggled = Signal(bool)
    pictures_toggled = Signal(bool)
    list_requested = Signal()
    chooser_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._filter = Filter()
        self._folded = self._low = False
        self._kinds = context.catalog.pack.kinds
        self._search = self._search_field()
        self._segments = SegmentedControl(
            [("", "All"), *((kind.id, one_line(kind.title)) for kind in self._kinds)], "Kind"
        )
        self.filters = push_button("Filters", name="Filters: all facets with counts")
        self._sort = self._sort_box()
        self.compare = push_button("Compare")
        self.export = push_button("Export", name="Export or copy the list")
        self._map = push_button("Map", name="Coverage map")
        self._map.setCheckable(True)
        self._pictures = push_button("Pictures")
        self._pictures.setCheckable(True)
        self._chooser = push_button("Which one for me?")
        self._has_chooser = bool(context.catalog.chooser.questions)
        self._panel = FacetPanel(context, self)
        self._in_force = InForce(context)
        self._holder = QWidget()
        self._row = FlowLayout(self._holder)
        self._order: list[QWidget] = []
        self._set_up()
        self._chooser.setVisible(self._has_chooser)
        self.refit()

    def fold(self, narrow: bool, low: bool) -> None:
        """In a narrow room offer the button 'Map'; in a low one leave the line of chips to the panel."""
        if (self._folded, self._low) != (narrow, low):
            self._folded, self._low = narrow, low
            self._in_force.make_room(not low)
            self._arrange()

    @property
    def map_button(self) -> QPushButton:
        return self._map

    @property
    def panel(self) -> FacetPanel:
        return self._panel

    @property
    def pictures_button(self) -> QPushButton:
        return self._pictures

    def show_filter(self, wanted: Filter, tally: Tally, shown: int) -> None:
        """Show a filter, the counts beside each choice, and how many it shows, without telling."""
        self._filter = wanted
        if self._search.text() != wanted.text:
            self._search.blockSignals(True)
            self._search.setText(wanted.text)
            self._search.blockSignals(False)
        if len(wanted.kind) > 1:
            self._segments.choose_none()
        else:
            self._segments.choose(wanted.only(Facet.KIND))
        self._segments.set_words("", f"All {tally.without[Facet.KIND]:,}")
        for kind in self._kinds:
            self._segments.set_words(kind.id, f"{one_line(kind.title)} {tally.number(Facet.KIND, kind.id):,}")
        chosen = sum(len(wanted.values(facet)) for facet in CHOSEN)
        self.filters.setText(f"Filters ({chosen})" if chosen else "Filters")
        self._sort.setCurrentIndex(self._sort.findData(wanted.sort))
        self._panel.show_filter(wanted, tally, shown)
        self._in_force.show_filter(wanted)
        self._arrange()

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def refit(self) -> None:
        """Draw the marks again and measure: the look has changed."""
        for kind in self._kinds:
            icon, width = self._marks(kind)
            if not icon.isNull():
                self._segments.set_icon(kind.id, icon, width)
        self._segments.refit()
        self._panel.refit()
        self._order = []
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Narrow: the controls wrap, and the kinds are left to the panel."""
        return QSize(self._context.theme.px(_SEARCH), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _set_up(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._search, self._segments, self._chooser, *self._buttons()):
            widget.setParent(self._holder)
        column.addWidget(self._holder)
        column.addWidget(self._in_force)
        self._search.textChanged.connect(lambda text: self._tell(replace(self._filter, text=text)))
        self._segments.chosen.connect(lambda key: self._tell(self._filter.having(Facet.KIND, [key])))
        self._sort.activated.connect(self._on_sorted)
        self.filters.clicked.connect(lambda: self._panel.open_under(self.filters))
        self._map.toggled.connect(self.map_toggled)
        self._pictures.toggled.connect(self._arrange)
        self._pictures.toggled.connect(self.pictures_toggled)
        self._chooser.clicked.connect(self.chooser_requested)
        for each in (self._panel, self._in_force):
            each.changed.connect(self._tell)

    def _buttons(self) -> tuple[QWidget, ...]:
        chooser = (self._chooser,) if self._has_chooser else ()
        return self.filters, self._sort, self.compare, self._pictures, self.export, self._map, *chooser

    def _spared(self) -> tuple[QWidget, ...]:
        """What has no use now, or none that is worth a line of pictures in a low room."""
        for_list = (self._sort, self.compare, self.export, self._chooser)
        useless = () if self._folded else (self._map,)
        return (*useless, *for_list) if self._low and self._pictures.isChecked() else useless

    def _arrange(self) -> None:
        """Segments for the kind where they fit on a line, else the panel has them; the search fills its line."""
        room, least = self.width(), self._context.theme.px(_SEARCH)
        fits = self._segments.sizeHint().width() <= room and not self._low
        kinds: list[QWidget] = [self._segments] if fits else []
        others = [each for each in self._buttons() if each not in self._spared()]
        beside = fits and least + _taken(kinds) <= room
        order = [*kinds, *others] if beside else [*others, *kinds]
        first = kinds if beside else others
        rest = room - _taken(order if least + _taken(order) <= room else first)
        most = self._context.theme.px(_LONGEST_SEARCH)
        self._search.setFixedWidth(min(most, rest) if rest >= least else min(least, max(room, 1)))
        self._lay_out([self._search, *order])

    def _lay_out(self, order: list[QWidget]) -> None:
        if order == self._order:
            return
        self._order = order
        while self._row.count():
            self._row.takeAt(0)
        for widget in order:
            self._row.addWidget(widget)
        for widget in (self._segments, *self._buttons()):
            widget.setVisible(widget in order)  # once the row has it: showing makes Qt measure the row at once
        stops: list[QWidget] = []
        for widget in order:
            stops += self._segments.findChildren(QPushButton) if widget is self._segments else [widget]
        tab_through(self._search, stops[1:])
        self._holder.updateGeometry()
        self.updateGeometry()

    def _search_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText("Search")
        field.setAccessibleName("Search use cases")
        add_clear_button(field)
        field.setMaxLength(200)
        field.returnPressed.connect(self.list_requested)
        return field

    def _sort_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName("Sort by")
        for by, words in SORT_WORDS.items():
            box.addItem(f"Sort: {words}", by)
        return box

    def _marks(self, kind: Kind) -> tuple[QIcon, int]:
        """The marks of a kind side by side, and the width of that picture."""
        side, marks = self._context.theme.px(14), self._context.catalog.marks
        shapes = [self._context.icons.mark(marks[each], side) for each in kind.marks]
        if not shapes:
            return QIcon(), 0
        width = len(shapes) * (side + 2) - 2
        sheet = QPixmap(QSize(width * 2, side * 2))
        sheet.setDevicePixelRatio(2.0)
        sheet.fill(Qt.GlobalColor.transparent)
        painter = QPainter(sheet)
        for place, shape in enumerate(shapes):
            painter.drawPixmap(QPointF(place * (side + 2), 0), shape)
        painter.end()
        return QIcon(sheet), width

    def _on_sorted(self, row: int) -> None:
        self._tell(replace(self._filter, sort=SortBy(self._sort.itemData(row))))

    def _tell(self, wanted: Filter) -> None:
        self._filter = wanted
        self.changed.emit(wanted)


def _taken(widgets: Sequence[QWidget]) -> int:
    """What these widgets and the gaps before them take of a line."""
    return sum(each.sizeHint().expandedTo(each.minimumSize()).width() + 8 for each in widgets)
