"""What fits and why, as cards: the best open, the others a press away, what is unknown or out folded below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from desktop.shell.widgets.labels import TextLabel
from desktop.usecases.choosing.telling import (
    ABOUT_UNSPOKEN,
    DOUBTFUL,
    FITS,
    RULED_OUT,
    UNSPOKEN,
    headline,
    place_of,
    tie_words,
)
from desktop.usecases.ui.chooser.fold import Fold
from desktop.usecases.ui.chooser.outcome_card import OutcomeCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.shell.context import Context
    from desktop.usecases.choosing.ranking import Ranking, Standing

_MOST = 50
_FIRST = "Answer what you can; every question may be left out. What fits stands here, with its reasons."


class ResultView(QWidget):
    """Shows a ranking. What the reader has unfolded stays so while the answers change.

    `headline` is the result in words, which the page puts where it is seen.
    """

    opening_requested = Signal(object)  # Ref

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._unfolded: dict[str, bool] = {}
        self._body = QWidget()
        self.headline = TextLabel("", "title")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._body)

    def take_focus(self) -> None:
        """Put the keyboard on the first thing that can be operated here, where there is one."""
        first = next((each for each in self._buttons if each.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _buttons(self) -> list[QAbstractButton]:
        """All that can be operated, in the order in which it was made."""
        return self._body.findChildren(QAbstractButton)

    def show_ranking(self, ranking: Ranking) -> None:
        """Show it in place of what was shown before; the keyboard stays on what stands where it was."""
        at = next((at for at, each in enumerate(self._buttons) if each.hasFocus()), -1)
        self.headline.setText(headline(ranking))
        old, self._body = self._body, QWidget()
        self._fill(self._body, ranking)
        self._column.replaceWidget(old, self._body)
        self._body.show()
        if 0 <= at < len(self._buttons):
            self._buttons[at].setFocus(Qt.FocusReason.OtherFocusReason)
        old.hide()
        old.deleteLater()

    def _fill(self, body: QWidget, ranking: Ranking) -> None:
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if not ranking.given:
            column.addWidget(TextLabel(_FIRST))
            return
        self._add_places(column, ranking)
        for words, standings in (
            (DOUBTFUL, ranking.doubtful),
            (UNSPOKEN, ranking.unspoken),
            (RULED_OUT, ranking.ruled_out),
        ):
            if standings:
                about = ABOUT_UNSPOKEN if standings is ranking.unspoken else ""
                column.addWidget(self._section(words, standings, about))
        column.addStretch(1)

    def _add_places(self, column: QVBoxLayout, ranking: Ranking) -> None:
        if ranking.fitting:
            column.addWidget(TextLabel(FITS, "section"))
        placed = [(at, each) for at, place in enumerate(ranking.fitting) for each in place]
        for at, each in placed[:_MOST]:
            place = place_of(ranking, at), tie_words(ranking, at)
            column.addWidget(self._card(each, place, is_open=at == 0))
        _say_what_is_left(column, len(placed))

    def _section(self, words: str, standings: Sequence[Standing], about: str) -> QWidget:
        fold = Fold(f"{words}: {len(standings):,}", self._maker(standings, about), self._context)
        if self._unfolded.get(words):
            fold.unfold()
        fold.toggled.connect(partial(self._unfolded.__setitem__, words))
        return fold

    def _maker(self, standings: Sequence[Standing], about: str) -> Callable[[], QWidget]:
        def make() -> QWidget:
            body = QWidget()
            column = QVBoxLayout(body)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)
            if about:
                column.addWidget(TextLabel(about, "muted"))
            for each in standings[:_MOST]:
                column.addWidget(self._card(each, ("", ""), is_open=bool(each.ruled_out_by)))
            _say_what_is_left(column, len(standings))
            return body

        return make

    def _card(self, standing: Standing, place: tuple[str, str], is_open: bool) -> OutcomeCard:
        is_open = self._unfolded.get(standing.outcome.id, is_open)
        card = OutcomeCard(standing, place, self._context, is_open)
        card.opening_requested.connect(self.opening_requested)
        card.folded.connect(self._unfolded.__setitem__)
        return card


def _say_what_is_left(column: QVBoxLayout, count: int) -> None:
    if count > _MOST:
        column.addWidget(TextLabel(f"{count - _MOST:,} more stand in the export.", "muted"))
