"""Opens the menus of the matrix and takes the table to the clipboard. Each menu is imported when it first opens."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.matrix.telling import title_of
from desktop.shell.announce import announce
from desktop.shell.widgets.buttons import open_under

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from desktop.export.table import ExportTable
    from desktop.matrix.table.arrangement import Facet
    from desktop.matrix.table.grid import Grid
    from desktop.matrix.ui.commands import Commands
    from desktop.matrix.ui.controls import Controls
    from desktop.matrix.ui.shelf import Shelf
    from desktop.shell.context import Context


class RoomMenus:
    """`room` is what the menus ask; `parent` the widget that they open over."""

    def __init__(self, room: Commands, parent: QWidget, context: Context, shelf: Shelf, controls: Controls) -> None:
        self._room, self._parent, self._context = room, parent, context
        self._shelf, self._controls = shelf, controls

    def open_filters(self) -> None:
        """All facets with what each would leave."""
        from desktop.matrix.ui.menus import facet_menu

        button = self._controls.filters
        open_under(
            button, facet_menu(self._context.catalog, self._room.grid, self._toggled, self._room.arrange, button)
        )

    def open_sort(self) -> None:
        """What the lines can be sorted by."""
        from desktop.matrix.ui.menus import sort_menu

        button = self._controls.sort
        open_under(button, sort_menu(self._room.grid, self._room.arrange, button))

    def open_view(self) -> None:
        """Undo, transpose, saved views."""
        from desktop.matrix.ui.view_menu import view_menu

        menu = view_menu(self._room, self._parent, self._shelf, self._context.catalog, self.tell)
        open_under(self._controls.view, menu)

    def open_export(self) -> None:
        """Into which kind of file."""
        from desktop.shell.table_menu import export_menu

        button = self._controls.export
        open_under(button, export_menu(self._table, self._context.theme.tokens, self.tell, button, "Ctrl+Shift+C"))

    def open_column(self, column: str, at: QPoint) -> None:
        """What can be done with a column."""
        from desktop.matrix.ui.column_menu import column_menu

        title = title_of(self._context.catalog, column)
        column_menu(self._room, self._parent, (column, title), at).popup(at)

    def copy_table(self) -> None:
        """All that is seen, to the clipboard."""
        self._copy(self._table())

    def copy_block(self, block: tuple[list[int], list[int]]) -> None:
        """These rows and columns, to the clipboard."""
        from desktop.matrix.taking import block_of

        self._copy(block_of(self._context.catalog, self._room.grid, block, date.today()))

    def tell(self, words: str) -> None:
        """Say how something went, to the eye and to the ear."""
        self._controls.show_notice(words)
        if words:
            announce(self._parent, words)

    def _table(self) -> ExportTable:
        from desktop.matrix.taking import table_of

        return table_of(self._context.catalog, self._room.grid, date.today())

    def _copy(self, table: ExportTable) -> None:
        from desktop.shell.table_menu import copied

        self.tell(copied(table))

    def _toggled(self, facet: Facet, is_on: bool) -> Grid:
        self._room.arrange(self._room.arrangement.with_facet(facet, is_on))
        return self._room.grid
