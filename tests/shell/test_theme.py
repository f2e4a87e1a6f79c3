"""The look in force."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.shell.theme import Theme, ThemeChoice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class Watcher(QWidget):
    """Notes whether Python may throw widgets away while it is dressed anew."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[bool] = []

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.seen.append(gc.isenabled())


def test_no_widget_is_thrown_away_while_all_are_dressed_anew(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT, 1.0)
    watcher = Watcher()
    qtbot.addWidget(watcher)
    watcher.show()
    watcher.seen.clear()
    theme.set_choice(ThemeChoice.DARK)
    assert watcher.seen
    assert not any(watcher.seen)
    assert gc.isenabled()
