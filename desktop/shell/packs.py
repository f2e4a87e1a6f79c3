"""Opening packs: in the background, the last one asked for wins; which were open lately; what is wrong with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop.places import shipped_pack
from desktop.shell.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from desktop.catalog.loader import Loaded
    from desktop.shell.settings import Settings

_YAML = (".yaml", ".yml")


class Opened(NamedTuple):
    """A pack that was asked for and what opening it gave; `quietly`: no problem is told that was told before."""

    loaded: Loaded
    path: Path
    quietly: bool = False


class Packs(QObject):
    """Opens packs for the window, which shows them and says so (`keep`)."""

    opening = Signal(object)  # Path
    opened = Signal(object)  # Opened
    failed = Signal(object)  # Path: the program made a mistake

    def __init__(self, window: QWidget, settings: Settings, load: Callable[[Path], Loaded]) -> None:
        """`load` opens a pack; it runs in a thread."""
        super().__init__(window)
        self._window, self._settings, self._load = window, settings, load
        self._tasks, self._aside = Tasks(self), Tasks(self)
        self._shown: Opened | None = None

    @property
    def shown(self) -> Opened | None:
        """The pack in the window; where none could be opened yet, the one that was tried."""
        return self._shown

    def open_first(self, path: Path) -> None:
        """At the start the shipped pack is read at once, for it is quick; any other one in the background."""
        if not _is_shipped(path):
            self.open(path)
            return
        try:
            loaded = self._load(path)
        except Exception:
            self.failed.emit(path)
            raise
        self.opened.emit(Opened(loaded, path))

    def open(self, path: Path, quietly: bool = False) -> None:
        """Load a pack in the background; one asked for before and not there yet is not wanted any more."""
        self.opening.emit(path)
        self._tasks.stop()
        self._tasks.run(
            lambda: self._load(path),
            lambda loaded: self.opened.emit(Opened(loaded, path, quietly)),
            lambda: self.failed.emit(path),
        )

    def open_dropped(self, data: QMimeData) -> bool:
        """Open what was dropped on the window; whether it was a file or folder."""
        local = local_path(data)
        if local is not None:
            self.open(pack_of(local))
        return local is not None

    def keep(self, opened: Opened) -> None:
        """The window shows this pack: it is the one to open again, and to find among the recent ones."""
        self._shown = opened
        if opened.loaded.catalog is not None and not _is_shipped(opened.path):
            self._settings.remember_pack(opened.path.resolve())

    def read_again(self) -> None:
        """The reader's own files were written by the program: read the pack with them, without ado."""
        self.open(self._shown.path if self._shown else shipped_pack(), quietly=True)

    def read_aside(self, done: Callable[[Loaded], None]) -> None:
        """Read the pack that is shown once more in the background, without showing it: `done` decides (`take`)."""
        if self._shown is not None and not self._aside.busy:
            path = self._shown.path
            self._aside.run(lambda: self._load(path), done)

    def take(self, loaded: Loaded) -> None:
        """Show the pack as it was read aside."""
        if self._shown is not None:
            self.opened.emit(Opened(loaded, self._shown.path, quietly=True))

    def stop(self) -> None:
        """The window closes: nothing more is opened."""
        self._tasks.stop()
        self._aside.stop()

    def wait(self, seconds: float) -> bool:
        """Let a pack that is being read come to its end; whether it did in this time."""
        return self._tasks.wait(seconds) and self._aside.wait(seconds)

    # What the menus do.

    def choose_folder(self) -> None:
        """Ask for the folder of a pack."""
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self._window, "Open pack folder", self._near())
        if chosen:
            self.open(Path(chosen))

    def choose_zip(self) -> None:
        """Ask for a zipped pack."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _kind = QFileDialog.getOpenFileName(self._window, "Open zipped pack", self._near(), "Zip (*.zip)")
        if chosen:
            self.open(Path(chosen))

    def open_shipped(self) -> None:
        self.open(shipped_pack())

    def reload(self) -> None:
        self.open(self._shown.path if self._shown else shipped_pack())

    def _near(self) -> str:
        return str((self._shown.path if self._shown else shipped_pack()).parent)


def local_path(data: QMimeData) -> Path | None:
    """The first file or folder of this machine among what is dragged."""
    return next((Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()), None)


def pack_of(path: Path) -> Path:
    """The pack that a dropped path means: a YAML file stands for the pack it lies in."""
    if path.suffix.lower() not in _YAML:
        return path
    return next((each for each in path.parents if (each / "pack.yaml").is_file()), path.parent)


def _is_shipped(path: Path) -> bool:
    return path.resolve() == shipped_pack().resolve()
