"""The pages of the room as places, so that Back leads from one to the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desktop.catalog.refs import Ref

LIST, CHOOSER = "list", "chooser"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PageRef(Ref):
    """A page of this room: the list with its map, or the chooser."""

    kind: ClassVar[str] = "use-cases"
    page: str
