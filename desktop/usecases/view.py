"""The tab 'Use cases', as the window sees it. No Qt here: the widgets are imported at first show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.refs import IndustryRef, UseCaseRef
from desktop.shell.view import ViewSpec
from desktop.usecases.choosing.place import PageRef
from desktop.usecases.comparing.place import ComparedRef

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from desktop.catalog.catalog import Catalog
    from desktop.export.page import Asked, Page
    from desktop.export.table import ExportTable
    from desktop.shell.context import Context
    from desktop.shell.paper import Paper
    from desktop.shell.room import Room
    from desktop.shell.stage import Stage


def _build(context: Context) -> Room:
    from desktop.usecases.ui.widget import UseCasesRoom

    return UseCasesRoom(context)


def _stage(context: Context) -> Stage:
    from desktop.usecases.ui.stage import UseCasesStage

    return UseCasesStage(context)


def table_of(catalog: Catalog, asked: Mapping[str, str | list[str]], today: date) -> ExportTable:
    """The use cases that the fields of a filter ask for. Raises ValueError, in words, for what the pack has not."""
    from desktop.usecases.entries import entries_of
    from desktop.usecases.finder import found
    from desktop.usecases.taking import asked_filter, list_table

    wanted = asked_filter(catalog, asked)
    return list_table(catalog, wanted, found(entries_of(catalog), wanted), today)


def _pages(asked: Asked, _paper: Paper) -> tuple[Page, ...]:
    from desktop.usecases.paging import pages_of

    return pages_of(asked)


VIEW = ViewSpec(
    key="usecases",
    title="Use cases",
    shortcut="Ctrl+3",
    opens=(UseCaseRef, IndustryRef, PageRef, ComparedRef),
    build=_build,
    keys=(
        ("From card to card", "Up and Down"),
        ("Open a use case, and back to the list", "Enter, Escape"),
        ("Tick a card for comparing", "Space"),
        ("Choose on the map", "arrow keys, Enter"),
        ("Pick an answer in 'Which one for me?'", "Space, then Up and Down"),
    ),
    stages=(UseCaseRef, IndustryRef),
    stage=_stage,
    pages=_pages,
)
