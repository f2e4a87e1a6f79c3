"""The menus of the window of decks as a table: what can be done, by which key, and which method does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow


class EditorAction(NamedTuple):
    """One line; `needs` says what it takes: '', a 'deck', an 'own' deck, a 'stop', an 'own stop' or a 'place'."""

    menu: str
    text: str
    does: str
    keys: tuple[str, ...]
    needs: str = ""


ACTIONS = (
    EditorAction("&Deck", "&New deck", "new_deck", ("Ctrl+N",)),
    EditorAction("&Deck", "&Copy to my decks", "copy_deck", ("Ctrl+Shift+C",), "deck"),
    EditorAction("&Deck", "&Delete the deck", "delete_deck", ("Ctrl+Shift+Delete",), "own"),
    EditorAction("&Deck", "&Take away…", "take_away", ("Ctrl+E",), "deck"),
    EditorAction("&Deck", "&Present", "present", ("F5",), "deck"),
    EditorAction("&Deck", "C&lose", "close", ("Ctrl+W",)),
    EditorAction("&Edit", "&Undo", "undo", ("Ctrl+Z",)),
    EditorAction("&Edit", "&Redo", "redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
    EditorAction("&Stop", "&Add what is shown", "add_shown", ("Ctrl+D",)),
    EditorAction("&Stop", "New &title", "new_title", ("Ctrl+T",), "own"),
    EditorAction("&Stop", "New te&xt", "new_text", ("Ctrl+Shift+T",), "own"),
    EditorAction("&Stop", "D&uplicate", "duplicate", ("Ctrl+Shift+D",), "own stop"),
    EditorAction("&Stop", "&Delete", "delete_stop", ("Ctrl+Backspace",), "own stop"),
    EditorAction("&Stop", "Move u&p", "move_up", ("Alt+Up",), "own stop"),
    EditorAction("&Stop", "Move do&wn", "move_down", ("Alt+Down",), "own stop"),
    EditorAction("&Stop", "&Go there", "go_there", ("Ctrl+G",), "place"),
    EditorAction("&Stop", "Update &from screen", "update_stop", ("Ctrl+U",), "own stop"),
    EditorAction("&Stop", "Present from &here", "present_from_here", ("Shift+F5",), "stop"),
)


def add_menus(window: QMainWindow) -> dict[str, QAction]:
    """Put the menus into the window; the actions by what they do."""
    menus = {name: window.menuBar().addMenu(name) for name in dict.fromkeys(spec.menu for spec in ACTIONS)}
    actions = {}
    for spec in ACTIONS:
        action = actions[spec.does] = menus[spec.menu].addAction(spec.text)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.triggered.connect(lambda _checked=False, does=spec.does: getattr(window, does)())
    return actions
