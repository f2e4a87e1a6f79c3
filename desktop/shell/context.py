"""What a room is handed when it is built: the data and the few shared objects, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.catalog.catalog import Catalog
    from desktop.shell.icons import Icons
    from desktop.shell.navigator import Navigator
    from desktop.shell.settings import Settings
    from desktop.shell.theme import Theme


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a room may lean on. Never None, never global.

    `cache` is the folder for what can be worked out again; without one, nothing is kept.
    """

    catalog: Catalog
    navigator: Navigator
    settings: Settings
    theme: Theme
    icons: Icons
    cache: Path | None = None
