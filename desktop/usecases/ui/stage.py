"""The use cases on a stage: one in full, a list under a filter, some side by side, the chooser, or a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.catalog.refs import IndustryRef, Ref, UseCaseRef
from desktop.shell.stage import Stage
from desktop.shell.stage_theme import on_stage
from desktop.shell.widgets.reading_sheet import ReadingPage, ReadingSheet
from desktop.usecases import staged
from desktop.usecases.detail import detail_of
from desktop.usecases.entries import entries_of
from desktop.usecases.filter import Facet, Filter
from desktop.usecases.finder import found
from desktop.usecases.ui.case_sheet import fill_page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.shell.context import Context

_MARGIN = 16


class UseCasesStage(Stage):
    """Shows a use case, an industry's use cases, or the tab as it was kept. Nothing in it can be picked."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._look = on_stage(context, self)
        self._place: Ref | None = None
        self._state: Mapping[str, str] = {}
        self._is_far = False  # in a talk, enlarged
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.addWidget(self._pages)
        self._look.changed.connect(self._show)

    @property
    def page(self) -> QWidget | None:
        """What is shown now."""
        return self._pages.currentWidget()

    def show_place(self, ref: Ref) -> bool:
        """Show a use case from its top, an industry's list, or the whole list."""
        if ref != staged.VIEW and not (
            isinstance(ref, UseCaseRef | IndustryRef) and self._context.catalog.find(ref) is not None
        ):
            return False
        self._clear()
        self._place, self._state = ref, {}
        self._show()
        self.shown.emit()
        return True

    def show_state(self, state: Mapping[str, str]) -> None:
        """The list as it was filtered, or what stood in its place."""
        if self._place is not None and state:
            self._state = state
            self._show()

    def enlarge(self, factor: float) -> None:
        self._is_far = True
        self._look.enlarge(factor)

    def pickable(self) -> Sequence[Ref]:
        return ()

    def name(self, ref: Ref) -> str:
        return ""

    def _show_marks(self) -> None:
        """Nothing in it is marked."""

    def _show(self) -> None:
        """Put up the page anew: what is asked for or the look has changed."""
        if self._place is None:
            return
        old, page = self.page, self._page(self._place)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self.setFocusProxy(page)
        margin = 0 if isinstance(page, ReadingSheet) else self._look.px(_MARGIN)
        self.layout().setContentsMargins(margin, margin, margin, margin)  # type: ignore[union-attr]
        if old is not None:
            self._pages.removeWidget(old)
            old.deleteLater()

    def _page(self, ref: Ref) -> QWidget:
        if isinstance(ref, UseCaseRef):
            return self._case(ref.use_case)
        catalog, state = self._context.catalog, self._state
        choices = staged.choices_in(catalog, state)
        if choices is not None:
            from desktop.usecases.ui.stage_chooser import StageChooser

            return StageChooser(self._context, choices)
        return self._compared() or self._picture() or self._list()

    def _case(self, use_case: str) -> QWidget:
        detail = detail_of(self._context.catalog, self._context.catalog.use_case[use_case])
        sheet = ReadingSheet(self._look, f"Use case: {detail.title}")
        sheet.grows = self._is_far
        icons = self._context.icons
        sheet.show_page(lambda growth: fill_page(ReadingPage(self._look, icons, growth), detail))
        sheet.show_head(self._state.get(staged.SECTION, ""))
        return sheet

    def _compared(self) -> QWidget | None:
        place = staged.compared_in(self._context.catalog, self._state)
        if place is None:
            return None
        from desktop.usecases.comparing.compared import comparison_at
        from desktop.usecases.ui.comparison import ComparisonTable

        table = ComparisonTable(self._look)
        table.show_comparison(
            comparison_at(self._context.catalog, place), only_differing=bool(self._state.get(staged.DIFFERING))
        )
        return table

    def _picture(self) -> QWidget | None:
        from desktop.shell.widgets.pictures.still import StillPicture
        from desktop.usecases.ui.pictures import Picture, plan_of

        key = self._state.get(staged.PICTURE, "")
        if key not in set(Picture):
            return None
        picture = StillPicture(self._context)
        entries = found(entries_of(self._context.catalog), self._filter).entries
        picture.show_plan(plan_of(self._context.catalog, Picture(key), entries))
        return picture

    def _list(self) -> QWidget:
        from desktop.usecases.ui.stage_list import StageList

        page = StageList(self._context)
        page.show_filter(self._filter, self._state.get(staged.CARD, ""))
        return page

    @property
    def _filter(self) -> Filter:
        """What was kept, else what the place asks for."""
        if staged.FILTER in self._state:
            return staged.filter_in(self._context.catalog, self._state)
        wanted = Filter()
        return wanted.having(Facet.INDUSTRY, [self._place.industry]) if isinstance(self._place, IndustryRef) else wanted
