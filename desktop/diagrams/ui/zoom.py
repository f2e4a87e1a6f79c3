"""A view that zooms at the pointer, pans, and fits its scene into the room until the reader sets a zoom."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QPainter, QTransform
from PySide6.QtWidgets import QFrame, QGestureEvent, QGraphicsScene, QGraphicsView, QPinchGesture, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QWheelEvent

SMALLEST, LARGEST, STEP = 0.02, 4.0, 1.2
OPENS_AT_LEAST, FITS_AT_MOST = 0.4, 1.25
EDGE = 24  # pixels between what is brought into view and the edge of it
_SPARE = 1  # pixels: what fits to the last one is rounded up, and scroll bars appear


class Sizing(Enum):
    """How the zoom follows the room: as opened (never too small to read), all of it, as the reader set it,
    or so that one box of it is in sight."""

    OPENING = "opening"
    WHOLE = "whole"
    FREE = "free"
    BOX = "box"


class ZoomView(QGraphicsView):
    """The wheel zooms; two fingers on a touch pad (or Shift with the wheel) pan; a pinch zooms.

    A zoom of 1.0 is 100 %: text as large as in the rest of the program, whose text size is `unit`.
    """

    zoom_changed = Signal(float)
    view_changed = Signal()  # scrolled, zoomed or resized

    def __init__(self, scene: QGraphicsScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._sizing = Sizing.OPENING
        self._unit = 1.0
        self._box = QRectF()
        self.fits_at_most = FITS_AT_MOST
        self._reserved = 0.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    @property
    def zoom(self) -> float:
        """1.0 is 100 %."""
        return self.transform().m11() / self._unit

    def set_unit(self, unit: float) -> None:
        """The text size of the program has changed: what is shown grows with it."""
        zoom, self._unit = self.zoom, unit
        self._apply(zoom)
        self.updateGeometry()
        self._fit()

    def set_zoom(self, zoom: float) -> None:
        """Zoom by the reader's will."""
        self._sizing = Sizing.FREE
        self._apply(zoom)

    def zoom_in(self) -> None:
        self.set_zoom(self.zoom * STEP)

    def zoom_out(self) -> None:
        self.set_zoom(self.zoom / STEP)

    def fit(self) -> None:
        """The whole scene, now and whenever the room changes."""
        self._sizing = Sizing.WHOLE
        self._fit()

    @property
    def seen(self) -> QRectF:
        """What of the scene is in sight."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    @property
    def kept_box(self) -> QRectF | None:
        """What is in sight by the reader's will; None where the view follows the room."""
        return self.seen if self._sizing is Sizing.FREE else None

    def show_box(self, box: QRectF) -> None:
        """This of the scene, as large as it fits, now and whenever the room changes."""
        self._sizing, self._box = Sizing.BOX, box
        self._fit()

    def open_up(self) -> None:
        """As a scene opens: whole, unless it could not be read then; in that case from its beginning."""
        self._sizing = Sizing.OPENING
        self._fit()

    def show_beginning(self) -> None:
        """Where reading begins, when not everything is in view."""
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().minimum())
        self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, round(160 * self._unit))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        pad = not event.pixelDelta().isNull() and event.phase() is not Qt.ScrollPhase.NoScrollPhase
        if (pad or event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and not ctrl:
            super().wheelEvent(event)
            return
        self._zoom_at(event.position(), STEP ** (event.angleDelta().y() / 120))
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self._zoom_at(event.position(), 1 + event.value())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._zoom_at(QPointF(self.viewport().rect().center()), pinch.scaleFactor())
            return True
        return super().viewportEvent(event)

    def pan(self, by: QPoint) -> None:
        """Move what is shown by so many pixels."""
        for bar, delta in ((self.horizontalScrollBar(), by.x()), (self.verticalScrollBar(), by.y())):
            bar.setValue(bar.value() - delta)
        self.stay()

    def stay(self) -> None:
        """The reader has moved what is shown: from now on it does not follow the size of the room."""
        if self._sizing is Sizing.OPENING:
            self._sizing = Sizing.FREE

    def reserve(self, pixels: float) -> None:
        """Let the view scroll so far beyond the lower edge that what lies over that corner hides nothing for good."""
        scene, self._reserved = self.scene(), pixels
        if scene is not None:
            self.setSceneRect(scene.sceneRect().adjusted(0, 0, 0, pixels / max(SMALLEST, self.transform().m22())))

    def bring(self, box: QRectF) -> None:
        """Scroll this into view and, where there is height enough, above what lies over the lower edge."""
        scale = max(SMALLEST, self.transform().m22())
        spare = self.viewport().height() / scale - box.height() - 2 * EDGE / scale
        self.ensureVisible(box.adjusted(0, 0, 0, max(0.0, min(self._reserved / scale, spare))), EDGE, EDGE)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.view_changed.emit()

    def _zoom_at(self, at: QPointF, by: float) -> None:
        """Zoom so that the place under the pointer stays where it is."""
        before = self.mapToScene(at.toPoint())
        self.set_zoom(self.zoom * by)
        self.pan(at.toPoint() - self.mapFromScene(before))

    def _fit(self) -> None:
        bounds = self.scene().sceneRect()
        if bounds.isEmpty() or self._sizing is Sizing.FREE:
            return
        room = self.maximumViewportSize()
        wide, high = (room.width() - _SPARE) / bounds.width(), (room.height() - _SPARE) / bounds.height()
        if self._sizing is Sizing.BOX:
            self._fit_box(room)
            return
        zoom = min(wide / self._unit, high / self._unit, self.fits_at_most)
        opening = self._sizing is Sizing.OPENING
        self._apply(max(zoom, OPENS_AT_LEAST) if opening else zoom)
        if opening:
            self.show_beginning()

    def _fit_box(self, room: QSize) -> None:
        wide, high = room.width() / max(1.0, self._box.width()), room.height() / max(1.0, self._box.height())
        self._apply(min(wide, high) / self._unit)
        self.centerOn(self._box.center())

    def _apply(self, zoom: float) -> None:
        held = min(LARGEST, max(SMALLEST, zoom))
        self.setTransform(QTransform.fromScale(held * self._unit, held * self._unit))
        self.zoom_changed.emit(held)
        self.view_changed.emit()
