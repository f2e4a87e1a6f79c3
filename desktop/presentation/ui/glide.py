"""Moves what two stops have in common from where it was to where it is, while one fades into the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSizeF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent, QPixmap

MILLISECONDS = 220
Pair = tuple[QRectF, QRectF]


def pairs_of(before: Mapping[str, QRectF], after: Mapping[str, QRectF]) -> list[Pair]:
    """The places of what stands in both, by its name."""
    return [(before[name], place) for name, place in after.items() if name in before and not place.isEmpty()]


class Glide(QWidget):
    """Covers the stage while it runs. It paints ready pictures only, so that the new stage can be built below it."""

    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._before: QPixmap | None = None
        self._after: QPixmap | None = None
        self._pairs: Sequence[Pair] = ()
        self._share = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._run = QVariantAnimation(self)
        self._run.setStartValue(0.0)
        self._run.setEndValue(1.0)
        self._run.setDuration(MILLISECONDS)
        self._run.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._run.valueChanged.connect(self._on_moved)
        self._run.finished.connect(self.stop)
        self.hide()

    @property
    def is_running(self) -> bool:
        """Whether something is on its way."""
        return self._run.state() is QVariantAnimation.State.Running

    def hold(self, picture: QPixmap) -> None:
        """Show a ready picture: once it is painted, what is live is painted below, in a turn of its own."""
        self._run.stop()
        self._before = self._after = picture
        self._pairs, self._share = (), 0.0
        self.show()

    def start(self, before: QPixmap, after: QPixmap, pairs: Sequence[Pair]) -> None:
        """Go from one picture to the other."""
        self._before, self._after, self._pairs, self._share = before, after, pairs, 0.0
        self.show()
        self._run.stop()
        self._run.start()

    def stop(self) -> None:
        """At once where it ends."""
        self._run.stop()
        if self.isVisible():
            self.hide()
            self._before = self._after = None
            self.ended.emit()

    def _end_hold(self) -> None:
        if not self.is_running:
            self.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._before is None or self._after is None:
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._before)
        if not self.is_running:
            QTimer.singleShot(0, self, self._end_hold)
            return
        painter.setOpacity(self._share)
        painter.drawPixmap(0, 0, self._after)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for start, end in self._pairs:
            if start != end:
                self._paint_part(painter, start, end)
        painter.end()

    def _paint_part(self, painter: QPainter, start: QRectF, end: QRectF) -> None:
        """The part on its way: as it was, fading into as it will be."""
        assert self._before is not None
        assert self._after is not None
        place = _between(start, end, self._share)
        for picture, source, opacity in ((self._before, start, 1.0), (self._after, end, self._share)):
            painter.setOpacity(opacity)
            painter.drawPixmap(place, picture, _scaled(source, picture.devicePixelRatio()))

    def _on_moved(self, share: float) -> None:
        self._share = share
        self.update()


def _between(start: QRectF, end: QRectF, share: float) -> QRectF:
    corner = start.topLeft() + (end.topLeft() - start.topLeft()) * share
    wide = start.width() + (end.width() - start.width()) * share
    high = start.height() + (end.height() - start.height()) * share
    return QRectF(QPointF(corner), QSizeF(wide, high))


def _scaled(place: QRectF, ratio: float) -> QRectF:
    return QRectF(place.topLeft() * ratio, place.size() * ratio)
