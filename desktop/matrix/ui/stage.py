"""A part of the matrix on a stage: the live table alone, to look at or to pick a cell from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.catalog.refs import CellRef
from desktop.matrix.staged import LEFT, PICTURE, TOP, arrangement_in, whole_of
from desktop.matrix.table.arrangement import CHOSEN, Arrangement
from desktop.matrix.table.matrix import Matrix
from desktop.matrix.telling import title_of, why_empty
from desktop.matrix.ui.table import MatrixTable
from desktop.shell.stage import Stage
from desktop.shell.stage_theme import on_stage
from desktop.shell.tone import Tone
from desktop.shell.widgets.beyond import BeyondSign
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.catalog.refs import Ref
    from desktop.shell.context import Context
    from desktop.shell.widgets.pictures.still import StillPicture

_MARGIN, _FOOT = 16, 4


class MatrixStage(Stage):
    """Shows a subject's column, an aspect's line, a cell among its neighbours, or the table as a reader arranged it.

    Cells can be picked, heads cannot. Enlarged for a talk, the place it was asked for is outlined and kept in view.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = context.catalog
        self._context, self._look = on_stage(context, self)
        self._matrix = Matrix(context.catalog, date.today())
        self._arrangement = Arrangement(CHOSEN)
        self._place: Ref | None = None
        self._corner = ("", "")
        self._is_far = False  # in a talk, enlarged
        self._table = MatrixTable(self._context, self._matrix.grid_of(self._arrangement))
        self._table.be_still()
        self._beyond = BeyondSign(self._table.main)
        self._beyond.hide()
        self._nothing = TextLabel("", "title")
        self._picture: StillPicture | None = None
        self._settled = QTimer(self, singleShot=True)
        self._build()

    def show_place(self, ref: Ref) -> bool:
        """Show a subject, an aspect, or a cell with what stands around it; the cell is brought into view, no more."""
        wanted = whole_of(self._catalog, ref)
        if wanted is None:
            return False
        self._clear()
        self._place, self._corner = ref, ("", "")
        self._table.mark({})
        self._arrange(wanted)
        self._table.bring(ref)
        self.shown.emit()
        return True

    def show_state(self, state: Mapping[str, str]) -> None:
        """The table as it was arranged and scrolled, or a picture of it."""
        wanted = arrangement_in(self._catalog, self._place, state) if self._place is not None else None
        if wanted is None:
            return
        self._corner = (state.get(TOP, ""), state.get(LEFT, ""))
        self._arrange(wanted)
        self._show_picture(state.get(PICTURE, ""))
        self._point()

    def enlarge(self, factor: float) -> None:
        margin = round(_MARGIN * factor)
        self.layout().setContentsMargins(margin, margin, margin, round(_FOOT * factor))  # type: ignore[union-attr]
        self._is_far = True
        self._look.enlarge(factor)
        self._beyond.show()
        self._table.be_far()
        self._point()

    def pickable(self) -> Sequence[Ref]:
        return self._table.cells()

    def name(self, ref: Ref) -> str:
        if not isinstance(ref, CellRef) or self._catalog.find(ref) is None:
            return ""
        return f"{title_of(self._catalog, ref.aspect)}, {title_of(self._catalog, ref.subject)}"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come to the table by key: the keyboard stands on a cell that can be seen to have it."""
        if event.type() is QEvent.Type.FocusIn and not self._is_far and self._table.selected is None:
            first = next(iter(self.pickable()), None)
            if first is not None:
                self._table.select_place(first, tell=False)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settled.start(0)

    def _build(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self._table)
        self._pages.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self._beyond)
        self.setFocusProxy(self._table)
        self._table.cell_picked.connect(self._pick)
        self._table.fold_requested.connect(self._on_fold_requested)
        self._settled.timeout.connect(self._point)
        for pane in (self._table.pinned, self._table.main):
            pane.installEventFilter(self)

    def _arrange(self, wanted: Arrangement) -> None:
        self._arrangement = wanted
        grid = self._matrix.grid_of(wanted)
        self._table.show_grid(grid)
        is_empty = not grid.count or not grid.columns
        self._nothing.setText(why_empty(self._catalog, wanted) if is_empty else "")
        self._pages.setCurrentIndex(1 if is_empty else 0)

    def _show_picture(self, key: str) -> None:
        """The picture of this name in the table's place; an unknown one is passed over."""
        from desktop.matrix.ui.pictures.gallery import Chosen, Picture, plan_of

        if key not in set(Picture):
            return
        if self._picture is None:
            from desktop.shell.widgets.pictures.still import StillPicture

            self._picture = StillPicture(self._context)
            self._pages.addWidget(self._picture)
        grid = self._table.grid
        ids = tuple(each.id for each in grid.columns), tuple(each.id for each in grid.heads)
        chosen = Chosen(*(ids[::-1] if grid.is_transposed else ids))
        self._picture.show_plan(plan_of(self._context, Picture(key), chosen))
        self._pages.setCurrentWidget(self._picture)
        self._beyond.hide()

    def _point(self) -> None:
        """In a talk: the table scrolled as it was kept, its place outlined and in view. A question outlines nothing."""
        if not self._is_far and not any(self._corner):
            return
        self._table.show_corner(*self._corner)
        if isinstance(self._place, CellRef) and not self.may_pick:
            self._table.select_place(self._place, tell=False)
        elif self._place is not None and not any(self._corner):
            self._table.bring(self._place)

    def _show_marks(self) -> None:
        toned = self._toned()
        self._table.mark(toned)
        right = next((ref for ref, tones in toned.items() if Tone.RIGHT in tones), None)
        if right is not None:
            self._table.bring(right)

    def _on_fold_requested(self, group: str) -> None:
        self._arrange(replace(self._arrangement, folded=self._arrangement.folded ^ {group}))
