"""What lies over a stop: strokes and pointer, the same on the hall's stage and on its picture in the console."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop.presentation.ink import Stroke
from desktop.presentation.talk import Hand, Zoom

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from desktop.presentation.ink import Point
    from desktop.presentation.talk import Talk
    from desktop.shell.theme import Theme

_PEN, _POINTER = 1 / 160, 1 / 45  # of the height
_POINTER_COLOUR = "#E02020"
_WHOLE = Zoom(1.0)


@dataclass(frozen=True, slots=True)
class Moment:
    """What is gone when the mouse moves on: where the pointer is, and the stroke that is being drawn."""

    pointer: Point | None = None
    stroke: Stroke | None = None


class Board(QWidget):
    """Paints ink and pointer over what lies below, and tells what the mouse does in shares of the stage."""

    stroked = Signal(object)  # tuple[Point, ...]: a stroke was drawn to its end
    erased = Signal(object)  # Point
    changed = Signal(object)  # Moment: the pointer moved, or a stroke grows

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._talk: Talk | None = None
        self._moment = Moment()
        self._points: list[Point] = []
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def show_talk(self, talk: Talk) -> None:
        """Show the ink of the stop that is on; the mouse is taken only while something is in the hand."""
        self._talk = talk
        if not talk.hand:
            self._points = []
        self.setCursor(Qt.CursorShape.CrossCursor if talk.hand else Qt.CursorShape.ArrowCursor)
        self.update()

    def show_moment(self, moment: Moment) -> None:
        """Show pointer and growing stroke, drawn here or in the other window."""
        self._moment = moment
        self.update()

    @property
    def _stage(self) -> QRectF:
        """Where the stage stands in this widget."""
        return QRectF(self.rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._hand and event.button() is Qt.MouseButton.LeftButton:
            self._points = []
            self._go_on(event.position())
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._hand is Hand.POINTER or event.buttons() & Qt.MouseButton.LeftButton:
            self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        points, self._points = tuple(self._points), []
        if self._hand is Hand.PEN and points:
            self.changed.emit(Moment())
            self.stroked.emit(points)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._hand is Hand.POINTER:
            self.changed.emit(Moment())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_over(painter)
        painter.end()

    def _paint_over(self, painter: QPainter) -> None:
        talk, moment = self._talk, self._moment
        if talk is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._stage)
        for stroke in (*talk.ink.strokes, *([moment.stroke] if moment.stroke else ())):
            self._paint_stroke(painter, stroke)
        if moment.pointer is not None and talk.hand is Hand.POINTER:
            self._paint_pointer(painter, self._place(moment.pointer))

    @property
    def _hand(self) -> Hand:
        return self._talk.hand if self._talk is not None else Hand.NONE

    @property
    def _zoom(self) -> Zoom:
        return (self._talk.zoom if self._talk is not None else None) or _WHOLE

    def _go_on(self, position: QPointF) -> None:
        at = self.share(position)
        if self._hand is Hand.POINTER:
            self.changed.emit(Moment(pointer=at))
        elif self._hand is Hand.ERASER:
            self.erased.emit(at)
        elif self._hand is Hand.PEN and self._talk is not None:
            self._points.append(at)
            self.changed.emit(Moment(stroke=Stroke(self._talk.colour, tuple(self._points))))

    def share(self, position: QPointF) -> Point:
        """A place in this widget as shares of the whole stage."""
        stage, zoom = self._stage, self._zoom
        x = (position.x() - stage.left()) / max(1.0, stage.width()) / zoom.factor + zoom.left
        y = (position.y() - stage.top()) / max(1.0, stage.height()) / zoom.factor + zoom.top
        return min(1.0, max(0.0, x)), min(1.0, max(0.0, y))

    def _place(self, point: Point) -> QPointF:
        stage, zoom = self._stage, self._zoom
        return QPointF(
            stage.left() + (point[0] - zoom.left) * zoom.factor * stage.width(),
            stage.top() + (point[1] - zoom.top) * zoom.factor * stage.height(),
        )

    def _paint_stroke(self, painter: QPainter, stroke: Stroke) -> None:
        wide = max(1.5, self._stage.height() * _PEN * self._zoom.factor)
        colour = self._theme.colour(stroke.colour)
        painter.setPen(QPen(colour, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        places = [self._place(point) for point in stroke.points]
        if len(places) == 1:
            painter.drawPoint(places[0])
        else:
            painter.drawPolyline(QPolygonF(places))

    def _paint_pointer(self, painter: QPainter, at: QPointF) -> None:
        """A red spot with a light rim, so that it is seen on any ground."""
        radius = max(3.0, self._stage.height() * _POINTER / 2)
        painter.setPen(QPen(QColor("white"), radius / 4))
        painter.setBrush(QColor(_POINTER_COLOUR))
        painter.drawEllipse(at, radius, radius)
