"""Use cases as pages: one of them, those of an industry, the list as it was kept, a comparison, or a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.refs import IndustryRef, UseCaseRef
from desktop.catalog.words import sentence
from desktop.export.evidence_pages import cited
from desktop.export.page import Look, Page, Words, table_page
from desktop.export.table import ExportCell, ExportRow, ExportTable
from desktop.usecases import staged
from desktop.usecases.choosing.ranking import ranked
from desktop.usecases.choosing.telling import Role, account_of
from desktop.usecases.comparing.compared import comparison_at
from desktop.usecases.detail import WORKS, detail_of
from desktop.usecases.entries import entries_of
from desktop.usecases.finder import found
from desktop.usecases.handout import CASE_HEADS, case_cells, case_rows
from desktop.usecases.taking import Works, comparison_table, said_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.usecases import UseCase
    from desktop.export.page import Asked
    from desktop.usecases.choosing.remembered import Choices

_LOOKS = {Role.TITLE: Look.LEAD, Role.SECTION: Look.HEAD, Role.OUTCOME: Look.HEAD, Role.NOTE: Look.SMALL}


def pages_of(asked: Asked) -> tuple[Page, ...]:
    """One page; none for what the pack does not have."""
    catalog, ref = asked.catalog, asked.ref
    if ref == staged.VIEW:
        return (_kept(asked),)
    if catalog.find(ref) is None:
        return ()
    if isinstance(ref, UseCaseRef):
        return (_case(catalog, catalog.use_case[ref.use_case]),)
    if isinstance(ref, IndustryRef):
        industry = catalog.industry[ref.industry]
        page = table_page("", _list(catalog, industry.title, industry.use_cases, ()))
        return (Page("", (Words(industry.summary), *page.parts), sources=page.sources),)
    return ()


def _kept(asked: Asked) -> Page:
    """The tab as it was: a comparison, the chooser with its answers, or the list."""
    catalog, state = asked.catalog, asked.state
    compared = staged.compared_in(catalog, state)
    if compared is not None:
        differing = bool(state.get(staged.DIFFERING))
        comparison = comparison_at(catalog, compared)
        return table_page("", comparison_table(catalog, comparison, asked.today, only_differing=differing))
    choices = staged.choices_in(catalog, state)
    if choices is not None:
        return _choice(asked, choices)
    wanted = staged.filter_in(catalog, state)
    shown = [each.use_case for each in found(entries_of(catalog), wanted)]
    total = sum(len(each.use_cases) for each in catalog.industries)
    return table_page("", _list(catalog, "Use cases", shown, tuple(said_of(catalog, wanted, len(shown), total))))


def _case(catalog: Catalog, case: UseCase) -> Page:
    detail = detail_of(catalog, case)
    rows = tuple(ExportRow(head, (ExportCell(text),)) for head, text in case_rows(detail) if head != WORKS)
    table = ExportTable(detail.title, (), "What it does", (detail.does,), rows, ())
    head = Words(f"{detail.title} · {detail.kind} · {detail.place}", Look.SMALL)
    return Page("", (head, table), sources=cited(catalog, case.claims, case.references))


def _list(catalog: Catalog, title: str, cases: Iterable[UseCase], said: tuple[str, ...]) -> ExportTable:
    """A table that a slide has room for; with the sources of each in its last column. It says nothing of the pack."""
    works = Works(catalog)
    rows = []
    for case in cases:
        name, *texts = case_cells(catalog, case)
        cells = [ExportCell(text) for text in texts[:-1]]
        rows.append(ExportRow(name, (*cells, ExportCell(texts[-1], works.numbers([case])))))
    return ExportTable(title, (*said, ""), CASE_HEADS[0], CASE_HEADS[1:], tuple(rows), works.all())


def _choice(asked: Asked, choices: Choices) -> Page:
    ranking = ranked(asked.catalog.chooser, choices.answers, choices.weights)
    told = account_of(asked.catalog, ranking, asked.today)
    words = tuple(
        Words(sentence(text), Look.ITEM if role is Role.POINT else _LOOKS.get(role, Look.TEXT)) for role, text in told
    )
    return Page("", words)
