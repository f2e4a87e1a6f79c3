"""A shuffle of our own: the same seed gives the same order on every machine and every version of Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from desktop.catalog.seeded import folded, numbers

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")


def shuffled(items: Iterable[T], seed: int, salt: str = "") -> tuple[T, ...]:
    """The items in an order that `seed` and `salt` alone decide (Fisher and Yates)."""
    order = list(items)
    drawn = numbers(seed ^ folded(salt))
    for last in range(len(order) - 1, 0, -1):
        other = next(drawn) % (last + 1)
        order[last], order[other] = order[other], order[last]
    return tuple(order)
