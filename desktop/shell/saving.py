"""Where a file goes, asked of the reader, and what came of writing it, in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.catalog.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable


def asked_path(name: str, kind: str, ending: str, parent: QWidget) -> Path | None:
    """Where to; the ending is put to it where it is missing. None where the reader thinks better of it."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, "Export", f"{name}.{ending}", f"{kind} (*.{ending})")
    if not chosen:
        return None
    return Path(chosen if chosen.casefold().endswith(f".{ending}") else f"{chosen}.{ending}")


def written(path: Path, make: Callable[[], bytes]) -> str:
    """Make a file and write it, whole or not at all; how it went. It may be called in any thread."""
    try:
        write_whole(path, make())
    except OSError as error:
        return not_written(path, error)
    return f"Written to '{path}'."


def not_written(path: Path, error: OSError) -> str:
    """Why a file was not written."""
    return f"'{path}' could not be written: {error.strerror or error}. What was there before is as it was."
