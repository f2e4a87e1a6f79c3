"""The menus of the matrix, made anew each time they open, so that they tell what is in force and what is left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop.matrix.table.arrangement import Facet, FacetKind, SortBy
from desktop.matrix.telling import KIND_WORDS, facet_words, title_of
from desktop.shell.widgets.buttons import shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent

    from desktop.catalog.catalog import Catalog
    from desktop.matrix.table.arrangement import Arrangement
    from desktop.matrix.table.grid import Grid

    Change = Callable[[Arrangement], None]

_FACETS = tuple(FacetKind)


class StayingMenu(QMenu):
    """Stays open while lines with a tick are switched, so that several can be switched at once."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._switch(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._switch(self.activeAction()):
            super().keyPressEvent(event)

    @staticmethod
    def _switch(action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


def facet_menu(
    catalog: Catalog, grid: Grid, toggled: Callable[[Facet, bool], Grid], change: Change, parent: QWidget
) -> QMenu:
    """All facets with live counts, and the conditions on columns.

    `toggled` changes the table and gives the new one, for the new counts.
    """
    menu = StayingMenu(parent)
    actions: dict[Facet, QAction] = {}

    def recount(now: Grid) -> None:
        for facet, action in actions.items():
            count = now.facet_counts.get(facet, 0)
            action.setText(f"{shown(facet_words(catalog, facet))}  {count:,}")
            action.setEnabled(count > 0 or action.isChecked())

    for kind in _FACETS:
        facets = _in_words(catalog, [each for each in grid.facet_counts if each.kind is kind])
        if not facets:
            continue
        inner = StayingMenu(KIND_WORDS[kind], menu)
        menu.addMenu(inner)
        for facet in facets:
            action = actions[facet] = inner.addAction("")
            action.setCheckable(True)
            action.setChecked(facet in grid.arrangement.facets)
            action.triggered.connect(lambda on, facet=facet: recount(toggled(facet, on)))
    recount(grid)
    wanted = grid.arrangement
    if wanted.is_filtered:
        menu.addSeparator()
    for each in wanted.filters:
        words = f"Drop “{each.typed}” on {title_of(catalog, each.column)}"
        menu.addAction(shown(words), partial(change, wanted.with_filter(each.column, "")))
    if wanted.is_filtered:
        menu.addAction("Clear all filters", partial(change, wanted.unfiltered()))
    return menu


def _in_words(catalog: Catalog, facets: list[Facet]) -> list[Facet]:
    """Groups in the order of the pack, other facets by their words."""
    places = {group.id: at for at, group in enumerate(catalog.groups)}
    return sorted(facets, key=lambda facet: (places.get(facet.name, -1), facet_words(catalog, facet)))


def sort_menu(grid: Grid, change: Change, parent: QWidget) -> QMenu:
    """By which column or measure the lines are sorted; a second menu adds further keys."""
    wanted = grid.arrangement
    menu = QMenu(parent)
    first = menu.addAction("In the order of the pack")
    first.setCheckable(True)
    first.setChecked(not wanted.sort)
    first.triggered.connect(lambda: change(_unsorted(wanted)))
    _add_keys(menu, grid, lambda by: change(wanted.sorted_by(by)))
    if wanted.sort:
        then = menu.addMenu("Then by")
        _add_keys(then, grid, lambda by: change(wanted.sorted_by(by, keep=True)))
    return menu


def _unsorted(wanted: Arrangement) -> Arrangement:
    from dataclasses import replace

    return replace(wanted, sort=())


def _add_keys(menu: QMenu, grid: Grid, chosen: Callable[[str], None]) -> None:
    keys = {key.by: key.is_descending for key in grid.arrangement.sort}
    separation = [] if grid.is_transposed else [(f"*{SortBy.SEPARATION}", "What sets the subjects apart most")]
    named = [(f"*{SortBy.TITLE}", "Title"), *separation]
    for by, words in (*named, *((column.id, column.title) for column in grid.columns)):
        state = "" if by not in keys else " (falling)" if keys[by] else " (rising)"
        action = menu.addAction(shown(words) + state)
        action.setCheckable(True)
        action.setChecked(by in keys)
        action.triggered.connect(lambda _on, by=by: chosen(by))
        if by == named[-1][0]:
            menu.addSeparator()
