"""Intervals moved a little, so that what was learnt on one day does not come back on one day for ever.

`fsrs` would draw from the global random numbers: the same answers would then give another schedule each time.
"""

from __future__ import annotations

from datetime import timedelta

from desktop.catalog.seeded import folded, numbers

SHORTEST = timedelta(days=2.5)
PARTS = 20


def fuzzed(interval: timedelta, question: str, reps: int) -> timedelta:
    """The interval moved by at most 5 % to either side; up to two and a half days it stays as it is.

    The question's id and how often it was graded decide by how much, in whole seconds and without floating point: on
    every machine, in a preview and in the answer after it, the result is the same (as Anki seeds its fuzz).
    """
    if interval <= SHORTEST:
        return interval
    most = (interval.days * 86_400 + interval.seconds) // PARTS
    return interval + timedelta(seconds=drawn(f"{question}/{reps}", 2 * most + 1) - most)


def drawn(salt: str, below: int) -> int:
    """A whole number from 0 up to, but not including, `below`, which the salt alone decides."""
    return next(numbers(folded(salt))) % below
