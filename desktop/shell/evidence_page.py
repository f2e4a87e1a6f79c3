"""One page of the evidence panel: text, facts, claims with their verdicts, contradictions, works and links."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.catalog.names import VERDICT_MEANINGS, VERDICT_WORDS, name_of
from desktop.catalog.refs import CardRef, ClaimRef, QuestionRef, ReferenceRef, UseCaseRef
from desktop.catalog.words import sentence
from desktop.shell.theme import TypeSize
from desktop.shell.widgets.buttons import push_button, shown
from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.links import EDGE, LinkButton
from desktop.shell.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.evidence import Card
    from desktop.catalog.entities.pack import Mark
    from desktop.catalog.evidence import Evidence, Said, Work
    from desktop.catalog.refs import Ref
    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme

T = TypeVar("T")

FEW = 4
_MORE = 50


@dataclass
class _Rest:
    """What of a long list is not shown yet: its widgets are made when they are asked for."""

    button: QPushButton
    widgets: Iterator[QWidget]
    count: int
    what: str

    def tell(self) -> None:
        """Count them on the button, which goes with the last of them."""
        words = f"{self.count:,} more {self.what}"
        self.button.setText(shown(words))
        self.button.setAccessibleName(words)
        self.button.setVisible(self.count > 0)


class EvidencePage(QWidget):
    """Shows one Evidence of a catalog. A term is a link where the page first names it.

    Of long lists the first few are shown, and more at a press: `portion` says how many of each.
    """

    followed = Signal(object)  # Ref

    def __init__(
        self,
        catalog: Catalog,
        evidence: Evidence,
        look: tuple[Theme, Icons],
        portion: int = FEW,
    ) -> None:
        super().__init__()
        self.portion = portion
        self.setObjectName("evidence-page")
        self._theme, self._icons = look
        self._catalog = catalog
        self._named = {evidence.term} if evidence.term else set()
        self._told: set[str] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16 - EDGE, 16, 16 - EDGE, 16)
        self._column.setSpacing(8)
        self._fill(evidence)
        _align(self.findChildren(TextLabel))
        self._column.addStretch(1)

    def _fill(self, evidence: Evidence) -> None:
        self._column.addWidget(TextLabel(evidence.kind, "section"))
        mark = self._catalog.mark_of(evidence.subject) if evidence.subject else None
        self._column.addWidget(self._title(evidence.title, mark))
        if evidence.text:
            self._column.addWidget(self._prose(evidence.text))
        for fact in evidence.facts:
            self._column.addWidget(self._prose(f"{fact.label}: {fact.text}", "muted"))
        self._add_list("What the articles say", evidence.said, self._said, "claims")
        self._add_list("Articles disagree", evidence.cards, self._card, "contradictions")
        self._add_list("Rests on", evidence.works, self._work, "works")
        for (head, what), places in _grouped(evidence.links).items():
            self._add_list(head, places, self._place, what)

    def _title(self, words: str, mark: Mark | None) -> QWidget:
        title = self._prose(words, "title")
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

    def _add_list(self, head: str, items: Sequence[T], make: Callable[[T], QWidget], what: str) -> None:
        """A head and the first few items; the others behind a button that counts them."""
        if not items:
            return
        self._column.addWidget(_head(head))
        few = len(items) if len(items) <= self.portion + 2 else self.portion
        widgets = map(make, items)
        for widget in islice(widgets, few):
            self._column.addWidget(widget)
        if few < len(items):
            rest = _Rest(push_button(""), widgets, len(items) - few, what)
            self._column.addWidget(rest.button)
            rest.tell()
            rest.button.clicked.connect(lambda: self._show_more(rest))

    def _show_more(self, rest: _Rest) -> None:
        """Put the next ones before the button, for the Tab key too, and the keyboard on the first of them."""
        self.portion += _MORE
        at = self._column.indexOf(rest.button)
        stops: list[QWidget] = [rest.button]
        for place, widget in enumerate(islice(rest.widgets, _MORE), at):
            self._column.insertWidget(place, widget)
            inside = [widget, *widget.findChildren(QWidget)]
            _align([each for each in inside if isinstance(each, TextLabel)])
            stops += [each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for before, after in pairwise([*stops, rest.button]):
            QWidget.setTabOrder(before, after)
        rest.count -= _MORE
        rest.tell()
        stops[1].setFocus(Qt.FocusReason.OtherFocusReason)

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
        pieces = self._catalog.term_finder.pieces(text, self._named)
        self._named.update(piece.term.id for piece in pieces if piece.term is not None)
        prose = Prose(role)
        prose.show_pieces(pieces)
        prose.followed.connect(self.followed)
        return prose

    def _work(self, work: Work) -> QWidget:
        return self._link(_work_words(work), ReferenceRef(work.reference.id))

    def _place(self, ref: Ref) -> QWidget:
        return self._link(sentence(name_of(self._catalog, ref)), ref)

    def _link(self, words: str, ref: Ref) -> LinkButton:
        link = LinkButton(words, ref)
        link.followed.connect(self.followed)
        return link


def _grouped(places: Sequence[Ref]) -> dict[tuple[str, str], list[Ref]]:
    """Places under their heads (and what is counted there), so that many of one kind do not hide the others."""
    others = ("Goes with", "places")
    heads: dict[type[Ref], tuple[str, str]] = {
        UseCaseRef: ("Use cases", "use cases"),
        QuestionRef: ("Quiz", "questions"),
    }
    groups: dict[tuple[str, str], list[Ref]] = {head: [] for head in (others, *heads.values())}
    for place in places:
        groups[heads.get(type(place), others)].append(place)
    return groups


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
