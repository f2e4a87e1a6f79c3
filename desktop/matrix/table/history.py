"""Undo and redo of arrangements: a line of values and the place in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.matrix.table.arrangement import Arrangement

LONGEST = 200


@dataclass(frozen=True, slots=True)
class History:
    """All arrangements from the first on, and which of them is in force."""

    steps: tuple[Arrangement, ...]
    at: int = 0

    @property
    def current(self) -> Arrangement:
        return self.steps[self.at]

    def then(self, arrangement: Arrangement) -> History:
        """A change: what was undone is gone. Typing on in the search is one step with the typing before."""
        if arrangement == self.current:
            return self
        keep = self.at + 1
        if self.at > 0 and replace(arrangement, text="") == replace(self.current, text="") and self.current.text:
            keep = self.at
        steps = (*self.steps[:keep], arrangement)[-LONGEST:]
        return History(steps, len(steps) - 1)

    def undone(self) -> History:
        """One step back, if there is one."""
        return replace(self, at=max(0, self.at - 1))

    def redone(self) -> History:
        """One step on, if there is one."""
        return replace(self, at=min(len(self.steps) - 1, self.at + 1))
