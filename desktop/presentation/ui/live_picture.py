"""Keeps the console's picture of what is on like the hall's window, at most four times a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from desktop.presentation.ui.hall import HallView
    from desktop.presentation.ui.making import Making
    from desktop.presentation.ui.preview import Preview
    from desktop.presentation.ui.stop_page import StopPage

_SOON = 250  # milliseconds


class LivePicture(QObject):
    """Paints the page once more whenever the hall's window was painted anew, when the window has nothing else to do."""

    def __init__(self, hall: HallView, making: Making, preview: Preview) -> None:
        super().__init__(hall)
        self._hall, self._making, self._preview = hall, making, preview
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.show)
        hall.resized.connect(self.ask)

    def follow(self, window: QWindow) -> None:
        """The hall's window as the system has it."""
        window.installEventFilter(self)

    def begin_with(self, page: StopPage) -> None:
        """Another page is on: its picture made ahead stands there at once, a live one follows."""
        if page.is_ready:
            self._preview.show_picture(page.ready, quickly=True)
        self.ask()

    def ask(self) -> None:
        """Something is seen that was not."""
        if not self._soon.isActive():
            self._soon.start()

    def stop(self) -> None:
        self._soon.stop()

    def show(self) -> None:
        """The page as it is now; while something glides or is drawn, later."""
        page = self._hall.page
        if page is None or self._hall.glide.is_running or self._hall.is_drawn_on:
            self._soon.start()
            return
        page.forget_picture()
        self._making.remember(page)
        self._preview.show_picture(page.ready)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            self.ask()
        return False
