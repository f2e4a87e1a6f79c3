"""A picture alone, as a stage shows it: without the words and controls around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.pictures.board import Board, BoardScroll
from desktop.shell.widgets.pictures.plan import Plan
from desktop.shell.widgets.pictures.sketch import Sketch

if TYPE_CHECKING:
    from desktop.shell.context import Context


class StillPicture(QStackedWidget):
    """Draws a plan as large as there is room, or says why there is nothing to draw."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._plan: Plan | str = ""
        self._board = Board(context)
        self._scroll = BoardScroll(self._board)
        self._why = TextLabel("", "title")
        for page in (self._scroll, self._why):
            self.addWidget(page)
        self._scroll.resized.connect(self._draw)
        context.theme.changed.connect(self._draw)

    @property
    def title(self) -> str:
        """What is drawn, or why nothing is."""
        return self._plan.title if isinstance(self._plan, Plan) else self._plan

    def show_plan(self, plan: Plan | str) -> None:
        """Draw this, or say these words."""
        self._plan = plan
        self.setCurrentWidget(self._scroll if isinstance(plan, Plan) else self._why)
        self._why.setText("" if isinstance(plan, Plan) else plan)
        self._draw()

    def _draw(self) -> None:
        if isinstance(self._plan, Plan):
            self._board.name_picture(self._plan.title, self._plan.left_out)
            self._scroll.show_drawing(self._plan.draw(Sketch(self._context, self._scroll.room)))
