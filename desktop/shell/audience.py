"""The window for a hall: full screen on the other screen where there is one, an ordinary window to share where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.shell.key_gate import KeyGate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QScreen, QShowEvent

    from desktop.shell.settings import Settings

SCREEN_SETTING = "audience/screen"
IN_A_WINDOW = "*"  # remembered in place of a screen's name: the presenter wants an ordinary window
_HIDE_AFTER = 3_000  # milliseconds that a still pointer stays on the hall's screen
_SMALL = (960, 540)
_POINTER = (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.Wheel)


class AudienceWindow(QWidget):
    """Shows one widget and nothing else. Keys pressed here go to whoever presents, for a clicker reaches one window."""

    closed = Signal()
    moved = Signal()  # it stands on another screen now, or screens came and went

    def __init__(self, title: str, content: QWidget, keys: Callable[[QKeyEvent], bool]) -> None:
        """`keys` is asked first about each key; it says whether it took it."""
        super().__init__(None, Qt.WindowType.Window)
        self._keys = keys
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # the program ends with the presenter's window
        self._gate = KeyGate(self, keys)
        self._presenters: QWidget | None = None
        self._settings: Settings | None = None
        self._filled = ""  # the name of the screen that it fills
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # the keyboard stays with the presenter
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # and here on the window, so that nothing shown looks chosen
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)
        self._veil = QWidget(self)  # whatever pointer a widget asks for, over this one there is none
        self._veil.setCursor(Qt.CursorShape.BlankCursor)
        self._veil.hide()
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(_HIDE_AFTER)
        self._still.timeout.connect(self._on_still)
        app = QGuiApplication.instance()
        app.screenRemoved.connect(self._on_screen_removed)  # type: ignore[union-attr]
        app.screenAdded.connect(self._on_screen_added)  # type: ignore[union-attr]

    @property
    def hides_pointer(self) -> bool:
        """Whether the pointer lies still and is not seen."""
        return self._veil.isVisible()

    @property
    def where(self) -> str:
        """Where the hall sees it, in words."""
        if not self.isVisible():
            return "The hall's window is closed."
        if self.isFullScreen():
            return f"The hall sees it on the screen {self.screen().name()}."
        return "The hall's window is an ordinary one: share it in a call, or move it."

    def show_beside(self, window: QWidget, settings: Settings) -> None:
        """Go full screen on the screen that was chosen last, else on one that `window` is not on; else be small."""
        self._presenters, self._settings = window, settings
        self._take_place()

    def choose(self, screen: QScreen | None) -> None:
        """Fill this screen, or be an ordinary window; it is remembered by the screen's name."""
        if self._settings is not None:
            self._settings.set_value(SCREEN_SETTING, screen.name() if screen is not None else IN_A_WINDOW)
        if screen is None:
            self.be_window()
        else:
            self.fill(screen)

    def swap(self) -> bool:
        """Fill the presenter's screen and send the presenter's window to this one; whether there are two."""
        presenters = self._presenters
        if presenters is None or not self.isFullScreen() or presenters.screen() == self.screen():
            return False
        mine, other = self.screen(), presenters.screen()
        _move(presenters, mine)
        self.choose(other)
        presenters.activateWindow()
        return True

    def fill_best(self) -> None:
        """Full screen: on another screen than the presenter's where there is one, else over that."""
        screens = QGuiApplication.screens()
        presenters = self._presenters.screen().name() if self._presenters is not None else ""
        remembered = self._settings.value(SCREEN_SETTING) if self._settings is not None else ""
        wanted = remembered if remembered != IN_A_WINDOW else ""
        name = screen_for([each.name() for each in screens], presenters, wanted)
        self.fill(next((each for each in screens if each.name() == name), self.screen()))

    def fill(self, screen: QScreen) -> None:
        """Full screen on this screen."""
        if self.isFullScreen() and self.screen() != screen:
            self.showNormal()  # window managers leave a full-screen window where it is
        self.create()
        handle = self.windowHandle()
        if handle is not None:
            handle.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self._filled = screen.name()
        self.moved.emit()

    def be_window(self) -> None:
        """An ordinary window, to rehearse or to share in a call."""
        was_full, self._filled = self.isFullScreen(), ""
        self.showNormal()
        self.resize(*_SMALL)
        if was_full and self._presenters is not None:
            corner = self._presenters.screen().availableGeometry().bottomRight()
            self.move(corner.x() - self.width(), corner.y() - self.height())
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _POINTER:
            self._wake()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        self._still.start()
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._veil.resize(self.size())

    def closeEvent(self, event: QCloseEvent) -> None:
        self._still.stop()
        super().closeEvent(event)
        self.closed.emit()

    def _take_place(self) -> None:
        screens, settings, presenters = QGuiApplication.screens(), self._settings, self._presenters
        if settings is None or presenters is None:
            return
        remembered = settings.value(SCREEN_SETTING)
        name = screen_for([each.name() for each in screens], presenters.screen().name(), remembered)
        screen = next((each for each in screens if each.name() == name), None)
        if screen is None:
            self.be_window()
        elif not (self.isFullScreen() and self.screen() == screen):
            self.fill(screen)

    def _on_still(self) -> None:
        self._veil.resize(self.size())
        self._veil.raise_()
        self._veil.show()

    def _wake(self) -> None:
        self._veil.hide()
        self._still.start()

    def _on_screen_removed(self, screen: QScreen) -> None:
        """Its screen, or the presenter's, was pulled out: it must not cover what the presenter reads."""
        if self.isVisible() and self.isFullScreen() and screen.name() == self._filled:
            self.be_window()
        QTimer.singleShot(0, self, self._settle)

    def _on_screen_added(self, screen: QScreen) -> None:
        """A screen was plugged in: take it where it is the one remembered, or where there was none to fill."""
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        """Take the place that is right with the screens there are now."""
        if self.isVisible() and self._presenters is not None:
            self._take_place()
        self.moved.emit()


def screen_for(screens: list[str], presenters: str, remembered: str) -> str | None:
    """The name of the screen for the hall: the one remembered, else another than the presenter's; None for none."""
    if remembered == IN_A_WINDOW:
        return None
    others = [name for name in screens if name != presenters]
    return remembered if remembered in others else next(iter(others), None)


def _move(window: QWidget, screen: QScreen) -> None:
    """Put an ordinary window onto another screen, no larger than that."""
    handle = window.windowHandle()
    was_large = window.isMaximized()
    if was_large:
        window.showNormal()
    if handle is not None:
        handle.setScreen(screen)
    room = screen.availableGeometry()
    window.resize(window.size().boundedTo(room.size()))
    window.move(room.topLeft())
    if was_large:
        window.showMaximized()
