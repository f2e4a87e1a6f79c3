"""The line at the foot: which pack, what the tab shows, and how many problems there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QStatusBar, QWidget

from desktop.catalog.words import plural
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import OneLineLabel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from desktop.catalog.catalog import Catalog

_SECONDS, _LONGER = 6, 15  # that a message stands; longer where there is something to press


class StatusLine(QStatusBar):
    """Says what is shown. Problems are a button that opens their list."""

    problems_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(0, 0, 8, 0)
        self._room = OneLineLabel()
        self._shown = ""
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.timeout.connect(lambda: self.show_room(self._shown))
        self._pack = TextLabel(wrap=False)
        self._problems: QPushButton = push_button("", "quiet", "Problems")
        self._problems.clicked.connect(self.problems_requested)
        self._undo: QPushButton = push_button("Undo", "chip")
        self._take_back: Callable[[], None] | None = None
        self._undo.clicked.connect(self._on_undo)
        self.addWidget(self._room, 1)
        self.addWidget(self._undo)
        self._undo.hide()
        self.addPermanentWidget(self._pack)
        self.addPermanentWidget(self._problems)
        self._problems.hide()

    def show_pack(self, catalog: Catalog, problems: int) -> None:
        """Name the pack and count what it holds."""
        claims, sources = len(catalog.claim), len(catalog.sources)
        evidence = f" · {plural(claims, 'claim')} from {plural(sources, 'article')}" if sources else ""
        self._pack.setText(f"{catalog.pack.title} {catalog.pack.version}{evidence}")
        self._problems.setText(plural(problems, "problem"))
        self._problems.setAccessibleName(f"{plural(problems, 'problem')} in the pack: open the list")
        self._problems.setVisible(problems > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the line is short, what the tab shows comes first."""
        super().resizeEvent(event)
        self._pack.setVisible(self._pack.sizeHint().width() < self.width() // 2)

    def show_room(self, text: str) -> None:
        """What the tab shows now."""
        self._shown = text
        self._passing.stop()
        self._undo.hide()
        self._room.show_text(text)

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """A passing message, also announced to screen readers; a button beside it does `undo`, where there is one."""
        self._room.show_text(text)
        self._take_back = undo
        self._undo.setAccessibleName(f"Undo: {text}")
        self._undo.setVisible(undo is not None)
        self._passing.start((_SECONDS if undo is None else _LONGER) * 1000)
        from desktop.shell.announce import announce

        announce(self, text)

    def _on_undo(self) -> None:
        if self._take_back is not None:
            self._take_back()
