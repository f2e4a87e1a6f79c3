"""The menu bar, made from the table in actions.py. What a line does is a method of the window."""

from __future__ import annotations

from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop.shell.actions import ACTIONS, MENUS, PRESENT, THEME, THEMES, ActionSpec
from desktop.shell.theme import ThemeChoice
from desktop.shell.widgets.buttons import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.shell.settings import Settings
    from desktop.shell.theme import Theme
    from desktop.shell.view import ViewSpec


class MenuWindow(QMainWindow):
    """What the menus ask of their window, besides the methods that actions.py names."""

    def go_to_view(self, key: str) -> None:
        """Switch to a tab, and with the keyboard into its room."""
        raise NotImplementedError

    def set_theme(self, choice: ThemeChoice) -> None:
        """Light, dark, or as the system has it."""
        raise NotImplementedError

    def open_pack(self, path: Path) -> None:
        """Load a pack in the background and show it."""
        raise NotImplementedError


class Menus:
    """Builds the menus of a window and keeps their ticks and shades."""

    def __init__(self, window: MenuWindow, views: Sequence[ViewSpec], settings: Settings, theme: Theme) -> None:
        self._window, self._settings = window, settings
        self._actions: dict[str, QAction] = {}
        menus = {name: window.menuBar().addMenu(name) for name in MENUS}
        for view in views:
            self._add_view(menus["&View"], view)
        menus["&View"].addSeparator()
        for spec in ACTIONS:
            self._add(menus[spec.menu], spec)
        self._add_themes(menus["&View"])
        self.tick_theme(theme.choice)
        self._present = menus[PRESENT].menuAction()
        self.show_talks(False)
        self._recent = QMenu("Open &recent", window)
        menus["&File"].insertMenu(self._actions["packs.open_shipped"], self._recent)
        self._recent.aboutToShow.connect(self._fill_recent)

    def show_talks(self, shown: bool) -> None:
        """Whether there is a menu of talks; its keys come and go with it."""
        self._present.setVisible(shown)

    def tick(self, does: str, ticked: bool) -> None:
        self._actions[does].setChecked(ticked)

    def tick_theme(self, choice: ThemeChoice) -> None:
        """Mark the theme in force."""
        self._actions[f"{THEME}{choice.value}"].setChecked(True)

    def is_ticked(self, does: str) -> bool:
        return self._actions[does].isChecked()

    def trigger(self, does: str) -> None:
        """Do what a line does, as if it had been chosen."""
        self._actions[does].trigger()

    def _add_view(self, menu: QMenu, view: ViewSpec) -> None:
        action = menu.addAction(shown(view.title))
        action.setShortcut(QKeySequence(view.shortcut))
        action.triggered.connect(lambda: self._window.go_to_view(view.key))

    def _add(self, menu: QMenu, spec: ActionSpec) -> None:
        if spec.separated:
            menu.addSeparator()
        action = menu.addAction(spec.text)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setCheckable(spec.checkable)
        action.triggered.connect(lambda: attrgetter(spec.does)(self._window)())
        self._actions[spec.does] = action

    def _add_themes(self, menu: QMenu) -> None:
        inner = QMenu("&Theme", self._window)
        menu.insertMenu(self._actions["enlarge_text"], inner)
        one_of = QActionGroup(inner)
        for spec in THEMES:
            choice = ThemeChoice(spec.choice)
            action = self._actions[f"{THEME}{spec.choice}"] = inner.addAction(spec.text)
            action.setShortcut(QKeySequence(spec.key))
            action.setCheckable(True)
            action.triggered.connect(lambda _checked, choice=choice: self._window.set_theme(choice))
            one_of.addAction(action)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for at, each in enumerate(self._settings.recent_packs, 1):
            action = self._recent.addAction(f"&{at} {shown(each)}")
            action.triggered.connect(lambda _checked, each=each: self._window.open_pack(Path(each)))
        if self._recent.isEmpty():
            self._recent.addAction("None yet").setEnabled(False)
