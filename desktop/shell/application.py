"""Starts Qt, puts the window together and runs it; or draws everything into files without a display."""

from __future__ import annotations

import gc
import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.places import log_folder, resource, settings_folder
from desktop.shell.errors import ErrorWatch
from desktop.shell.folders import Folders
from desktop.shell.icons import Icons
from desktop.shell.settings import Settings
from desktop.shell.theme import Theme
from desktop.shell.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.catalog.loader import Loaded
    from desktop.shell.talks_spec import TalksSpec
    from desktop.shell.theme import ThemeChoice
    from desktop.shell.view import ViewSpec

_NO_FOLDERS = Folders()
_PATIENCE = 1.0  # seconds that the end of the program waits for a pack that is being read


def application() -> QApplication:
    """The one QApplication, in the style that ours builds on (asked for here, it costs no Python class)."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("genai-vs-llm")
    app.setApplicationDisplayName("")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("genai-vs-llm")
    return app


def make_window(
    views: Sequence[ViewSpec],
    settings: Settings,
    load: Callable[[Path], Loaded],
    look: tuple[ThemeChoice, float] | None = None,
    folders: Folders = _NO_FOLDERS,
) -> Window:
    """The window with its theme; `look` (theme, text size) overrides the settings."""
    choice, scale = look or (settings.theme, settings.text_scale)
    theme = Theme(application(), choice, scale)
    return Window(views, (theme, Icons(theme)), settings, load, folders)


def run_window(
    views: Sequence[ViewSpec],
    pack: Path,
    load: Callable[[Path], Loaded],
    folders: Folders,
    talks: TalksSpec | None = None,
) -> int:
    """Show the window until it is closed; the exit code."""
    gc.disable()
    app = application()
    watch = ErrorWatch(log_folder(), app)
    watch.install()
    settings = Settings(settings_folder() / "settings.ini")
    window = make_window(views, settings, load, folders=folders)
    if talks is not None:
        window.offer_talks(talks)
    _OnFirstPaint(window, lambda: _fill(window, pack))
    window.show()
    code = app.exec()
    if not window.packs.wait(_PATIENCE):
        os._exit(code)  # a pack is still being read, for nobody; what the program writes, it writes whole
    return code


class _OnFirstPaint(QObject):
    """Calls something once the window has been painted for the first time."""

    def __init__(self, window: Window, call: Callable[[], None]) -> None:
        super().__init__(window)
        self._call = call
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._call)
        return False


def _fill(window: Window, pack: Path) -> None:
    """Put the pack into the window, which stands on the screen already. Start-up makes no garbage worth looking for."""
    try:
        window.packs.open_first(pack)
    finally:
        window.setWindowIcon(_app_icon())
        _end_on_signals(window)
        gc.freeze()
        gc.enable()


def _app_icon() -> QIcon:
    pixmap = QPixmap()
    pixmap.loadFromData(resource("icons", "app.svg").read_bytes(), "SVG")
    return QIcon(pixmap)


def _end_on_signals(window: Window) -> None:
    """Ctrl+C, a kill and a closed terminal close the window in good order."""
    if not hasattr(os, "fork"):
        return
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, lambda _number, _frame: None)
    notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, window)

    def on_signal() -> None:
        os.read(reader, 64)
        window.close()
        QApplication.quit()

    notifier.activated.connect(on_signal)
