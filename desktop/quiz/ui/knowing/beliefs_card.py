"""The misconceptions that were chosen, as a list: how often, what is right, and links to question and evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.catalog.names import name_of
from desktop.quiz.knowing.telling import NO_BELIEFS, belief_words
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.links import EDGE, LinkButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.refs import Ref
    from desktop.quiz.knowing.knowledge import Belief
    from desktop.shell.context import Context

TITLE = "Misconceptions"
FEW = 5
_SIGN = 16


class BeliefsCard(QFrame):
    """Shows the misconceptions; a sign and words tell those that were put right since."""

    followed = Signal(object)  # Ref

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._context = context
        self._beliefs: Sequence[Belief] = ()
        self._shows_all = False
        self._body = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16 - EDGE, 12, 16, 12)
        self._column.setSpacing(8)
        title = TextLabel(TITLE, "title")
        title.setContentsMargins(EDGE, 0, 0, 0)
        self._column.addWidget(title)
        self._column.addWidget(self._body)

    def show_beliefs(self, beliefs: Sequence[Belief]) -> None:
        """Show these, the first of them where they are many."""
        self._beliefs, self._shows_all = beliefs, False
        self.refit()

    def refit(self) -> None:
        """Make it anew: there is more to show, or the look has changed."""
        old, self._body = self._body, QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for belief in self._beliefs if self._shows_all else self._beliefs[:FEW]:
            column.addLayout(self._entry(belief))
        if not self._beliefs:
            column.addWidget(_words(NO_BELIEFS, "muted"))
        if len(self._beliefs) > FEW and not self._shows_all:
            more = push_button(
                f"Show all {len(self._beliefs):,}", name=f"Show all {len(self._beliefs):,} misconceptions"
            )
            more.clicked.connect(self._on_all_requested)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()

    def _entry(self, belief: Belief) -> QVBoxLayout:
        entry = QVBoxLayout()
        entry.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._sign(belief))
        head.addWidget(_words(belief_words(belief)), 1)
        entry.addLayout(head)
        entry.addWidget(_words(belief.correction, "muted"))
        self._link(entry, f"Ask me again: {belief.question.stem}", belief.question.ref)
        if belief.evidence is not None:
            self._link(entry, f"Show me: {name_of(self._context.catalog, belief.evidence)}", belief.evidence)
        return entry

    def _on_all_requested(self) -> None:
        """The keyboard goes on to the first that was not shown."""
        self._shows_all = True
        self.refit()
        first = self._beliefs[FEW].question.ref
        link = next(each for each in self._body.findChildren(LinkButton) if each.ref == first)
        link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sign(self, belief: Belief) -> QLabel:
        """A tick where it was put right, a cross where it was not; the words beside it say the same."""
        name, token = ("sign-accurate", "accurate") if belief.since_right else ("sign-wrong", "wrong")
        theme, label = self._context.theme, QLabel()
        side = theme.px(_SIGN)
        label.setPixmap(self._context.icons.pixmap(name, theme.colour(token), side, self.devicePixelRatioF()))
        label.setFixedWidth(side + EDGE)
        label.setContentsMargins(EDGE, 0, 0, 0)
        return label

    def _link(self, entry: QVBoxLayout, words: str, ref: Ref) -> None:
        link = LinkButton(words, ref)
        link.followed.connect(self.followed)
        entry.addWidget(link)


def _words(text: str, role: str = "") -> TextLabel:
    """Words that stand under those of the links."""
    label = TextLabel(text, role)
    label.setContentsMargins(EDGE, 0, 0, 0)
    return label
