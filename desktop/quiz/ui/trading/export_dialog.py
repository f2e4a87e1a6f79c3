"""Which format the listed questions go out in, and what that format loses of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.catalog.words import plural
from desktop.quiz.trading.giving import FILE_KINDS
from desktop.quiz.ui.trading.frame import TradeDialog
from desktop.quiz.ui.trading.lines import NOWHERE, Index, LinesModel, LinesTable
from desktop.quiz.ui.trading.target import named_box
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.quiz.trading.giving import Given, Lost
    from desktop.shell.theme import Theme

_WIDE = 760  # pixels at ordinary text size


class LossModel(LinesModel):
    """A row for each question that loses something."""

    def __init__(self) -> None:
        super().__init__(("Question", "What the file does not hold"))
        self._lost: Sequence[Lost] = ()

    def show_lost(self, lost: Sequence[Lost]) -> None:
        self.beginResetModel()
        self._lost = lost
        self.endResetModel()

    def text(self, row: int, column: int) -> str:
        return (self._lost[row].text, self._lost[row].what)[column]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lost)


class ExportDialog(TradeDialog):
    """Shows what is lost. Whoever made it works that out, writes the file and closes it."""

    format_chosen = Signal(str)
    save_requested = Signal(object)  # FileKind

    def __init__(self, theme: Theme, count: int, parent: QWidget) -> None:
        super().__init__(theme, f"Export {plural(count, 'question')}", parent)
        self._tall = self.height()
        self.resize(min(self.width(), theme.px(_WIDE)), self._tall)
        self._format = named_box("Format")
        for each in FILE_KINDS:
            self._format.addItem(each.title, each.key)
        self._format.setMinimumContentsLength(18)
        self._lost = LossModel()
        self._table = LinesTable(theme, self._lost, (0.5, 0.5), "What is lost")
        self._unfold = push_button("Show what is lost")
        self._unfold.setCheckable(True)
        self.action.setText("Save as…")
        self.action.setAccessibleName("Save as…")
        self._lay_out()
        self._format.activated.connect(lambda at: self.format_chosen.emit(self._format.itemData(at)))
        self._unfold.toggled.connect(self._on_unfolded)
        self._table.row_chosen.connect(self._on_row_chosen)
        self.action.clicked.connect(lambda: self.save_requested.emit(FILE_KINDS[self._format.currentIndex()]))
        self._format.setFocus()

    def show_given(self, given: Given) -> None:
        """Show what the file would lose; it can be written."""
        self._lost.show_lost(given.lost)
        self._unfold.setVisible(bool(given.lost))
        self._unfold.setText(f"Show what is lost ({plural(len(given.lost), 'question')})")
        self._unfold.setAccessibleName(self._unfold.text())
        self._on_unfolded()
        self.action.setEnabled(True)
        self.show_summary(given.summary)

    def show_busy(self, words: str) -> None:
        """Something is done in the background."""
        self.action.setEnabled(False)
        self.show_summary(words)

    def _on_unfolded(self) -> None:
        is_open = self._unfold.isChecked() and self._lost.rowCount() > 0
        self._table.setVisible(is_open)
        self._blank.setVisible(not is_open)
        self.show_detail("")
        if is_open:
            self._table.selectRow(0)
        self.resize(self.width(), self._tall if is_open else self.minimumSizeHint().height())

    def _on_row_chosen(self, at: int) -> None:
        self.show_detail("\n".join(self._lost.text(at, column) for column in (0, 1)) if at >= 0 else "")

    def _lay_out(self) -> None:
        top, self._blank = QWidget(), QWidget()
        flow = FlowLayout(top)
        flow.addWidget(self._format)
        flow.addWidget(self._unfold)
        self._table.hide()
        self.body.addWidget(top)
        self.body.addWidget(self._table, 1)
        self.body.addWidget(self._blank, 1)
