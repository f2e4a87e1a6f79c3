"""What a room shows, as a value that a talk can keep. No Qt in this file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.catalog.refs import Ref


LONGEST = 10_000  # letters of one text of a state: what a deck can keep


@dataclass(frozen=True, slots=True)
class OnScreen:
    """What a room shows now, as a stop of a talk keeps it.

    `ref` is the place, or the tab where nothing is selected; `state` holds what else it takes to show the same again
    (filters, folds, a step), each a short text by a name of the room's own; `title` is a heading for it.
    """

    ref: Ref
    title: str
    state: Mapping[str, str] = field(default_factory=dict)

    @property
    def can_be_kept(self) -> bool:
        """Whether a deck can hold it: a table of thousands of columns picked by hand may be too long to write down."""
        return all(len(text) <= LONGEST for text in self.state.values())
