"""The menus as a table: what can be done, by which key, and which method of the window does it.

An ampersand stands before the letter that chooses a line while its menu is open.
"""

from __future__ import annotations

from typing import NamedTuple


class ActionSpec(NamedTuple):
    """One line of a menu. `does` leads from the window to a method; `checkable` lines keep a tick."""

    menu: str
    text: str
    does: str
    keys: tuple[str, ...] = ()
    checkable: bool = False
    separated: bool = False


class ThemeSpec(NamedTuple):
    """One line of the menu of themes; `choice` is the word that the settings keep."""

    text: str
    choice: str
    key: str


PRESENT = "&Present"
MENUS = ("&File", "&Edit", "&View", "&Go", "&Answers", PRESENT, "&Help")

ACTIONS = (
    ActionSpec("&File", "Open pack &folder…", "packs.choose_folder", ("Ctrl+O",)),
    ActionSpec("&File", "Open &zipped pack…", "packs.choose_zip", ("Ctrl+Shift+O",)),
    ActionSpec("&File", "Open the &shipped pack", "packs.open_shipped", ("Ctrl+Shift+H",)),
    ActionSpec("&File", "Open &again from disk", "packs.reload", ("Ctrl+R",), separated=True),
    ActionSpec("&File", "&Problems in the pack…", "show_problems", ("Ctrl+Shift+P",)),
    ActionSpec("&File", "&Quit", "close", ("Ctrl+Q",), separated=True),
    ActionSpec("&Edit", "&Find in this view", "find_here", ("Ctrl+F",)),
    ActionSpec("&Edit", "&Search everything", "find_anywhere", ("Ctrl+K",)),
    ActionSpec("&View", "&Larger text", "enlarge_text", ("Ctrl++", "Ctrl+=")),
    ActionSpec("&View", "&Smaller text", "shrink_text", ("Ctrl+-",)),
    ActionSpec("&View", "&Ordinary text size", "reset_text", ("Ctrl+0",)),
    ActionSpec("&View", "Less &motion", "reduce_motion", ("Ctrl+Shift+M",), checkable=True),
    ActionSpec("&View", "&Evidence panel", "show_evidence", ("F9",), checkable=True, separated=True),
    ActionSpec("&View", "&Full screen", "show_full_screen", ("F11",), checkable=True),
    ActionSpec("&Go", "&Back", "go_back", ("Alt+Left",)),
    ActionSpec("&Go", "&Forward", "go_forward", ("Alt+Right",)),
    ActionSpec("&Answers", "Export as a &spreadsheet…", "answers.export_csv", ("Ctrl+Shift+A",)),
    ActionSpec("&Answers", "Export as &JSON Lines…", "answers.export_json", ("Ctrl+Shift+J",)),
    ActionSpec("&Answers", "&Back up now", "answers.back_up", ("Ctrl+Shift+B",), separated=True),
    ActionSpec("&Answers", "&Restore a backup…", "answers.restore", ("Ctrl+Shift+U",)),
    ActionSpec("&Answers", "Start &over…", "answers.start_over", ("Ctrl+Shift+X",)),
    ActionSpec("&Answers", "&Learning…", "answers.choose_preferences", ("Ctrl+Shift+G",), separated=True),
    ActionSpec(PRESENT, "&Present", "talks.present", ("F5",)),
    ActionSpec(PRESENT, "Present from the &chosen stop", "talks.present_from_here", ("Shift+F5",)),
    ActionSpec(PRESENT, "&Add what is shown to a deck", "talks.add", ("Ctrl+D",), separated=True),
    ActionSpec(PRESENT, "&Undo the last change of a deck", "talks.undo", ("Ctrl+Alt+Z",)),
    ActionSpec(PRESENT, "&Decks…", "talks.edit", ("Ctrl+Shift+E",), separated=True),
    ActionSpec("&Help", "&Keys", "dialogs.show_keys", ("F1",)),
    ActionSpec("&Help", "&Coverage of the pack", "dialogs.show_coverage", ("Shift+F9",)),
    ActionSpec("&Help", "&About", "dialogs.show_about", ("Shift+F1",)),
)

THEME = "theme."  # before a choice, it names the line of that theme as `does` names the others
THEMES = (
    ThemeSpec("&Theme of the system", "system", "Ctrl+Shift+T"),
    ThemeSpec("&Light", "light", "Ctrl+Shift+L"),
    ThemeSpec("&Dark", "dark", "Ctrl+Shift+D"),
)


def words(text: str) -> str:
    """The words of a line as one reads them, without the mark of its letter."""
    return text.replace("&", "").rstrip("…")
