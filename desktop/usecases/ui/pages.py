"""The room's two pages: the list with its map, and the chooser, which is made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.usecases.choosing.place import CHOOSER, LIST, PageRef

if TYPE_CHECKING:
    from desktop.catalog.refs import Ref
    from desktop.shell.context import Context
    from desktop.usecases.ui.chooser.page import ChooserPage


class Pages(QStackedLayout):
    """Shows one of them. Going from one to the other is a step that Back takes back."""

    told = Signal(str)  # for the status line; '' where the list is shown, whose words the room knows

    def __init__(self, context: Context, room: QWidget) -> None:
        super().__init__(room)
        self._context = context
        self._chooser: ChooserPage | None = None
        self.listing = QWidget()
        self.setSizeConstraint(QStackedLayout.SizeConstraint.SetNoConstraint)
        self.addWidget(self.listing)

    @property
    def place(self) -> PageRef:
        """Which page is shown."""
        return PageRef(LIST if self.currentWidget() is self.listing else CHOOSER)

    @property
    def status(self) -> str:
        """What the chooser says in one line; '' where the list is shown."""
        return "" if self._chooser is None or self.place.page == LIST else self._chooser.status

    def open(self, ref: Ref) -> None:
        """The page of this place: the chooser's own is the chooser, all others are in the list."""
        if isinstance(ref, PageRef) and ref.page == CHOOSER:
            self._show_chooser()
        else:
            self.setCurrentWidget(self.listing)
        self.told.emit(self.status)

    def enter(self, page: str) -> None:
        """Go to a page as a step of the reader."""
        self._context.navigator.enter(PageRef(page))
        self.open(PageRef(page))
        if self._chooser is not None and page == CHOOSER:
            self._chooser.take_focus()

    def _on_closed(self) -> None:
        """Back to the list, and the keyboard to where it was there."""
        self.enter(LIST)
        last = self.listing.focusWidget()
        if last is not None:
            last.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chooser(self) -> None:
        if self._chooser is None:
            from desktop.usecases.ui.chooser.page import ChooserPage

            self._chooser = ChooserPage(self._context)
            self._chooser.opening_requested.connect(self._context.navigator.open)
            self._chooser.closed.connect(self._on_closed)
            self._chooser.told.connect(self.told)
            self.addWidget(self._chooser)
        if self.currentWidget() is not self._chooser:
            self.setCurrentWidget(self._chooser)
            self._chooser.return_focus()
