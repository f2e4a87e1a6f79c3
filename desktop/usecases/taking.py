"""The list as it is filtered and sorted, and a comparison, as tables to take away: with their sources numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.problems import Guess
from desktop.catalog.words import plural, sentence
from desktop.export.origins import article_words, origin_of, work_words
from desktop.export.table import ExportCell, ExportRow, ExportTable
from desktop.usecases.card import filed_words
from desktop.usecases.comparing.cases import risks_line
from desktop.usecases.facets import SORTED_WORDS, asked_words, options_of, unknown_values
from desktop.usecases.filter import CHOSEN, Facet, Filter, SortBy
from desktop.usecases.words import AUTONOMY_WORDS, MATURITY_WORDS, grade_line, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.usecases import UseCase
    from desktop.usecases.comparing.table import Comparison
    from desktop.usecases.finder import Found, Hits

_COLUMNS = (
    "Industry",
    "What it does",
    "Kind",
    "Function",
    "Takes",
    "Gives",
    "Autonomy",
    "Human check",
    "Risks and controls",
    "Maturity",
    "Evidence grade",
)


class Works:
    """Articles and works by number, in the order in which they are first met."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._numbers: dict[str, int] = {}

    def numbers(self, cases: Iterable[UseCase]) -> tuple[int, ...]:
        """The numbers of all that these use cases rest on, each once."""
        words = (each for case in cases for each in self._words(case))
        return tuple(sorted({self._numbers.setdefault(each, len(self._numbers) + 1) for each in words}))

    def all(self) -> tuple[str, ...]:
        return tuple(self._numbers)

    def _words(self, case: UseCase) -> Iterator[str]:
        catalog = self._catalog
        yield from article_words(catalog, case.claims)
        for cite in case.references:
            yield work_words(catalog.reference[cite.id], (cite.at,))


def asked_filter(catalog: Catalog, asked: Mapping[str, str | list[str]]) -> Filter:
    """The filter with these fields. Raises ValueError, in words, for a value that the pack does not have."""
    wanted = Filter(text=str(asked.get("text", "")), sort=SortBy(str(asked.get("sort", SortBy.INDUSTRY))))
    for facet in CHOSEN:
        wanted = wanted.having(facet, asked.get(facet.value, ()))
    for unknown, value, known in unknown_values(catalog, wanted):
        hint = str(Guess(value, known))
        there = f"there are {', '.join(known)}" if known else "this pack has none"
        raise ValueError(f"there is no {unknown.value} '{value}'" + (f": {hint}" if hint else "") + f" ({there})")
    return wanted


def list_table(catalog: Catalog, wanted: Filter, shown: Hits, today: date) -> ExportTable:
    """The list as it is seen: what the filter shows, in its order, and the filter in words."""
    works = Works(catalog)
    words = {facet: dict(options) for facet, options in options_of(catalog).items()}
    rows = tuple(_row(words, works, each) for each in shown)
    total = sum(len(each.use_cases) for each in catalog.industries)
    return ExportTable(
        title="Use cases",
        said=(*said_of(catalog, wanted, len(rows), total), origin_of(catalog, today)),
        corner="Use case",
        columns=_COLUMNS,
        rows=rows,
        works=works.all(),
    )


def comparison_table(catalog: Catalog, comparison: Comparison, today: date, *, only_differing: bool) -> ExportTable:
    """A comparison as it is seen; what its columns rest on is cited in its last row."""
    works = Works(catalog)
    rows = [
        ExportRow(row.title, tuple(ExportCell(cell.text) for cell in row.cells))
        for row in comparison.rows
        if row.differs or not only_differing
    ]
    rests = tuple(ExportCell("", works.numbers(cases)) for cases in comparison.behind)
    rows += [ExportRow("Rests on", rests)] if works.all() else []
    return ExportTable(
        title=comparison.title,
        said=(*(["Only rows that differ."] if only_differing else []), origin_of(catalog, today)),
        corner="",
        columns=comparison.names,
        rows=tuple(rows),
        works=works.all(),
    )


def said_of(catalog: Catalog, wanted: Filter, shown: int, total: int) -> Iterator[str]:
    """What the list shows, in words: how many of how many, what is asked for, the order."""
    yield f"{plural(total, 'use case')}." if shown == total else f"{shown:,} of {plural(total, 'use case')}."
    for _facet, words in asked_words(catalog, wanted):
        yield f"{words}."
    yield f"Sorted {SORTED_WORDS[wanted.sort]}."


def _row(words: Mapping[Facet, Mapping[str, str]], works: Works, each: Found) -> ExportRow:
    case = each.use_case
    kind, filed = words[Facet.KIND].get(case.kind, case.kind), filed_words(case)
    texts = (
        one_line(each.industry.title),
        one_line(case.does),
        f"{kind}. {filed}" if filed else kind,
        words[Facet.FUNCTION].get(case.function, case.function),
        ", ".join(words[Facet.TAKES].get(one, one) for one in case.takes),
        ", ".join(words[Facet.GIVES].get(one, one) for one in case.gives),
        sentence(AUTONOMY_WORDS[case.autonomy]),
        one_line(case.human_check),
        risks_line(case),
        sentence(MATURITY_WORDS[case.maturity]),
    )
    grade = ExportCell(grade_line(case.evidence_grade), works.numbers([case]))
    return ExportRow(one_line(case.title), (*(ExportCell(text) for text in texts), grade))
