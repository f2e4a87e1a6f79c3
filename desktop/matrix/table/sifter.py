"""Joins all filters of an arrangement: what is left of the lines, under which heads, and what each facet leaves."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from desktop.catalog.filters import Query
from desktop.matrix.table.arrangement import FacetKind, Likeness
from desktop.matrix.table.grid import GroupRow, Shown
from desktop.matrix.table.likeness import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.catalog.entities.matrix import Group
    from desktop.matrix.table.arrangement import Arrangement, Facet
    from desktop.matrix.table.lines import Lines

COUNTED = 20_000  # in more lines than these nobody counts hits, and the window need not either


class Sifter:
    """Joins all filters of one arrangement."""

    def __init__(self, lines: Lines, wanted: Arrangement, mask: int, differences: Mapping[str, Difference]) -> None:
        self._lines, self._wanted = lines, wanted
        self._query = Query.of(wanted.text)
        self._mask = mask
        if not lines.is_transposed and wanted.likeness is not Likeness.ALL:
            self._mask &= lines.having(is_like(differences[head.id], wanted.likeness) for head in lines.heads)

    def shown(self, matching: list[int] | None, places: list[int]) -> Shown:
        """What is left: of the lines that hold the words (None where none are searched), by their places in order."""
        lines, wanted = self._lines, self._wanted
        before = self._mask if matching is None else self._mask & lines.mask_of_lines(matching)
        of_kind = {kind: self._mask_of_kind(kind) for kind in FacetKind}
        kept = lines.lines_in(_joined(before, of_kind))
        counts = dict(self._counts(before, of_kind))
        hits = sum(lines.hits(word, kept) for word in self._query.words) if len(kept) <= COUNTED else None
        if wanted.sort:
            return Shown(sorted(kept, key=places.__getitem__), [], kept, hits, counts)
        rows, groups = (kept, []) if lines.is_transposed else self._grouped(kept)
        return Shown(rows, groups, kept, hits, counts)

    def _mask_of_kind(self, kind: FacetKind) -> int:
        """Lines that pass the chosen facets of a kind: of the marks they have all, of the other kinds one."""
        chosen = [facet for facet in self._wanted.facets if facet.kind is kind]
        if kind is FacetKind.GROUP and self._lines.is_transposed:
            chosen = []
        mask = self._lines.every if not chosen or kind is FacetKind.MARK else 0
        for facet in chosen:
            mask = mask & self._lines.mask(facet) if kind is FacetKind.MARK else mask | self._lines.mask(facet)
        return mask

    def _counts(self, before: int, of_kind: dict[FacetKind, int]) -> Iterator[tuple[Facet, int]]:
        for facet in self._lines.facets():
            others = {kind: mask for kind, mask in of_kind.items() if kind is not facet.kind}
            if facet.kind is FacetKind.MARK:
                others = of_kind
            yield facet, (_joined(before, others) & self._lines.mask(facet)).bit_count()

    def _grouped(self, kept: list[int]) -> tuple[list[int], list[tuple[int, GroupRow]]]:
        """The lines under the heads of their groups; a search opens what is folded."""
        heads, catalog = self._lines.heads, self._lines.catalog
        folds = frozenset() if self._query else self._wanted.folded
        rows: list[int] = []
        groups: list[tuple[int, GroupRow]] = []
        at = 0
        while at < len(kept):
            group = catalog.group_of_aspect[heads[kept[at]].id]
            end = bisect_left(kept, self._end_of_group(kept[at], group), at)
            rows.append(-len(groups) - 1)
            groups.append((len(rows) - 1, GroupRow(group, end - at, group.id in folds)))
            if group.id not in folds:
                rows.extend(kept[at:end])
            at = end
        return rows, groups

    def _end_of_group(self, first: int, group: Group) -> int:
        """The line after the last one of a group, which stand together."""
        heads, catalog = self._lines.heads, self._lines.catalog
        low, high = first, len(heads)
        while low < high:
            middle = (low + high) // 2
            if catalog.group_of_aspect[heads[middle].id] is group:
                low = middle + 1
            else:
                high = middle
        return low


def _joined(mask: int, of_kind: dict[FacetKind, int]) -> int:
    for each in of_kind.values():
        mask &= each
    return mask


def is_like(difference: Difference, wanted: Likeness) -> bool:
    return wanted is Likeness.ALL or (difference is Difference.NONE) == (wanted is Likeness.SAME)
