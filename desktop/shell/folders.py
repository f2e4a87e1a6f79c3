"""The reader's own folders that a window works with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Folders(NamedTuple):
    """`cache` is for what can be worked out again, `data` for what cannot; without one, nothing is kept."""

    cache: Path | None = None
    data: Path | None = None
