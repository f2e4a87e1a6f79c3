"""Where the flaws of a file stand: the file is read once more, with places, only when something is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.problems import Flaw, Path, Problem, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def placed(name: str, data: bytes, flaws: Sequence[Flaw]) -> list[Problem]:
    """The flaws of a readable file as problems with line and column. Raises Unreadable where it cannot be read."""
    if not flaws:
        return []
    from desktop.catalog.reading import Places, read

    places: Places = {}
    read(data, places)
    return [Problem(name, *_place(places, flaw), one_line(flaw.what), str(flaw.hint)) for flaw in flaws]


def _place(places: Mapping[tuple[Path, bool], tuple[int, int]], flaw: Flaw) -> tuple[int, int]:
    """The place of a path, or of the nearest thing around it that has one."""
    if flaw.at_key and (flaw.path, True) in places:
        return places[flaw.path, True]
    path = flaw.path
    while (path, False) not in places and path:
        path = path[:-1]
    return places.get((path, False), (1, 1))
