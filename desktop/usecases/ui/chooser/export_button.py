"""The button that takes the result away: as Markdown or on paper."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton

from desktop.shell.announce import announce
from desktop.shell.pdf import sheets_pdf
from desktop.shell.saving import asked_path, written
from desktop.shell.tasks import Tasks
from desktop.shell.widgets.buttons import open_under
from desktop.usecases.choosing.paper import sheet_of
from desktop.usecases.choosing.telling import as_markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.shell.context import Context
    from desktop.usecases.choosing.ranking import Ranking

_KINDS = (("md", "Markdown"), ("pdf", "PDF"))
_NAME = "what fits"


class ExportButton(QPushButton):
    """Asks `shown` for the ranking when a line of its menu is chosen; `told` says how it went."""

    told = Signal(str)

    def __init__(self, context: Context, shown: Callable[[], Ranking]) -> None:
        super().__init__("Export")
        self.setAccessibleName("Export the result")
        self._context, self._shown = context, shown
        self._tasks = Tasks(self)
        self.clicked.connect(self._on_clicked)

    def menu_of(self) -> QMenu:
        """The kinds of file."""
        menu = QMenu(self)
        for ending, title in _KINDS:
            menu.addAction(f"{title}…", partial(self._save, ending, title))
        return menu

    def _on_clicked(self) -> None:
        open_under(self, self.menu_of())

    def _save(self, ending: str, title: str) -> None:
        """Where to is asked first; then it is made here, and written in the background."""
        path = asked_path(_NAME, title, ending, self)
        if path is None:
            return
        data = self._made(ending)
        self.setEnabled(False)
        self._tasks.run(partial(written, path, lambda: data), self._on_written, lambda: self.setEnabled(True))

    def _made(self, ending: str) -> bytes:
        catalog, ranking, today = self._context.catalog, self._shown(), date.today()
        if ending == "md":
            return as_markdown(catalog, ranking, today).encode()
        pack = catalog.pack
        foot = f"{pack.title} {pack.version}, as of {pack.as_of}, {pack.licence}"
        sheet = sheet_of(catalog, ranking, today)
        return sheets_pdf(sheet.title, foot, (sheet,))

    def _on_written(self, words: str) -> None:
        self.setEnabled(True)
        self.told.emit(words)
        announce(self, words)
