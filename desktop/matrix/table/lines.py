"""The lines of a table before anything is filtered: their heads and columns, and all that filters ask, worked out once.

Whether a line has something is kept as one byte a line in one long number, so that filters are joined and counted at
once, whatever the number of lines.
"""

from __future__ import annotations

from itertools import compress
from operator import methodcaller
from typing import TYPE_CHECKING

from desktop.catalog.evidence import is_stale, is_unknown, verdicts_of
from desktop.catalog.filters import folded
from desktop.matrix.signs import is_disputed
from desktop.matrix.table.arrangement import Facet, FacetKind, MarkFacet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.matrix import Aspect, Cell, Subject


class Lines:
    """Aspects as lines and subjects as columns, or the other way round. A cell that is not asked for is None."""

    def __init__(
        self,
        catalog: Catalog,
        heads: Sequence[Subject | Aspect],
        columns: Sequence[Subject | Aspect],
        is_transposed: bool,
        today: date,
    ) -> None:
        self.catalog, self.heads, self.columns, self.is_transposed = catalog, heads, columns, is_transposed
        self.keys: list[str] = []  # all that a search looks through, line by line
        self._bodies: list[str] = []  # the same without the head
        self._flags: dict[Facet, bytearray] = {}
        self._flags_of: dict[tuple[object, ...], tuple[bytearray, ...]] = {}
        for at, head in enumerate(heads):
            self._add(at, head, today)
        self._masks = {facet: mask_of(flags) for facet, flags in self._flags.items()}
        self._conditions: dict[tuple[str, str], int] = {}
        self._line_of = {head.id: at for at, head in enumerate(heads)}

    def line_of(self, name: str) -> int | None:
        """The line of the subject or aspect with this id."""
        return self._line_of.get(name)

    def words_of(self, cell: Cell) -> str:
        """All that a search finds in a cell, folded: text, detail, note, and the articles and works behind it."""
        if not (cell.detail or cell.note or cell.claims or cell.references):
            return folded(cell.text)
        words = [cell.text, cell.detail or "", cell.note or ""]
        words.extend(self.catalog.source_of_claim[each].short for each in cell.claims)
        works = (self.catalog.reference[cite.id] for cite in cell.references)
        words.extend(f"{work.authors} {work.title} {work.year}" for work in works)
        return folded("\n".join(words))

    @property
    def every(self) -> int:
        """The mask of all lines."""
        return mask_of(b"\x01" * len(self.heads))

    def cell(self, line: int, column: int) -> Cell | None:
        """The cell at a place."""
        return self.cell_in(line, self.columns[column])

    def cell_in(self, line: int, column: Subject | Aspect) -> Cell | None:
        """The cell of a line in a column, shown or not."""
        return self._cell(self.heads[line], column)

    def mask(self, facet: Facet) -> int:
        """The lines that have this anywhere."""
        return self._masks.get(facet, 0)

    def hits(self, word: str, lines: Sequence[int]) -> int:
        """How often a folded word stands in the cells of these lines."""
        return sum(map(methodcaller("count", word), map(self._bodies.__getitem__, lines)))

    def facets(self) -> Iterator[Facet]:
        """All that lines here can be filtered by."""
        return iter(sorted(self._masks))

    def having(self, flags: Iterable[object]) -> int:
        """The mask of the lines for which something is so, told in order."""
        return mask_of(bytes(1 if flag else 0 for flag in flags))

    def lines_in(self, mask: int) -> list[int]:
        """The lines of a mask, in order."""
        return list(compress(range(len(self.heads)), mask.to_bytes(len(self.heads), "little")))

    def mask_of_lines(self, lines: Iterable[int]) -> int:
        """The mask of these lines."""
        flags = bytearray(len(self.heads))
        for line in lines:
            flags[line] = 1
        return mask_of(flags)

    def meeting(self, column: Subject | Aspect, typed: str, fits: Callable[[Cell], bool]) -> int:
        """The lines whose cell in a column, shown or not, meets a condition; worked out once for what was typed."""
        key = (column.id, typed)
        if key not in self._conditions:
            cells = (self._cell(head, column) for head in self.heads)
            self._conditions[key] = self.having(cell is not None and fits(cell) for cell in cells)
        return self._conditions[key]

    def _cell(self, head: Subject | Aspect, column: Subject | Aspect) -> Cell | None:
        subject, aspect = (head, column) if self.is_transposed else (column, head)
        return asked_cell(self.catalog, subject, aspect)  # type: ignore[arg-type]

    def _add(self, at: int, head: Subject | Aspect, today: date) -> None:
        parts = []
        for column in self.columns:
            cell = self._cell(head, column)
            if cell is not None:
                parts.append(self.words_of(cell))
                aspect = column if self.is_transposed else head
                for flags in self._flags_for(cell, aspect, today):  # type: ignore[arg-type]
                    flags[at] = 1
        if not self.is_transposed:
            self._flag(Facet(FacetKind.GROUP, self.catalog.group_of_aspect[head.id].id))[at] = 1
        self._bodies.append("\n".join(parts))
        self.keys.append(f"{_words(head)}\n{self._bodies[-1]}")

    def _flags_for(self, cell: Cell, aspect: Aspect, today: date) -> tuple[bytearray, ...]:
        """The flags that a cell raises; cells that are alike in what counts here raise the same."""
        key = (cell.basis, cell.claims, bool(cell.note), cell.as_of, aspect.review_days)
        found = self._flags_of.get(key)
        if found is None:
            found = self._flags_of[key] = tuple(self._flag(each) for each in self._facets_of(cell, aspect, today))
        return found

    def _flag(self, facet: Facet) -> bytearray:
        return self._flags.setdefault(facet, bytearray(len(self.heads)))

    def _facets_of(self, cell: Cell, aspect: Aspect, today: date) -> Iterator[Facet]:
        yield Facet(FacetKind.BASIS, cell.basis.value)
        if is_unknown(cell):
            yield Facet(FacetKind.MARK, MarkFacet.UNKNOWN)
            return
        if cell.claims:
            verdicts = verdicts_of(self.catalog, cell.claims)
            yield from (Facet(FacetKind.VERDICT, verdict.value) for verdict in verdicts)
            if any(verdict.value == MarkFacet.DATED for verdict in verdicts):
                yield Facet(FacetKind.MARK, MarkFacet.DATED)
            if is_disputed(self.catalog, cell):
                yield Facet(FacetKind.MARK, MarkFacet.DISPUTED)
        if cell.note:
            yield Facet(FacetKind.MARK, MarkFacet.NOTE)
        if is_stale(cell, aspect, today):
            yield Facet(FacetKind.MARK, MarkFacet.STALE)


def asked_cell(catalog: Catalog, subject: Subject, aspect: Aspect) -> Cell | None:
    """The cell of a subject under an aspect; None where the aspect is not asked of the subject's level."""
    cell = subject.cells.get(aspect.id)
    if cell is None and subject.level in aspect.levels:
        return catalog.unknown_cell
    return cell


def mask_of(flags: bytes | bytearray) -> int:
    """One byte a line, as one number."""
    return int.from_bytes(flags, "little")


def _words(head: Subject | Aspect) -> str:
    more = getattr(head, "question", "") or getattr(head, "summary", "")
    return folded(f"{head.title}\n{more}")
