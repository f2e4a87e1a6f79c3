"""The menu of views: undo, transpose, save under a name, open, copy as text and paste."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QWidget

from desktop.matrix.table.arrangement import NoArrangement, as_json, from_json
from desktop.shell.widgets.buttons import shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.catalog.catalog import Catalog
    from desktop.matrix.ui.commands import Commands
    from desktop.matrix.ui.shelf import Shelf


def view_menu(room: Commands, parent: QWidget, shelf: Shelf, catalog: Catalog, tell: Callable[[str], None]) -> QMenu:
    """`tell` says a line of words to the reader."""
    menu = QMenu(parent)

    def open_text(text: str, what: str) -> None:
        try:
            opened = from_json(text, catalog)
        except NoArrangement as wrong:
            tell(f"{what} cannot be opened: {wrong}.")
            return
        room.arrange(opened.arrangement)
        if opened.dropped:
            tell(f"This pack does not have {', '.join(opened.dropped)}; the view opened without.")

    def delete(name: str) -> None:
        shelf.delete(name)
        tell(f"Deleted the view '{name}'.")

    def open_saved(name: str) -> None:
        open_text(shelf.text(name), f"The view '{name}'")

    _with_keys(menu.addAction("Undo", room.undo), "Ctrl+Z")
    _with_keys(menu.addAction("Redo", room.redo), "Ctrl+Shift+Z")
    transposed = _with_keys(menu.addAction("Subjects as lines", room.transpose), "Ctrl+T")
    transposed.setCheckable(True)
    transposed.setChecked(room.arrangement.is_transposed)
    menu.addSeparator()
    menu.addAction("Save view…", lambda: _save(room, parent, shelf, tell))
    for title, does in (
        ("Open view", open_saved),
        ("Delete view", delete),
    ):
        inner = menu.addMenu(title)
        inner.setEnabled(bool(shelf.names()))
        for name in shelf.names():
            inner.addAction(shown(name), partial(does, name))
    menu.addSeparator()
    menu.addAction("Copy view as text", lambda: QGuiApplication.clipboard().setText(as_json(room.arrangement)))
    menu.addAction("Paste view", lambda: open_text(QGuiApplication.clipboard().text(), "What was copied"))
    return menu


def _with_keys(action: QAction, keys: str) -> QAction:
    """Show the key beside the words; the room itself listens for it."""
    action.setText(f"{action.text()}\t{QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}")
    return action


def _save(room: Commands, parent: QWidget, shelf: Shelf, tell: Callable[[str], None]) -> None:
    name, is_sure = QInputDialog.getText(parent, "Save view", "Name", QLineEdit.EchoMode.Normal, "")
    name = " ".join(name.split())[:80]
    if is_sure and name:
        is_new = name not in shelf.names()
        shelf.save(name, room.arrangement)
        tell(f"Saved as '{name}'." if is_new else f"'{name}' now holds this view in place of the one before.")
