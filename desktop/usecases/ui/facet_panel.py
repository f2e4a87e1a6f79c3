"""All facets in a panel that opens under its button: a tree of values with ticks and live counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.catalog.words import plural
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel
from desktop.usecases.facets import FACET_NAMES, options_of
from desktop.usecases.filter import CHOSEN, Facet, Filter

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.shell.context import Context
    from desktop.usecases.finder import Tally

_KEY = Qt.ItemDataRole.UserRole
_WIDTH, _LEAST, _GAP = 380, 160, 8
_NARROWEST, _TALLEST = 40, 100_000


class FacetTree(QTreeWidget):
    """A line for each facet, folded unless it asks for something, and one with a tick for each of its values."""

    toggled = Signal(object, str)  # Facet, value

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[tuple[Facet, str], QTreeWidgetItem] = {}
        self._heads: dict[Facet, QTreeWidgetItem] = {}
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setAccessibleName("Facets with the number of use cases")
        self.setExpandsOnDoubleClick(False)
        self.setWordWrap(True)
        self.setItemDelegate(_Wrapping(self))
        self.setStyleSheet("QTreeView { border: none; } QTreeView::item { padding: 4px 2px; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        options = options_of(context.catalog)
        for facet in CHOSEN:
            head = self._heads[facet] = QTreeWidgetItem(self, [FACET_NAMES[facet], ""])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            for value, words in options[facet]:
                self._lines[facet, value] = self._line(head, facet, value, words)
        self.header().sectionResized.connect(self.scheduleDelayedItemsLayout)
        self.itemChanged.connect(self._on_changed)
        self.itemClicked.connect(self._on_clicked)

    def show_filter(self, wanted: Filter, tally: Tally) -> None:
        """Ticks and counts under a filter, without telling."""
        self.blockSignals(True)
        for (facet, value), line in self._lines.items():
            asked, number = value in wanted.values(facet), tally.number(facet, value)
            line.setCheckState(0, Qt.CheckState.Checked if asked else Qt.CheckState.Unchecked)
            line.setText(1, f"{number:,}")
            line.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{line.text(0)}, {plural(number, 'use case')}")
            line.setDisabled(not number and not asked)
        for facet, head in self._heads.items():
            chosen = len(wanted.values(facet))
            head.setText(1, f"{chosen} chosen" if chosen else "")
        self.blockSignals(False)
        self.viewport().update()

    def unfold(self, wanted: Filter) -> None:
        """Open the facets that ask for something, and no others."""
        for facet, head in self._heads.items():
            head.setExpanded(facet in wanted.used)

    def content_height(self) -> int:
        """What all lines that are unfolded take."""
        self.executeDelayedItemsLayout()
        last = self._heads[CHOSEN[-1]]
        end = last.child(last.childCount() - 1) if last.isExpanded() else None
        return self.visualItemRect(end or last).bottom() - self.visualItemRect(self._heads[CHOSEN[0]]).top() + 1

    def line(self, facet: Facet, value: str) -> QTreeWidgetItem:
        """The line of a value, for whoever drives the panel."""
        return self._lines[facet, value]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and item is not None:
            self._switch(item)
            return
        super().keyPressEvent(event)

    def _line(self, head: QTreeWidgetItem, facet: Facet, value: str, words: str) -> QTreeWidgetItem:
        line = QTreeWidgetItem(head, [words, ""])
        line.setData(0, _KEY, (facet, value))
        line.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        line.setCheckState(0, Qt.CheckState.Unchecked)
        line.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return line

    def _switch(self, item: QTreeWidgetItem) -> None:
        if item.parent() is None:
            item.setExpanded(not item.isExpanded())
        elif not item.isDisabled():
            on = item.checkState(0) is Qt.CheckState.Checked
            item.setCheckState(0, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _on_clicked(self, item: QTreeWidgetItem) -> None:
        if item.parent() is None:
            item.setExpanded(not item.isExpanded())

    def _on_changed(self, item: QTreeWidgetItem) -> None:
        key = item.data(0, _KEY)
        if key is not None:
            self.toggled.emit(Facet(key[0]), key[1])


class _Wrapping(QStyledItemDelegate):
    """Makes a line as high as its text needs in the width of its column: a tree by itself would cut it."""

    def __init__(self, tree: FacetTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        one_line = super().sizeHint(option, index)
        if index.column() or not index.parent().isValid():
            return one_line
        set_out = QStyleOptionViewItem(option)
        self.initStyleOption(set_out, index)
        beside = self._tree.header().sectionSize(0) - 2 * self._tree.indentation()
        set_out.rect = QRect(0, 0, max(_NARROWEST, beside), one_line.height())
        style = self._tree.style()
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, set_out, self._tree)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self._tree) + 1
        room = QRect(0, 0, max(_NARROWEST, place.width() - 2 * margin), _TALLEST)
        wrapped = set_out.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, set_out.text).height()
        return QSize(one_line.width(), one_line.height() + max(0, wrapped - set_out.fontMetrics.height()))


class FacetPanel(QFrame):
    """The tree in a frame of its own over the room; it stays open while ticks are set. Esc closes it."""

    changed = Signal(object)  # Filter

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._context = context
        self._filter = Filter()
        self.setProperty("card", True)
        self.setAccessibleName("Filters")
        self.tree = FacetTree(context)
        self._said = TextLabel("", "muted", wrap=False)
        self._clear = push_button("Clear all")
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        column.setSpacing(_GAP)
        column.addWidget(self.tree, 1)
        column.addLayout(foot)
        self._most = 0  # pixels that there are below the button
        self.tree.expanded.connect(self._fit)
        self.tree.collapsed.connect(self._fit)
        self.tree.toggled.connect(lambda facet, value: self.changed.emit(self._filter.toggled(facet, value)))
        self._clear.clicked.connect(lambda: self.changed.emit(self._filter.cleared()))

    def show_filter(self, wanted: Filter, tally: Tally, shown: int) -> None:
        """Ticks and counts under a filter, and how many it shows."""
        self._filter = wanted
        self.tree.show_filter(wanted, tally)
        self._said.setText(f"{plural(shown, 'use case')} shown")
        self._clear.setEnabled(bool(wanted.used))

    def refit(self) -> None:
        """The text size has changed."""
        self.tree.setIndentation(self._context.theme.px(18))

    def open_under(self, button: QWidget) -> None:
        """Open below a button, within the window."""
        self.tree.unfold(self._filter)
        room = button.window().frameGeometry()
        below = button.mapToGlobal(QPoint(0, button.height() + 4))
        width = min(self._context.theme.px(_WIDTH), room.width() - 2 * _GAP)
        self._most = max(_LEAST, room.bottom() - _GAP - below.y())
        self.resize(width, self._most)
        self.move(max(room.left() + _GAP, min(below.x(), room.right() - _GAP - width)), below.y())
        self.show()
        self._fit()
        self.tree.setFocus(Qt.FocusReason.PopupFocusReason)
        first = self.tree.topLevelItem(0)
        if self.tree.currentItem() is None and first is not None:
            self.tree.setCurrentItem(first)

    def _fit(self) -> None:
        """As high as its unfolded lines need, as far as there is room."""
        if self._most:
            beside = self._clear.sizeHint().height() + 3 * _GAP + 4
            self.resize(self.width(), min(self._most, max(_LEAST, self.tree.content_height() + beside)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
