"""The page that stands in the list's place while use cases, or two industries, are compared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.shell.table_menu import export_menu
from desktop.shell.widgets.buttons import Chip, open_under, push_button
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel
from desktop.usecases.comparing.cases import cases_compared
from desktop.usecases.comparing.industries import industries_compared
from desktop.usecases.taking import comparison_table
from desktop.usecases.ui.comparison import ComparisonTable
from desktop.usecases.words import one_line

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.export.table import ExportTable
    from desktop.shell.context import Context
    from desktop.usecases.comparing.table import Comparison

_LONGEST = 18  # letters of an industry in a closed box


class ComparingPage(QWidget):
    """Shows a comparison. `closed` asks for the list again; `told` says how an export went."""

    closed = Signal()
    told = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._comparison: Comparison | None = None
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
        self.table.chosen.connect(context.navigator.select)
        self.table.opening_requested.connect(context.navigator.open)
        for box in self._boxes:
            box.activated.connect(self._on_industry_chosen)

    @property
    def comparison(self) -> Comparison | None:
        """What is shown."""
        return self._comparison

    def show_use_cases(self, use_cases: tuple[str, ...]) -> None:
        """Two to four use cases side by side."""
        catalog = self._context.catalog
        self._show(cases_compared(catalog, [catalog.use_case[each] for each in use_cases]), with_boxes=False)

    def show_industries(self, first: str, second: str) -> None:
        """Two industries side by side."""
        catalog = self._context.catalog
        for box, industry in zip(self._boxes, (first, second), strict=True):
            box.setCurrentIndex(box.findData(industry))
        self._show(industries_compared(catalog, [catalog.industry[first], catalog.industry[second]]), with_boxes=True)

    def taken(self) -> ExportTable:
        """What is seen, as a table to take away."""
        assert self._comparison is not None
        only = self._differing.isChecked()
        return comparison_table(self._context.catalog, self._comparison, date.today(), only_differing=only)

    def refit(self) -> None:
        """Measure again: the look has changed."""
        self.table.fit()

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
        column.setContentsMargins(0, 0, 0, 0)
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

    def _show(self, comparison: Comparison, *, with_boxes: bool) -> None:
        self._comparison = comparison
        self._title.setText(comparison.title)
        self._title.setVisible(not with_boxes)
        for box in self._boxes:
            box.setVisible(with_boxes)
        self._fill()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        if self._comparison is not None:
            self.table.show_comparison(self._comparison, only_differing=self._differing.isChecked())

    def _on_industry_chosen(self) -> None:
        first, second = (str(box.currentData()) for box in self._boxes)
        catalog = self._context.catalog
        self._show(industries_compared(catalog, [catalog.industry[first], catalog.industry[second]]), with_boxes=True)

    def _on_export(self) -> None:
        button = self._export
        menu = export_menu(self.taken, self._context.theme.tokens, self.told.emit, button)
        open_under(button, menu)
