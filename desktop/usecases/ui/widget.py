"""The room 'Use cases': controls, the coverage map and the cards, all under one filter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.catalog.refs import IndustryRef, Ref, UseCaseRef
from desktop.shell.room import Room
from desktop.usecases.choosing.place import CHOOSER, LIST, PageRef
from desktop.usecases.coverage import Spot, coverage_of
from desktop.usecases.finder import Filter, counts, entries_of, found, showing, status_of, ways_out
from desktop.usecases.handout import sheets_of
from desktop.usecases.ui.card_list import CardList
from desktop.usecases.ui.controls import Controls
from desktop.usecases.ui.coverage_map import CoverageMap
from desktop.usecases.ui.nothing import NothingFound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.shell.context import Context
    from desktop.shell.handout import Sheet
    from desktop.usecases.ui.chooser.page import ChooserPage

_MARGIN, _GAP, _MAP, _NARROW = 16, 12, 308, 640
_LOW = 400


class UseCasesRoom(Room):
    """Holds the filter and hands it to its parts."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entries = entries_of(context.catalog)
        self._filter = Filter()
        self._status = ""
        self._controls = Controls(context)
        self._map = CoverageMap(context)
        self._list = CardList(context)
        self._nothing = NothingFound()
        self._stack = QStackedWidget()
        self._browser = QWidget()
        self._pages = QStackedLayout(self)
        self._chooser: ChooserPage | None = None
        self._arrange()
        self._connect()
        self.show_filter(Filter())
        self._fold()

    @property
    def filter(self) -> Filter:
        """What the reader asked for."""
        return self._filter

    def open(self, ref: Ref) -> None:
        """An industry: its use cases alone. A use case: its card, without the filters that hide it."""
        if isinstance(ref, PageRef) and ref.page == CHOOSER:
            self._show_chooser()
            return
        self._pages.setCurrentWidget(self._browser)
        self.status_changed.emit(self.status())
        if isinstance(ref, IndustryRef):
            self.show_filter(Filter(industry=ref.industry))
        elif isinstance(ref, UseCaseRef):
            self.show_filter(showing(self._entries, self._filter, ref.use_case))
            self._controls.map_button.setChecked(False)
            self._list.choose(ref.use_case)

    def show_filter(self, wanted: Filter) -> None:
        """Show what passes this filter, everywhere."""
        self._filter = wanted
        shown = found(self._entries, wanted)
        self._controls.show_filter(wanted, counts(self._entries, wanted))
        coverage = coverage_of(self._context.catalog, self._entries, wanted)
        self._map.show_coverage(coverage, Spot(wanted.industry, wanted.kind))
        self._list.show_found(shown)
        if not self._entries:
            self._nothing.show_empty_pack()
        elif not shown:
            self._nothing.show_ways(wanted, ways_out(self._entries, wanted))
        self._stack.setCurrentWidget(self._list if shown else self._nothing)
        self._status = status_of(len(self._entries), shown)
        self.status_changed.emit(self._status)

    def place(self) -> Ref:
        return PageRef(CHOOSER if self._pages.currentWidget() is self._chooser else LIST)

    def status(self) -> str:
        chooser = self._chooser if self._pages.currentWidget() is self._chooser else None
        return chooser.status if chooser is not None else self._status

    def focus_search(self) -> None:
        if self._pages.currentWidget() is self._browser:
            self._controls.focus_search()

    def sheets(self) -> Sequence[Sheet]:
        return sheets_of(self._context.catalog)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._context.theme.px(280), self._context.theme.px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _arrange(self) -> None:
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._nothing)
        self._pages.setSizeConstraint(QStackedLayout.SizeConstraint.SetNoConstraint)
        self._pages.addWidget(self._browser)
        page = QVBoxLayout(self._browser)
        page.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        page.setSpacing(_GAP)
        page.addWidget(self._controls)
        body = QHBoxLayout()
        body.setSpacing(_GAP)
        body.addWidget(self._map)
        body.addWidget(self._stack, 1)
        page.addLayout(body, 1)

    def _connect(self) -> None:
        self._controls.changed.connect(self.show_filter)
        self._controls.map_toggled.connect(self._fold)
        self._controls.list_requested.connect(self._on_list_requested)
        self._controls.chooser_requested.connect(self._on_chooser_requested)
        self._map.chosen.connect(self._on_spot_chosen)
        self._list.selected.connect(self._context.navigator.select)
        self._list.open_requested.connect(self._context.navigator.open)
        self._nothing.filter_requested.connect(self._on_way_chosen)
        self._context.theme.changed.connect(self._on_theme_changed)

    def _fold(self) -> None:
        """Map and list side by side; in a narrow room one of them, as the button 'Map' says."""
        empty = not self._entries
        narrow = self.width() < self._context.theme.px(_NARROW)
        alone = narrow and self._controls.map_button.isChecked()
        self._controls.setVisible(not empty)
        self._controls.fold(narrow, low=self.height() < self._context.theme.px(_LOW))
        self._map.setMinimumWidth(0 if narrow else self._context.theme.px(_MAP))
        self._map.setMaximumWidth(self.maximumWidth() if narrow else self._context.theme.px(_MAP))
        self._map.setVisible(not empty and (alone or not narrow))
        self._stack.setVisible(not alone)

    def _on_spot_chosen(self, spot: Spot) -> None:
        self.show_filter(replace(self._filter, industry=spot.industry, kind=spot.kind))
        if spot.industry:
            self._context.navigator.select(IndustryRef(spot.industry))
        if self._stack.isHidden():
            self._controls.map_button.setChecked(False)
            self._on_list_requested()

    def _show_chooser(self) -> None:
        """The chooser in the place of list and map; it is made when it is first asked for."""
        if self._chooser is None:
            from desktop.usecases.ui.chooser.page import ChooserPage

            self._chooser = ChooserPage(self._context)
            self._chooser.opening_requested.connect(self._context.navigator.open)
            self._chooser.closed.connect(self._on_chooser_closed)
            self._chooser.told.connect(self.status_changed)
            self._pages.addWidget(self._chooser)
        if self._pages.currentWidget() is not self._chooser:
            self._pages.setCurrentWidget(self._chooser)
            self._chooser.take_focus()
        self.status_changed.emit(self.status())

    def _on_chooser_requested(self) -> None:
        self._context.navigator.enter(PageRef(CHOOSER))
        self._show_chooser()

    def _on_chooser_closed(self) -> None:
        self._context.navigator.enter(PageRef(LIST))
        self._pages.setCurrentWidget(self._browser)
        self._controls.focus_search()
        self.status_changed.emit(self.status())

    def _on_list_requested(self) -> None:
        if self._stack.currentWidget() is self._list:
            self._list.setFocus()

    def _on_way_chosen(self, wanted: Filter) -> None:
        self.show_filter(wanted)
        self._list.setFocus()

    def _on_theme_changed(self) -> None:
        self._controls.refit()
        self._map.refit()
        self._list.refit()
        self._fold()
