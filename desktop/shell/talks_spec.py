"""How talks are offered to the window. It stands apart from the desk itself, so that naming it takes no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.shell.talks import Desk, DeskHost


@dataclass(frozen=True, slots=True)
class TalksSpec:
    """Talks over what the tabs show. `build` makes the desk that does the work, when it is first needed.

    `keys` are the keys of its own windows: what they do, and which they are.
    """

    build: Callable[[DeskHost], Desk]
    keys: tuple[tuple[str, str], ...] = ()
