"""The view of the figure: hover, click, drag, and the keyboard's way through the nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.diagrams.drawing.shapes import Look, Shape
from desktop.diagrams.ui.access import FigureView, tell_focus
from desktop.diagrams.ui.keys import Move, move_of
from desktop.diagrams.ui.outlines import rect_of
from desktop.diagrams.walk import Way, neighbour, walked
from desktop.shell.widgets.tips import as_tip

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent

    from desktop.diagrams.drawing.shapes import Drawing
    from desktop.diagrams.ui.ink import Ink
    from desktop.diagrams.ui.scene import FigureScene

_A_DRAG = 6
_SIGN_REACH, _TARGET = 4.0, 24
_FOLDS = (Look.GROUP, Look.FOLDED)


class FigureCanvas(FigureView):
    """Shows a FigureScene and tells what the reader does with it."""

    part_chosen = Signal(str)
    opening_requested = Signal(str)  # the id of a diagram
    step_requested = Signal(int)  # 1 or -1
    play_requested = Signal()
    fold_requested = Signal(str)  # the id of a group, or of a part that lies in one
    fold_all_requested = Signal()
    map_requested = Signal()
    focus_changed = Signal(bool)

    def __init__(self, scene: FigureScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._pressed: QPoint | None = None
        self._panned = False
        self._leaving = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAccessibleName("Diagram")
        self.setAcceptDrops(False)  # a dropped pack is for the window
        self.viewport().setAcceptDrops(False)

    def show_drawing(self, drawing: Drawing | None, ink: Ink) -> None:
        """Show a drawing as it opens."""
        self.figure.show_drawing(drawing, ink)
        self.setBackgroundBrush(ink.colour("surface"))
        self.open_up()

    def set_ink(self, ink: Ink) -> None:
        """The theme has changed."""
        self.setBackgroundBrush(ink.colour("surface"))
        self.figure.set_ink(ink)

    def show_beginning(self) -> None:
        """The first node in reading order, with the left upper corner if there is room; in a step what it lights."""
        drawing = self.figure.drawing
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().minimum())
        if drawing is not None and drawing.order:
            top = rect_of(self.figure.box(drawing.order[:1])).center().y()
            self.centerOn(self.mapToScene(self.viewport().rect()).boundingRect().center().x(), top)
        self.show_lit()

    def centre_on(self, id: str) -> None:
        """Bring a part into the middle."""
        self.centerOn(QPointF(*self.figure.box([id]).centre))

    def show_lit(self) -> None:
        """Bring what the step is about into view."""
        self.show_parts(self.figure.lit)

    def show_parts(self, ids: Collection[str]) -> None:
        """Bring these parts into view: all of them, or else their first nodes in reading order."""
        drawing = self.figure.drawing
        if not ids or drawing is None:
            return
        seen = self.mapToScene(self.viewport().rect()).boundingRect().size()
        whole = rect_of(self.figure.box(ids))
        nodes = [rect_of(self.figure.box([id])) for id in drawing.order if id in ids]
        for box in [whole] if _fits(whole, seen) else [box for box in nodes[::-1] if _fits(box, seen)]:
            self.bring(box)

    def places_in(self, widget: QWidget) -> dict[str, QRectF]:
        """Where the nodes that lie in sight stand in a widget that holds the canvas, by their ids."""
        drawing = self.figure.drawing
        if drawing is None or not self.isVisibleTo(widget):
            return {}
        room, corner = self.viewport().rect(), self.viewport().mapTo(widget, QPoint(0, 0))
        places = {id: self.mapFromScene(rect_of(self.figure.box([id]))).boundingRect() for id in drawing.order}
        return {id: QRectF(place.translated(corner)) for id, place in places.items() if room.contains(place)}

    def choose(self, id: str) -> None:
        """A part was chosen here: outline it and tell."""
        if id:
            self.figure.choose(id)
            self.part_chosen.emit(id)

    # The pointer.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._panned = event.position().toPoint(), False
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is None:
            self.figure.hover(self.part_at(at))
            return
        moved = at - self._pressed
        if self._panned or moved.manhattanLength() >= _A_DRAG:
            self._panned = True
            self._pressed = at
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan(moved)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._panned:
            id = self.part_at(event.position().toPoint())
            if self._on_fold_sign(id, event.position().toPoint()):
                self.fold_requested.emit(id)
            else:
                self.figure.stand_on(id if id in self.stops else "")
                self.choose(id)
        self._pressed = None
        self.viewport().unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._open(self.part_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self.figure.hover("")
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            help_event = cast("QHelpEvent", event)
            self._tell(self.part_at(help_event.pos()), help_event.globalPos())
            return True
        return super().viewportEvent(event)

    # The keyboard.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = move_of(event)
        if move is None:
            event.ignore()
            return
        if isinstance(move, Way):
            self._walk(move)
        else:
            {
                Move.ZOOM_IN: self.zoom_in,
                Move.ZOOM_OUT: self.zoom_out,
                Move.FIT: self.fit,
                Move.FULL_SIZE: lambda: self.set_zoom(1.0),
                Move.STEP_ON: lambda: self.step_requested.emit(1),
                Move.STEP_BACK: lambda: self.step_requested.emit(-1),
                Move.PLAY: self.play_requested.emit,
                Move.FOLD: lambda: self.fold_requested.emit(self.figure.current or self.figure.chosen),
                Move.FOLD_ALL: self.fold_all_requested.emit,
                Move.MAP: self.map_requested.emit,
                Move.CHOOSE: lambda: self.choose(self.figure.current),
                Move.OPEN: lambda: self._open(self.figure.current),
                Move.LEAVE: self._leave,
            }[move]()
        event.accept()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab goes from node to node in reading order, and leaves after the last (or after Escape)."""
        if not self._leaving and self.hasFocus():
            found = neighbour(self.stops, self.figure.current, 1 if following else -1)
            if found is not None:
                self.stand_on(found)
                return True
        return super().focusNextPrevChild(following)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._leaving = False
        self.focus_changed.emit(True)
        stops = self.stops
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if stops and by_tab:
            backwards = event.reason() is Qt.FocusReason.BacktabFocusReason
            self.stand_on(self.figure.chosen if self.figure.chosen in stops else stops[-backwards])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.figure.stand_on("")
        self.focus_changed.emit(False)

    # Within.

    def part_at(self, at: QPoint) -> str:
        """The part under a point of the viewport; '' for none."""
        return self.figure.part_at(self.mapToScene(at))

    def _walk(self, way: Way) -> None:
        drawing = self.figure.drawing
        if drawing is None:
            return
        found = walked(drawing, self.figure.current or self.figure.chosen, way)
        if found is not None:
            self.stand_on(found)
            self.choose(found)

    def stand_on(self, id: str) -> None:
        """The keyboard goes to this part."""
        self.figure.stand_on(id)
        self._leaving = False
        self.bring(rect_of(self.figure.box([id])))
        QToolTip.hideText()
        tell_focus(self)

    def _tell(self, id: str, at: QPoint) -> None:
        """The meaning of a part, beside it. Whatever its text holds is shown as text."""
        part = self.figure.part(id)
        tip = self.tip_of(part) if part is not None else ""
        if not tip or not self.isVisible():
            QToolTip.hideText()
            return
        QToolTip.showText(at, as_tip(tip), self.viewport())

    def _open(self, id: str) -> None:
        part = self.figure.part(id)
        if isinstance(part, Shape) and part.look in _FOLDS:
            self.fold_requested.emit(id)
        elif isinstance(part, Shape) and part.opens:
            self.opening_requested.emit(part.opens)
        else:
            self.choose(id)

    def _on_fold_sign(self, id: str, at: QPoint) -> bool:
        """Whether this place is the sign that folds or unfolds a group; it reaches a little beyond what is painted."""
        part = self.figure.part(id)
        if not isinstance(part, Shape) or part.look not in _FOLDS or part.sign is None:
            return False
        reach = max(_SIGN_REACH, _TARGET / 2 / max(self.transform().m11(), 0.01) - part.sign.width / 2)
        place = self.mapToScene(at)
        return rect_of(part.sign.inflated(reach)).contains(place)

    def _leave(self) -> None:
        """Escape: the next Tab leaves the figure."""
        QToolTip.hideText()
        self.figure.stand_on("")
        self._leaving = True


def _fits(box: QRectF, room: QSizeF) -> bool:
    return box.width() <= room.width() and box.height() <= room.height()
