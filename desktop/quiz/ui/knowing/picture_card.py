"""One picture on the page: its title, what is said of it, the picture as wide as the card, and what a mark says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.shell.theme import TypeSize
from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.pictures.board import Board
from desktop.shell.widgets.pictures.plan import Plan
from desktop.shell.widgets.pictures.sketch import Sketch

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.quiz.ui.knowing.gallery import Told
    from desktop.shell.context import Context
    from desktop.shell.widgets.pictures.drawing import Drawing, Spot

_MARGIN = 16
_TALL = 10_000


class PictureCard(QFrame):
    """Shows one picture, or the words that say why there is none."""

    followed = Signal(object)  # Ref
    reached = Signal(object)  # QWidget: the keyboard came to this mark

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._context = context
        self._told: Told | None = None
        self._title, self._before = TextLabel("", "title"), TextLabel("", "muted")
        self._after, self._note = TextLabel("", "muted"), TextLabel("", "muted")
        self._board = Board(context)
        self._drawn = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        column.setSpacing(8)
        for widget in (self._title, self._before, self._board, self._note, self._after):
            column.addWidget(widget)
        self._board.chosen.connect(self.followed)
        self._board.pointed.connect(self._on_pointed)
        self._board.reached.connect(self._on_reached)

    @property
    def plan(self) -> Plan | None:
        """What can be saved; None where nothing is drawn."""
        plan = self._told.plan if self._told is not None else None
        return plan if isinstance(plan, Plan) else None

    @property
    def drawing(self) -> Drawing:
        return self._board.drawing

    @property
    def room(self) -> QSizeF:
        """What a drawing may take; it is as tall as it has to be."""
        return QSizeF(max(120, self.width() - 2 * _MARGIN - 2), _TALL)

    def show_told(self, told: Told) -> None:
        """Show this in place of what was shown."""
        self._told = told
        self._title.setText(told.title)
        plan = told.plan
        self._before.setText(plan if isinstance(plan, str) else told.before)
        self._after.setText(told.after)
        self._before.setVisible(bool(self._before.text()))
        self._after.setVisible(bool(told.after))
        for widget in (self._board, self._note):
            widget.setVisible(isinstance(plan, Plan))
        if isinstance(plan, Plan):
            self._board.name_picture(told.title, told.before)
        self._on_pointed(None)
        self.refit()

    def refit(self) -> None:
        """Draw anew: the width or the look has changed."""
        lines = QFontMetrics(self._context.theme.font(TypeSize.SMALL)).lineSpacing() * 2
        self._note.setMinimumHeight(lines + 4)
        plan = self.plan
        self._drawn = self.width()
        if plan is not None:
            sketch = Sketch(self._context, self.room)
            self._board.show_drawing(plan.draw_body(sketch, 0.0))
            self._board.setFixedSize(round(self._board.drawing.width), round(self._board.drawing.height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() != self._drawn:
            self.refit()

    def _on_pointed(self, said: str | None) -> None:
        self._note.setText(said or "")

    def _on_reached(self, spot: Spot) -> None:
        at = self._board.drawing.spots.index(spot)
        self.reached.emit(self._board.button(at))
