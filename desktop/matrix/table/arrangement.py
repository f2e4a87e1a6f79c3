"""How the reader has arranged the table, as one value: what is compared, filtered, sorted, pinned and folded.

It is what a saved view holds, what undo goes back to, and what is copied as text.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.catalog.catalog import Catalog

FORMAT = 1
LONGEST = 100_000
_MOST = 5_000
CHOSEN = ""  # the level of an arrangement whose subjects were picked by hand


class Likeness(StrEnum):
    """Which lines to show: all, those in which the compared things differ, those in which they are the same."""

    ALL = "all"
    DIFFERENT = "different"
    SAME = "same"


class FacetKind(StrEnum):
    """What can be filtered by with a click. Of the marks all chosen must be there, of the others one."""

    MARK = "mark"
    GROUP = "group"
    BASIS = "basis"
    VERDICT = "verdict"


class MarkFacet(StrEnum):
    """Marks of a cell that can be filtered by."""

    DISPUTED = "disputed"
    DATED = "dated"
    UNKNOWN = "unknown"
    STALE = "stale"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Facet:
    """One thing to filter by, as `Facet(FacetKind.BASIS, 'paper')`."""

    kind: FacetKind
    name: str


class SortBy(StrEnum):
    """What lines can be sorted by besides the values of a column."""

    TITLE = "title"
    SEPARATION = "separation"


@dataclass(frozen=True, slots=True)
class SortKey:
    """Sort by a column's id, or by one of `SortBy` written as '*title'."""

    by: str
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """A condition on the cells of one column, shown or not."""

    column: str
    typed: str


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Subjects are columns and aspects lines, or the other way round where it is transposed.

    `subjects` and `aspects` name what is shown, in order; empty means all of the level in the pack's order.
    """

    level: str
    subjects: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    is_transposed: bool = False
    text: str = ""
    likeness: Likeness = Likeness.ALL
    facets: frozenset[Facet] = frozenset()
    filters: tuple[ColumnFilter, ...] = ()
    sort: tuple[SortKey, ...] = ()
    folded: frozenset[str] = frozenset()

    @property
    def is_filtered(self) -> bool:
        """Whether anything hides a line."""
        return bool(self.text.strip() or self.facets or self.filters or self.likeness is not Likeness.ALL)

    def unfiltered(self) -> Arrangement:
        """The same without anything that hides a line."""
        return replace(self, text="", likeness=Likeness.ALL, facets=frozenset(), filters=())

    def with_filter(self, column: str, typed: str) -> Arrangement:
        """With this condition on a column in place of the one before; none for an empty one."""
        others = tuple(each for each in self.filters if each.column != column)
        return replace(self, filters=(*others, ColumnFilter(column, typed)) if typed.strip() else others)

    def filter_on(self, column: str) -> str:
        """What was typed as the condition on a column."""
        return next((each.typed for each in self.filters if each.column == column), "")

    def with_facet(self, facet: Facet, is_on: bool) -> Arrangement:
        return replace(self, facets=self.facets | {facet} if is_on else self.facets - {facet})

    def sorted_by(self, by: str, keep: bool = False) -> Arrangement:
        """Sorted by a column: rising, then falling, then not. With `keep` it joins the keys that are there."""
        before = next((key for key in self.sort if key.by == by), None)
        after = SortKey(by) if before is None else None if before.is_descending else SortKey(by, is_descending=True)
        if not keep:
            return replace(self, sort=(after,) if after else ())
        if before is None:
            return replace(self, sort=(*self.sort, SortKey(by)))
        keys = (after if key.by == by else key for key in self.sort)
        return replace(self, sort=tuple(key for key in keys if key is not None))


@dataclass(frozen=True, slots=True)
class Opened:
    """An arrangement read from text, and what it named that the pack does not have."""

    arrangement: Arrangement
    dropped: tuple[str, ...]


class NoArrangement(Exception):
    """A text that is no saved view; says why."""


def as_json(arrangement: Arrangement) -> str:
    """The arrangement as one JSON value, short and in a fixed order."""
    facets: dict[str, list[str]] = {}
    for facet in sorted(arrangement.facets):
        facets.setdefault(facet.kind.value, []).append(facet.name)
    value = {
        "matrix": FORMAT,
        "level": arrangement.level,
        "subjects": list(arrangement.subjects),
        "aspects": list(arrangement.aspects),
        "pinned": list(arrangement.pinned),
        "transposed": arrangement.is_transposed,
        "search": arrangement.text,
        "show": arrangement.likeness.value,
        "facets": facets,
        "filters": {each.column: each.typed for each in arrangement.filters},
        "sort": [("-" if key.is_descending else "") + key.by for key in arrangement.sort],
        "folded": sorted(arrangement.folded),
    }
    empty: tuple[object, ...] = ([], {}, "", False)
    return json.dumps({key: each for key, each in value.items() if key == "level" or each not in empty})


def from_json(text: str, catalog: Catalog) -> Opened:
    """The arrangement that a text holds, without what this pack does not have. Raises NoArrangement."""
    value = _read(text)
    kept = _Kept(catalog)
    levels = {level.id for level in catalog.pack.levels}
    level = _word(value, "level")
    if level and level not in levels:
        kept.dropped.append(f"level '{level}'")
        level = next((each.id for each in catalog.pack.levels), CHOSEN)
    subjects = kept.among("subject", _words(value, "subjects"), catalog.subject)
    aspects = kept.among("aspect", _words(value, "aspects"), catalog.aspect)
    columns = {*catalog.subject, *catalog.aspect}
    groups = {group.id for group in catalog.groups}
    filters = _table(value, "filters")
    sort = [SortKey(each.removeprefix("-"), each.startswith("-")) for each in _words(value, "sort")]
    known_sort = {*columns, *(f"*{each}" for each in SortBy)}
    kept.among("column", [key.by for key in sort], known_sort)
    return Opened(
        Arrangement(
            level=level,
            subjects=subjects,
            aspects=aspects,
            pinned=kept.among("column", _words(value, "pinned"), columns),
            is_transposed=value.get("transposed") is True,
            text=_word(value, "search"),
            likeness=kept.one_of(Likeness, _word(value, "show") or Likeness.ALL.value, Likeness.ALL),
            facets=frozenset(kept.facets(_table(value, "facets"), groups)),
            filters=tuple(ColumnFilter(each, str(filters[each])) for each in kept.among("column", filters, columns)),
            sort=tuple(key for key in sort if key.by in known_sort),
            folded=frozenset(kept.among("group", _words(value, "folded"), groups)),
        ),
        tuple(dict.fromkeys(kept.dropped)),
    )


@dataclass(slots=True)
class _Kept:
    """Sorts what a saved view names into what the pack has and what it does not."""

    catalog: Catalog
    dropped: list[str] = field(default_factory=list)

    def among(self, kind: str, names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
        known = set(known)
        found = tuple(dict.fromkeys(names))
        self.dropped.extend(f"{kind} '{each}'" for each in found if each not in known)
        return tuple(each for each in found if each in known)

    def one_of(self, kind: type[Likeness], word: str, otherwise: Likeness) -> Likeness:
        if word in set(kind):
            return kind(word)
        self.dropped.append(f"'{word}'")
        return otherwise

    def facets(self, named: dict[str, Any], groups: set[str]) -> Iterable[Facet]:
        from desktop.catalog.entities.evidence import Basis, Verdict

        known: dict[FacetKind, set[str]] = {
            FacetKind.MARK: set(MarkFacet),
            FacetKind.GROUP: groups,
            FacetKind.BASIS: set(Basis),
            FacetKind.VERDICT: set(Verdict),
        }
        for kind in self.among("filter", named, set(FacetKind)):
            for name in self.among(kind, _words(named, kind), known[FacetKind(kind)]):
                yield Facet(FacetKind(kind), name)


def _read(text: str) -> dict[str, Any]:
    if len(text) > LONGEST:
        raise NoArrangement(f"the text is longer than {LONGEST:,} letters")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise NoArrangement("the text is not JSON; copy a view with 'Copy view as text'") from None
    if not isinstance(value, dict) or "matrix" not in value:
        raise NoArrangement("the text is no view of the matrix; copy one with 'Copy view as text'")
    if value["matrix"] != FORMAT:
        raise NoArrangement("the view comes from another version of the program")
    return value


def _take(value: dict[str, Any], key: str, kind: type, is_sound: Callable[[Any], bool]) -> Any:
    found = value.get(key, kind())
    if not isinstance(found, kind) or not is_sound(found):
        raise NoArrangement(f"'{key}' in the view is not what it should be")
    return found


def _word(value: dict[str, Any], key: str) -> str:
    return str(_take(value, key, str, lambda _found: True))


def _words(value: dict[str, Any], key: str) -> list[str]:
    found: list[str] = _take(
        value, key, list, lambda found: len(found) <= _MOST and all(isinstance(each, str) for each in found)
    )
    return found


def _table(value: dict[str, Any], key: str) -> dict[str, Any]:
    found: dict[str, Any] = _take(value, key, dict, lambda found: len(found) <= _MOST)
    return found
