"""The room 'Use cases': controls, the coverage map and the cards, all under one filter."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.catalog.refs import IndustryRef, Ref, UseCaseRef
from desktop.shell.announce import announce
from desktop.shell.room import Room
from desktop.shell.widgets.buttons import open_under
from desktop.usecases.choosing.place import CHOOSER
from desktop.usecases.coverage import Spot, coverage_of
from desktop.usecases.entries import entries_of
from desktop.usecases.filter import Facet, Filter
from desktop.usecases.finder import Hits, found, showing, status_of, tally_of, ways_out
from desktop.usecases.handout import sheets_of
from desktop.usecases.taking import list_table
from desktop.usecases.ui.card_list import CardList
from desktop.usecases.ui.comparing_page import ComparingPage
from desktop.usecases.ui.controls import Controls
from desktop.usecases.ui.coverage_map import CoverageMap
from desktop.usecases.ui.detail_page import DetailPage
from desktop.usecases.ui.nothing import NothingFound
from desktop.usecases.ui.pages import Pages
from desktop.usecases.ui.side_by_side import SideBySide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.export.table import ExportTable
    from desktop.shell.context import Context
    from desktop.shell.handout import Sheet
    from desktop.usecases.ui.pictures import UseCasePictures

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
        self._comparing = ComparingPage(context)
        self._side_by_side = SideBySide(context, self._list, self._comparing, self._controls.compare)
        self._detail = DetailPage(context)
        self._pictures: UseCasePictures | None = None
        self._shown = Hits()
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
        takes_keyboard = self.hasFocus() or self._pages.place.page == CHOOSER
        self._show_comparing(False)
        self._pages.open(ref)
        if isinstance(ref, IndustryRef):
            self.show_filter(self._filter.cleared().having(Facet.INDUSTRY, [ref.industry]))
        elif isinstance(ref, UseCaseRef):
            had_detail = self._stack.currentWidget() is self._detail
            self.show_filter(showing(self._entries, self._filter, ref.use_case))
            self._controls.map_button.setChecked(False)
            self._controls.pictures_button.setChecked(False)
            self._list.choose(ref.use_case)
            if had_detail:
                self._stack.setCurrentWidget(self._detail)
                self._detail.return_to(ref.use_case)
            elif takes_keyboard:
                self._list.setFocus()

    def show_filter(self, wanted: Filter) -> None:
        """Show what passes this filter, everywhere."""
        self._filter = wanted
        shown = self._shown = found(self._entries, wanted)
        tally = tally_of(self._entries, wanted)
        industry = wanted.only(Facet.INDUSTRY)
        self._controls.show_filter(wanted, tally, len(shown))
        self._side_by_side.stand_near(industry)
        coverage = coverage_of(self._context.catalog, self._entries, wanted)
        self._map.show_coverage(coverage, Spot(industry, wanted.only(Facet.KIND)))
        self._list.show_found(shown)
        if not self._entries:
            self._nothing.show_empty_pack(bool(self._context.catalog.chooser.questions))
        elif not shown:
            self._nothing.show_ways(wanted, ways_out(wanted, tally))
        self._show_front()
        self._status = status_of(len(self._entries), shown)
        self.status_changed.emit(self._status)

    def taken(self) -> ExportTable:
        """The list as it is filtered and sorted, as a table to take away."""
        return list_table(self._context.catalog, self._filter, self._shown, date.today())

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
        self._stack.addWidget(self._detail)
        self._comparing.hide()
        page = QVBoxLayout(self._pages.listing)
        page.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        page.setSpacing(_GAP)
        page.addWidget(self._controls)
        body = QHBoxLayout()
        body.setSpacing(_GAP)
        body.addWidget(self._map)
        body.addWidget(self._stack, 1)
        body.addWidget(self._comparing, 1)
        page.addLayout(body, 1)

    def _connect(self) -> None:
        self._controls.changed.connect(self.show_filter)
        self._controls.map_toggled.connect(self._fold)
        self._controls.list_requested.connect(self._on_list_requested)
        self._controls.export.clicked.connect(self._on_export)
        self._side_by_side.shown.connect(self._show_comparing)
        self._side_by_side.told.connect(self._tell)
        self._controls.pictures_toggled.connect(self._show_front)
        for asking in (self._controls, self._nothing):
            asking.chooser_requested.connect(lambda: self._pages.enter(CHOOSER))
        self._pages.told.connect(lambda words: self.status_changed.emit(words or self._status))
        self._map.chosen.connect(self._on_spot_chosen)
        self._list.selected.connect(self._context.navigator.select)
        self._list.open_requested.connect(self._on_opened)
        self._detail.closed.connect(self._on_detail_closed)
        self._nothing.filter_requested.connect(self._on_way_chosen)
        self._context.theme.changed.connect(self._on_theme_changed)

    def _fold(self) -> None:
        """Map and list side by side; in a narrow room one of them, as the button 'Map' says."""
        empty = not self._entries
        narrow = self.width() < self._context.theme.px(_NARROW)
        alone = narrow and self._controls.map_button.isChecked()
        comparing = not self._comparing.isHidden()
        self._controls.setVisible(not empty and not comparing)
        self._controls.fold(narrow, low=self.height() < self._context.theme.px(_LOW))
        self._map.setMinimumWidth(0 if narrow else self._context.theme.px(_MAP))
        self._map.setMaximumWidth(self.maximumWidth() if narrow else self._context.theme.px(_MAP))
        self._map.setVisible(not empty and not comparing and (alone or not narrow))
        self._stack.setVisible(not alone and not comparing)

    def _show_comparing(self, comparing: bool) -> None:
        """The comparison in the place of everything else, or the list again."""
        if comparing != self._comparing.isHidden():
            return
        self._comparing.setVisible(comparing)
        self._fold()
        if not comparing:
            self._on_list_requested()

    def _on_export(self) -> None:
        from desktop.shell.table_menu import export_menu

        button = self._controls.export
        menu = export_menu(self.taken, self._context.theme.tokens, self._tell, button)
        open_under(button, menu)

    def _tell(self, words: str) -> None:
        """Say how something went, in the status line and aloud."""
        self.status_changed.emit(words or self._status)
        announce(self, words)

    def _on_spot_chosen(self, spot: Spot) -> None:
        self.show_filter(self._filter.having(Facet.INDUSTRY, [spot.industry]).having(Facet.KIND, [spot.kind]))
        if spot.industry:
            self._context.navigator.select(IndustryRef(spot.industry))
        if self._stack.isHidden():
            self._controls.map_button.setChecked(False)
            self._on_list_requested()

    def _show_front(self) -> None:
        """The pictures where they are asked for, else the list, or why it is empty."""
        if self._controls.pictures_button.isChecked():
            pictures = self._built_pictures()
            pictures.show_found(self._shown)
            self._stack.setCurrentWidget(pictures)
        else:
            self._stack.setCurrentWidget(self._list if self._shown else self._nothing)

    def _built_pictures(self) -> UseCasePictures:
        """The pictures of what is found, made when they are first asked for."""
        if self._pictures is None:
            from desktop.usecases.ui.pictures import UseCasePictures

            self._pictures = UseCasePictures(self._context)
            self._pictures.place_selected.connect(self._context.navigator.select)
            self._stack.addWidget(self._pictures)
        return self._pictures

    def _on_opened(self, ref: UseCaseRef) -> None:
        self._context.navigator.open(ref)
        self._detail.show_case(ref.use_case)
        self._stack.setCurrentWidget(self._detail)
        self._detail.take_focus()

    def _on_detail_closed(self) -> None:
        self._stack.setCurrentWidget(self._list)
        self._list.setFocus()

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
        self._comparing.refit()
        self._fold()
