"""The table: pinned columns and the others side by side, as one. Fits columns to the width and rows to their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.catalog.refs import CellRef
from desktop.matrix.table.grid import Grid, GroupRow, LineRow
from desktop.matrix.ui.delegate import CellDelegate
from desktop.matrix.ui.model import GridModel
from desktop.matrix.ui.pane import Pane

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from desktop.catalog.refs import Ref
    from desktop.shell.context import Context
    from desktop.shell.tone import Tone

NARROWEST = 152
WIDEST = 460
_MOST_PINNED = 0.6  # of the width
_LOOKS = 4
_BAR, _BORDERS = 18, 4  # pixels for the bar at the right; for the borders of card and view alone


class MatrixTable(QFrame):
    """Shows a Grid. Tells which place was selected and what is asked for; it changes nothing itself."""

    place_selected = Signal(object)  # Ref
    cell_picked = Signal(object)  # Ref: a cell was clicked, or Enter or Space pressed on it
    fold_requested = Signal(str)
    column_moved = Signal(str, str)  # the column, and the one whose place it takes
    menu_requested = Signal(str, QPoint)  # the column, and where on the screen

    def __init__(self, context: Context, grid: Grid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._model = GridModel(grid, self)
        self._delegate = CellDelegate(context, self._model, self)
        self.pinned = Pane(context, self._model, self._delegate, self)
        self.main = Pane(context, self._model, self._delegate, self)
        self._fitted: set[int] = set()
        self._is_telling = True
        self._is_far = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._show_current)
        self._build()
        self._connect()

    @property
    def grid(self) -> Grid:
        return self._model.grid

    @property
    def panes(self) -> tuple[Pane, ...]:
        """The views that are shown, from left to right."""
        return (self.pinned, self.main) if self._pinned_columns() else (self.main,)

    def show_grid(self, grid: Grid) -> None:
        """Show another grid; the selected place stays selected where it is still there."""
        selected, group = self.selected, self._model.row(self.main.currentIndex().row())
        is_same_table = grid.lines is self.grid.lines
        self._model.show_grid(grid)
        self._arrange()
        if selected is not None:
            self.select_place(selected, tell=False)
        elif is_same_table and isinstance(group, GroupRow):
            self._stand_on_group(group.group.id)
        self._follow_current()

    @property
    def selected(self) -> Ref | None:
        """The place that is selected."""
        index = self.main.currentIndex()
        return self._model.ref(index.row(), index.column()) if index.isValid() else None

    def select_next_hit(self) -> bool:
        """Go to the next cell in which a searched word stands; whether there is one."""
        at = self.main.currentIndex()
        place = self._model.grid.next_hit(at.row(), at.column())
        if place is None:
            return False
        self._stand_at(*place)
        self._show_current()
        return True

    def selected_block(self) -> tuple[list[int], list[int]]:
        """The rows and columns of the block that is marked."""
        indexes = self.main.selectionModel().selectedIndexes()
        return sorted({each.row() for each in indexes}), sorted({each.column() for each in indexes})

    def select_place(self, ref: Ref, tell: bool = True) -> bool:
        """Select a place and bring it into view; whether it is there."""
        place = self._model.place_of(ref)
        if place is None:
            return False
        self._is_telling = tell
        self._stand_at(*place)
        self._is_telling = True
        self._show_current()
        for each in self.panes:
            each.viewport().update()
        return True

    def bring(self, ref: Ref) -> None:
        """Bring a place into view without going there."""
        place = self._model.place_of(ref)
        if place is not None:
            self._bring(self._model.index(*place))

    def cells(self) -> list[CellRef]:
        """Every cell, line by line."""
        grid = self.grid
        found = (self._model.ref(at, column) for at in range(grid.count) for column in range(len(grid.columns)))
        return [ref for ref in found if isinstance(ref, CellRef)]

    def mark(self, tones: Mapping[Ref, tuple[Tone, ...]]) -> None:
        """Mark these cells and no others; their lines become as high as the marks need."""
        self._model.show_tones(tones)
        self._fitted.clear()
        self._fit_visible()
        for pane in self.panes:
            pane.viewport().update()

    def be_still(self) -> None:
        """No column can be moved any more."""
        for pane in (self.pinned, self.main):
            pane.columns.may_move = False

    def be_far(self) -> None:
        """It is read from afar: no bars, and no column is cut while one fits whole."""
        self._is_far = True
        for pane in (self.pinned, self.main):
            pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            pane.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._arrange()

    @property
    def outlined(self) -> Ref | None:
        """The selected place where a reader sees it: Qt makes a first cell current that nobody has chosen."""
        index = self.main.currentIndex()
        pane = next((each for each in self.panes if not each.isColumnHidden(index.column())), self.main)
        is_chosen = self.main.selectionModel().isSelected(index)
        return self.selected if is_chosen and pane.visualRect(index).intersects(pane.viewport().rect()) else None

    @property
    def corner(self) -> tuple[str, str]:
        """The ids of the first line and the first column that are whole in sight; '' where it is not scrolled."""
        line = column = ""
        if self.main.verticalScrollBar().value() > 0:
            first = max(0, self.main.rowAt(0))
            whole = (at for at in range(first, self.grid.count) if self.main.rowViewportPosition(at) >= 0)
            line = next((head.id for at in whole if (head := self.grid.head(at)) is not None), "")
        if self.main.horizontalScrollBar().value() > 0:
            there = (at for at in self.main.shown_columns if self.main.columnViewportPosition(at) >= 0)
            column = next((self.grid.columns[at].id for at in there), "")
        return line, column

    def show_corner(self, line: str, column: str) -> None:
        """Scroll so that this line and this column stand first, as far as it goes; '' and a stranger are the first."""
        for bar in (self.main.verticalScrollBar(), self.main.horizontalScrollBar()):
            bar.setValue(0)
        row, at = self.grid.row_of(line) if line else None, self.grid.column_of(column) if column else None
        if row is not None:
            self._bring(self._model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        if at is not None and not self.main.isColumnHidden(at):
            bar = self.main.horizontalScrollBar()
            bar.setValue(bar.value() + self.main.columnViewportPosition(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _follow_current(self) -> None:
        """Where the current column has gone to the other pane, the keyboard goes with it."""
        column = self.main.currentIndex().column()
        held = next((each for each in (self.pinned, self.main) if each.hasFocus()), None)
        if held is not None and column >= 0 and held.isColumnHidden(column):
            (self.main if held is self.pinned else self.pinned).setFocus()

    def _stand_on_group(self, name: str) -> None:
        """Keep the keyboard on the head of a group that was folded or unfolded."""
        at = next((at for at, row in self._model.grid.group_rows if row.group.id == name), None)
        if at is not None:
            self._stand_at(at, self.main.shown_columns[0] if self.main.shown_columns else 0)

    def _stand_at(self, row: int, column: int) -> None:
        index = self._model.index(row, column)
        self.main.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _show_current(self) -> None:
        """Bring the current cell into view; from afar only one that was chosen, for Qt makes the first one current."""
        index = self.main.currentIndex()
        if not self._is_far or self.main.selectionModel().isSelected(index):
            self._bring(index)

    def _bring(
        self, index: QModelIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into view. Rows get their heights as they come in sight, so it takes a few looks.

        Of one that is higher than the view the top is shown.
        """
        self._fit_visible()
        pane = next((each for each in self.panes if not each.isColumnHidden(index.column())), self.main)
        for _look in range(_LOOKS if index.isValid() else 0):
            for each in self.panes:
                each.updateGeometries()  # the bars must know the new heights before one can scroll by them
            higher = pane.rowHeight(index.row()) > pane.viewport().height()
            pane.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop if higher else hint)
            self._fit_visible()

    def _build(self) -> None:
        self.setProperty("card", True)
        self.setFocusProxy(self.main)
        self._foot = QWidget()  # beside the horizontal scroll bar of the other pane
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.pinned, 1)
        left.addWidget(self._foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left)
        row.addWidget(self.main, 1)
        self.pinned.setAccessibleName("Feature matrix, pinned columns")
        self.main.setAccessibleName("Feature matrix")
        self.pinned.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pinned.setSelectionModel(self.main.selectionModel())
        self.pinned.beside, self.main.beside = self.main, self.pinned

    def _connect(self) -> None:
        self.main.selectionModel().currentChanged.connect(self._on_current_changed)
        for pane in (self.pinned, self.main):
            pane.fold_requested.connect(self.fold_requested)
            pane.head_chosen.connect(self._on_head_chosen)
            pane.cell_picked.connect(self._on_cell_picked)
            pane.menu_requested.connect(lambda at, pane=pane: self._on_menu_requested(pane, at))
            pane.columns.moved.connect(self._on_column_moved)
        self.main.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.pinned.verticalScrollBar().valueChanged.connect(self.main.verticalScrollBar().setValue)
        self.main.horizontalScrollBar().rangeChanged.connect(self._on_width_changed)
        self._context.theme.changed.connect(self._arrange)

    def _pinned_columns(self) -> list[int]:
        grid = self._model.grid
        found = [at for name in grid.arrangement.pinned if (at := grid.column_of(name)) is not None]
        return found if len(found) < len(grid.columns) else []

    def _arrange(self) -> None:
        """Columns share the width; rows get their heights; heads of groups span the columns."""
        grid = self._model.grid
        self._fitted.clear()
        pinned = self._pinned_columns()
        width = self._column_width()
        height = self.main.columns.height_for(width)
        head = self.main.lines.width_wanted()
        self.pinned.setVisible(bool(pinned))
        for pane, is_pinned in ((self.pinned, True), (self.main, False)):
            pane.lines.setVisible(is_pinned == bool(pinned))
            pane.lines.setFixedWidth(head)
            pane.columns.setFixedHeight(height)
            pane.lines.setDefaultSectionSize(self._context.theme.px(72))
            for column in range(len(grid.columns)):
                pane.setColumnWidth(column, width)
                pane.setColumnHidden(column, (column in pinned) != is_pinned)
            self._arrange_groups(pane)
        whole = head + width * len(pinned) + 2 * self.pinned.frameWidth()
        self.pinned.setFixedWidth(min(whole, round(self.width() * _MOST_PINNED)))
        self._level_feet()
        self._fit_visible()
        self._settle.start(0)

    def _arrange_groups(self, pane: Pane) -> None:
        pane.clearSpans()
        columns = pane.shown_columns
        if not columns:
            return
        for at, row in self._model.grid.group_rows:
            if len(columns) > 1:
                pane.setSpan(at, columns[0], 1, columns[-1] - columns[0] + 1)
            pane.setRowHeight(at, self.main.lines.group_height(row))
        pane.updateGeometries()

    def _on_width_changed(self) -> None:
        """The bar below has come or gone, and with it the height that is left."""
        self._level_feet()
        self._settle.start(0)

    def _level_feet(self) -> None:
        bar = self.main.horizontalScrollBar()
        scrolls = bar.maximum() > bar.minimum() and not self.pinned.horizontalScrollBar().isVisible()
        self._foot.setFixedHeight(bar.sizeHint().height() if scrolls else 0)

    def _column_width(self) -> int:
        count = max(1, len(self._model.grid.columns))
        beside = _BORDERS if self._is_far else _BAR
        room = self.width() - self.main.lines.width_wanted() - 2 * self.main.frameWidth() - beside
        narrowest = round(NARROWEST * self._context.theme.scale)
        fitting = min(count, max(1, room // narrowest)) if self._is_far else count
        widest = max(narrowest, round(WIDEST * self._context.theme.scale), room // count)
        return min(max(narrowest, room // fitting), widest)

    def _fit_visible(self) -> None:
        """Give the rows in view exactly the height that their texts need."""
        bottom = self.main.viewport().height()
        at = max(0, self.main.rowAt(0))
        width = self._column_width()
        while at < self._model.rowCount() and self.main.rowViewportPosition(at) <= bottom:
            if at not in self._fitted:
                self._fitted.add(at)
                row = self._model.row(at)
                if isinstance(row, LineRow):
                    cells = [(cell, self._model.tones(at, column)) for column, cell in enumerate(row.cells)]
                    heights = [self._delegate.height_for(cell, width, tones) for cell, tones in cells]
                    height = max([self.main.lines.height_for(row.head.title), *heights])
                    for pane in self.panes:
                        pane.setRowHeight(at, height)
            at += 1

    def _on_scrolled(self, value: int) -> None:
        self._fit_visible()
        self.pinned.verticalScrollBar().setValue(value)

    def _on_current_changed(self, index: QModelIndex) -> None:
        ref = self._model.ref(index.row(), index.column())
        self._settle.start(0)
        if ref is not None and self._is_telling:
            self.place_selected.emit(ref)

    def _on_cell_picked(self, row: int, column: int) -> None:
        ref = self._model.ref(row, column)
        if ref is not None:
            self.cell_picked.emit(ref)

    def _on_head_chosen(self, row: int, column: int) -> None:
        ref = self._model.ref(row, column)
        if ref is not None:
            self.place_selected.emit(ref)

    def _on_column_moved(self, start: int, end: int) -> None:
        columns = self._model.grid.columns
        self.column_moved.emit(columns[start].id, columns[end].id)

    def _on_menu_requested(self, pane: Pane, column: int) -> None:
        columns = self._model.grid.columns
        if 0 <= column < len(columns):
            x = pane.columns.sectionViewportPosition(column)
            at = pane.columns.mapToGlobal(QPoint(max(0, x), pane.columns.height()))
            self.menu_requested.emit(columns[column].id, at)
