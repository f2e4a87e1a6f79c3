"""One use case as a page to be read from afar: all of its detail but what leads elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.usecases.detail import QUIZ, WORKS

if TYPE_CHECKING:
    from desktop.shell.widgets.reading_sheet import ReadingPage
    from desktop.usecases.detail import Detail, Item


def fill_page(page: ReadingPage, detail: Detail) -> ReadingPage:
    """Write a use case on a page."""
    page.add_text(detail.title, "question")
    page.add_marks(detail.marks, f"{detail.kind} · {detail.place}")
    page.add_text(detail.does)
    for section in detail.sections:
        if section.head != QUIZ:
            page.add_head(section.head)
            for item in section.items:
                _add(page, item, names_works=section.head == WORKS)
    return page


def _add(page: ReadingPage, item: Item, *, names_works: bool) -> None:
    """A claim with its article after the verdict; of works, which are links alone, the names."""
    page.add_text(item.text)
    if item.verdict is not None:
        page.add_verdict(item.verdict, item.links[0].text if item.links else "")
    page.add_text(item.small, "muted")
    if names_works:
        for link in item.links:
            page.add_text(link.text, "muted")
