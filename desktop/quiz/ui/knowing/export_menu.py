"""The button that takes away what you know: the report on paper, or one of the pictures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from desktop.shell.announce import announce
from desktop.shell.saving import asked_path, written
from desktop.shell.widgets.buttons import open_under, shown
from desktop.shell.widgets.pictures.saved import drawing_for_file, png_of, svg_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.quiz.ui.knowing.gallery import Picture
    from desktop.shell.context import Context
    from desktop.shell.widgets.pictures.plan import Plan

_ROOM = (900, 640)


class ExportButton(QPushButton):
    """Asks `plans` for the pictures that are drawn, `report` for the PDF; `told` says how it went."""

    told = Signal(str)

    def __init__(
        self, context: Context, plans: Callable[[], Mapping[Picture, Plan]], report: Callable[[], bytes]
    ) -> None:
        super().__init__("Export")
        self.setAccessibleName("Export what you know")
        self._context, self._plans, self._report = context, plans, report
        self.clicked.connect(self._on_clicked)

    def menu_of(self) -> QMenu:
        """The report, and each picture that is drawn as SVG and as PNG."""
        menu = QMenu(self)
        menu.addAction("PDF report, one page…", self._save_report)
        for ending in ("svg", "png"):
            kind = QMenu(f"{ending.upper()} of a picture", menu)
            for picture, plan in self._plans().items():
                kind.addAction(f"{shown(plan.title)}…", partial(self._save_picture, ending, picture, plan))
            menu.addMenu(kind)
        return menu

    def _on_clicked(self) -> None:
        open_under(self, self.menu_of())

    def _save_report(self) -> None:
        self._save("what-you-know", "PDF", "pdf", self._report)

    def _save_picture(self, ending: str, picture: Picture, plan: Plan) -> None:
        self._save(f"what-you-know-{picture.value}", ending.upper(), ending, partial(self._made, ending, plan))

    def _made(self, ending: str, plan: Plan) -> bytes:
        theme = self._context.theme
        drawing = drawing_for_file(self._context, plan, QSizeF(*(theme.px(each) for each in _ROOM)))
        return svg_of(self._context, drawing, plan.title) if ending == "svg" else png_of(self._context, drawing)

    def _save(self, name: str, kind: str, ending: str, make: Callable[[], bytes]) -> None:
        path = asked_path(f"{self._context.catalog.pack.id}-{name}", kind, ending, self)
        if path is not None:
            words = written(path, make)
            self.told.emit(words)
            announce(self, words)
