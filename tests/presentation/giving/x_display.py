"""A real X server with two screens: one wide Xvfb, split by RandR into two monitors, as a notebook and a projector are.

Two X screens (`-screen 0 … -screen 1 …`) will not do: no window can go from one to the other, and Qt gives both the
same name and place. Xinerama on Xvfb shows one screen alone. The keys are pressed by XTest, as a clicker's would come.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import shutil
import subprocess

LEFT, RIGHT = ("LEFT", 0), ("RIGHT", 1280)
WIDE, HIGH = 1280, 720
_KEYSYMS = {
    "PgDown": "Next",
    "PgUp": "Prior",
    "Esc": "Escape",
    ".": "period",
    "Space": "space",
    "Ctrl": "Control_L",
    "Alt": "Alt_L",
}


class _Monitor(ctypes.Structure):
    """`XRRMonitorInfo` of Xrandr.h."""

    _fields_ = (
        ("name", ctypes.c_ulong), ("primary", ctypes.c_int), ("automatic", ctypes.c_int), ("noutput", ctypes.c_int),
        ("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int),
        ("mwidth", ctypes.c_int), ("mheight", ctypes.c_int), ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )  # fmt: skip


class _Resources(ctypes.Structure):
    """The head of `XRRScreenResources`."""

    _fields_ = (
        ("timestamp", ctypes.c_ulong), ("config", ctypes.c_ulong), ("ncrtc", ctypes.c_int),
        ("crtcs", ctypes.c_void_p), ("noutput", ctypes.c_int), ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )  # fmt: skip


def missing() -> str:
    """What this machine lacks for it, in words; '' for nothing."""
    lacking = [name for name in ("Xvfb", "openbox") if shutil.which(name) is None]
    lacking += [name for name in ("X11", "Xrandr", "Xtst") if ctypes.util.find_library(name) is None]
    return f"not installed: {', '.join(lacking)}" if lacking else ""


class Display:
    """Xvfb with a window manager; monitors are plugged in and out."""

    def __init__(self) -> None:
        reader, writer = os.pipe()
        screen = f"{2 * WIDE}x{HIGH}x24"
        command = ["Xvfb", "-displayfd", str(writer), "-noreset", "-screen", "0", screen, "-nolisten", "tcp"]
        self._server = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as told:
            self.name = f":{told.readline().strip()}"
        self._x, self._randr, self._test = (ctypes.CDLL(ctypes.util.find_library(n)) for n in ("X11", "Xrandr", "Xtst"))
        for call in (self._x.XOpenDisplay, self._x.XDefaultRootWindow, self._x.XInternAtom, self._x.XStringToKeysym):
            call.restype = ctypes.c_void_p if call is self._x.XOpenDisplay else ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(self.name.encode()))
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        for monitor in (LEFT, RIGHT):
            self.plug(monitor)
        environment = {**os.environ, "DISPLAY": self.name}
        self._manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)

    def plug(self, monitor: tuple[str, int]) -> None:
        """A monitor is plugged in; the first takes the output that Xvfb has, the others stand without one."""
        name, x = monitor
        outputs = (ctypes.c_ulong * 1)(self._output())
        info = _Monitor(self._atom(name), 0, 0, int(monitor is LEFT), x, 0, WIDE, HIGH, 338, 190, outputs)
        self._randr.XRRSetMonitor(self._display, self._root, ctypes.byref(info))
        self._x.XSync(self._display, 0)

    def unplug(self, monitor: tuple[str, int]) -> None:
        self._randr.XRRDeleteMonitor(self._display, self._root, ctypes.c_ulong(self._atom(monitor[0])))
        self._x.XSync(self._display, 0)

    def press(self, key: str) -> None:
        """Press and let go of a chord such as 'Ctrl+F', for whichever window has the keyboard."""
        codes = [self._code(each) for each in key.split("+")]
        for code, down in [*((code, 1) for code in codes), *((code, 0) for code in reversed(codes))]:
            self._test.XTestFakeKeyEvent(self._display, code, down, 0)
        self._x.XSync(self._display, 0)

    def close(self) -> None:
        """End what was started."""
        self._x.XCloseDisplay(self._display)
        for process in (self._manager, self._server):
            process.terminate()
            process.wait(10)

    def _atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._display, name.encode(), 0))

    def _code(self, key: str) -> int:
        symbol = self._x.XStringToKeysym(_KEYSYMS.get(key, key if len(key) > 1 else key.lower()).encode())
        return int(self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(symbol))) & 0xFF

    def _output(self) -> int:
        """The one output of Xvfb."""
        self._randr.XRRGetScreenResources.restype = ctypes.POINTER(_Resources)
        return int(self._randr.XRRGetScreenResources(self._display, self._root).contents.outputs[0])
