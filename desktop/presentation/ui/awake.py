"""Holds off the screen saver while a talk runs, by the means that each system has; says in words whether it could."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusPendingCall, QDBusPendingCallWatcher

_PATIENCE = 2_000  # milliseconds for the desktop to answer
_LINE = "genai-vs-llm-talk"
# Desktops in the order in which they are asked: service, path, interface.
_SERVICES = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("org.freedesktop.PowerManagement", "/org/freedesktop/PowerManagement/Inhibit",
     "org.freedesktop.PowerManagement.Inhibit"),
)  # fmt: skip
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2  # SetThreadExecutionState


class Awake(QObject):
    """From `hold` to `release` the screen neither dims nor locks, where the system lets a program ask for that."""

    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = ""
        self._tried = 0
        self._child: subprocess.Popen[bytes] | None = None
        self._watcher: QDBusPendingCallWatcher | None = None

    def hold(self) -> None:
        """Ask; the answer comes later, in words."""
        if sys.platform == "win32":
            import ctypes

            done = ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS | _SYSTEM | _DISPLAY)
            self._tell(bool(done))
        elif sys.platform == "darwin":
            self._hold_on_mac()
        else:
            self._tried = 0
            self._ask_desktop()

    def release(self) -> None:
        """The talk is over: the screen may sleep again."""
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS)
        elif self._child is not None:
            self._child.terminate()
            self._child.wait()
            self._child = None
        elif self._watcher is not None:
            from PySide6.QtDBus import QDBusConnection

            self._watcher = None
            QDBusConnection.disconnectFromBus(_LINE)

    def _hold_on_mac(self) -> None:
        try:
            self._child = subprocess.Popen(["/usr/bin/caffeinate", "-d", "-w", str(os.getpid())])
        except OSError:
            self._tell(False)
        else:
            self._tell(True)

    def _ask_desktop(self) -> None:
        """Ask one service after the other, without waiting: no desktop that is slow to answer holds up the talk."""
        from PySide6.QtDBus import QDBusPendingCallWatcher

        if self._tried >= len(_SERVICES):
            self._tell(False)
            return
        call = self._inhibit()
        if call is None:
            self._tell(False)
            return
        self._watcher = QDBusPendingCallWatcher(call, self)
        self._watcher.finished.connect(self._on_answered)

    def _inhibit(self) -> QDBusPendingCall | None:
        """Ask on a line of our own: when it is cut, the service lets go, as it must when a program dies."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _LINE)
        if not bus.isConnected():
            return None
        message = QDBusMessage.createMethodCall(*_SERVICES[self._tried], "Inhibit")
        message.setArguments(["genai-vs-llm", "A talk is being given"])
        return bus.asyncCall(message, _PATIENCE)

    def _on_answered(self, watcher: QDBusPendingCallWatcher) -> None:
        if watcher is not self._watcher:
            return
        if watcher.isError():
            self._tried += 1
            self._ask_desktop()
            return
        self._tell(True)

    def _tell(self, held: bool) -> None:
        self.words = "The screen saver is held off." if held else "The screen saver could not be held off here."
        self.told.emit(self.words)
