"""What the pictures of use cases show, as values: bars of functions and of what is covered, articles by industry."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from desktop.catalog.entities.evidence import Basis
from desktop.catalog.refs import IndustryRef, Ref, SourceRef, UseCaseRef
from desktop.catalog.words import plural
from desktop.usecases.words import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.evidence import Source
    from desktop.catalog.entities.usecases import Industry, UseCase
    from desktop.usecases.entries import Entry

K = TypeVar("K")

MOST_ROWS, MOST_SOURCES = 200, 40
"""A picture of a pack with more shows the first of them and says so."""

_NAMED = 3
NOTHING = "No use case passes the filters. Drop one of them, or clear them all."


@dataclass(frozen=True, slots=True)
class Part:
    """What a part of every bar stands for: its word, and the marks of its kind (none: by article or not)."""

    word: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """So many use cases of a row, of the part at this place; choosing it leads to `ref`."""

    part: int
    count: int
    ref: Ref
    spoken: str


@dataclass(frozen=True, slots=True)
class BarRow:
    """A bar; without segments it is empty, and `spoken` says so."""

    title: str
    spoken: str
    ref: Ref | None
    segments: tuple[Segment, ...]

    @property
    def total(self) -> int:
        return sum(each.count for each in self.segments)


@dataclass(frozen=True, slots=True)
class Bars:
    """Rows of parts."""

    parts: tuple[Part, ...]
    rows: tuple[BarRow, ...]

    @property
    def most(self) -> int:
        """The longest bar, at least 1."""
        return max((row.total for row in self.rows), default=0) or 1

    @property
    def left_out(self) -> str:
        """What is not drawn because it is too much to read."""
        more = len(self.rows) - MOST_ROWS
        return f"Only the first {MOST_ROWS} of {len(self.rows):,} rows are shown." if more > 0 else ""


@dataclass(frozen=True, slots=True)
class Field:
    """How many use cases of an industry rest on claims of an article."""

    count: int
    ref: Ref
    spoken: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Industries down, articles across."""

    industries: tuple[Industry, ...]
    heads: tuple[tuple[str, Ref, str], ...]
    rows: tuple[tuple[Field, ...], ...]

    @property
    def most(self) -> int:
        """The highest number, at least 1."""
        return max((field.count for row in self.rows for field in row), default=0) or 1

    @property
    def left_out(self) -> str:
        """What is not drawn because it is too much to read."""
        if len(self.industries) <= MOST_ROWS and len(self.heads) <= MOST_SOURCES:
            return ""
        return (
            f"Only the first {min(MOST_ROWS, len(self.industries))} of {len(self.industries):,} industries and the "
            f"first {min(MOST_SOURCES, len(self.heads))} of {len(self.heads):,} articles are shown."
        )


def functions_of(catalog: Catalog, found: Iterable[Entry]) -> Bars:
    """For each function of the pack how many of the use cases found are of each kind."""
    kinds = catalog.pack.kinds
    parts = tuple(Part(one_line(kind.title), kind.marks) for kind in kinds)
    cases = _grouped(found, lambda each: (each.use_case.function, each.use_case.kind))
    rows = []
    for function in catalog.pack.functions:
        title = one_line(function.title)
        segments = _segments(title, parts, [cases[function.id, kind.id] for kind in kinds])
        rows.append(_row(title, segments, None, "no use case has this function"))
    return Bars(parts, tuple(rows))


def covered_of(catalog: Catalog, found: Iterable[Entry]) -> Bars:
    """For each industry how many of the use cases found come from the articles, and how many they leave out."""
    parts = (Part("from the articles"), Part("left out by them, added here"))
    cases = _grouped(found, lambda each: (each.industry.id, each.use_case.basis is Basis.ARTICLE))
    rows = []
    for industry in catalog.industries:
        title = one_line(industry.title)
        segments = _segments(title, parts, [cases[industry.id, True], cases[industry.id, False]])
        rows.append(_row(title, segments, IndustryRef(industry.id), "no use case"))
    return Bars(parts, tuple(rows))


def articles_by_industry(catalog: Catalog, found: Iterable[Entry]) -> Grid:
    """For each industry and article how many of the use cases found rest on claims of that article."""
    cases = _grouped(found, lambda each: each.industry.id)
    rows = tuple(_fields(catalog, industry, cases[industry.id]) for industry in catalog.industries)
    heads = []
    for at, source in enumerate(catalog.sources):
        silent = [each.title for each, row in zip(catalog.industries, rows, strict=True) if not row[at].count]
        words = f"no use shown here in {_some(silent)}" if silent else "a use in every industry"
        heads.append((source.short, SourceRef(source.id), f"{source.short}: {one_line(source.title)}; {words}."))
    return Grid(catalog.industries, tuple(heads), rows)


def _grouped(found: Iterable[Entry], key: Callable[[Entry], K]) -> Mapping[K, list[UseCase]]:
    """The use cases of each key; a key without any has none."""
    groups: defaultdict[K, list[UseCase]] = defaultdict(list)
    for each in found:
        groups[key(each)].append(each.use_case)
    return groups


def _segments(title: str, parts: Sequence[Part], by_part: Sequence[Sequence[UseCase]]) -> tuple[Segment, ...]:
    """The parts of a bar that have anything; each leads to its first use case."""
    return tuple(
        Segment(at, len(cases), UseCaseRef(cases[0].id), f"{title}, {part.word}: {_counted(cases)}.")
        for at, (part, cases) in enumerate(zip(parts, by_part, strict=True))
        if cases
    )


def _row(title: str, segments: tuple[Segment, ...], ref: Ref | None, none: str) -> BarRow:
    total = sum(each.count for each in segments)
    spoken = f"{title}: {plural(total, 'use case') if total else none}."
    return BarRow(title, spoken, ref or (segments[0].ref if segments else None), segments)


def _fields(catalog: Catalog, industry: Industry, cases: Iterable[UseCase]) -> tuple[Field, ...]:
    """A field for each article."""
    resting: dict[str, list[UseCase]] = {source.id: [] for source in catalog.sources}
    for case in cases:
        for source in dict.fromkeys(catalog.source_of_claim[claim].id for claim in case.claims):
            resting[source].append(case)
    return tuple(_field(source, industry, resting[source.id]) for source in catalog.sources)


def _field(source: Source, industry: Industry, resting: Sequence[UseCase]) -> Field:
    place = f"{one_line(industry.title)}, {source.short}"
    if resting:
        return Field(len(resting), UseCaseRef(resting[0].id), f"{place}: {_counted(resting)}.")
    mentioned = sum(claim.industry == industry.id for claim in source.claims)
    why = f"it mentions the industry in {plural(mentioned, 'claim')}, without a use that is shown here"
    none = why if mentioned else "it does not mention the industry"
    return Field(0, IndustryRef(industry.id), f"{place}: no use case; {none}.")


def _counted(cases: Sequence[UseCase]) -> str:
    """'3 use cases: Making tea, Making toast, Heating soup'."""
    return f"{plural(len(cases), 'use case')}: {_some([case.title for case in cases])}"


def _some(names: Sequence[str]) -> str:
    named, more = [one_line(name) for name in names[:_NAMED]], len(names) - _NAMED
    comma = "; " if any("," in name for name in named) else ", "
    return comma.join(named) + (f" and {more:,} more" if more > 0 else "")
