"""One export: what a format loses is worked out in the background and shown, then the file is written."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.quiz.trading.giving import FILE_KINDS, FileKind, Given, given, topics_with
from desktop.quiz.ui.trading.export_dialog import ExportDialog
from desktop.shell.saving import asked_path, written
from desktop.shell.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.entities.questions import Question
    from desktop.quiz.ui.bank.page import BankPage
    from desktop.shell.context import Context
    from desktop.shell.handout import Sheet


class Exporting(QObject):
    """Asks in a dialog and goes when that is closed; how it went stands in the bank's note."""

    def __init__(self, page: BankPage, context: Context, questions: Sequence[Question]) -> None:
        super().__init__(page)
        self._page, self._catalog = page, context.catalog
        self._topics = topics_with(questions, context.catalog)
        self._tasks = Tasks(self)
        self._made: dict[str, Given] = {}
        self._dialog = ExportDialog(context.theme, len(questions), page)
        self._dialog.format_chosen.connect(self._on_format_chosen)
        self._dialog.save_requested.connect(self._on_save_requested)
        self._dialog.finished.connect(self._on_finished)

    def begin(self) -> None:
        """Show the first of the formats."""
        self._dialog.open()
        self._on_format_chosen(FILE_KINDS[0].key)

    def _on_format_chosen(self, kind: str) -> None:
        self._tasks.stop()
        if kind in self._made:
            self._dialog.show_given(self._made[kind])
            return
        self._dialog.show_busy("Looking what this format can hold…")
        work = partial(given, kind, self._topics, self._catalog, datetime.now(), _draw)
        self._tasks.run(work, lambda made: self._on_made(kind, made), self._dialog.reject)

    def _on_made(self, kind: str, made: Given) -> None:
        self._made[kind] = made
        self._dialog.show_given(made)

    def _on_save_requested(self, kind: FileKind) -> None:
        made = self._made[kind.key]
        path = asked_path("questions", kind.title, kind.ending, self._dialog)
        if path is None:
            return
        self._dialog.show_busy("Writing the file…")
        self._dialog.hold(True)
        self._tasks.run(
            partial(written, path, lambda: made.data), lambda words: self._on_written(words, made), self._on_broken
        )

    def _on_written(self, words: str, made: Given) -> None:
        self._on_broken()
        self._page.tell(f"{words} {made.summary}.")

    def _on_broken(self) -> None:
        self._dialog.hold(False)
        self._dialog.accept()

    def _on_finished(self) -> None:
        self._tasks.stop()
        self._dialog.deleteLater()
        self._tasks.run(lambda: None, lambda _none: self.deleteLater())  # after what runs: else the window waits for it


def _draw(title: str, foot: str, sheets: Sequence[Sheet]) -> bytes:
    from desktop.shell.pdf import sheets_pdf

    return sheets_pdf(title, foot, sheets)
