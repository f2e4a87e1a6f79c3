"""Every use case of a pack, ready for filtering: texts folded once, and for each value of a facet who has it.

Who has something is one long number with a bit for each use case, so that filters are joined and counted at once.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import reduce
from itertools import compress
from operator import and_, or_
from typing import TYPE_CHECKING

from desktop.catalog.entities.usecases import EvidenceGrade
from desktop.catalog.filters import Query, folded
from desktop.usecases.filter import CHOSEN, Facet, SortBy
from desktop.usecases.passages import all_words
from desktop.usecases.words import WORST_FIRST, worst_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.usecases import Industry, UseCase
    from desktop.usecases.filter import Filter

NO_RISK = "none"
_RANKS = {
    SortBy.MATURITY: (Facet.MATURITY, ("in-use", "pilot", "idea", "stopped")),
    SortBy.GRADE: (Facet.GRADE, tuple(each.value for each in EvidenceGrade)),
    SortBy.RISK: (Facet.RISK, (*(each.value for each in WORST_FIRST), NO_RISK)),
}
"""What comes first: the furthest, the best shown, the worst."""
_KEPT = 64  # words whose hits are remembered
_BITS, _FLAGS = bytes.maketrans(b"\x00\x01", b"01"), bytes.maketrans(b"01", b"\x00\x01")


@dataclass(frozen=True, slots=True)
class Entry:
    """A use case in its industry, with all its words folded once for searching."""

    industry: Industry
    use_case: UseCase
    hay: str

    def values(self, facet: Facet) -> tuple[str, ...]:
        """What this use case has of a facet whose values are chosen."""
        return (self.industry.id,) if facet is Facet.INDUSTRY else values_of(self.use_case, facet)


def values_of(case: UseCase, facet: Facet) -> tuple[str, ...]:
    """What a use case has of a facet, whatever industry it stands in."""
    if facet in (Facet.TAKES, Facet.GIVES):
        return case.takes if facet is Facet.TAKES else case.gives
    if facet is Facet.RISK:
        worst = worst_of(case)
        return (worst.value if worst else NO_RISK,)
    return (str(getattr(case, _FIELDS[facet])),)


_FIELDS = {
    Facet.KIND: "kind",
    Facet.FUNCTION: "function",
    Facet.AUTONOMY: "autonomy",
    Facet.MATURITY: "maturity",
    Facet.GRADE: "evidence_grade",
}


class Entries:
    """All use cases in the order of the pack. Sets of them are numbers: bit 0 is the first."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.every = tuple(entries)
        self.whole = (1 << len(self.every)) - 1
        self.having: Mapping[Facet, Mapping[str, int]] = {facet: self._having(facet) for facet in CHOSEN}
        self._titles: tuple[int, ...] = ()
        self._hits: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.every)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.every)

    def passing(self, wanted: Filter, facet: Facet) -> int:
        """Those that meet what is asked of one facet."""
        if facet is Facet.TEXT:
            return reduce(and_, (self._with_word(word) for word in Query.of(wanted.text).words), self.whole)
        values = wanted.values(facet)
        return reduce(or_, (self.having[facet].get(each, 0) for each in values), 0) if values else self.whole

    def listed(self, members: int, by: SortBy) -> tuple[Entry, ...]:
        """These use cases in an order; within equals it is that of the pack."""
        if by is SortBy.TITLE:
            flags = self._flags(members)
            return tuple(self.every[at] for at in self._by_title() if flags[at])
        if by is SortBy.INDUSTRY:
            return tuple(compress(self.every, self._flags(members)))
        facet, ranks = _RANKS[by]
        parts = (self.having[facet].get(value, 0) & members for value in ranks)
        return tuple(entry for part in parts if part for entry in compress(self.every, self._flags(part)))

    def _with_word(self, word: str) -> int:
        """Those whose texts hold a word. A word that begins with one of before is looked for where that one was."""
        found = self._hits.pop(word, None)
        if found is None:
            within = min((its for part, its in self._hits.items() if part in word), key=int.bit_count, default=None)
            found = self._scanned(word, within)
        self._hits[word] = found
        if len(self._hits) > _KEPT:
            del self._hits[next(iter(self._hits))]
        return found

    def _scanned(self, word: str, within: int | None) -> int:
        if within is None:
            return _number(bytes([word in entry.hay for entry in self.every]))
        flags = bytearray(self._flags(within))
        for at in compress(range(len(flags)), bytes(flags)):
            flags[at] = word in self.every[at].hay
        return _number(bytes(flags))

    def _flags(self, members: int) -> bytes:
        """A byte, 0 or 1, for each use case."""
        count = len(self.every)
        return f"{members:0{count}b}"[::-1].encode().translate(_FLAGS)[:count] if count else b""

    def _having(self, facet: Facet) -> Mapping[str, int]:
        found: dict[str, bytearray] = defaultdict(lambda: bytearray(len(self.every) // 8 + 1))
        for at, entry in enumerate(self.every):
            for value in entry.values(facet):
                found[value][at >> 3] |= 1 << (at & 7)
        return {value: int.from_bytes(bits, "little") for value, bits in found.items()}

    def _by_title(self) -> tuple[int, ...]:
        if not self._titles:
            keys = [folded(entry.use_case.title) for entry in self.every]
            self._titles = tuple(sorted(range(len(keys)), key=keys.__getitem__))
        return self._titles


def entries_of(catalog: Catalog) -> Entries:
    """Every use case of the pack, in display order, ready for searching."""
    return Entries(
        Entry(industry, case, folded(all_words(catalog, industry, case)))
        for industry in catalog.industries
        for case in industry.use_cases
    )


def _number(flags: bytes) -> int:
    return int(flags.translate(_BITS)[::-1], 2) if flags else 0
