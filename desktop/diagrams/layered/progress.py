"""How a long layout tells how far it has come: a share from 0.0 to 1.0, told by a call."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Told = Callable[[float], None]
_CALLS = 50
T = TypeVar("T")


def unheard(_share: float) -> None:
    """For those who do not want to know."""


def telling(items: Sequence[T], told: Told, start: float, end: float) -> Iterator[T]:
    """The items one by one; the share runs from `start` to `end` meanwhile, told up to 50 times."""
    for done, item in enumerate(items, 1):
        yield item
        if done * _CALLS // len(items) > (done - 1) * _CALLS // len(items):
            told(start + (end - start) * done / len(items))
