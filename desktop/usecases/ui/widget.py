"""The room 'Use cases': controls, the coverage map and the cards, all under one filter."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.catalog.refs import IndustryRef, Ref, UseCaseRef
from desktop.shell.announce import announce
from desktop.shell.on_screen import OnScreen
from desktop.shell.room import Room
from desktop.shell.widgets.buttons import open_under
from desktop.usecases.choosing.place import CHOOSER, LIST, PageRef
from desktop.usecases.coverage import chosen_spots, coverage_of
from desktop.usecases.entries import entries_of
from desktop.usecases.filter import Facet, Filter
from desktop.usecases.finder import Hits, found, showing, status_of, tally_of, ways_out
from desktop.usecases.handout import sheets_of
from desktop.usecases.staged import CARD, FILTER, PICTURE, SECTION, VIEW, filter_text
from desktop.usecases.taking import list_table
from desktop.usecases.ui.controls import Controls
from desktop.usecases.ui.coverage_map import CoverageMap
from desktop.usecases.ui.front import Front
from desktop.usecases.ui.pages import Pages
from desktop.usecases.ui.side_by_side import SideBySide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.export.table import ExportTable
    from desktop.shell.context import Context
    from desktop.shell.handout import Sheet
    from desktop.usecases.coverage import Spot

_MARGIN, _GAP, _LOW = 16, 12, 400
_NARROW, _NARROW_PICTURE = 640, 840  # narrower than this there is no room for a map beside the list, or a picture
_MAP = (308, 400)  # at least and at most beside the list


class UseCasesRoom(Room):
    """Holds the filter and hands it to its parts."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entries = entries_of(context.catalog)
        self._filter = Filter()
        self._status = ""
        self._controls = Controls(context)
        self._map = CoverageMap(context, coverage_of(context.catalog, self._entries, self._filter))
        self._front = Front(context)
        self._side_by_side = SideBySide(context, self._front.cards, self._controls.compare)
        self._shown = Hits()
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
        takes_keyboard = self.hasFocus() or not self._pages.is_listing
        self._pages.open(ref)
        if isinstance(ref, IndustryRef):
            self.show_filter(self._filter.cleared().having(Facet.INDUSTRY, [ref.industry]))
        elif isinstance(ref, UseCaseRef):
            had_detail = self._front.shows_detail
            self.show_filter(showing(self._entries, self._filter, ref.use_case))
            self._controls.map_button.setChecked(False)
            self._controls.pictures_button.setChecked(False)
            self._front.cards.choose(ref.use_case)
            if had_detail:
                self._front.show_detail(ref.use_case)
            elif takes_keyboard:
                self._front.cards.setFocus()

    def show_filter(self, wanted: Filter) -> None:
        """Show what passes this filter, everywhere."""
        self._filter = wanted
        shown = self._shown = found(self._entries, wanted)
        tally = tally_of(self._entries, wanted)
        self._controls.show_filter(wanted, tally, len(shown))
        self._side_by_side.stand_near(wanted.only(Facet.INDUSTRY))
        coverage = coverage_of(self._context.catalog, self._entries, wanted)
        self._map.show_coverage(coverage, chosen_spots(wanted))
        if not self._entries:
            self._front.nothing.show_empty_pack(bool(self._context.catalog.chooser.questions))
        elif not shown:
            self._front.nothing.show_ways(wanted, ways_out(wanted, tally))
        self._front.show_found(shown)
        self._status = status_of(len(self._entries), shown)
        self.status_changed.emit(self._status)

    def taken(self) -> ExportTable:
        """The list as it is filtered and sorted, as a table to take away."""
        return list_table(self._context.catalog, self._filter, self._shown, date.today())

    def place(self) -> Ref:
        return self._pages.place

    def on_screen(self) -> OnScreen:
        """The list under its filter, the use case in detail, or the page that is shown in their place."""
        page = self._pages.on_screen()
        if page is not None:
            return page
        if self._front.shows_detail:
            detail = self._front.detail
            section = {SECTION: detail.section} if detail.section else {}
            return OnScreen(UseCaseRef(detail.use_case), self._context.catalog.use_case[detail.use_case].title, section)
        picture, title = self._front.picture
        state = {FILTER: filter_text(self._filter)}
        if picture:
            return OnScreen(VIEW, title, state | {PICTURE: picture})
        chosen = self._front.cards.chosen
        return OnScreen(VIEW, f"Use cases: {self._status}", state | ({CARD: chosen} if chosen else {}))

    def status(self) -> str:
        return self._pages.status or self._status

    def focus_search(self) -> None:
        if self._pages.is_listing:
            if self._controls.isHidden():
                self._front.show_found(self._shown)
            self._controls.focus_search()

    def sheets(self) -> Sequence[Sheet]:
        return sheets_of(self._context.catalog)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._context.theme.px(280), self._context.theme.px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _arrange(self) -> None:
        page = QVBoxLayout(self._pages.listing)
        page.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        page.setSpacing(_GAP)
        page.addWidget(self._controls)
        body = QHBoxLayout()
        body.setSpacing(_GAP)
        body.addWidget(self._map)
        body.addWidget(self._front, 1)
        page.addLayout(body, 1)

    def _connect(self) -> None:
        self._controls.changed.connect(self.show_filter)
        self._controls.map_toggled.connect(self._fold)
        self._controls.list_requested.connect(self._front.focus_cards)
        self._controls.export.clicked.connect(self._on_export)
        self._controls.pictures_toggled.connect(self._front.show_pictures)
        self._side_by_side.comparison_requested.connect(self._pages.enter)
        self._side_by_side.told.connect(self._tell)
        for asking in (self._controls, self._front.nothing):
            asking.chooser_requested.connect(lambda: self._pages.enter(PageRef(CHOOSER)))
        self._pages.list_requested.connect(self._on_list_requested)
        self._pages.told.connect(lambda words: self.status_changed.emit(words or self._status))
        self._map.chosen.connect(self._on_spot_chosen)
        self._front.currentChanged.connect(self._fold)
        self._front.nothing.filter_requested.connect(self._on_way_chosen)
        self._context.theme.changed.connect(self._on_theme_changed)

    def _fold(self) -> None:
        """Map and list side by side; in a narrow room one of them, as the button 'Map' says.

        In a low room a use case in detail has all the room there is.
        """
        empty = not self._entries
        narrow = self.width() < self._context.theme.px(_NARROW_PICTURE if self._front.shows_pictures else _NARROW)
        alone = narrow and self._controls.map_button.isChecked()
        low = self.height() < self._context.theme.px(_LOW)
        self._controls.setVisible(not empty and not (low and self._front.shows_detail))
        self._controls.fold(narrow, low)
        least, most = (self._context.theme.px(each) for each in _MAP)
        wide = min(most, max(least, self.width() * 3 // 10))
        self._map.setMinimumWidth(0 if narrow else wide)
        self._map.setMaximumWidth(self.maximumWidth() if narrow else wide)
        self._map.setVisible(not empty and (alone or not narrow))
        self._front.setVisible(not alone)

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
        if self._front.isHidden():
            self._controls.map_button.setChecked(False)
            self._front.focus_cards()

    def _on_list_requested(self) -> None:
        """Back from another page to the card that is chosen; Qt puts the keyboard where it was."""
        chosen = self._front.cards.chosen
        self._pages.enter(UseCaseRef(chosen) if chosen else PageRef(LIST))

    def _on_way_chosen(self, wanted: Filter) -> None:
        self.show_filter(wanted)
        self._front.cards.setFocus()

    def _on_theme_changed(self) -> None:
        self._controls.refit()
        self._map.refit()
        self._front.refit()
        self._fold()
