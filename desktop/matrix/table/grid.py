"""The matrix as a value: which lines and columns are shown, with signs, hits and live counts.

Nothing of a line is made before it is looked at, so that a table of many thousand lines follows the keys.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.filters import Query
from desktop.catalog.words import plural
from desktop.matrix.signs import NOT_ASKED, Sign, signs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.catalog.entities.matrix import Aspect, Group, Subject
    from desktop.matrix.table.arrangement import Arrangement, ColumnFilter, Facet
    from desktop.matrix.table.lines import Lines

_CELLS, _QUOTED = 4_000, 40


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell ready to show: its text, its signs, and where in the text the searched words stand."""

    text: str
    signs: tuple[Sign, ...]
    hits: tuple[tuple[int, int], ...] = ()
    hit_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The head of a group of aspects."""

    group: Group
    count: int
    is_folded: bool


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line: an aspect over all shown subjects, or a subject over all shown aspects."""

    head: Subject | Aspect
    cells: tuple[GridCell, ...]


Row = GroupRow | LineRow


@dataclass(frozen=True, slots=True)
class Differing:
    """How many aspects there are, in how many the subjects differ, and in how many of these only the note does."""

    asked: int
    different: int
    only_note: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What is left: lines by their number, heads of groups as -1, -2, ..., and the counts."""

    rows: list[int]
    groups: list[tuple[int, GroupRow]]  # with their rows
    kept: list[int]  # the lines left, folded ones too
    hits: int | None  # None where there are too many lines to count them
    facet_counts: dict[Facet, int]


class Grid:
    """The table under an arrangement. `facet_counts` are live: what each would leave under the other filters."""

    def __init__(
        self, arrangement: Arrangement, lines: Lines, shown: Shown, differing: Differing, bad: dict[str, str]
    ) -> None:
        self.arrangement, self.lines, self.differing = arrangement, lines, differing
        self.shown, self.hits, self.facet_counts = len(shown.kept), shown.hits, shown.facet_counts
        self.bad_filters = bad  # column id -> what is wrong with the condition
        self._query = Query.of(arrangement.text)
        self._rows, self._kept = shown.rows, shown.kept
        self._groups = shown.groups
        self._made: OrderedDict[int, LineRow] = OrderedDict()

    @property
    def filters(self) -> tuple[ColumnFilter, ...]:
        """The conditions that are in force: those on columns, as the table stands, that are sound."""
        known = self.lines.catalog.aspect if self.is_transposed else self.lines.catalog.subject
        wanted = self.arrangement.filters
        return tuple(each for each in wanted if each.column in known and each.column not in self.bad_filters)

    @property
    def heads(self) -> tuple[Subject | Aspect, ...]:
        """The heads of all lines that are left, folded ones too."""
        return tuple(self.lines.heads[line] for line in self._kept)

    @property
    def columns(self) -> Sequence[Subject | Aspect]:
        return self.lines.columns

    @property
    def is_transposed(self) -> bool:
        return self.lines.is_transposed

    @property
    def count(self) -> int:
        """How many rows the table has, heads of groups counted."""
        return len(self._rows)

    @property
    def group_rows(self) -> Iterator[tuple[int, GroupRow]]:
        """The heads of groups with their rows."""
        return iter(self._groups)

    def row(self, at: int) -> Row | None:
        """The row at a place; None past the ends."""
        if not 0 <= at < len(self._rows):
            return None
        line = self._rows[at]
        if line < 0:
            return self._groups[-line - 1][1]
        found = self._made.get(line)
        if found is None:
            if len(self._made) * max(1, len(self.columns)) > _CELLS:
                self._made.popitem(last=False)
            cells = tuple(self._cell(line, column) for column in range(len(self.columns)))
            found = self._made[line] = LineRow(self.lines.heads[line], cells)
        return found

    def rows(self) -> Iterator[Row]:
        """All rows; for tables of a bearable length."""
        return (row for at in range(self.count) if (row := self.row(at)) is not None)

    def head(self, at: int) -> Subject | Aspect | None:
        """The head of a line, without its cells."""
        line = self._rows[at] if 0 <= at < len(self._rows) else -1
        return self.lines.heads[line] if line >= 0 else None

    def row_of(self, name: str) -> int | None:
        """The row of the line with this id."""
        line = self.lines.line_of(name)
        try:
            return None if line is None else self._rows.index(line)
        except ValueError:
            return None

    def next_hit(self, row: int, column: int) -> tuple[int, int] | None:
        """The row and column of the next cell with a hit, after this place and then from the top; None for none."""
        if not self._query:
            return None
        places = [*range(max(0, row), self.count), *range(min(self.count, max(0, row) + 1))]
        for at, place in enumerate(places):
            found = self.row(place)
            cells = found.cells if isinstance(found, LineRow) else ()
            for other, cell in enumerate(cells):
                is_past = at > 0 or other > column
                if is_past and (cell.hits or cell.hit_elsewhere):
                    return place, other
        return None

    def column_of(self, name: str) -> int | None:
        """The column with this id."""
        return next((at for at, column in enumerate(self.columns) if column.id == name), None)

    def _cell(self, line: int, column: int) -> GridCell:
        cell = self.lines.cell(line, column)
        if cell is None:
            return GridCell("", (NOT_ASKED,))
        hits = self._query.hits(cell.text) if self._query else ()
        elsewhere = bool(self._query) and not hits and self._query.matches(self.lines.words_of(cell))
        return GridCell(cell.text, signs_of(self.lines.catalog, cell), hits, elsewhere)


def shortened(typed: str) -> str:
    """What was typed, for a line of words."""
    text = " ".join(typed.split())
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…"


def summary_of(grid: Grid) -> str:
    """'14 of 16 aspects differ, 9 only in the note; 9 hits for “tex”'."""
    differing = grid.differing
    text = f"{differing.different} of {plural(differing.asked, 'aspect')} differ"
    if differing.only_note:
        text += f", {differing.only_note} only in the note"
    typed = shortened(grid.arrangement.text)
    if not typed:
        return text
    hits = f"{grid.shown:,} lines with a hit" if grid.hits is None else plural(grid.hits, "hit")
    return f"{text}; {hits} for “{typed}”"
