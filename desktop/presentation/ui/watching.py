"""Notices that the pack was edited while a talk is given, reads it again aside, and takes it only where it is sound."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.places import own_packs_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from desktop.catalog.loader import Loaded
    from desktop.catalog.problems import Problem
    from desktop.shell.packs import Opened, Packs

_EVERY = 1_000  # milliseconds
_ENDINGS = (".yaml", ".yml", ".zip")
_MOST = 5_000  # files that are looked at
Stamp = dict[str, tuple[int, int]]


class PackWatch(QObject):
    """Looks at the files' times once a second: unlike a system's watch that sees every editor, folder and network."""

    taken = Signal(object)  # Catalog: the pack as it is now, sound
    refused = Signal(str)  # why the pack as it is now is not taken, in words

    def __init__(self, packs: Packs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._packs = packs
        self._known = _known(packs.shown)
        self._folders = _folders(packs)
        self._seen = stamp_of(self._folders)
        self._read = self._seen  # as it was when the pack was read last
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        self._packs.opened.connect(self._on_opened)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._packs.opened.disconnect(self._on_opened)

    def look(self) -> None:
        """Read the pack where its files have changed since, and have come to rest: an editor may still be writing."""
        now = stamp_of(self._folders)
        at_rest, self._seen = now == self._seen, now
        if at_rest and now != self._read:
            self._read = now
            self._packs.read_aside(self._on_read)

    def _on_read(self, loaded: Loaded) -> None:
        new = [problem for problem in loaded.problems if (problem.file, problem.what) not in self._known]
        if loaded.catalog is None or new:
            self.refused.emit(_words(new or loaded.problems))
        else:
            self._packs.take(loaded)

    def _on_opened(self, opened: Opened) -> None:
        """The window shows a pack: ours as it was taken, or as it was read again there. Another one is not ours."""
        shown = self._packs.shown
        if shown is not None and opened.path == shown.path and opened.loaded.catalog is not None:
            self._known = _known(opened)
            self.taken.emit(opened.loaded.catalog)


def stamp_of(folders: Iterable[Path]) -> Stamp:
    """Size and time of each file of these packs, by its path."""
    found: Stamp = {}
    rest = [str(folder) for folder in folders]
    while rest and len(found) < _MOST:
        path = rest.pop()
        try:
            if os.path.isfile(path):
                found[path] = _mark(os.stat(path))
                continue
            with os.scandir(path) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        rest.append(entry.path)
                    elif entry.name.lower().endswith(_ENDINGS):
                        found[entry.path] = _mark(entry.stat())
        except OSError:
            continue  # gone between two looks: the next one finds what is there then
    return found


def _mark(stat: os.stat_result) -> tuple[int, int]:
    return stat.st_mtime_ns, stat.st_size


def _known(shown: Opened | None) -> frozenset[tuple[str, str]]:
    """The problems that the pack had already: they are no reason to refuse it."""
    return frozenset((each.file, each.what) for each in shown.loaded.problems) if shown is not None else frozenset()


def _folders(packs: Packs) -> list[Path]:
    """The pack, and what is the reader's own in it."""
    shown = packs.shown
    if shown is None:
        return []
    catalog = shown.loaded.catalog
    return [shown.path, *([own_packs_folder() / catalog.pack.id] if catalog is not None else [])]


def _words(problems: Iterable[Problem]) -> str:
    first, *more = problems
    rest = f" and {len(more)} more" if more else ""
    return f"The pack was changed and has a problem: {first}{rest}. The talk goes on with it as it was before."
