"""An outcome and its reasons: each reason leads to what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.catalog.names import name_of
from desktop.shell.theme import TypeSize
from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.links import EDGE, LinkButton
from desktop.shell.widgets.tips import as_tip
from desktop.usecases.choosing.telling import answer_words, because_words, points_words, score_words
from desktop.usecases.ui.chooser.fold import Fold

if TYPE_CHECKING:
    from desktop.catalog.refs import Ref
    from desktop.shell.context import Context
    from desktop.usecases.choosing.ranking import Reason, Standing

_POINTS = 40


class OutcomeCard(QFrame):
    """Title, place and score of an outcome; its reasons lie open or behind a button."""

    opening_requested = Signal(object)  # Ref
    folded = Signal(str, bool)  # outcome, whether its reasons were unfolded

    def __init__(self, standing: Standing, place: tuple[str, str], context: Context, is_open: bool = False) -> None:
        """`place` is its number and what is said of a tie, '' where there is none."""
        super().__init__()
        self.setProperty("card", True)
        number, tie = place
        self.setAccessibleName(f"{number} {standing.outcome.title}".strip())
        self.standing = standing
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(12 - EDGE, 10, 12, 10)
        column.setSpacing(4)
        column.addWidget(_inset(TextLabel(f"{number}  {standing.outcome.title}".strip(), "title")))
        if standing.is_spoken_of and not standing.ruled_out_by:
            said = " · ".join(filter(None, (tie, score_words(standing))))
            column.addWidget(_inset(TextLabel(said, "muted")))
        column.addWidget(_inset(TextLabel(standing.outcome.summary)))
        if standing.outcome.shown_by is not None:
            shown_by = standing.outcome.shown_by
            column.addWidget(self._link(f"See {name_of(context.catalog, shown_by)}", shown_by, TypeSize.SMALL))
        if standing.is_spoken_of:
            self._add_reasons(column, is_open)

    def _add_reasons(self, column: QVBoxLayout, is_open: bool) -> None:
        standing = self.standing
        reasons = Fold("Why", self._reasons, self._context, f"Why: {standing.outcome.title}")
        column.addWidget(reasons)
        if is_open:
            reasons.unfold()
        reasons.toggled.connect(lambda is_on: self.folded.emit(standing.outcome.id, is_on))

    def _reasons(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        standing = self.standing
        for head, reasons in (
            ("Ruled out", standing.ruled_out_by),
            ("For it", standing.speaks_for),
            ("Against it", standing.speaks_against),
        ):
            if reasons and not (standing.ruled_out_by and head != "Ruled out"):
                column.addWidget(_inset(TextLabel(head, "section")))
                for each in reasons:
                    column.addWidget(self._reason(each, head))
        return body

    def _reason(self, reason: Reason, head: str) -> QWidget:
        """The points, why, the answer that it follows from, and links to what it rests on."""
        first, *more = reason.effect.evidence
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        if not reason.effect.rules_out:
            points = TextLabel(points_words(reason.points), wrap=False)
            points.setContentsMargins(EDGE, EDGE, EDGE, 0)
            points.setMinimumWidth(self._context.theme.px(_POINTS))
            row.addWidget(points, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        link = self._link(because_words(reason), first)
        link.setAccessibleName(f"{head}, {because_words(reason)} By {answer_words(reason)}")
        words.addWidget(link)
        words.addWidget(_inset(TextLabel(f"by {answer_words(reason)}", "muted")))
        for ref in more:
            words.addWidget(self._link(f"Also: {name_of(self._context.catalog, ref)}", ref, TypeSize.SMALL))
        row.addLayout(words, 1)
        return line

    def _link(self, words: str, ref: Ref, size: TypeSize = TypeSize.TEXT) -> LinkButton:
        link = LinkButton(words, ref)
        name = name_of(self._context.catalog, ref)
        link.setToolTip(as_tip(f"Opens {name}"))
        link.setAccessibleDescription(f"Opens {name}")
        link.setFont(self._context.theme.font(size))
        link.followed.connect(self.opening_requested)
        return link


def _inset(label: TextLabel) -> TextLabel:
    """Text begins where the words of a link do, which keep room for their ring."""
    label.setContentsMargins(EDGE, 0, EDGE, 0)
    return label
