"""How far a share that was counted can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

Z_95 = 1.959963984540054
"""The standard normal distribution's 97.5 % point."""


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of so many (`count` is at least `hits`)."""

    hits: int
    count: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where nothing was counted."""
        return self.hits / self.count if self.count else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share: Wilson's score interval (Wilson 1927), which holds for small counts too.

        From 0 to 1 where nothing was counted.
        """
        if not self.count:
            return 0.0, 1.0
        n, p, z = self.count, self.share, Z_95
        scale = 1 + z * z / n
        middle = (p + z * z / (2 * n)) / scale
        half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale
        low = middle - half if self.hits else 0.0
        high = middle + half if self.hits < n else 1.0
        return max(0.0, low), min(1.0, high)

    def __add__(self, other: Counted) -> Counted:
        return Counted(self.hits + other.hits, self.count + other.count)
