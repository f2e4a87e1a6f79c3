"""Keys of a whole window, whatever in it has the keyboard: a clicker's key must not be lost in a table or a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class KeyGate(QObject):
    """Asks `keys` about each key that comes to a window before any widget in it; what it takes goes no further."""

    # What holds when Python's collector has taken a forgotten gate apart and Qt still says goodbye to its window.
    _window: QWidget | None = None
    _keys: Callable[[QKeyEvent], bool] | None = None

    def __init__(self, window: QWidget, keys: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(window)
        self._window, self._keys = window, keys
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._window is None or self._keys is None:
            return False
        if watched is self._window:
            handle = self._window.windowHandle() if event.type() == QEvent.Type.Show else None
            if handle is not None:
                handle.installEventFilter(self)  # a second time it would only come to the front
            return False
        return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._keys(event)
