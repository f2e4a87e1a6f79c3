"""Work that would hold up the window runs in a thread; its result comes back to the window's thread."""

from __future__ import annotations

from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable


class Wanted(NamedTuple):
    """What to call in the window's thread: with the result, or before an error of the work is raised there."""

    done: Callable[[Any], None]
    failed: Callable[[], None] | None


class _Job(QRunnable):
    def __init__(self, work: Callable[[], Any], tell: Callable[[Any, Exception | None], None]) -> None:
        super().__init__()
        self._work, self._tell = work, tell

    def run(self) -> None:
        result, error = None, None
        try:
            result = self._work()
        except Exception as wrong:
            error = wrong
        with suppress(RuntimeError):  # who asked may be gone: the window was closed meanwhile
            self._tell(result, error)


class Tasks(QObject):
    """Runs one piece of work after the other. `done` is called in the thread that made this object."""

    _ended = Signal(int, object, object)  # number, result, error

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._wanted: dict[int, Wanted] = {}
        self._numbers = count(1)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a result is still wanted."""
        return bool(self._wanted)

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[], None] | None = None
    ) -> None:
        """Do `work` in the background, then call `done` with its result.

        An error of `work` is raised here, after `failed` was called.
        """
        number = next(self._numbers)
        self._wanted[number] = Wanted(done, failed)
        self._pool.start(_Job(work, lambda result, error: self._ended.emit(number, result, error)))

    def stop(self) -> None:
        """Nothing asked for so far is wanted any more: what waits does not start, what runs tells nobody."""
        self._pool.clear()
        self._wanted.clear()

    def wait(self, seconds: float) -> bool:
        """Let running work end; whether it did in this time."""
        return self._pool.waitForDone(round(1000 * seconds))

    @Slot(int, object, object)
    def _on_ended(self, number: int, result: Any, error: Exception | None) -> None:
        wanted = self._wanted.pop(number, None)
        if wanted is None:
            return
        if error is None:
            wanted.done(result)
            return
        if wanted.failed is not None:
            wanted.failed()
        raise error
