"""What the bank asks for, import and export: one of them at a time, over the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from desktop.catalog.entities.questions import Question
    from desktop.quiz.ui.bank.page import BankPage
    from desktop.shell.context import Context


class Trading(QObject):
    """Belongs to the bank's page and goes with it."""

    def __init__(self, page: BankPage, context: Context) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        page.import_requested.connect(self._on_import_requested)
        page.export_requested.connect(self._on_export_requested)

    def _on_import_requested(self) -> None:
        from desktop.quiz.trading.source import ENDINGS
        from desktop.quiz.ui.trading.importing import Importing

        kinds = " ".join(f"*.{ending}" for ending in ENDINGS)
        asked = f"Questions ({kinds});;All files (*)"
        chosen, _kind = QFileDialog.getOpenFileName(self._page, "Import questions", "", asked)
        if chosen and self._page.own is not None:
            Importing(self._page, self._context, self._page.own).begin(Path(chosen))

    def _on_export_requested(self, questions: tuple[Question, ...]) -> None:
        from desktop.quiz.ui.trading.exporting import Exporting

        Exporting(self._page, self._context, questions).begin()
