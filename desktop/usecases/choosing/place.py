"""The pages of the room as places, so that Back leads from one to the other."""

from __future__ import annotations

from typing import ClassVar

from desktop.catalog.refs import Ref, address

LIST, CHOOSER = "list", "chooser"


@address
class PageRef(Ref):
    """A page of this room: the list with its map, or the chooser."""

    kind: ClassVar[str] = "use-cases"
    page: str
