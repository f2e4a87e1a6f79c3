"""A small picture of the whole figure in the corner of a large one: where the reader is, and a way to elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.diagrams.ui.painting import paint_drawing

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from desktop.diagrams.ui.canvas import FigureCanvas
    from desktop.diagrams.ui.ink import Ink

_WIDE, _HIGH, _GAP, _LEAST = 176, 112, 8, 0.55


class Minimap(QWidget):
    """Lies over the right lower corner of its canvas while a large part of the figure is out of sight."""

    def __init__(self, canvas: FigureCanvas, ink: Ink) -> None:
        super().__init__(canvas.viewport())
        self._canvas, self._ink = canvas, ink
        self._picture = QPixmap()
        self._wanted = True
        self._settling = False
        self.setAccessibleName("Map of the figure: drag to move what is shown")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys walk and the view follows them
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        canvas.viewport().installEventFilter(self)
        canvas.view_changed.connect(self._on_view_changed)
        self.hide()

    @property
    def wanted(self) -> bool:
        return self._wanted

    def toggle(self) -> None:
        """Show the map where there is need of one, or never."""
        self._wanted = not self._wanted
        self._on_view_changed()

    def set_ink(self, ink: Ink) -> None:
        self._ink, self._picture = ink, QPixmap()
        self.update()

    def show_figure(self) -> None:
        """Another drawing is shown."""
        self._picture = QPixmap()
        self._on_view_changed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._on_view_changed()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture.isNull():
            self._picture = self._painted()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setPen(QPen(self._ink.colour("accent"), 2))
        seen = self._canvas.mapToScene(self._canvas.viewport().rect()).boundingRect()
        scale = self._scale()
        frame = QRectF(seen.x() * scale, seen.y() * scale, seen.width() * scale, seen.height() * scale)
        painter.drawRect(frame.intersected(QRectF(self.rect())).adjusted(1, 1, -1, -1))
        painter.setPen(QPen(self._ink.colour("control"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _painted(self) -> QPixmap:
        """The figure once, small; what is laid over it is painted anew each time."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._ink.colour("surface"))
        drawing = self._canvas.figure.drawing
        if drawing is not None:
            painter = QPainter(picture)
            painter.scale(self._scale(), self._scale())
            paint_drawing(painter, drawing, self._ink, scale=self._scale())
            painter.end()
        return picture

    def _scale(self) -> float:
        bounds = self._canvas.figure.sceneRect()
        return self.width() / max(1.0, bounds.width())

    def _go_to(self, at: QPointF) -> None:
        self._canvas.centerOn(at / self._scale())
        self._canvas.stay()

    def _on_view_changed(self) -> None:
        if self._settling:  # the room that the map reserves moves the view as well
            return
        self._settling = True
        self._settle()
        self._settling = False

    def _settle(self) -> None:
        """Stand in the corner if there is need: less than about half of the figure can be seen, in a room for both."""
        bounds, view = self._canvas.figure.sceneRect(), self._canvas.viewport().size()
        seen = self._canvas.mapToScene(self._canvas.viewport().rect()).boundingRect().intersected(bounds)
        share = seen.width() * seen.height() / max(1.0, bounds.width() * bounds.height())
        size = self._size(bounds, view)
        needed = self._canvas.figure.drawing is not None and share < _LEAST and size.isValid()
        self.setVisible(self._wanted and needed)
        self._canvas.reserve(size.height() + 2 * _GAP if not self.isHidden() else 0)
        if not self.isHidden():
            if size != self.size():
                self._picture = QPixmap()
            self.resize(size)
            self.move(view.width() - size.width() - _GAP, view.height() - size.height() - _GAP)
            self.update()

    def _size(self, bounds: QRectF, view: QSize) -> QSize:
        """As large as a third of the view allows; none where that is too small to be of use."""
        room = QSize(min(_WIDE, view.width() // 3), min(_HIGH, view.height() // 3))
        size = bounds.size().toSize().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return size if size.width() >= 48 and size.height() >= 16 else QSize()
