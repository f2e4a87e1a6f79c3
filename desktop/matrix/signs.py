"""The small line of signs under a cell: what the articles made of it, told by sign and word, never by colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.entities.evidence import Verdict
from desktop.catalog.evidence import articles_of, disagree, is_unknown, verdicts_of
from desktop.catalog.names import BASIS_WORDS, VERDICT_WORDS
from desktop.catalog.words import plural

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.matrix import Cell

_WORST_FIRST = (Verdict.WRONG, Verdict.DATED, Verdict.SIMPLIFIED)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign with its word. `icon` is a picture's name; `token` the theme colour; both empty for plain words."""

    word: str
    icon: str = ""
    token: str = "muted"


NOT_ASKED = Sign("not asked of these")


def signs_of(catalog: Catalog, cell: Cell) -> tuple[Sign, ...]:
    """At most two signs of trouble, the worst first, then how many articles speak of it or what it rests on."""
    if is_unknown(cell):
        return (Sign("unknown", "sign-unknown"),)
    verdicts = verdicts_of(catalog, cell.claims)
    found = []
    if is_disputed(catalog, cell):
        found.append(Sign("disagree", "sign-contested", "contested"))
    worst = next((verdict for verdict in _WORST_FIRST if verdict in verdicts), None)
    if worst is not None:
        found.append(Sign(f"{VERDICT_WORDS[worst]} claim", f"sign-{worst.value}", worst.value))
    articles = articles_of(catalog, cell.claims)
    if not articles:
        found.append(Sign(BASIS_WORDS[cell.basis]))
    elif found:
        found.append(Sign(plural(articles, "article")))
    else:
        found.append(Sign(plural(articles, "article"), "sign-accurate", "accurate"))
    if cell.note:
        found.append(Sign("note", "sign-note"))
    return tuple(found)


def is_disputed(catalog: Catalog, cell: Cell) -> bool:
    """Whether the articles contradict each other here or in a claim that counts here, or experts do."""
    if Verdict.CONTESTED in verdicts_of(catalog, cell.claims) or disagree(catalog, cell.claims):
        return True
    return any(each in catalog.cards_of_claim for each in cell.claims)
