"""A ranking as a sheet of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.words import sentence
from desktop.shell.handout import Heading, Paragraph, Sheet
from desktop.usecases.choosing.telling import TITLE, Role, account_of

if TYPE_CHECKING:
    from datetime import date

    from desktop.catalog.catalog import Catalog
    from desktop.shell.handout import Block
    from desktop.usecases.choosing.ranking import Ranking

_LEVELS = {Role.TITLE: 1, Role.SECTION: 2, Role.OUTCOME: 3}


def sheet_of(catalog: Catalog, ranking: Ranking, today: date) -> Sheet:
    """The whole account of a ranking for print."""
    return Sheet(TITLE, tuple(_block(role, sentence(text)) for role, text in account_of(catalog, ranking, today)))


def _block(role: Role, text: str) -> Block:
    if role in _LEVELS:
        return Heading(text, _LEVELS[role])
    return Paragraph(f"• {text}" if role is Role.POINT else text, small=role is Role.NOTE)
