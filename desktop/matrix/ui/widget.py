"""The feature matrix: controls, the table, and what the reader does to it as one value after another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.catalog.words import plural
from desktop.matrix.sheets import tables_of
from desktop.matrix.staged import ARRANGEMENT, LEFT, PICTURE, TOP, VIEW, heading_of
from desktop.matrix.table.arrangement import CHOSEN, Arrangement, Likeness, as_json
from desktop.matrix.table.grid import summary_of
from desktop.matrix.table.history import History
from desktop.matrix.table.matrix import Matrix
from desktop.matrix.telling import title_of, why_empty
from desktop.matrix.ui.controls import Controls
from desktop.matrix.ui.room_menus import RoomMenus
from desktop.matrix.ui.shelf import Shelf
from desktop.matrix.ui.table import MatrixTable
from desktop.shell.handout import Heading, Sheet, Table
from desktop.shell.on_screen import OnScreen
from desktop.shell.room import Room
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from desktop.catalog.refs import Ref
    from desktop.matrix.sheets import LevelTable
    from desktop.matrix.table.grid import Grid
    from desktop.matrix.ui.pictures.page import Pictures
    from desktop.shell.context import Context


class MatrixRoom(Room):
    """Compares subjects, aspect by aspect. What is shown follows from one arrangement; each change is a new one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._matrix = Matrix(context.catalog, date.today())
        self._shelf = Shelf(context.settings, context.catalog)
        levels = self._matrix.levels()
        kept = self._shelf.last_level()
        first = kept if kept in dict(levels) else levels[0][0] if levels else CHOSEN
        self._history = History((self._shelf.last_columns(first),))
        self._controls = Controls(levels, context.theme)
        self._table = MatrixTable(context, self._matrix.grid_of(self.arrangement))
        self._pages = QStackedWidget()
        self._pictures: Pictures | None = None
        self._menus = RoomMenus(self, self, context, self._shelf, self._controls)
        self._build()
        self._connect()
        self._show()

    @property
    def arrangement(self) -> Arrangement:
        """What is in force."""
        return self._history.current

    @property
    def grid(self) -> Grid:
        """What is shown."""
        return self._table.grid

    # What the window asks.

    def open(self, ref: Ref) -> None:
        """Show a cell, aspect or subject; what hides it is dropped."""
        wanted = self._level_for(ref)
        if wanted is not None:
            self.arrange(wanted)
        if not self._table.select_place(ref, tell=False):
            self.arrange(replace(self.arrangement.unfiltered(), folded=frozenset()))
            if not self._table.select_place(ref, tell=False):
                self.arrange(replace(self.arrangement, subjects=(), aspects=()))
                self._table.select_place(ref, tell=False)
        self._controls.pictures.setChecked(False)
        self._show_page()
        self._table.setFocus()

    def on_screen(self) -> OnScreen:
        """The selected place, where it is in sight, and the arrangement; where pictures are shown, which of them."""
        catalog, state = self._context.catalog, {ARRANGEMENT: as_json(self.arrangement)}
        if self._pictures is not None and self._pages.currentWidget() is self._pictures:
            return OnScreen(VIEW, self._pictures.title, state | {PICTURE: self._pictures.key})
        corner = zip((TOP, LEFT), self._table.corner, strict=True)
        ref = self._table.outlined or VIEW
        return OnScreen(ref, heading_of(catalog, ref), state | {name: id for name, id in corner if id})

    def status(self) -> str:
        grid = self._table.grid
        lines = plural(grid.shown, "subject") if grid.is_transposed else plural(grid.shown, "aspect")
        columns = plural(len(grid.columns), "aspect" if grid.is_transposed else "subject")
        return f"{lines}, {columns} · {summary_of(grid)}"

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The room's keyboard place is its table."""
        super().focusInEvent(event)
        self._table.setFocus()

    def focus_search(self) -> None:
        self._controls.search.setFocus()
        self._controls.search.selectAll()

    def sheets(self) -> Sequence[Sheet]:
        return [_sheet(table) for table in tables_of(self._context.catalog)]

    # What the reader does.

    def arrange(self, arrangement: Arrangement) -> None:
        """Show another arrangement; it can be undone."""
        self._history = self._history.then(arrangement)
        self._show()

    def undo(self) -> None:
        self._history = self._history.undone()
        self._show()

    def redo(self) -> None:
        self._history = self._history.redone()
        self._show()

    def transpose(self) -> None:
        """Subjects as lines, or as columns again. Sorting by a column has no meaning the other way round."""
        self.arrange(replace(self.arrangement, is_transposed=not self.arrangement.is_transposed, sort=(), pinned=()))

    def choose_columns(self) -> None:
        """Ask which subjects and aspects are shown."""
        from desktop.matrix.ui.columns_dialog import ColumnsDialog

        dialog = ColumnsDialog(self._context.catalog, self._matrix, self.arrangement, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.arranged.connect(self.arrange)
        dialog.open()

    # How it is put together.

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._controls)
        self._pages.addWidget(self._table)
        self._pages.addWidget(self._nothing())
        column.addWidget(self._pages, 1)

    def _nothing(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        self._why = TextLabel("", "title")
        self._clear = push_button("Clear all filters")
        self._why.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        column.addWidget(self._why)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    def _connect(self) -> None:
        controls, table = self._controls, self._table
        controls.search.returnPressed.connect(self._table.select_next_hit)
        controls.text_changed.connect(lambda text: self.arrange(replace(self.arrangement, text=text)))
        controls.level_chosen.connect(self._on_level_chosen)
        controls.likeness_chosen.connect(lambda key: self.arrange(replace(self.arrangement, likeness=Likeness(key))))
        controls.facet_toggled.connect(lambda facet, on: self.arrange(self.arrangement.with_facet(facet, on)))
        controls.columns.clicked.connect(self.choose_columns)
        for button, opened in (
            (controls.filters, self._menus.open_filters),
            (controls.sort, self._menus.open_sort),
            (controls.view, self._menus.open_view),
            (controls.export, self._menus.open_export),
        ):
            button.clicked.connect(opened)
        controls.pictures.toggled.connect(self._show_page)
        self._clear.clicked.connect(lambda: self.arrange(self.arrangement.unfiltered()))
        table.place_selected.connect(self._context.navigator.select)
        table.fold_requested.connect(self._on_fold_requested)
        table.column_moved.connect(self._on_column_moved)
        table.menu_requested.connect(self._menus.open_column)
        self._context.theme.changed.connect(self._on_theme_changed)
        self._add_keys()

    def _add_keys(self) -> None:
        controls = self._controls
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+T", self.transpose),
            ("Ctrl+L", self.choose_columns),
            ("Ctrl+E", self._menus.open_export),
            ("Ctrl+G", controls.pictures.toggle),
            ("F3", self._table.select_next_hit),
            ("Ctrl+C", self._copy_block),
            ("Ctrl+Shift+C", self._menus.copy_table),
        )
        for key, does in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    def _show(self) -> None:
        grid = self._matrix.grid_of(self.arrangement)
        self._table.show_grid(grid)
        self._controls.show_grid(grid)
        is_empty = not grid.count or not grid.columns
        self._why.setText(why_empty(self._context.catalog, self.arrangement) if is_empty else "")
        self._clear.setVisible(self.arrangement.is_filtered)
        wrong = (
            f"The condition on {self._title(name)} is not in force: {why}." for name, why in grid.bad_filters.items()
        )
        self._controls.show_notice(" ".join(wrong))
        self._shelf.keep_columns(self.arrangement)
        self._show_page()
        self.status_changed.emit(self.status())

    def _show_page(self) -> None:
        grid = self._table.grid
        if self._controls.pictures.isChecked():
            pictures = self._built_pictures()
            ids = tuple(each.id for each in grid.columns), tuple(each.id for each in grid.heads)
            pictures.show_table(*(ids[::-1] if grid.is_transposed else ids))
            self._pages.setCurrentWidget(pictures)
        else:
            self._pages.setCurrentIndex(0 if grid.count and grid.columns else 1)

    def _built_pictures(self) -> Pictures:
        """The pictures of what is compared, made when they are first asked for: pyqtgraph comes with them."""
        if self._pictures is None:
            from desktop.matrix.ui.pictures.page import Pictures

            self._pictures = Pictures(self._context)
            self._pictures.place_selected.connect(self._on_picture_clicked)
            self._pages.addWidget(self._pictures)
        return self._pictures

    def _on_picture_clicked(self, ref: Ref) -> None:
        self._table.select_place(ref, tell=False)
        self._context.navigator.select(ref)

    def _title(self, name: str) -> str:
        return title_of(self._context.catalog, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._controls.fold(self.height())

    def _level_for(self, ref: Ref) -> Arrangement | None:
        """The arrangement of another level, where the place is not on this one."""
        catalog = self._context.catalog
        subject, aspect = getattr(ref, "subject", ""), getattr(ref, "aspect", "")
        if subject:
            is_here = subject in {each.id for each in self._matrix.subjects(self.arrangement)}
            level = catalog.subject[subject].level
        else:
            is_here = aspect in {each.id for each in self._matrix.aspects(self.arrangement)}
            level = catalog.aspect[aspect].levels[0]
        if is_here:
            return None
        return self._shelf.last_columns(level)

    # What happens.

    def _on_level_chosen(self, level: str) -> None:
        wanted = self._shelf.last_columns(level)
        if level == CHOSEN and not wanted.subjects:
            wanted = replace(wanted, subjects=tuple(each.id for each in self._matrix.subjects(self.arrangement)))
            self.arrange(wanted)
            self.choose_columns()
            return
        self.arrange(replace(wanted, text=self.arrangement.text, likeness=self.arrangement.likeness))

    def _copy_block(self) -> None:
        rows, columns = self._table.selected_block()
        if rows and columns:
            self._menus.copy_block((rows, columns))

    def _on_fold_requested(self, group: str) -> None:
        self.arrange(replace(self.arrangement, folded=self.arrangement.folded ^ {group}))

    def _on_column_moved(self, column: str, place: str) -> None:
        self.arrange(self._moved(column, place))

    def _moved(self, column: str, place: str) -> Arrangement:
        names = [each.id for each in self._table.grid.columns]
        to = names.index(place)
        names.remove(column)
        names.insert(to, column)
        if self.arrangement.is_transposed:
            return replace(self.arrangement, aspects=tuple(names))
        return replace(self.arrangement, subjects=tuple(names))

    def _on_theme_changed(self) -> None:
        self._controls.refit()
        self._controls.fold(self.height())


def _sheet(table: LevelTable) -> Sheet:
    title = f"Feature matrix: {table.title}"
    return Sheet(title, (Heading(title, 1), Table(table.header, table.rows, table.widths)), landscape=True)
