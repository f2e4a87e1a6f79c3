"""Undo and redo without limit: a history of values, of which one is the present one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class History(Generic[T]):
    """What was, what is, and what was undone, the next to come first."""

    present: T
    past: tuple[T, ...] = ()
    undone: tuple[T, ...] = ()

    def then(self, value: T) -> History[T]:
        """One step on; what was undone before is gone. The same value again is no step."""
        return self if value == self.present else History(value, (*self.past, self.present))

    def back(self) -> History[T]:
        """One step back, as far as there is one."""
        return History(self.past[-1], self.past[:-1], (self.present, *self.undone)) if self.past else self

    def forth(self) -> History[T]:
        """The step that was undone last, done again, where there is one."""
        return History(self.undone[0], (*self.past, self.present), self.undone[1:]) if self.undone else self
