"""One page of the evidence panel: text, facts, claims with their verdicts, contradictions, works and links."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.catalog.names import VERDICT_MEANINGS, VERDICT_WORDS
from desktop.catalog.refs import CardRef, ClaimRef, QuestionRef, ReferenceRef, UseCaseRef
from desktop.shell.theme import TypeSize
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.links import EDGE, LinkButton
from desktop.shell.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.catalog.entities.evidence import Card
    from desktop.catalog.entities.pack import Mark
    from desktop.catalog.evidence import Evidence, Link, Said, Work
    from desktop.catalog.refs import Ref
    from desktop.catalog.terms import TermFinder
    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme

FEW = 4


class EvidencePage(QWidget):
    """Shows one Evidence; `mark` is the sign of its subject. A term is a link where the page first names it."""

    followed = Signal(object)  # Ref

    def __init__(
        self,
        evidence: Evidence,
        mark: Mark | None,
        look: tuple[Theme, Icons],
        finder: TermFinder,
        is_unfolded: bool = False,
    ) -> None:
        super().__init__()
        self.is_unfolded = is_unfolded
        self.setObjectName("evidence-page")
        self._theme, self._icons = look
        self._mark = mark
        self._finder = finder
        self._named = {evidence.term} if evidence.term else set()
        self._told: set[str] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(16 - EDGE, 16, 16 - EDGE, 16)
        column.setSpacing(8)
        self._fill(column, evidence)
        _align(self.findChildren(TextLabel))
        column.addStretch(1)

    def _fill(self, column: QVBoxLayout, evidence: Evidence) -> None:
        column.addWidget(TextLabel(evidence.kind, "section"))
        column.addWidget(self._title(evidence))
        if evidence.text:
            column.addWidget(self._prose(evidence.text))
        for fact in evidence.facts:
            column.addWidget(self._prose(f"{fact.label}: {fact.text}", "muted"))
        if evidence.said:
            column.addWidget(_head("What the articles say"))
            self._add_folded(column, [partial(self._said, each) for each in evidence.said], "claims")
        if evidence.cards:
            column.addWidget(_head("Articles disagree"))
            self._add_folded(column, [partial(self._card, card) for card in evidence.cards], "contradictions")
        if evidence.works:
            column.addWidget(_head("Rests on"))
            works = [partial(self._link, _work_words(work), ReferenceRef(work.reference.id)) for work in evidence.works]
            self._add_folded(column, works, "works")
        for (head, what), links in _grouped(evidence.links).items():
            column.addWidget(_head(head))
            self._add_folded(column, [partial(self._link, link.text, link.ref) for link in links], what)

    def _title(self, evidence: Evidence) -> QWidget:
        title = self._prose(evidence.title, "title")
        mark = self._mark
        if mark is None:
            return title
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        sign = QLabel()
        sign.setPixmap(self._icons.mark(mark, self._theme.px(14)))
        sign.setAccessibleName("")
        sign.setContentsMargins(EDGE, 3, 0, 0)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        colour = self._theme.mark_colour(mark).name()
        title.setStyleSheet(f"color: {colour};")
        line.addWidget(title, 1)
        return row

    def _add_folded(self, column: QVBoxLayout, parts: Sequence[Callable[[], QWidget]], what: str) -> None:
        """The first few parts; the others behind a button that counts them, unless the reader has unfolded the page."""
        few = len(parts) if self.is_unfolded or len(parts) <= FEW + 2 else FEW
        for part in parts[:few]:
            column.addWidget(part())
        if few < len(parts):
            more = push_button(f"{len(parts) - few:,} more {what}")
            column.addWidget(more)
            more.clicked.connect(lambda: self._unfold(column, more, parts[few:]))

    def _unfold(self, column: QVBoxLayout, more: QWidget, parts: Sequence[Callable[[], QWidget]]) -> None:
        """Put the other parts where the button was, for the Tab key too."""
        self.is_unfolded = True
        at = column.indexOf(more)
        before = more
        for place, part in enumerate(parts):
            widget = part()
            column.insertWidget(at + place, widget)
            inside = [widget, *widget.findChildren(QWidget)]
            _align([each for each in inside if isinstance(each, TextLabel)])
            for each in inside:
                if each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    QWidget.setTabOrder(before, each)
                    before = each
        more.hide()

    def _said(self, said: Said) -> QWidget:
        claim = said.claim
        frame = QFrame()
        frame.setProperty("verdict", claim.verdict.value)
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._verdict(said))
        column.addWidget(self._prose(claim.says))
        if claim.correction and claim.correction not in self._told:
            self._told.add(claim.correction)
            column.addWidget(self._prose(f"Right: {claim.correction}", "small"))
        where = self._link(said.where, ClaimRef(claim.id))
        where.setFont(self._theme.font(TypeSize.SMALL))
        column.addWidget(where)
        return frame

    def _verdict(self, said: Said) -> QWidget:
        verdict = said.claim.verdict
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        sign = QLabel()
        sign.setPixmap(self._icons.verdict(verdict, self._theme.px(12)))
        line.addWidget(sign)
        word = TextLabel(VERDICT_WORDS[verdict], wrap=False)
        word.setProperty("verdict", verdict.value)
        word.setToolTip(VERDICT_MEANINGS[verdict])
        line.addWidget(word)
        line.addStretch(1)
        return row

    def _card(self, card: Card) -> QWidget:
        frame = QFrame()
        frame.setProperty("card", True)
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self._prose(card.title, "title"))
        column.addWidget(self._prose(card.correction, "small"))
        column.addWidget(self._link("Open the card", CardRef(card.id)))
        return frame

    def _prose(self, text: str, role: str = "") -> Prose:
        pieces = self._finder.pieces(text, self._named)
        self._named.update(piece.term.id for piece in pieces if piece.term is not None)
        prose = Prose(role)
        prose.show_pieces(pieces)
        prose.followed.connect(self.followed)
        return prose

    def _link(self, words: str, ref: Ref) -> LinkButton:
        link = LinkButton(words, ref)
        link.followed.connect(self.followed)
        return link


def _grouped(links: Sequence[Link]) -> dict[tuple[str, str], list[Link]]:
    """Links under their heads (and what is counted there), so that many of one kind do not hide the others."""
    others = ("Goes with", "places")
    heads: dict[type[Ref], tuple[str, str]] = {
        UseCaseRef: ("Use cases", "use cases"),
        QuestionRef: ("Quiz", "questions"),
    }
    groups: dict[tuple[str, str], list[Link]] = {head: [] for head in (others, *heads.values())}
    for link in links:
        groups[heads.get(type(link.ref), others)].append(link)
    return {head: group for head, group in groups.items() if group}


def _head(text: str) -> TextLabel:
    label = TextLabel(text, "section")
    label.setContentsMargins(0, 8, 0, 0)
    return label


def _align(labels: Sequence[TextLabel]) -> None:
    """Text begins where the words of a link do, which keep room for their ring."""
    for label in labels:
        margins = label.contentsMargins()
        label.setContentsMargins(EDGE, margins.top(), EDGE, margins.bottom())


def _work_words(work: Work) -> str:
    reference = work.reference
    place = f", {work.at}" if work.at else ""
    checked = "" if reference.checked else " (details not checked)"
    return f"{reference.authors}, {reference.title} ({reference.year}){place}{checked}"
