"""A large layout in a process of its own: the window stays free, progress is told, and it can be ended at any time."""

from __future__ import annotations

import json
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from desktop.diagrams.layered.codec import graph_to_json, layout_from_json

if TYPE_CHECKING:
    from desktop.diagrams.layout import Graph, Layout

_BROKEN = "the layout ended without an answer"


class LayoutProcess(QObject):
    """One layout at a time. `told` tells the share done; then comes `done` or `failed`, unless it was cancelled."""

    told = Signal(float)
    done = Signal(object, object)  # Graph, Layout
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[QProcess] = []  # one or none
        self._graph: Graph | None = None
        self._layout: Layout | None = None
        self._error = ""
        self.destroyed.connect(partial(_kill, self._running))

    @property
    def busy(self) -> bool:
        return bool(self._running)

    @property
    def _process(self) -> QProcess | None:
        return self._running[0] if self._running else None

    def start(self, graph: Graph) -> None:
        """Lay this graph out; whatever was under way before is ended."""
        self.cancel()
        self._graph, self._layout, self._error = graph, None, ""
        process = QProcess(self)
        self._running.append(process)
        process.setProcessEnvironment(_environment())
        process.readyReadStandardOutput.connect(self._on_line)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        program, *arguments = _command()
        process.start(program, arguments)
        process.write(json.dumps(graph_to_json(graph)).encode("ascii"))
        process.closeWriteChannel()

    def cancel(self) -> None:
        """End it; nothing is told any more."""
        _kill(self._running)

    def _on_line(self) -> None:
        while self._process is not None and self._process.canReadLine():
            self._heed(bytes(self._process.readLine().data()))

    def _heed(self, line: bytes) -> None:
        try:
            said = json.loads(line)
            if "share" in said:
                self.told.emit(float(said["share"]))
            elif "layout" in said and self._graph is not None:
                self._layout = layout_from_json(said["layout"], self._graph)
            else:
                self._error = str(said["error"])
        except (ValueError, KeyError, TypeError) as error:
            self._error = str(error)

    def _on_finished(self) -> None:
        self._on_line()
        self._let_go()
        if self._layout is not None:
            self.done.emit(self._graph, self._layout)
        else:
            self.failed.emit(self._error or _BROKEN)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._let_go()
            self.failed.emit("the layout could not be started")

    def _let_go(self) -> None:
        while self._running:
            self._running.pop().deleteLater()


def _kill(running: list[QProcess]) -> None:
    while running:
        process = running.pop()
        process.blockSignals(True)
        process.kill()
        process.waitForFinished(1000)
        process.deleteLater()


def _command() -> list[str]:
    """This program itself; installed as one file it has no interpreter to call."""
    return [sys.executable, "layout"] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop", "layout"]


def _environment() -> QProcessEnvironment:
    """The process finds the same program as this one, wherever it was started."""
    environment = QProcessEnvironment.systemEnvironment()
    roots = [str(Path(__file__).resolve().parents[3]), environment.value("PYTHONPATH")]
    environment.insert("PYTHONPATH", os.pathsep.join(root for root in roots if root))
    return environment
