"""All pictures and the list of misconceptions, as cards that scroll together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.quiz.ui.knowing.beliefs_card import BeliefsCard
from desktop.quiz.ui.knowing.columns import CardColumns
from desktop.quiz.ui.knowing.gallery import Picture, told_of
from desktop.quiz.ui.knowing.picture_card import PictureCard
from desktop.shell.widgets.tab_order import stops_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.quiz.knowing.knowledge import Knowledge
    from desktop.shell.context import Context
    from desktop.shell.widgets.pictures.plan import Plan

_LEFT = (Picture.SURE, Picture.DAYS, Picture.KEPT)


class Content(QWidget):
    """Shows all that is known."""

    followed = Signal(object)  # Ref
    reached = Signal(object)  # QWidget: the keyboard came to this mark

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._pictures = {picture: PictureCard(context) for picture in Picture}
        self._beliefs = BeliefsCard(context)
        sure, *others = self._pictures.values()
        self._cards: tuple[QWidget, ...] = (sure, self._beliefs, *others)
        left = [self._pictures[each] for each in _LEFT]
        self._columns = CardColumns(context.theme, self._cards, (*left, self._beliefs))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.addWidget(self._columns)
        for card in self._pictures.values():
            card.followed.connect(self.followed)
            card.reached.connect(self.reached)
        self._beliefs.followed.connect(self.followed)

    @property
    def plans(self) -> Mapping[Picture, Plan]:
        """The pictures that are drawn."""
        return {picture: card.plan for picture, card in self._pictures.items() if card.plan is not None}

    @property
    def stops(self) -> list[QWidget]:
        """All that Tab comes to, as it is seen."""
        return [stop for card in self._cards for stop in stops_in(card)]

    def show_knowledge(self, knowledge: Knowledge) -> None:
        """Show this in place of what was shown."""
        for picture, card in self._pictures.items():
            card.show_told(told_of(knowledge, picture))
        self._beliefs.show_beliefs(knowledge.beliefs)

    def refit(self) -> None:
        """The look has changed."""
        self._columns.refit()
        for card in self._pictures.values():
            card.refit()
        self._beliefs.refit()
