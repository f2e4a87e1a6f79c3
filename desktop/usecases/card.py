"""What a card says of a use case, as plain words: the list paints it and a screen reader says it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.catalog.evidence import articles_of
from desktop.catalog.filters import Query, folded
from desktop.catalog.words import plural
from desktop.usecases.passages import passages
from desktop.usecases.words import MATURITY_WORDS, one_line, worst_first

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.pack import Mark
    from desktop.catalog.entities.usecases import Risk, UseCase
    from desktop.usecases.finder import Found

_AROUND = 60
_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Card:
    """One use case in words. `elsewhere` quotes a text that is not on the card but holds a searched word."""

    id: str
    title: str
    kind: str
    marks: tuple[Mark, ...]
    place: str
    does: str
    filed: str
    is_corrected: bool
    risk: str
    elsewhere: str
    query: Query

    @property
    def spoken(self) -> str:
        """The whole card as sentences."""
        parts = (self.title, self.kind, self.place, self.does, self.filed, self.risk, self.elsewhere)
        return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def card_of(catalog: Catalog, found: Found) -> Card:
    """The card of a use case that was found."""
    case = found.use_case
    kind = catalog.kinds[case.kind]
    card = Card(
        id=case.id,
        title=one_line(case.title),
        kind=one_line(kind.title),
        marks=tuple(catalog.marks[each] for each in kind.marks),
        place=one_line(f"{found.industry.title} · {evidence_words(case)}"),
        does=one_line(case.does),
        filed=filed_words(case),
        is_corrected=bool(case.filed_as and case.correction),
        risk=_risk_line(catalog, case),
        elsewhere="",
        query=found.query,
    )
    return _with_quote(catalog, case, card) if found.query else card


def evidence_words(case: UseCase) -> str:
    """'in use · evidence B'."""
    return f"{MATURITY_WORDS[case.maturity]} · evidence {case.evidence_grade.value}"


def filed_words(case: UseCase) -> str:
    """What an article says of where it belongs, and whether the pack corrects that; '' where none says so."""
    if not case.filed_as:
        return ""
    return f"{'Corrected here' if case.correction else 'Filed'}: {one_line(case.filed_as)}"


def risk_words(risk: Risk) -> str:
    """'Risk: wrong promises. Control: a person checks.'"""
    return f"Risk: {one_line(risk.text).rstrip('.')}. Control: {one_line(risk.control).rstrip('.')}."


def _risk_line(catalog: Catalog, case: UseCase) -> str:
    worst = worst_first(case.risks)
    articles = articles_of(catalog, case.claims)
    more = [plural(len(worst) - 1, "more risk")] if len(worst) > 1 else []
    more.append(plural(articles, "article") if articles else "In no article")
    tail = " · ".join(more).replace(" ", _NO_BREAK)
    return f"{risk_words(worst[0])} {tail}" if worst else tail


def _with_quote(catalog: Catalog, case: UseCase, card: Card) -> Card:
    """The card with the text that holds the words which the card itself does not."""
    shown = folded(" ".join((card.title, card.kind, card.place, card.does, card.filed, card.risk)))
    missing = Query(tuple(word for word in card.query.words if word not in shown))
    if not missing:
        return card
    for passage in passages(catalog, case):
        hits = missing.hits(passage.text)
        if hits:
            return replace(card, elsewhere=f"{passage.label}: {_around(passage.text, hits[0][0])}")
    return card


def _around(text: str, at: int) -> str:
    """The text around a place, with dots where it was cut."""
    start = text.rfind(" ", 0, max(0, at - _AROUND)) + 1 if at > _AROUND else 0
    end = text.find(" ", at + _AROUND)
    end = len(text) if end < 0 else end
    start, end = max(start, at - 2 * _AROUND), min(end, at + 2 * _AROUND)
    return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")
