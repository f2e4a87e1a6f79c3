"""Layouts kept in the cache folder beside the compiled packs, so that a diagram that was open before opens at once.

A layout is kept under the hash of all that it follows from (`codec.key_of`): it can be lost or damaged, never wrong.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from zlib import crc32

from desktop.catalog.writing import write_whole
from desktop.diagrams.layered.codec import key_of, layout_from_json, layout_to_json

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.diagrams.layout import Graph, Layout

FOLDER, MOST, LARGEST = "layouts", 400, 8_000_000


class KeptLayouts:
    """Layouts on disk. Without a folder, or where it cannot be written, none are kept and nobody is troubled."""

    def __init__(self, cache: Path | None) -> None:
        self._folder = cache / FOLDER if cache is not None else None

    def get(self, graph: Graph) -> Layout | None:
        """The layout of this very graph; None where there is none that can be read."""
        if self._folder is None:
            return None
        path = self._folder / f"{key_of(graph)}.json"
        try:
            if path.stat().st_size > LARGEST:
                return None
            check, body = path.read_bytes().split(b"\n", 1)
            return layout_from_json(json.loads(body), graph) if check == _check(body) else None
        except (OSError, ValueError, RecursionError):
            return None

    def keep(self, graph: Graph, layout: Layout) -> None:
        """Keep it for next time; the oldest go when there are too many."""
        if self._folder is None:
            return
        body = json.dumps(layout_to_json(layout), separators=(",", ":")).encode("ascii")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(self._folder / f"{key_of(graph)}.json", _check(body) + b"\n" + body)
            self._sweep(self._folder)
        except OSError:
            return

    def _sweep(self, folder: Path) -> None:
        files = list(folder.glob("*.json"))
        if len(files) > MOST:
            files.sort(key=lambda file: file.stat().st_mtime)
            for file in files[: len(files) - MOST]:
                file.unlink(missing_ok=True)


def _check(body: bytes) -> bytes:
    """A sum over the content: a disk may change what it holds."""
    return b"%08x" % crc32(body)
