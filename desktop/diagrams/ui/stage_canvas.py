"""The view of a figure on a stage: keys and pointer reach every part, lines and groups too; nothing folds or opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.diagrams.drawing.shapes import GROUNDS, Shape
from desktop.diagrams.ui.canvas import FigureCanvas
from desktop.diagrams.ui.keys import Move, move_of
from desktop.diagrams.walk import Way, every_stop, stepped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from desktop.diagrams.drawing.shapes import Drawing, Wire
    from desktop.diagrams.ui.scene import FigureScene

_REACH = 8  # pixels from a line within which a click means it
_LOOKS = (Move.ZOOM_IN, Move.ZOOM_OUT, Move.FIT, Move.FULL_SIZE)
_PICKS = (Move.CHOOSE, Move.OPEN)


class StageCanvas(FigureCanvas):
    """Tells by `part_chosen` what was picked, while that is allowed; outlines nothing by itself.

    While picking is allowed no meaning is told: it might answer the question. Keys that mean nothing here are left to
    whoever holds the stage.
    """

    def __init__(self, scene: FigureScene) -> None:
        super().__init__(scene)
        self.may_pick = False
        self._is_far = False
        self.added: Mapping[str, str] = {}  # to the names of marked parts
        self._stops: tuple[Drawing | None, tuple[str, ...]] = (None, ())

    def be_far(self) -> None:
        """It is read from afar: no bars, and a camera brings near what a step lights."""
        self._is_far = True
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_lit(self) -> None:
        if not self._is_far:
            super().show_lit()

    @property
    def stops(self) -> Sequence[str]:
        drawing = self.figure.drawing
        if self._stops[0] is not drawing:
            self._stops = (drawing, every_stop(drawing) if drawing is not None else ())
        return self._stops[1]

    def name_of(self, part: Shape | Wire) -> str:
        return self.added.get(part.id, part.name)

    def tip_of(self, part: Shape | Wire) -> str:
        return part.name if self.may_pick else part.tip

    def choose(self, id: str) -> None:
        if id and self.may_pick:
            self.part_chosen.emit(id)

    def part_at(self, at: QPoint) -> str:
        """The part there; a line also a little beside it, where nothing but a ground lies under the pointer."""
        exact = super().part_at(at)
        part = self.figure.part(exact)
        if part is not None and not (isinstance(part, Shape) and part.look in GROUNDS):
            return exact
        return self.figure.wire_near(self.mapToScene(at), _REACH / max(self.transform().m11(), 0.01)) or exact

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first click has picked already."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = move_of(event)
        leaves = move is Move.LEAVE and bool(self.figure.current)
        if isinstance(move, Way) or move in _LOOKS or leaves or (move in _PICKS and self.may_pick):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _walk(self, way: Way) -> None:
        drawing = self.figure.drawing
        found = stepped(drawing, self.figure.current or self.figure.chosen, way) if drawing is not None else None
        if found is not None:
            self.stand_on(found)

    def _open(self, id: str) -> None:
        self.choose(id)

    def _on_fold_sign(self, _id: str, _at: QPoint) -> bool:
        return False
