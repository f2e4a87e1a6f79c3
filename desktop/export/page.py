"""What is taken away of one place as a neutral value: every format writes the same pages, so none shows more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from desktop.catalog.words import plural
from desktop.export.table import ExportTable, marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.refs import Ref

Room = tuple[float, float, float, float]
"""Left, top, width and height in pixels."""


class Look(StrEnum):
    """How a paragraph stands on its page."""

    LEAD = "lead"
    HEAD = "head"
    TEXT = "text"
    ITEM = "item"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph of plain text."""

    text: str
    look: Look = Look.TEXT


class Figure(Protocol):
    """A figure of so many pixels that paints itself as vectors and puts itself on a slide as native shapes."""

    @property
    def width(self) -> float: ...

    @property
    def height(self) -> float: ...

    @property
    def alt(self) -> str:
        """The figure in words, for those who cannot see it."""

    def paint(self, painter: Any, dark: bool) -> None:
        """Paint it from the origin on, by a QPainter."""

    def put(self, slide: Any, room: Room) -> None:
        """Put it into a room of a slide of python-pptx."""


Part = Words | ExportTable | Figure


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `sources` are what it rests on; tables name them by number, from 1 (see `numbered`).

    `numbers` are those of its sources in the list of the whole talk; `goes_on` where it continues the page before.
    """

    title: str
    parts: tuple[Part, ...] = ()
    notes: str = ""
    sources: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    is_title: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """The place that pages are wanted of, with the state that was kept with it; or a page for each of its steps."""

    catalog: Catalog
    ref: Ref
    state: Mapping[str, str]
    today: date
    every_step: bool = False


@dataclass(frozen=True, slots=True)
class Talk:
    """All pages of a talk, those with the sources last, and where all of it is from."""

    title: str
    origin: str
    made: date
    pages: tuple[Page, ...]


def table_page(title: str, table: ExportTable) -> Page:
    """A page with a table and what is said of it; the pack it is from stands on every page of a talk anyway."""
    said = " ".join(table.said[:-1])
    return Page(title, (table, *((Words(said, Look.SMALL),) if said else ())), sources=table.works)


def table_alt(table: ExportTable) -> str:
    """A table in a sentence, for those who cannot see it."""
    lines = sum(not row.group for row in table.rows)
    columns = ", ".join(table.columns)
    return f"Table: {table.title}. {plural(lines, 'line')} under {columns}."


def words_of(page: Page) -> str:
    """All that is said on a page, for those who search it or hear it."""
    found: list[str] = []
    for part in page.parts:
        if isinstance(part, Words):
            found.append(part.text)
        elif isinstance(part, ExportTable):
            found += [f"{row.head}: {'; '.join(marked(cell) for cell in row.cells)}" for row in part.rows]
        else:
            found.append(part.alt)
    return "\n".join(found)


def numbered(pages: Iterable[Page]) -> tuple[tuple[Page, ...], tuple[str, ...]]:
    """The pages with their sources numbered through the whole talk, and these sources in order."""
    known: dict[str, int] = {}
    found = []
    for page in pages:
        numbers = tuple(known.setdefault(source, len(known) + 1) for source in page.sources)
        parts = tuple(_renumbered(part, numbers) if isinstance(part, ExportTable) else part for part in page.parts)
        found.append(replace(page, parts=parts, numbers=tuple(sorted(set(numbers)))))
    return tuple(found), tuple(known)


def _renumbered(table: ExportTable, numbers: tuple[int, ...]) -> ExportTable:
    rows = tuple(
        replace(
            row,
            cells=tuple(replace(cell, works=tuple(numbers[each - 1] for each in cell.works)) for cell in row.cells),
        )
        for row in table.rows
    )
    return replace(table, rows=rows, works=())


def numbers_words(numbers: Iterable[int]) -> str:
    """'Sources: [1], [3] to [5]'; '' for none."""
    runs: list[list[int]] = []
    for each in sorted(numbers):
        if runs and each == runs[-1][-1] + 1:
            runs[-1].append(each)
        else:
            runs.append([each])
    told = (f"[{run[0]}]" if len(run) == 1 else f"[{run[0]}] to [{run[-1]}]" for run in runs)
    words = ", ".join(told)
    return f"Source{'s' * (',' in words or 'to' in words)}: {words}" if words else ""
