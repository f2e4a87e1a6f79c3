"""The room's pages: the list with its map, and those made when they are first asked for: comparison and chooser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.shell.on_screen import OnScreen
from desktop.usecases.choosing.place import CHOOSER, LIST, PageRef
from desktop.usecases.comparing.place import ComparedRef
from desktop.usecases.staged import COMPARED, DIFFERING, VIEW, choices_state, compared_text

if TYPE_CHECKING:
    from desktop.catalog.refs import Ref
    from desktop.shell.context import Context
    from desktop.usecases.ui.chooser.page import ChooserPage
    from desktop.usecases.ui.comparing_page import ComparingPage


class Pages(QStackedLayout):
    """Shows one of them. Going from one to the other is a step that Back takes back."""

    list_requested = Signal()  # a page is to be left for the list
    told = Signal(str)  # for the status line; '' where the list is shown, whose words the room knows

    def __init__(self, context: Context, room: QWidget) -> None:
        super().__init__(room)
        self._context = context
        self._chooser: ChooserPage | None = None
        self._comparing: ComparingPage | None = None
        self.listing = QWidget()
        self.setSizeConstraint(QStackedLayout.SizeConstraint.SetNoConstraint)
        self.addWidget(self.listing)

    @property
    def is_listing(self) -> bool:
        """Whether the list with its map is shown."""
        return self.currentWidget() is self.listing

    @property
    def place(self) -> Ref:
        """Which page is shown."""
        if self._comparing is not None and self.currentWidget() is self._comparing:
            return self._comparing.place
        return PageRef(LIST if self.is_listing else CHOOSER)

    @property
    def status(self) -> str:
        """What the page says in one line; '' where the list is shown."""
        page = self.currentWidget()
        for each in (self._chooser, self._comparing):
            if each is not None and each is page:
                return each.status
        return ""

    def on_screen(self) -> OnScreen | None:
        """The comparison or the chooser with its answers; None where the list is shown, which the room knows."""
        page = self.currentWidget()
        if self._chooser is not None and page is self._chooser:
            return OnScreen(VIEW, "Which one for me?", choices_state(self._chooser.choices))
        if self._comparing is not None and page is self._comparing:
            differing = {DIFFERING: "yes"} if self._comparing.only_differing else {}
            state = {COMPARED: compared_text(self._comparing.place), **differing}
            return OnScreen(VIEW, self._comparing.status, state)
        return None

    def open(self, ref: Ref) -> None:
        """The page of this place; what is neither a comparison nor the chooser is in the list."""
        if isinstance(ref, ComparedRef):
            self._show_comparison(ref)
        elif isinstance(ref, PageRef) and ref.page == CHOOSER:
            self._show_chooser()
        else:
            self.setCurrentWidget(self.listing)
        self.told.emit(self.status)

    def enter(self, ref: Ref) -> None:
        """Go to a page as a step of the reader."""
        self._context.navigator.enter(ref)
        self.open(ref)
        if self._chooser is not None and self.currentWidget() is self._chooser:
            self._chooser.take_focus()

    def _show_comparison(self, ref: ComparedRef) -> None:
        if self._comparing is None:
            from desktop.usecases.ui.comparing_page import ComparingPage

            self._comparing = ComparingPage(self._context)
            self._comparing.closed.connect(self.list_requested)
            self._comparing.told.connect(self.told)
            self.addWidget(self._comparing)
        self.setCurrentWidget(self._comparing)
        self._comparing.show_place(ref)

    def _show_chooser(self) -> None:
        if self._chooser is None:
            from desktop.usecases.ui.chooser.page import ChooserPage

            self._chooser = ChooserPage(self._context)
            self._chooser.opening_requested.connect(self._context.navigator.open)
            self._chooser.closed.connect(self.list_requested)
            self._chooser.told.connect(self.told)
            self.addWidget(self._chooser)
        if self.currentWidget() is not self._chooser:
            self.setCurrentWidget(self._chooser)
            self._chooser.return_focus()
