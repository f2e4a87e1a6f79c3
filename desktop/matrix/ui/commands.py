"""What the menus of the matrix ask of its room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desktop.matrix.table.arrangement import Arrangement
    from desktop.matrix.table.grid import Grid


class Commands(Protocol):
    """The table that is shown, and the ways to change it."""

    @property
    def arrangement(self) -> Arrangement:
        """What is in force."""

    @property
    def grid(self) -> Grid:
        """What is shown."""

    def arrange(self, arrangement: Arrangement) -> None:
        """Show another arrangement; it can be undone."""

    def undo(self) -> None:
        """Back to the arrangement before."""

    def redo(self) -> None:
        """On to the arrangement that was undone."""

    def transpose(self) -> None:
        """Subjects as lines, or as columns again."""
