"""What of a figure a stage brings near: the lit parts, so large that the back row can read them, and gliding there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QRectF, QVariantAnimation

from desktop.diagrams.ui.outlines import rect_of
from desktop.diagrams.ui.zoom import LARGEST

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop.diagrams.ui.canvas import FigureCanvas
    from desktop.shell.theme import Theme

_READ = 14 / 12  # of 100 %: at this zoom the notes in a figure are as large as text
_GLIDE = 400  # milliseconds
_AROUND = 20  # units of the drawing kept free around what is brought near


class Camera(QObject):
    """Moves the view of one canvas; at once where motion is unwanted or nobody sees it."""

    def __init__(self, canvas: FigureCanvas, theme: Theme) -> None:
        super().__init__(canvas)
        self._canvas, self._theme = canvas, theme
        self._move = QVariantAnimation(self)
        self._move.setDuration(_GLIDE)
        self._move.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._move.valueChanged.connect(self._canvas.show_box)
        self._move.finished.connect(self._on_arrived)
        self._goal: QRectF | None = None

    def use_all_room(self) -> None:
        """A small figure fills the window, however large it becomes."""
        self._canvas.fits_at_most = LARGEST

    def show_whole(self) -> None:
        """All of the figure."""
        self._go(None)

    def show_box(self, box: QRectF) -> None:
        """This of the drawing, now; nothing of what lies wholly beyond it."""
        if box.intersects(self._canvas.figure.sceneRect()):
            self._move.stop()
            self._canvas.show_box(box)

    def show_near(self, ids: Collection[str]) -> None:
        """These parts: all in sight, as large as can be read, or the whole figure where that is read already."""
        whole = self._canvas.figure.sceneRect()
        box = rect_of(self._canvas.figure.box(ids)).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND) if ids else whole
        room, unit = self._canvas.maximumViewportSize(), self._theme.scale
        width, height = max(room.width() / unit, 1.0), max(room.height() / unit, 1.0)
        whole_zoom = min(width / max(1.0, whole.width()), height / max(1.0, whole.height()))
        zoom = min(width / max(1.0, box.width()), height / max(1.0, box.height()), _READ)
        if not ids or whole_zoom >= min(zoom, _READ):
            self._go(None)
            return
        near = QRectF(0, 0, width / zoom, height / zoom)
        near.moveCenter(box.center())
        self._go(near)

    def rest(self) -> None:
        """Be where it is going."""
        if self._move.state() is QVariantAnimation.State.Running:
            self._move.stop()
            self._on_arrived()

    def _go(self, goal: QRectF | None) -> None:
        self._move.stop()
        self._goal = goal
        still = self._theme.reduced_motion or not self._canvas.isVisible() or self._canvas.seen.isEmpty()
        end = goal if goal is not None else self._canvas.figure.sceneRect()
        if still or end == self._canvas.seen:
            self._on_arrived()
            return
        self._move.setStartValue(self._canvas.seen)
        self._move.setEndValue(end)
        self._move.start()

    def _on_arrived(self) -> None:
        if self._goal is None:
            self._canvas.fit()
        else:
            self._canvas.show_box(self._goal)
