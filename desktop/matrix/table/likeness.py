"""How much the compared subjects differ in an aspect: not at all, only in the note, or in what is true of them."""

from __future__ import annotations

from enum import IntEnum
from itertools import combinations
from typing import TYPE_CHECKING

from desktop.catalog.evidence import is_unknown
from desktop.catalog.filters import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.entities.matrix import Cell
    from desktop.catalog.entities.pack import Scale


class Difference(IntEnum):
    """How far the cells of an aspect lie apart."""

    NONE = 0
    NOTE = 1
    VALUE = 2


def difference_of(cells: Sequence[Cell]) -> Difference:
    """Whether subjects differ: by their values where there are values, else by the text, and by the rating."""
    if len({_value(cell) for cell in cells}) > 1:
        return Difference.VALUE
    return Difference.NOTE if len({cell.note or "" for cell in cells}) > 1 else Difference.NONE


def separation_of(cells: Sequence[Cell], scale: Scale | None) -> float:
    """How far an aspect sets the subjects apart, from 0 (alike) to 1: the mean distance over all pairs of known cells.

    The distance is that of the grades on the scale, else one less the Jaccard index of the values or of the words.
    """
    known = [cell for cell in cells if not is_unknown(cell)]
    distances = [_distance(one, other, scale) for one, other in combinations(known, 2)]
    return sum(distances) / len(distances) if distances else 0.0


def _value(cell: Cell) -> tuple[object, ...]:
    shown: object = frozenset(cell.values) if cell.values else cell.text
    return shown, cell.rating.value if cell.rating else None


def _distance(one: Cell, other: Cell, scale: Scale | None) -> float:
    if one.rating is not None and other.rating is not None and scale is not None:
        grades = [grade.value for grade in scale.grades]
        return abs(one.rating.value - other.rating.value) / max(1, max(grades) - min(grades))
    first, second = _parts(one), _parts(other)
    together = first | second
    return 1 - len(first & second) / len(together) if together else 0.0


def _parts(cell: Cell) -> frozenset[str]:
    return frozenset(map(folded, cell.values)) if cell.values else frozenset(folded(cell.text).split())
