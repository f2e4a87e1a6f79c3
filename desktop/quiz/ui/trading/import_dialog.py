"""What an import would do, to look at and to choose from, before the questions are taken over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.catalog.words import plural
from desktop.quiz.trading.preview import FILTERS, counted, topic_for
from desktop.quiz.trading.source import KINDS
from desktop.quiz.ui.trading.frame import TradeDialog
from desktop.quiz.ui.trading.items import ItemsTable
from desktop.quiz.ui.trading.target import TopicTarget, named_box
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from desktop.catalog.entities.questions import Question
    from desktop.quiz.trading.preview import Preview
    from desktop.shell.context import Context

_TAKE = "Take over {}"
_WITHOUT = "Take over without a backup"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the reader wants taken over, and into which topic: its id, or '' and the title of a new one."""

    questions: tuple[Question, ...]
    topic: str
    title: str


class ImportDialog(TradeDialog):
    """Shows what was found in a file. Whoever made it reads, writes and closes it."""

    format_chosen = Signal(str)
    take_requested = Signal(object)  # Chosen

    def __init__(self, context: Context, name: str, parent: QWidget) -> None:
        super().__init__(context.theme, f"Import '{name}'", parent)
        self._catalog = context.catalog
        self._summed_up, self._goes_without = "", False
        self._format = named_box("Format")
        for key, words in KINDS.items():
            self._format.addItem(words, key)
        self._target = TopicTarget(self._catalog.topics)
        self._filters = named_box("Show")
        self._all = push_button("Tick all or none", "quiet", "Tick all that is listed, or none of it")
        self._table = ItemsTable(context.theme)
        self._lay_out()
        self._format.activated.connect(lambda at: self.format_chosen.emit(self._format.itemData(at)))
        self._filters.activated.connect(lambda at: self._on_filtered(self._filters.itemData(at)))
        self._all.clicked.connect(self._table.toggle_all)
        self._table.row_chosen.connect(self._on_row_chosen)
        self._table.items.ticked.connect(self._on_ticked)
        self._target.changed.connect(self._on_ticked)
        self.action.clicked.connect(self._on_action)
        self.show_busy("Reading the file…")

    # What it is told.

    def show_preview(self, preview: Preview) -> None:
        """Show what is in the file, with all ticked that can be taken over."""
        self._format.setCurrentIndex(self._format.findData(preview.kind))
        title = preview.title
        self._target.show_target(topic_for(title, self._catalog.topics), title)
        self._table.items.show_rows(preview.rows)
        self._filters.clear()
        for key, count in counted(preview.rows).items():
            self._filters.addItem(f"{FILTERS[key]}  {count:,}", key)
        self._summed_up = preview.summary
        self._settle(True)
        self._table.selectRow(0)
        self._table.setFocus()

    def show_unreadable(self, words: str, kind: str) -> None:
        """The file cannot be read as this format; another one can be tried."""
        self._format.setCurrentIndex(self._format.findData(kind))
        self._table.items.show_rows(())
        self._summed_up = ""
        self._settle(False)
        self.show_trouble(words)
        self._format.setFocus()

    def show_lost(self, words: str) -> None:
        """The file cannot be opened at all."""
        self.show_unreadable(words, "")
        self._format.setEnabled(False)

    def show_busy(self, words: str) -> None:
        """Something is done in the background; until it is done only leaving is possible."""
        for each in (*self._holders, self.action):
            each.setEnabled(False)
        self.show_summary(words)

    def show_not_saved(self, words: str) -> None:
        """Nothing was taken over; the reader may try again."""
        self._settle(True)
        self.show_trouble(words)

    def show_no_backup(self, words: str) -> None:
        """There is no backup of the answers; the reader decides whether to go on."""
        self._goes_without = True
        self._settle(True)
        self.show_trouble(f"{words} Nothing was imported yet.")
        self.action.setFocus()

    # What happens.

    def _on_filtered(self, key: str) -> None:
        self._table.items.narrow(key)
        self._table.selectRow(0)

    def _on_row_chosen(self, at: int) -> None:
        row = self._table.items.row(at)
        self.show_detail("" if row is None else "\n".join(filter(None, (row.text, row.happens, *row.told))))

    def _on_ticked(self) -> None:
        count = len(self._table.items.chosen)
        words = _WITHOUT if self._goes_without else _TAKE.format(plural(count, "question"))
        self.action.setText(words)
        self.action.setAccessibleName(words)
        self.action.setEnabled(bool(count) and self._target.is_named)

    def _on_action(self) -> None:
        self.take_requested.emit(Chosen(self._table.items.chosen, self._target.topic, self._target.title))

    # How it gets there.

    def _settle(self, is_read: bool) -> None:
        """Nothing is done in the background any more."""
        for each in self._holders:
            each.setEnabled(True)
        for each in (self._target, self._filters, self._all, self._table, self.action):
            each.setVisible(is_read)
        self.hold(False)
        self._on_ticked()
        self.show_summary(self._summed_up)

    def _lay_out(self) -> None:
        top, bar = QWidget(), QWidget()
        self.asides, self._holders = (bar,), (top, bar, self._table)
        for holder, widgets in ((top, (self._format, self._target)), (bar, (self._filters, self._all))):
            flow = FlowLayout(holder)
            for each in widgets:
                flow.addWidget(each)
        self.body.addWidget(top)
        self.body.addWidget(bar)
        self.body.addWidget(self._table, 1)
