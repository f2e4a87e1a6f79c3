"""Started by test_start.py: shows a window, says when it is painted and how much memory that took, and ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def most_memory() -> int:
    """The most kB of memory that this program held. On Linux `getrusage` would count that of its parent too."""
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))


def end_when_painted(cls: type[QWidget]) -> None:
    """Have the program end as soon as a widget of this class has been painted."""
    paint: Any = cls.paintEvent

    def painted(self: Any, event: Any) -> None:
        paint(self, event)
        print(most_memory(), flush=True)
        os._exit(0)

    cls.paintEvent = painted  # type: ignore[method-assign]


def show_bare() -> None:
    """The least that a PySide6 program can show: a main window with a label."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class Window(QMainWindow):
        pass

    end_when_painted(Window)
    app = QApplication([])
    window = Window()
    window.setCentralWidget(QLabel("Hello"))
    window.resize(1280, 800)
    window.show()
    app.exec()


def show_ours(until: str, cache: str) -> None:
    """The program on the shipped pack, until its window is painted, or until the matrix stands in it."""
    from desktop.app import run
    from desktop.places import shipped_pack

    if until == "window":
        from desktop.shell.window import Window

        end_when_painted(Window)
    else:
        from desktop.matrix.ui.table import MatrixTable

        end_when_painted(MatrixTable)
    run(shipped_pack(), Path(cache))


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        show_bare()
    else:
        show_ours(sys.argv[1], sys.argv[2])
