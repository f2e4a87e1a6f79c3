"""What the articles say, on a stage: a contradiction with its sides, a claim, an article, a work or a term, to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.catalog.dossier import evidence_of
from desktop.catalog.entities.evidence import Verdict
from desktop.catalog.evidence import works_of
from desktop.catalog.names import name_of
from desktop.catalog.refs import CardRef, ClaimRef, Ref, ReferenceRef, SourceRef, TermRef
from desktop.catalog.words import plural
from desktop.shell.stage import Stage
from desktop.shell.stage_theme import on_stage
from desktop.shell.widgets.reading_sheet import ReadingPage, ReadingSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.evidence import Card, Cite, Claim
    from desktop.shell.context import Context

_NO_BREAK = "\u00a0"


class EvidenceStage(Stage):
    """Shows one of them as text. Nothing in it can be picked, and no link leads out of it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._look = on_stage(context, self)
        self._ref: Ref | None = None
        self._sheet = ReadingSheet(self._look, "What the articles say")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._sheet)
        self.setFocusProxy(self._sheet)
        self._look.changed.connect(self._sheet.refit)

    @property
    def sheet(self) -> ReadingSheet:
        return self._sheet

    def show_place(self, ref: Ref) -> bool:
        """Show it from its top; whether the pack has it and it is of a kind that is read."""
        catalog = self._context.catalog
        if type(ref) not in _PAGES or catalog.find(ref) is None:
            return False
        self._clear()
        self._ref = ref
        self._sheet.area.setAccessibleName(name_of(catalog, ref))
        self._sheet.show_page(lambda growth: self._page(ref, growth))
        self.shown.emit()
        return True

    def pickable(self) -> Sequence[Ref]:
        return ()

    def name(self, ref: Ref) -> str:
        return name_of(self._context.catalog, ref) if ref == self._ref else ""

    def enlarge(self, factor: float) -> None:
        self._sheet.grows = True
        self._look.enlarge(factor)

    def _show_marks(self) -> None:
        """The whole of it is what is marked; nothing in it stands out."""

    def _page(self, ref: Ref, growth: float) -> ReadingPage:
        page = ReadingPage(self._look, self._context.icons, growth)
        _PAGES[type(ref)](self._context.catalog, ref, page)
        return page


def _card(catalog: Catalog, ref: CardRef, page: ReadingPage) -> None:
    """Side beside side with who says so and whether it is right; then what is right, and on which works that rests."""
    card = catalog.card[ref.card]
    page.add_text(card.title, "question")
    page.add_columns([_side(catalog, card, at, page.another()) for at in range(len(card.sides))])
    page.add_head("What is right")
    page.add_text(card.correction)
    claims = [claim for side in card.sides for claim in side.claims]
    _rests_on(catalog, card.references or _cited(catalog, claims), page)


def _side(catalog: Catalog, card: Card, at: int, page: ReadingPage) -> ReadingPage:
    side = card.sides[at]
    page.add_text(side.says)
    claims = [catalog.claim[each] for each in side.claims]
    for verdict in Verdict:
        ids = {catalog.source_of_claim[each.id].id for each in claims if each.verdict is verdict}
        if ids:
            articles = [each.short.replace(" ", _NO_BREAK) for each in catalog.sources if each.id in ids]
            page.add_verdict(verdict, ", ".join(articles))
    if not claims:
        page.add_text("No article; the works below", "muted")
    page.end()
    return page


def _claim(catalog: Catalog, ref: ClaimRef, page: ReadingPage) -> None:
    claim = catalog.claim[ref.claim]
    source = catalog.source_of_claim[claim.id]
    page.add_text(f"{source.short}, {claim.locator}", "muted")
    page.add_text(claim.says, "question")
    page.add_verdict(claim.verdict)
    if claim.correction:
        page.add_head("What is right")
        page.add_text(claim.correction)
    _rests_on(catalog, claim.references, page)


def _source(catalog: Catalog, ref: SourceRef, page: ReadingPage) -> None:
    """The article and, by verdict, how much of what it says is right."""
    source = catalog.source[ref.source]
    page.add_text(source.short, "muted")
    page.add_text(source.title, "question")
    page.add_text(" · ".join(filter(None, (source.publisher, source.author, source.published))), "muted")
    page.add_text(source.note or "")
    if source.claims:
        page.add_head(f"{plural(len(source.claims), 'claim')}, and how they stand")
    for verdict in Verdict:
        count = sum(claim.verdict is verdict for claim in source.claims)
        if count:
            page.add_verdict(verdict, plural(count, "claim"))


def _reference(catalog: Catalog, ref: ReferenceRef, page: ReadingPage) -> None:
    found = evidence_of(catalog, ref)
    assert found is not None  # the place is there
    page.add_text(found.title, "question")
    for fact in found.facts:
        page.add_text(f"{fact.label}: {fact.text}", "muted")
    page.add_text(found.text)


def _term(catalog: Catalog, ref: TermRef, page: ReadingPage) -> None:
    term = catalog.term[ref.term]
    page.add_text(term.title, "question")
    page.add_text(term.line, "title")
    page.add_text(term.definition)
    _said(catalog, (catalog.claim[each] for each in term.claims), page)


def _said(catalog: Catalog, claims: Iterable[Claim], page: ReadingPage) -> None:
    for at, claim in enumerate(claims):
        if at == 0:
            page.add_head("What the articles say")
        page.add_text(claim.says)
        page.add_verdict(claim.verdict, catalog.source_of_claim[claim.id].short)


def _rests_on(catalog: Catalog, cites: Iterable[Cite], page: ReadingPage) -> None:
    works = [each.reference for each in works_of(catalog, cites)]
    if works:
        page.add_head("Rests on")
        page.add_text("; ".join(f"{_authors(each.authors)} ({each.year})" for each in works), "muted")


def _authors(authors: str) -> str:
    """'Ziwei Ji et al.' for a list that ends so: on a stage there is no room for some of the names."""
    return f"{authors.partition(',')[0]} et al." if authors.endswith("et al.") else authors


def _cited(catalog: Catalog, claims: Iterable[str]) -> tuple[Cite, ...]:
    """The works that the corrections of these claims cite."""
    return tuple(cite for each in claims for cite in catalog.claim[each].references)


_PAGES: dict[type[Ref], Callable[[Catalog, Any, ReadingPage], None]] = {
    CardRef: _card,
    ClaimRef: _claim,
    ReferenceRef: _reference,
    SourceRef: _source,
    TermRef: _term,
}
