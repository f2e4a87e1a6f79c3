"""The matrix of a pack: gives the table under any arrangement, and works out once what does not depend on filters."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from desktop.catalog.filters import Query
from desktop.matrix.table.arrangement import CHOSEN, Arrangement, FacetKind
from desktop.matrix.table.conditions import BadCondition, condition_of
from desktop.matrix.table.grid import Differing, Grid
from desktop.matrix.table.likeness import Difference, difference_of
from desktop.matrix.table.lines import Lines, asked_cell
from desktop.matrix.table.order import order_of
from desktop.matrix.table.sifter import Sifter, is_like

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.matrix import Aspect, Cell, Subject
    from desktop.matrix.table.arrangement import SortKey

T = TypeVar("T")

_TABLES = 6


@dataclass(frozen=True, slots=True)
class _Axes:
    """What an arrangement compares, and how far its aspects set the subjects apart."""

    subjects: tuple[Subject, ...]
    aspects: tuple[Aspect, ...]
    differences: Mapping[str, Difference]
    differing: Differing


class Matrix:
    """The matrix of a catalog. What does not depend on filters is worked out once for each choice of what is shown."""

    def __init__(self, catalog: Catalog, today: date) -> None:
        self._catalog, self._today = catalog, today
        self._axes: OrderedDict[tuple[object, ...], _Axes] = OrderedDict()
        self._lines: OrderedDict[tuple[object, ...], Lines] = OrderedDict()
        self._orders: dict[tuple[int, tuple[SortKey, ...]], list[int]] = {}
        self._found: tuple[Lines, tuple[str, ...], list[int]] | None = None

    def levels(self) -> tuple[tuple[str, str], ...]:
        """(id, title) of the levels that have something to show."""
        used = {subject.level for subject in self._catalog.subjects}
        return tuple((level.id, level.title) for level in self._catalog.pack.levels if level.id in used)

    def subjects(self, wanted: Arrangement) -> tuple[Subject, ...]:
        """The subjects that an arrangement shows, in its order."""
        if wanted.subjects or wanted.level == CHOSEN:
            return tuple(self._catalog.subject[each] for each in wanted.subjects)
        return tuple(subject for subject in self._catalog.subjects if subject.level == wanted.level)

    def aspects(self, wanted: Arrangement) -> tuple[Aspect, ...]:
        """The aspects that are asked of its subjects and not left out; in the arrangement's order as columns."""
        levels = {wanted.level, *(subject.level for subject in self.subjects(wanted))}
        asked = tuple(aspect for aspect in self._catalog.aspect.values() if levels.intersection(aspect.levels))
        if not wanted.aspects:
            return asked
        if wanted.is_transposed:
            known = {aspect.id: aspect for aspect in asked}
            return tuple(known[each] for each in wanted.aspects if each in known)
        chosen = set(wanted.aspects)
        return tuple(aspect for aspect in asked if aspect.id in chosen)

    def grid_of(self, wanted: Arrangement) -> Grid:
        """The table under an arrangement."""
        axes = self._axes_of(wanted)
        lines = self._lines_of(axes, wanted)
        bad: dict[str, str] = {}
        sifter = Sifter(lines, wanted, self._mask_of_filters(lines, wanted, bad), axes.differences)
        query = Query.of(wanted.text)
        matching = self._matching(lines, query) if query else None
        places = self._places(lines, wanted.sort) if wanted.sort else []
        return Grid(wanted, lines, sifter.shown(matching, places), axes.differing, bad)

    def _places(self, lines: Lines, keys: tuple[SortKey, ...]) -> list[int]:
        """The place of each line in the order of these keys, worked out once."""
        key = (id(lines), keys)
        if key not in self._orders:
            order = order_of(lines, keys)
            places = [0] * len(order)
            for place, line in enumerate(order):
                places[line] = place
            self._orders[key] = places
        return self._orders[key]

    def _matching(self, lines: Lines, query: Query) -> list[int]:
        """The lines that hold all words. As the reader types on, only the last result is looked through."""
        within: Sequence[int] = range(len(lines.keys))
        if self._found is not None and self._found[0] is lines and _narrows(query.words, self._found[1]):
            within = self._found[2]
        keys = lines.keys
        found = list(within)
        for word in query.words:
            found = [line for line in found if word in keys[line]]
        self._found = (lines, query.words, found)
        return found

    def _axes_of(self, wanted: Arrangement) -> _Axes:
        return _kept(self._axes, _axes_key(wanted), lambda: self._new_axes(wanted))

    def _new_axes(self, wanted: Arrangement) -> _Axes:
        subjects, aspects = self.subjects(wanted), self.aspects(wanted)
        differences = {aspect.id: difference_of(self._asked_cells(subjects, aspect)) for aspect in aspects}
        found = list(differences.values())
        different = sum(each is not Difference.NONE for each in found)
        return _Axes(subjects, aspects, differences, Differing(len(found), different, found.count(Difference.NOTE)))

    def _asked_cells(self, subjects: Sequence[Subject], aspect: Aspect) -> list[Cell]:
        cells = (asked_cell(self._catalog, subject, aspect) for subject in subjects)
        return [cell for cell in cells if cell is not None]

    def _lines_of(self, axes: _Axes, wanted: Arrangement) -> Lines:
        heads: Sequence[Subject | Aspect] = axes.aspects
        columns: Sequence[Subject | Aspect] = axes.subjects
        hidden: tuple[str, ...] = ()
        if wanted.is_transposed:
            heads = axes.subjects
            columns = [each for each in axes.aspects if self._is_wanted_column(each, wanted, axes)]
            hidden = tuple(column.id for column in columns)
        key = (*_axes_key(wanted), hidden)
        lines = _kept(self._lines, key, lambda: Lines(self._catalog, heads, columns, wanted.is_transposed, self._today))
        living = {id(each) for each in self._lines.values()}
        self._orders = {each: order for each, order in self._orders.items() if each[0] in living}
        return lines

    def _is_wanted_column(self, aspect: Aspect, wanted: Arrangement, axes: _Axes) -> bool:
        groups = {facet.name for facet in wanted.facets if facet.kind is FacetKind.GROUP}
        if groups and self._catalog.group_of_aspect[aspect.id].id not in groups:
            return False
        return is_like(axes.differences[aspect.id], wanted.likeness)

    def _mask_of_filters(self, lines: Lines, wanted: Arrangement, bad: dict[str, str]) -> int:
        """The lines that meet every condition on a column; a condition that is none hides nothing and is told."""
        mask = lines.every
        known = self._catalog.aspect if lines.is_transposed else self._catalog.subject
        for each in wanted.filters:
            column = known.get(each.column)
            if column is None:
                continue
            try:
                condition = condition_of(each.typed)
            except BadCondition as wrong:
                bad[each.column] = str(wrong)
                continue
            if condition is not None:
                mask &= lines.meeting(column, condition.typed, condition.fits)
        return mask


def _axes_key(wanted: Arrangement) -> tuple[object, ...]:
    return wanted.level, wanted.subjects, wanted.aspects, wanted.is_transposed


def _narrows(words: tuple[str, ...], before: tuple[str, ...]) -> bool:
    """Whether all that matches these words matched those before."""
    return bool(before) and all(any(old in new for new in words) for old in before)


def _kept(shelf: OrderedDict[tuple[object, ...], T], key: tuple[object, ...], make: Callable[[], T]) -> T:
    """What was made under this key, the latest few of them."""
    if key not in shelf:
        if len(shelf) >= _TABLES:
            shelf.popitem(last=False)
        shelf[key] = make()
    shelf.move_to_end(key)
    return shelf[key]
