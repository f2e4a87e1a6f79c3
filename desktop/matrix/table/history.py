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

        if arrangement == self.current:
            return self
        keep = self.at + 1
        if self.at > 0 and _is_typing_on(self.current, arrangement):
            keep = self.at
        steps = (*self.steps[:keep], arrangement)[-LONGEST:]
        return History(steps, len(steps) - 1)

    def undone(self) -> History:
        """One step back, if there is one."""
        return replace(self, at=max(0, self.at - 1))

    def redone(self) -> History:
        """One step on, if there is one."""
        return replace(self, at=min(len(self.steps) - 1, self.at + 1))


def _is_typing_on(before: Arrangement, after: Arrangement) -> bool:
    """Whether the same field was typed into: the search, or the condition on one column."""
    if before.text and replace(before, text="") == replace(after, text=""):
        return True
    was, now = dict(_typed(before)), dict(_typed(after))
    is_one_field = was.keys() == now.keys() and sum(was[each] != now[each] for each in was) == 1
    return is_one_field and replace(before, filters=()) == replace(after, filters=())


def _typed(arrangement: Arrangement) -> list[tuple[str, str]]:
    return [(each.column, each.typed) for each in arrangement.filters]
