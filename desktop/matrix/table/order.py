"""The order of the lines of a table: by the values of columns, by title, or by how much they set subjects apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.evidence import is_unknown
from desktop.catalog.filters import folded
from desktop.matrix.table.arrangement import SortBy
from desktop.matrix.table.conditions import spans_of
from desktop.matrix.table.likeness import separation_of

if TYPE_CHECKING:
    from desktop.catalog.entities.matrix import Aspect, Cell, Subject
    from desktop.matrix.table.arrangement import SortKey
    from desktop.matrix.table.lines import Lines

_Rank = tuple[int, float, str]


def order_of(lines: Lines, keys: tuple[SortKey, ...]) -> list[int]:
    """All lines in the order of the keys, the first key first; equals keep their place, unknown cells come last."""
    order = list(range(len(lines.heads)))
    for key in reversed(keys):
        ranks = _ranks(lines, key.by)
        known = [line for line in order if ranks[line] is not None]
        known.sort(key=ranks.__getitem__, reverse=key.is_descending)  # type: ignore[arg-type]
        order = known + [line for line in order if ranks[line] is None]
    return order


def _ranks(lines: Lines, by: str) -> list[_Rank | None]:
    if by == f"*{SortBy.TITLE}":
        return [(0, 0.0, folded(head.title)) for head in lines.heads]
    if by == f"*{SortBy.SEPARATION}":
        return [(0, -each, "") for each in separations(lines)]
    column = _column(lines, by)
    if column is None:
        return [None] * len(lines.heads)
    return [_rank(lines.cell_in(line, column)) for line in range(len(lines.heads))]


def separations(lines: Lines) -> list[float]:
    """How far each line sets the columns apart; see `separation_of`."""
    found = []
    for at, head in enumerate(lines.heads):
        cells = [cell for column in range(len(lines.columns)) if (cell := lines.cell(at, column)) is not None]
        scale = lines.catalog.scales.get(getattr(head, "scale", None) or "")
        found.append(separation_of(cells, scale))
    return found


def _column(lines: Lines, name: str) -> Subject | Aspect | None:
    """The column of this id, shown or not."""
    known = lines.catalog.aspect if lines.is_transposed else lines.catalog.subject
    return known.get(name)


def _rank(cell: Cell | None) -> _Rank | None:
    """Numbers and dates before words; None where nothing is known."""
    if cell is None or is_unknown(cell):
        return None
    span = next(iter(spans_of(cell)), None) if cell.rating or cell.values else None
    if span is not None:
        return 0, span[0], ""
    return 1, 0.0, folded(cell.values[0] if cell.values else cell.text)
