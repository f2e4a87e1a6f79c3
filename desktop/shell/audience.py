"""The window for a hall: full screen on the other screen where there is one, an ordinary window to share where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QScreen

    from desktop.shell.settings import Settings

SCREEN_SETTING = "audience/screen"
_HIDE_AFTER = 3_000  # milliseconds that a still pointer stays on the hall's screen
_SMALL = (960, 540)


class AudienceWindow(QWidget):
    """Shows one widget and nothing else. Keys pressed here go to whoever presents, for a clicker reaches one window."""

    closed = Signal()
    moved = Signal()  # it stands on another screen now

    def __init__(self, title: str, content: QWidget, keys: Callable[[QKeyEvent], bool]) -> None:
        """`keys` is asked first about each key; it says whether it took it."""
        super().__init__(None, Qt.WindowType.Window)
        self._keys = keys
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # the program ends with the presenter's window
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMouseTracking(True)
        content.setMouseTracking(True)
        content.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(_HIDE_AFTER)
        self._still.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        QGuiApplication.instance().screenRemoved.connect(self._on_screen_removed)  # type: ignore[union-attr]

    def show_beside(self, window: QWidget, settings: Settings) -> None:
        """Go full screen on the screen that was chosen last, else on one that `window` is not on; else be small."""
        screens = QGuiApplication.screens()
        name = screen_for([each.name() for each in screens], window.screen().name(), settings.value(SCREEN_SETTING))
        screen = next((each for each in screens if each.name() == name), None)
        if screen is None:
            self.be_window()
        else:
            self.fill(screen)

    def fill(self, screen: QScreen) -> None:
        """Full screen on this screen."""
        self.create()
        handle = self.windowHandle()
        if handle is not None:
            handle.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.moved.emit()

    def be_window(self) -> None:
        """An ordinary window, to rehearse or to share in a call."""
        self.showNormal()
        self.resize(*_SMALL)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys(event):
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._wake()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove:
            self._wake()
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        self._still.stop()
        super().closeEvent(event)
        self.closed.emit()

    def _wake(self) -> None:
        self.unsetCursor()
        self._still.start()

    def _on_screen_removed(self, screen: QScreen) -> None:
        """Its screen was pulled out: it must not cover what the presenter reads."""
        if self.isVisible() and self.isFullScreen() and screen is self.screen():
            self.be_window()


def screen_for(screens: list[str], presenters: str, remembered: str) -> str | None:
    """The name of the screen for the hall: the one remembered, else another than the presenter's; None for none."""
    others = [name for name in screens if name != presenters]
    return remembered if remembered in others else next(iter(others), None)
