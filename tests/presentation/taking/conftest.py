"""What is taken away of a deck of the shipped pack, or of one made up over it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

import pytest

from desktop.presentation.taking.pages import Taken
from desktop.shell.paper import paper_of
from desktop.shell.theme import Theme, ThemeChoice
from desktop.views import VIEWS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.talks import Deck

TODAY = date(2026, 11, 30)


class Take(Protocol):
    """A deck by its id, or one that is given."""

    def __call__(self, deck: str | Deck, *, every_step: bool = False) -> Taken: ...


@pytest.fixture
def take(qapp: QApplication, shipped_catalog: Catalog) -> Take:
    def taken(deck: str | Deck, *, every_step: bool = False) -> Taken:
        found = next(each for each in shipped_catalog.decks if each.id == deck) if isinstance(deck, str) else deck
        paper = paper_of(Theme(qapp, ThemeChoice.LIGHT, 1.0))
        return Taken(shipped_catalog, found, VIEWS, paper, TODAY, every_step)

    return taken
