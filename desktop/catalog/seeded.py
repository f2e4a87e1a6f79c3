"""Numbers that a seed alone decides: the same on every machine and every version of Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_64_BITS = (1 << 64) - 1


def numbers(seed: int) -> Iterator[int]:
    """Whole numbers from 0 to 2**64 - 1 without end: SplitMix64 (Steele, Lea and Flood 2014)."""
    state = seed
    while True:
        state = (state + 0x9E3779B97F4A7C15) & _64_BITS
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _64_BITS
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _64_BITS
        yield mixed ^ (mixed >> 31)


def folded(text: str) -> int:
    """A text as 64 bits, to seed with: FNV-1a (Fowler, Noll and Vo)."""
    number = 0xCBF29CE484222325
    for byte in text.encode("utf-8", "surrogatepass"):
        number = ((number ^ byte) * 0x100000001B3) & _64_BITS
    return number
