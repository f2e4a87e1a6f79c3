"""The room 'Use cases': controls, the coverage map and the cards, all under one filter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.catalog.refs import IndustryRef, Ref, UseCaseRef
from desktop.shell.room import Room
from desktop.usecases.choosing.place import CHOOSER
from desktop.usecases.coverage import Spot, coverage_of
from desktop.usecases.finder import Filter, counts, entries_of, found, showing, status_of, ways_out
from desktop.usecases.handout import sheets_of
from desktop.usecases.ui.card_list import CardList
from desktop.usecases.ui.controls import Controls
from desktop.usecases.ui.coverage_map import CoverageMap
from desktop.usecases.ui.nothing import NothingFound
from desktop.usecases.ui.pages import Pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.shell.context import Context
    from desktop.shell.handout import Sheet

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
        self._pages = Pages(context, self)
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
        self._pages.open(ref)
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
        return self._pages.place

    def status(self) -> str:
        return self._pages.status or self._status

    def focus_search(self) -> None:
        if not self._pages.status:
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
        page = QVBoxLayout(self._pages.listing)
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
        self._controls.chooser_requested.connect(lambda: self._pages.enter(CHOOSER))
        self._pages.told.connect(lambda words: self.status_changed.emit(words or self._status))
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
