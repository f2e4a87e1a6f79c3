"""A figure as it comes to be: has it drawn and shows it; until then, or where that fails, says so in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.diagrams.ui.drafting import Drafting
from desktop.diagrams.ui.ink import screen_ink
from desktop.diagrams.ui.waiting import Waiting

if TYPE_CHECKING:
    from desktop.catalog.entities.diagrams import Diagram
    from desktop.diagrams.drawing.shapes import Drawing
    from desktop.diagrams.ui.figure_card import FigureCard
    from desktop.shell.context import Context


class FigurePage(QWidget):
    """Holds a card and fills it. Large figures are laid out in the background, with a bar and a way to stop."""

    drawn = Signal(object)  # Drawing: it stands on the card

    def __init__(self, context: Context, card: FigureCard, otherwise: str = "") -> None:
        """`otherwise` says, in a whole sentence, where the diagram can be read if it cannot be seen."""
        super().__init__()
        self._context, self._card, self._otherwise = context, card, otherwise
        self._asked: tuple[Diagram, frozenset[str]] | None = None
        self._drafting = Drafting(context.cache, self)
        self._waiting = Waiting()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (card, self._waiting):
            column.addWidget(widget, 1)
            widget.hide()
        self._drafting.drawn.connect(self._on_drawn)
        self._drafting.started.connect(lambda: self._say("Drawing …", busy=True))
        self._drafting.told.connect(self._waiting.show_share)
        self._drafting.failed.connect(lambda reason: self._say(f"This diagram cannot be drawn: {reason}."))
        self._waiting.cancelled.connect(self._on_cancelled)
        self._waiting.wanted_again.connect(self._draw)

    def draw(self, diagram: Diagram, closed: frozenset[str] = frozenset()) -> None:
        """Show this diagram, these groups of it folded, at once or as soon as it is drawn."""
        self._asked = (diagram, closed)
        self._draw()

    def draw_missing(self) -> None:
        """Draw the figure after all, where that was cancelled."""
        if self._card.drawing is None and not self._drafting.busy:
            self._draw()

    def _draw(self) -> None:
        if self._asked is not None:
            diagram, closed = self._asked
            self._drafting.ask(diagram, screen_ink(self._context), closed)

    def _say(self, words: str, *, busy: bool = False, again: bool = False) -> None:
        self._card.show_drawing(None)
        said = words if busy or not self._otherwise else f"{words} {self._otherwise}"
        self._waiting.say(said, busy=busy, again=again)
        self._show_which()

    def _show_which(self) -> None:
        self._card.setVisible(self._card.drawing is not None)
        self._waiting.setVisible(self._card.drawing is None)

    def _on_drawn(self, drawing: Drawing) -> None:
        self._card.show_drawing(drawing)
        self._show_which()
        self.drawn.emit(drawing)

    def _on_cancelled(self) -> None:
        self._drafting.cancel()
        self._say("Drawing was cancelled.", again=True)
