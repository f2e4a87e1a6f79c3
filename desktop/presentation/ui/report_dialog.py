"""How the talk went, shown when it is over: a line for each stop, to read, to copy and to keep."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from desktop.export.table import head_line, line_of
from desktop.presentation.report import report_csv, report_markdown, table_of
from desktop.shell.announce import announce
from desktop.shell.saving import asked_path, written
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from desktop.presentation.report import Report
    from desktop.shell.theme import Theme

TITLE = "How the talk went"
_SIZE = (620, 420)  # pixels at ordinary text size
_PAD = 12


class ReportDialog(QDialog):
    """It stands beside the other windows; Escape closes it. `said` are lines about pack and day for the files."""

    def __init__(self, report: Report, said: tuple[str, ...], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(TITLE)
        self._report, self._said = report, said
        self._done = TextLabel("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(TextLabel(report.title, "title"))
        column.addWidget(TextLabel(report.words))
        column.addWidget(self._table(theme), 1)
        column.addWidget(self._done)
        column.addWidget(self._buttons())
        self.resize(theme.px(_SIZE[0]), theme.px(_SIZE[1]))

    def _table(self, theme: Theme) -> QTableWidget:
        """The same cells as in the files; the whole talk is the last line."""
        table = table_of(self._report)
        shown = QTableWidget(len(table.rows), len(table.columns) + 1)
        shown.setAccessibleName(f"{TITLE}, stop by stop")
        shown.setHorizontalHeaderLabels(list(head_line(table)))
        for at, row in enumerate(table.rows):
            for place, text in enumerate(line_of(table, row)):
                shown.setItem(at, place, QTableWidgetItem(" ".join(text.split())))
        shown.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        shown.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        shown.setTabKeyNavigation(False)
        shown.setWordWrap(False)
        shown.setStyleSheet("QTableView::item { padding: 0 8px; }")  # in line with the heads
        shown.verticalHeader().hide()
        shown.verticalHeader().setDefaultSectionSize(shown.fontMetrics().height() + theme.px(_PAD))
        heads = shown.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        shown.setCurrentCell(0, 0)
        return shown

    def _buttons(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        copy, save, close = (
            push_button("Copy as Markdown"),
            push_button("Save as CSV…"),
            push_button("Close", "primary"),
        )
        copy.clicked.connect(self._on_copy)
        save.clicked.connect(self._on_save)
        close.clicked.connect(self.close)
        close.setDefault(True)
        for button in (copy, save, close):
            flow.addWidget(button)
        return row

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(report_markdown(self._report, self._said))
        self._tell("Copied as Markdown.")

    def _on_save(self) -> None:
        path = asked_path(TITLE, "CSV, for spreadsheets", "csv", self)
        if path is not None:
            self._tell(written(path, partial(report_csv, self._report, self._said)))

    def _tell(self, words: str) -> None:
        self._done.setText(words)
        announce(self, words)
