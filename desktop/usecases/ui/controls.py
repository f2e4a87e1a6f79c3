"""The line of controls: search words, the kind, and combo boxes for the other facets, with live counts."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from desktop.catalog.words import sentence
from desktop.shell.widgets.buttons import SegmentedControl, push_button
from desktop.shell.widgets.fields import add_clear_button
from desktop.shell.widgets.flow import FlowLayout
from desktop.usecases.finder import Facet, Filter
from desktop.usecases.words import GRADE_WORDS, MATURITY_WORDS, one_line

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.catalog.entities.pack import Kind
    from desktop.shell.context import Context

Options = tuple[tuple[str, str], ...]
_SEARCH, _LONGEST_SEARCH = 150, 360
_LONGEST = 44  # letters in a closed box


class FacetCombo(QComboBox):
    """One facet as a combo box: 'Any ...' and each value with the number it would show."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Options, prefix: str = "", parent: QWidget | None = None) -> None:
        """`options` are (key, words), the first, '', for any. A closed box says the `prefix` and the key."""
        super().__init__(parent)
        self._words = dict(options)
        self._short = {key: f"{prefix} {key}" if prefix and key else words for key, words in options}
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for key, words in options:
            self.addItem(words, key)
        self.activated.connect(self._on_activated)

    def show_counts(self, key: str, numbers: Counter[str]) -> None:
        """Choose a value without telling, and put the live counts behind the words."""
        for row in range(self.count()):
            each = self.itemData(row)
            number = numbers[each] if each else numbers.total()
            self.setItemText(row, f"{self._words[each]} {number:,}" if each else self._words[each])
        self.setCurrentIndex(max(0, self.findData(key)))
        self.refit()

    def refit(self) -> None:
        """As wide as its longest words, so that nothing moves when the choice does."""
        self.ensurePolished()
        metrics, frame = self.fontMetrics(), self.sizeHint().height() + 18
        longest = max(metrics.horizontalAdvance(self.itemText(row)) for row in range(self.count()))
        self.setFixedWidth(min(self._widest(), longest + frame))
        self.view().setMinimumWidth(longest + frame)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.width() - self.sizeHint().height() - 12
        option.currentText = self.fontMetrics().elidedText(self._closed_words(), Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _closed_words(self) -> str:
        """What is chosen, without its count: the list and the status line say how many."""
        return self._short.get(self.currentData(), "")

    def _widest(self) -> int:
        return self.fontMetrics().averageCharWidth() * _LONGEST

    def _on_activated(self, row: int) -> None:
        self.chosen.emit(self.itemData(row))


class Controls(QWidget):
    """All that filters, but the map."""

    changed = Signal(object)  # Filter
    map_toggled = Signal(bool)
    list_requested = Signal()
    chooser_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._filter = Filter()
        self._folded = self._low = False
        self._kinds = context.catalog.pack.kinds
        self._search = self._search_field()
        self._segments = SegmentedControl(_kind_options(self._kinds, "All"), "Kind")
        self._combos = _combos(context)
        self._map = push_button("Map", name="Coverage map")
        self._map.setCheckable(True)
        self._chooser = push_button("Which one for me?")
        self._has_chooser = bool(context.catalog.chooser.questions)
        self._more = push_button("Filters")
        self._more.setCheckable(True)
        self._row = FlowLayout(self)
        self._order: list[QWidget] = []
        for widget in (self._search, self._segments, *self._combos.values(), self._map, self._more, self._chooser):
            widget.setParent(self)
        self._search.textChanged.connect(self._on_typed)
        self._segments.chosen.connect(lambda key: self._on_chosen(Facet.KIND, key))
        for facet, combo in self._combos.items():
            combo.chosen.connect(lambda key, facet=facet: self._on_chosen(facet, key))
        self._map.toggled.connect(self.map_toggled)
        self._more.toggled.connect(self._arrange)
        self._chooser.clicked.connect(self.chooser_requested)
        self.refit()

    def fold(self, narrow: bool, low: bool) -> None:
        """In a narrow room offer the button 'Map'; in a low one put the boxes behind the button 'Filters'."""
        if (self._folded, self._low) != (narrow, low):
            self._folded, self._low = narrow, low
            self._arrange()

    @property
    def map_button(self) -> QPushButton:
        return self._map

    def show_filter(self, wanted: Filter, tally: Mapping[Facet, Counter[str]]) -> None:
        """Show a filter and the counts beside each choice, without telling."""
        self._filter = wanted
        if self._search.text() != wanted.text:
            self._search.blockSignals(True)
            self._search.setText(wanted.text)
            self._search.blockSignals(False)
        self._segments.choose(wanted.kind)
        numbers = tally[Facet.KIND]
        self._segments.set_words("", f"All {numbers.total():,}")
        for kind in self._kinds:
            self._segments.set_words(kind.id, f"{one_line(kind.title)} {numbers[kind.id]:,}")
        for facet, combo in self._combos.items():
            combo.show_counts(wanted.value(facet), tally[facet])
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
        for combo in self._combos.values():
            combo.refit()
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Narrow: the controls wrap, and the kinds turn into a combo box."""
        return QSize(self._context.theme.px(_SEARCH), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Segments for the kind where they fit on a line, else a combo box; the search fills its line."""
        room, least = self.width(), self._context.theme.px(_SEARCH)
        fits = self._segments.sizeHint().width() <= room
        kinds: list[QWidget] = [self._segments] if fits else []
        hidden = ({Facet.KIND} if fits else set()) | (set() if self._folded else {Facet.INDUSTRY})
        facets: list[QWidget] = [each for facet, each in self._combos.items() if facet not in hidden]
        if self._low and not self._more.isChecked():
            facets = []
        facets += [self._more] if self._low else []
        facets += [self._map] if self._folded else []
        facets += [self._chooser] if self._has_chooser else []
        beside = fits and least + _taken(kinds) <= room
        order = [*kinds, *facets] if beside else [*facets, *kinds]
        first = kinds if beside else facets
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
        for widget in (self._segments, *self._combos.values(), self._map, self._more, self._chooser):
            widget.setVisible(widget in order)
        for widget in order:
            self._row.addWidget(widget)
        stops: list[QWidget] = []
        for widget in order:
            stops += self._segments.findChildren(QPushButton) if widget is self._segments else [widget]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)
        self.updateGeometry()

    def _search_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText("Search")
        field.setAccessibleName("Search use cases")
        add_clear_button(field)
        field.setMaxLength(200)
        field.returnPressed.connect(self.list_requested)
        return field

    def _marks(self, kind: Kind) -> tuple[QIcon, int]:
        """The marks of a kind side by side, and the width of that picture."""
        side, marks = self._context.theme.px(14), self._context.catalog.marks
        shapes = [self._context.icons.mark(marks[each], side) for each in kind.marks if each in marks]
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

    def _on_typed(self, text: str) -> None:
        self._tell(replace(self._filter, text=text))

    def _on_chosen(self, facet: Facet, key: str) -> None:
        self._tell(replace(self._filter, **{facet.value: key}))

    def _tell(self, wanted: Filter) -> None:
        self._filter = wanted
        self.changed.emit(wanted)


def _taken(widgets: Sequence[QWidget]) -> int:
    """What these widgets and the gaps before them take of a line."""
    return sum(each.sizeHint().expandedTo(each.minimumSize()).width() + 8 for each in widgets)


def _kind_options(kinds: Sequence[Kind], every: str) -> Options:
    return ("", every), *((kind.id, one_line(kind.title)) for kind in kinds)


def _combos(context: Context) -> dict[Facet, FacetCombo]:
    catalog = context.catalog
    industries = ((each.id, one_line(each.title)) for each in catalog.industries)
    maturities = ((each.value, sentence(words)) for each, words in MATURITY_WORDS.items())
    grades = ((each.value, f"{each.value}: {words}") for each, words in GRADE_WORDS.items())
    return {
        Facet.KIND: FacetCombo("Kind", _kind_options(catalog.pack.kinds, "Any kind")),
        Facet.INDUSTRY: FacetCombo("Industry", (("", "All industries"), *industries)),
        Facet.MATURITY: FacetCombo("Maturity", (("", "Any maturity"), *maturities)),
        Facet.GRADE: FacetCombo("Evidence", (("", "Any evidence"), *grades), "Evidence"),
    }
