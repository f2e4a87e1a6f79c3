"""The screen saver is held off by asking the desktop: tried against a desktop of our own on a bus of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
CODE = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection
from desktop.presentation.ui.awake import Awake

app = QCoreApplication([])

@ClassInfo(**{"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class Saver(QObject):
    @Slot(str, str, result="uint")
    def Inhibit(self, program, reason):
        print("asked by", program, "for:", reason)
        return 7

bus, saver = QDBusConnection.sessionBus(), Saver()
if sys.argv[1] == "desktop":
    bus.registerService("org.freedesktop.ScreenSaver")
    bus.registerObject("/ScreenSaver", saver, QDBusConnection.RegisterOption.ExportAllSlots)
awake = Awake()
awake.told.connect(print)
awake.told.connect(lambda words: QTimer.singleShot(0, app.quit))
awake.hold()
QTimer.singleShot(10_000, app.quit)
if not awake.words:
    app.exec()
awake.release()
awake.release()
"""


def told(*command: str) -> list[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    done = subprocess.run(
        [*command, sys.executable, "-c", CODE, "desktop" if len(command) > 2 else "none"],
        env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


BUS = pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="dbus-run-session is not installed")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is asked on Linux alone")
def test_without_a_desktop_that_is_told() -> None:
    assert told() == ["The screen saver could not be held off here."]


@BUS
def test_a_desktop_is_asked_at_the_second_path_too() -> None:
    assert told("dbus-run-session", "--", "env") == [
        "asked by genai-vs-llm for: A talk is being given",
        "The screen saver is held off.",
    ]


@BUS
def test_a_desktop_that_knows_no_such_wish_is_no_error() -> None:
    assert told("dbus-run-session", "--") == ["The screen saver could not be held off here."]
