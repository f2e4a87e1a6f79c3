"""What stands beside the map: the cards, why there are none, one of them in detail, or pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.shell.widgets.tab_order import stops_in, tab_through
from desktop.usecases.finder import Hits
from desktop.usecases.ui.card_list import CardList
from desktop.usecases.ui.detail_page import DetailPage
from desktop.usecases.ui.nothing import NothingFound

if TYPE_CHECKING:
    from desktop.catalog.refs import UseCaseRef
    from desktop.shell.context import Context
    from desktop.usecases.ui.pictures import UseCasePictures


class Front(QStackedWidget):
    """One of them at a time. The pictures are made when they are first asked for."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown = Hits()
        self._with_pictures = False
        self._pictures: UseCasePictures | None = None
        self.cards = CardList(context)
        self.nothing = NothingFound()
        self._detail = DetailPage(context)
        for page in (self.cards, self.nothing, self._detail):
            self.addWidget(page)
        self.cards.selected.connect(context.navigator.select)
        self.cards.open_requested.connect(self._on_opened)
        self._detail.closed.connect(self._on_detail_closed)

    @property
    def shows_detail(self) -> bool:
        return self.currentWidget() is self._detail

    @property
    def shows_pictures(self) -> bool:
        return self._pictures is not None and self.currentWidget() is self._pictures

    @property
    def picture(self) -> tuple[str, str]:
        """Which picture is shown, and what it is called; '' for none."""
        shown = self._pictures if self.shows_pictures else None
        return (shown.key, shown.title) if shown is not None else ("", "")

    @property
    def detail(self) -> DetailPage:
        return self._detail

    def show_found(self, shown: Hits) -> None:
        """These cards, or a picture of them."""
        self._shown = shown
        self.cards.show_found(shown)
        self._show()

    def show_pictures(self, with_pictures: bool) -> None:
        """Pictures of what is found, or the cards again."""
        self._with_pictures = with_pictures
        self._show()

    def show_detail(self, use_case: str) -> None:
        """One use case in detail; if it was left here, at the line and on the link that were left."""
        self.setCurrentWidget(self._detail)
        self._detail.return_to(use_case)

    def focus_cards(self) -> None:
        """Put the keyboard on the cards, where they are shown."""
        if self.currentWidget() is self.cards:
            self.cards.setFocus()

    def refit(self) -> None:
        """Measure again: the look has changed."""
        self.cards.refit()

    def _show(self) -> None:
        if self._with_pictures:
            pictures = self._built_pictures()
            pictures.show_found(self._shown.entries)
            self.setCurrentWidget(pictures)
        else:
            self.setCurrentWidget(self.cards if self._shown else self.nothing)

    def _built_pictures(self) -> UseCasePictures:
        if self._pictures is None:
            from desktop.usecases.ui.pictures import UseCasePictures

            self._pictures = UseCasePictures(self._context)
            self._pictures.place_selected.connect(self._context.navigator.select)
            self.addWidget(self._pictures)
            tab_through(self.cards, stops_in(self._pictures))
        return self._pictures

    def _on_opened(self, ref: UseCaseRef) -> None:
        self._context.navigator.open(ref)
        self._detail.show_case(ref.use_case)
        self.setCurrentWidget(self._detail)
        self._detail.take_focus()

    def _on_detail_closed(self) -> None:
        self.setCurrentWidget(self.cards)
        self.cards.setFocus()
