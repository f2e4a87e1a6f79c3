"""On paper: the list of use cases, a table for each industry, and one use case on a page of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.names import VERDICT_WORDS
from desktop.catalog.words import sentence
from desktop.export.markup import in_line
from desktop.export.origins import origin_of
from desktop.shell.handout import Heading, Paragraph, Sheet, Table
from desktop.usecases.card import evidence_words, filed_words, risk_words
from desktop.usecases.detail import ARTICLES, QUIZ, WORKS
from desktop.usecases.words import worst_first

if TYPE_CHECKING:
    from datetime import date

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.usecases import Industry, UseCase
    from desktop.shell.handout import Block
    from desktop.usecases.detail import Detail, Item, Section

CASE_HEADS = ("Use case", "Kind", "What it does", "Risk and control", "Evidence")
"""What the cells of a use case are called (`case_cells`)."""
_WIDTHS = (0.2, 0.1, 0.28, 0.28, 0.14)
_MOST = {ARTICLES: 6, WORKS: 6}
"""What a page has room for; the rest is counted. Those that need a correction come first."""


def sheets_of(catalog: Catalog) -> tuple[Sheet, ...]:
    """One sheet with all industries that have use cases; none for a pack without any."""
    industries = [each for each in catalog.industries if each.use_cases]
    if not industries:
        return ()
    blocks = [block for industry in industries for block in _blocks(catalog, industry)]
    return (Sheet("Use cases", tuple(blocks), landscape=True),)


def case_sheet(detail: Detail) -> Sheet:
    """One use case for one page: a row for each section but the quiz, which paper cannot ask."""
    rows = case_rows(detail)
    blocks = (
        Heading(detail.title, 1),
        Paragraph(f"{detail.kind} · {detail.place}", small=True),
        Table(("What it does", detail.does), rows, (0.2, 0.8)),
    )
    return Sheet(detail.title, blocks)


def case_rows(detail: Detail) -> tuple[tuple[str, str], ...]:
    """The heads of its sections, each with what stands under it; of a great many items the first."""
    return tuple((each.head, _in_rows(each)) for each in detail.sections if each.head != QUIZ)


def case_pdf(catalog: Catalog, detail: Detail, today: date) -> bytes:
    """One use case as a PDF of one page."""
    from desktop.shell.pdf import sheets_pdf

    return sheets_pdf(detail.title, origin_of(catalog, today), [case_sheet(detail)])


def case_markdown(catalog: Catalog, detail: Detail, today: date) -> bytes:
    """One use case as Markdown, with nothing left out."""
    blocks = [f"# {in_line(detail.title)}", f"*{in_line(f'{detail.kind} · {detail.place}')}*", in_line(detail.does)]
    for section in detail.sections:
        blocks.append(f"## {in_line(section.head)}")
        blocks.append("\n".join(f"- {in_line(line)}" for line in map(_line, section.items)))
    blocks.append(f"*{in_line(origin_of(catalog, today))}*")
    return ("\n\n".join(blocks) + "\n").encode()


def _in_rows(section: Section) -> str:
    """The items of a section, each on a line; of a great many the first."""
    most = _MOST.get(section.head, len(section.items))
    lines = [_line(each) for each in section.items[:most]]
    more = len(section.items) - most
    return "\n".join([*lines, f"and {more:,} more"] if more > 0 else lines)


def _line(item: Item) -> str:
    """'Text Verdict. Small (Link; Link)'; a link alone without brackets."""
    verdict = f"{sentence(VERDICT_WORDS[item.verdict])}." if item.verdict else ""
    links = "; ".join(each.text for each in item.links)
    texts = " ".join(filter(None, (item.text, verdict, item.small)))
    return f"{texts} ({links})" if texts and links else texts or links


def _blocks(catalog: Catalog, industry: Industry) -> tuple[Block, ...]:
    rows = tuple(case_cells(catalog, case) for case in industry.use_cases)
    return Heading(industry.title), Paragraph(industry.summary, small=True), Table(CASE_HEADS, rows, _WIDTHS)


def case_cells(catalog: Catalog, case: UseCase) -> tuple[str, ...]:
    """A use case in five cells: title, kind, what it does, risks and controls, evidence."""
    filed = filed_words(case)
    return (
        case.title,
        catalog.kinds[case.kind].title + (f". {filed}" if filed else ""),
        case.does,
        "\n".join(risk_words(risk) for risk in worst_first(case.risks)) or "–",
        evidence_words(case),
    )
