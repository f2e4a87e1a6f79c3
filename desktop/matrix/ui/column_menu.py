"""What can be done with one column: sort and filter by it, move it, have it stay in place, leave it out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from desktop.matrix.table.arrangement import SortKey
from desktop.shell.widgets.buttons import shown

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from desktop.matrix.table.arrangement import Arrangement
    from desktop.matrix.ui.commands import Commands


def column_menu(room: Commands, parent: QWidget, column: tuple[str, str], at: QPoint) -> QMenu:
    """The menu of a column (its id and its title); `at` is where its field for a condition opens."""
    name, title = column
    wanted = room.arrangement
    menu = QMenu(parent)
    menu.addSection(shown(title))
    for words, key in (("Sort rising", SortKey(name)), ("Sort falling", SortKey(name, is_descending=True))):
        _add(menu, room, words, replace(wanted, sort=(key,)), is_on=key in wanted.sort)
    menu.addSeparator()
    menu.addAction("Filter…", lambda: _ask(room, parent, (name, title), at))
    if wanted.filter_on(name):
        _add(menu, room, "Drop the filter", wanted.with_filter(name, ""))
    menu.addSeparator()
    pinned = tuple(each for each in wanted.pinned if each != name)
    is_pinned = name in wanted.pinned
    after = pinned if is_pinned else (*pinned, name)
    _add(menu, room, "Stays in place", replace(wanted, pinned=after), is_on=is_pinned)
    names = [each.id for each in room.grid.columns]
    place = names.index(name)
    for words, to in (("Move left", place - 1), ("Move right", place + 1)):
        action = _add(menu, room, words, _with_columns(wanted, _swapped(names, place, to)))
        action.setEnabled(0 <= to < len(names))
    hide = _add(menu, room, "Leave out", _with_columns(wanted, [each for each in names if each != name]))
    hide.setEnabled(len(names) > 1)
    return menu


def _add(menu: QMenu, room: Commands, words: str, after: Arrangement, is_on: bool | None = None) -> QAction:
    action = menu.addAction(words, lambda: room.arrange(after))
    if is_on is not None:
        action.setCheckable(True)
        action.setChecked(is_on)
    return action


def _ask(room: Commands, parent: QWidget, column: tuple[str, str], at: QPoint) -> None:
    from desktop.matrix.ui.condition_box import ConditionBox

    box = ConditionBox(parent)
    box.typed.connect(lambda name, typed: room.arrange(room.arrangement.with_filter(name, typed)))
    box.ask(*column, room.arrangement.filter_on(column[0]), at)


def _swapped(names: list[str], one: int, other: int) -> list[str]:
    found = list(names)
    if 0 <= other < len(found):
        found[one], found[other] = found[other], found[one]
    return found


def _with_columns(wanted: Arrangement, names: list[str]) -> Arrangement:
    if wanted.is_transposed:
        return replace(wanted, aspects=tuple(names))
    return replace(wanted, subjects=tuple(names))
