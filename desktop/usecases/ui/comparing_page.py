"""The page on which use cases, or two industries, stand side by side."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.shell.table_menu import export_menu
from desktop.shell.widgets.buttons import Chip, open_under, push_button
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel
from desktop.usecases.comparing.compared import comparison_at
from desktop.usecases.comparing.place import INDUSTRIES, USE_CASES, ComparedRef
from desktop.usecases.taking import comparison_table
from desktop.usecases.ui.comparison import ComparisonTable
from desktop.usecases.words import one_line

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.export.table import ExportTable
    from desktop.shell.context import Context

_MARGIN = 16
_LONGEST = 18  # letters of an industry in a closed box


class ComparingPage(QWidget):
    """Shows a comparison. `closed` asks for the list again; `told` is for the status line."""

    closed = Signal()
    told = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._place = ComparedRef(USE_CASES, ())
        self._comparison = comparison_at(context.catalog, self._place)
        self._title = TextLabel("", "title")
        self._back = push_button("Back to the list")
        self._differing = Chip("Only what differs")
        self._export = push_button("Export", name="Export or copy the comparison")
        self._boxes = tuple(self._industry_box(name) for name in ("First industry", "Second industry"))
        self.table = ComparisonTable(context.theme)
        self._arrange()
        self._back.clicked.connect(self.closed)
        self._differing.toggled.connect(self._fill)
        self._export.clicked.connect(self._on_export)
        self.table.chosen.connect(context.navigator.point)
        self.table.opening_requested.connect(context.navigator.open)
        context.theme.changed.connect(self.table.fit)
        for box in self._boxes:
            box.activated.connect(self._on_industry_chosen)

    @property
    def place(self) -> ComparedRef:
        """What is compared."""
        return self._place

    @property
    def status(self) -> str:
        """What is compared, in one line."""
        return self._comparison.title

    def show_place(self, place: ComparedRef) -> None:
        """Show this comparison, whole; if it is the one that was left, as it was left. The keyboard goes to it."""
        if place != self._place:
            self._differing.setChecked(False)
            self._show(place)
        else:
            self.table.tell_current()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def only_differing(self) -> bool:
        """Whether rows that are alike are left out."""
        return self._differing.isChecked()

    def taken(self) -> ExportTable:
        """What is seen, as a table to take away."""
        only = self.only_differing
        return comparison_table(self._context.catalog, self._comparison, date.today(), only_differing=only)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._context.theme.px(200), self._context.theme.px(160))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _arrange(self) -> None:
        head = QWidget()
        row = FlowLayout(head)
        for widget in (self._back, *self._boxes, self._differing, self._export):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(self._title)
        column.addWidget(self.table, 1)

    def _industry_box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LONGEST)
        for industry in self._context.catalog.industries:
            box.addItem(one_line(industry.title), industry.id)
        return box

    def _show(self, place: ComparedRef) -> None:
        """Fill boxes and table."""
        self._place = place
        self._comparison = comparison_at(self._context.catalog, place)
        of_industries = place.what == INDUSTRIES
        self._title.setText(self._comparison.title)
        self._title.setVisible(not of_industries)
        for at, box in enumerate(self._boxes):
            box.setVisible(of_industries)
            if of_industries:
                box.setCurrentIndex(box.findData(place.ids[at]))
        self._fill()

    def _fill(self) -> None:
        self.table.show_comparison(self._comparison, only_differing=self.only_differing)

    def _on_industry_chosen(self) -> None:
        """Another industry beside the one: the same comparison, but of others."""
        place = ComparedRef(INDUSTRIES, tuple(str(box.currentData()) for box in self._boxes))
        self._context.navigator.select(place)
        self._show(place)
        self.told.emit(self.status)

    def _on_export(self) -> None:
        button = self._export
        menu = export_menu(self.taken, self._context.theme.tokens, self.told.emit, button)
        open_under(button, menu)
