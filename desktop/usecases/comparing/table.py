"""What stands side by side: a table whose rows say where they differ and whose cells say what only they have."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.entities.usecases import UseCase
    from desktop.catalog.refs import Ref

NONE = "none"


@dataclass(frozen=True, slots=True)
class Cell:
    """What is true of one of the compared, and where that is told. `only`: none of the others has it."""

    text: str
    ref: Ref
    only: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is compared. `is_prose`: free text, which is hardly ever the same."""

    title: str
    cells: tuple[Cell, ...]
    is_prose: bool = False

    @property
    def differs(self) -> bool:
        """Whether not all are alike here."""
        return len({cell.text for cell in self.cells}) > 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """What stands side by side, by name, the rows, and the use cases behind each column."""

    title: str
    names: tuple[str, ...]
    rows: tuple[Row, ...]
    behind: tuple[tuple[UseCase, ...], ...]


def row_of(title: str, told: Sequence[tuple[str, Ref]], *, is_prose: bool = False) -> Row:
    """A row of these texts; in a row of prose nothing is marked, since all of it is always different."""
    times = Counter(text for text, _ref in told)
    cells = (Cell(text, ref, not is_prose and text != NONE and times[text] == 1) for text, ref in told)
    return Row(title, tuple(cells), is_prose)
