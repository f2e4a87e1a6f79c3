"""The button that takes the figure away: to the clipboard as a picture, or into a file with its sources."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.diagrams.taking.account import account_of
from desktop.diagrams.taking.wanted import FILE_KINDS, Wanted
from desktop.diagrams.ui.ink import paper_ink, screen_ink
from desktop.shell.announce import announce
from desktop.shell.saving import asked_path, written
from desktop.shell.tasks import Tasks
from desktop.shell.widgets.buttons import open_under

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.catalog.entities.diagrams import Diagram
    from desktop.diagrams.drawing.shapes import Drawing
    from desktop.diagrams.taking.wanted import FileKind
    from desktop.diagrams.ui.taking import Figure
    from desktop.shell.context import Context

_MENU_SCALES = (1, 2, 4)
_COPY_SCALE = 2
_ON_PAPER = ("pdf", "pptx")


class Shown(NamedTuple):
    """What the room shows: the diagram, its drawing once there is one, and which step from 0; overview below 0."""

    diagram: Diagram | None
    drawing: Drawing | None
    step: int


class ExportButton(QPushButton):
    """Asks `shown` what to take away when a line of its menu is chosen; `told` says how it went."""

    told = Signal(str)

    def __init__(self, context: Context, shown: Callable[[], Shown], parent: QWidget | None = None) -> None:
        super().__init__("Export", parent)
        self.setAccessibleName("Export or copy the diagram")
        self._context, self._shown = context, shown
        self._tasks = Tasks(self)
        self.clicked.connect(self._on_clicked)

    @property
    def writing(self) -> bool:
        """Whether a file is not written yet; another one can be asked for meanwhile, and waits its turn."""
        return self._tasks.busy

    def menu_of(self) -> QMenu:
        """What can be done with the figure that is shown."""
        menu = QMenu(self)
        menu.addAction("Copy as picture", self._copy)
        menu.addSeparator()
        diagram = self._shown().diagram
        for kind in FILE_KINDS:
            if kind.ending == "png":
                for scale in _MENU_SCALES:
                    menu.addAction(f"{kind.title}, scale {scale}…", partial(self._save, kind, scale=scale))
            else:
                menu.addAction(f"{kind.title}…", partial(self._save, kind))
            if kind.has_pages and diagram is not None and diagram.steps:
                page = "a slide" if kind.ending == "pptx" else "a page"
                menu.addAction(f"{kind.title}, {page} for each step…", partial(self._save, kind, every_step=True))
        return menu

    def _on_clicked(self) -> None:
        open_under(self, self.menu_of())

    def _copy(self) -> None:
        from desktop.diagrams.ui.taking import page_of
        from desktop.shell.drawn import painted

        try:
            figure = self._figure(self._wanted("png"))
            image = painted(page_of(figure, figure.scenes[0]), _COPY_SCALE)
        except ValueError as error:
            self._tell(f"There is nothing to copy: {error}.")
            return
        QGuiApplication.clipboard().setImage(image)
        self._tell(f"Copied as a picture of {image.width()} × {image.height()} dots.")

    def _save(self, kind: FileKind, *, scale: int = 2, every_step: bool = False) -> None:
        """Where to is asked first, then it is painted here, and made and written in the background."""
        from desktop.diagrams.ui.taking import work_for

        wanted = self._wanted(kind.ending, scale, every_step)
        path = asked_path(self._name(wanted), kind.title, kind.ending, self)
        if path is None:
            return
        try:
            work = work_for(self._figure(wanted), kind.ending, scale)
        except ValueError as error:
            self._tell(f"'{path}' was not written: {error}.")
            return
        self.told.emit(f"Writing '{path}' …")
        self._tasks.run(partial(written, path, work), self._tell)

    def _wanted(self, ending: str, scale: int = 2, every_step: bool = False) -> Wanted:
        """The step that is shown, or all of them."""
        step = self._shown().step
        return Wanted(ending, str(step + 1) if step >= 0 and not every_step else None, every_step, scale)

    def _figure(self, wanted: Wanted) -> Figure:
        """In the colours of the screen, or of paper. Raises ValueError, in words, where there is none."""
        from desktop.diagrams.ui.taking import Figure

        diagram, drawing, _step = self._shown()
        if diagram is None or drawing is None:
            raise ValueError("no figure is drawn")
        ink = (paper_ink if wanted.ending in _ON_PAPER else screen_ink)(self._context)
        account = account_of(self._context.catalog, diagram, date.today())
        return Figure(account, drawing, wanted.scenes(account), ink)

    def _name(self, wanted: Wanted) -> str:
        """'gan', 'gan step 3'."""
        diagram = self._shown().diagram
        return (diagram.id if diagram else "diagram") + (f" step {wanted.step}" if wanted.step else "")

    def _tell(self, words: str) -> None:
        self.told.emit(words)
        announce(self, words)
