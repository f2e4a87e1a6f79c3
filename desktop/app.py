"""Puts the window together: loads the pack and hands the table of views to the shell. No Qt in this file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.catalog.loader import Loaded


def run(pack: Path, cache: Path) -> int:
    """Open the window on a pack; the exit code."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python's own answer, an error, would come in the midst of Qt
    from desktop.places import data_folder
    from desktop.shell.application import run_window
    from desktop.shell.folders import Folders
    from desktop.views import TALKS, VIEWS

    return run_window(VIEWS, pack, partial(_load, cache=cache), Folders(cache, data_folder()), TALKS)


def _load(pack: Path, cache: Path) -> Loaded:
    """Load a pack with the reader's own questions. The loader is imported here: the window is on the screen by then."""
    from desktop.catalog.loader import load_pack
    from desktop.places import own_packs_folder

    return load_pack(pack, cache, own_packs_folder())
