"""The pictures of the use cases found: which of them, and what each draws."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.catalog.words import plural
from desktop.shell.widgets.pictures.page import PicturePage
from desktop.shell.widgets.pictures.plan import Plan
from desktop.usecases.pictures import NOTHING, articles_by_industry, covered_of, functions_of
from desktop.usecases.ui.pictures_bars import draw_bars
from desktop.usecases.ui.pictures_grid import draw_grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.catalog.catalog import Catalog
    from desktop.shell.context import Context
    from desktop.usecases.entries import Entry


class Picture(StrEnum):
    """Which picture."""

    COVERED = "covered"
    ARTICLES = "articles"
    FUNCTIONS = "functions"


_WORDS = {Picture.COVERED: "Left out", Picture.ARTICLES: "Articles", Picture.FUNCTIONS: "Functions"}
_TITLES = {
    Picture.COVERED: "What the articles cover, and what they leave out",
    Picture.ARTICLES: "Which article speaks of which industry",
    Picture.FUNCTIONS: "What they are used for",
}


class UseCasePictures(PicturePage):
    """Shows the use cases that were found as one of three pictures, and saves it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "usecases/picture", {each.value: words for each, words in _WORDS.items()}, parent)
        self._found: Sequence[Entry] = ()

    def show_found(self, found: Sequence[Entry]) -> None:
        """Show these use cases and no others."""
        self._found = found
        self.show_plans(self._plan_of)

    def _plan_of(self, key: str) -> Plan | str:
        return plan_of(self._context.catalog, Picture(key), self._found)


def plan_of(catalog: Catalog, picture: Picture, found: Sequence[Entry]) -> Plan | str:
    """A picture of these use cases, or the words that say why there is none."""
    if not found:
        return NOTHING
    title = f"{_TITLES[picture]}: {_how_many(catalog, found)}"
    if picture is Picture.ARTICLES:
        if not catalog.sources:
            return "This pack has no articles. Choose another picture."
        grid = articles_by_industry(catalog, found)
        return Plan(title, grid.left_out, lambda sketch, top: draw_grid(sketch, grid, top))
    bars = (functions_of if picture is Picture.FUNCTIONS else covered_of)(catalog, found)
    return Plan(title, bars.left_out, lambda sketch, top: draw_bars(sketch, bars, top))


def _how_many(catalog: Catalog, found: Sequence[Entry]) -> str:
    every, shown = len(catalog.use_case), len(found)
    return plural(every, "use case") if shown == every else f"{shown:,} of {plural(every, 'use case')}"
