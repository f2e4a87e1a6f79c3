"""One stop as the hall sees it: its live stage under its title, its words set large, or what became of its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.presentation.talk import Steps
from desktop.presentation.ui.big_text import READABLE, BigText, Heading
from desktop.shell.view import ViewRef

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.catalog.entities.talks import Stop
    from desktop.presentation.talk import Zoom
    from desktop.shell.context import Context
    from desktop.shell.stage import Stage

_PARTS = QWidget.RenderFlag.DrawWindowBackground | QWidget.RenderFlag.DrawChildren


class StopPage(QWidget):
    """Holds the stage of one stop for as long as it may be shown again soon."""

    step_shown = Signal()
    settled = Signal()  # what is seen has changed by itself: a large figure was laid out, a step was shown
    next_requested = Signal()
    back_requested = Signal()

    def __init__(self, context: Context, stop: Stop, parent: QWidget) -> None:
        super().__init__(parent)
        self.stop = stop
        self._theme = context.theme
        self._ready: QPixmap | None = None
        self.stage: Stage | None = context.make_stage(stop.ref) if stop.ref is not None else None
        self._heading: Heading | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self.stage is None:
            column.addWidget(self._words(context))
            self.console: QWidget | None = None
        else:
            self._heading = Heading(context.theme, stop.title)
            column.addWidget(self._heading)
            column.addWidget(self.stage, 1)
            self.stage.show_state(stop.state)
            self.stage.step_shown.connect(self._on_step_shown)
            self.stage.shown.connect(self._on_shown)
            self.console = self.stage.console()
        context.theme.changed.connect(self._on_theme_changed)

    @property
    def steps(self) -> Steps:
        """At which step the stage stands now, as the one it begins with, and how many it has."""
        return Steps(self.stage.step, max(1, self.stage.steps)) if self.stage is not None else Steps()

    @property
    def step(self) -> int:
        """The step that is shown."""
        return self.stage.step if self.stage is not None else 0

    def go_to_step(self, step: int) -> None:
        """Show a step of the stage, where it is not there already."""
        if self.stage is not None and self.stage.step != step:
            self._ready = None
            self.stage.go_to_step(step)

    @property
    def ready(self) -> QPixmap:
        """The picture of the page, painted ahead of time where there was time."""
        if self._ready is None or self._ready.deviceIndependentSize().toSize() != self.size():
            self._ready = self.grab()
        return self._ready

    def forget_picture(self) -> None:
        """Something is seen that was not: the picture must be painted anew."""
        self._ready = None

    @property
    def is_ready(self) -> bool:
        """Whether the picture is painted."""
        return self._ready is not None

    def anchors(self) -> Mapping[str, QRectF]:
        """Where the named parts of the stage stand on this page."""
        if self.stage is None:
            return {}
        corner = QPointF(self.stage.mapTo(self, QPoint(0, 0)))
        return {name: place.translated(corner) for name, place in self.stage.anchors().items()}

    def zoomed(self, zoom: Zoom, ratio: float) -> QPixmap:
        """What is seen through a zoom, painted anew at its size, so that letters stay sharp."""
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._theme.colour("surface"))
        width, height = self.width(), self.height()
        left, top = zoom.left * width, zoom.top * height
        seen = QRect(int(left), int(top), int(width / zoom.factor) + 2, int(height / zoom.factor) + 2)
        painter = QPainter(picture)
        painter.scale(zoom.factor, zoom.factor)
        painter.translate(seen.left() - left, seen.top() - top)
        self.render(painter, QPoint(0, 0), QRegion(seen & self.rect()), _PARTS)
        painter.end()
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._enlarge()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("surface"))
        painter.end()

    def drop(self) -> None:
        """Not wanted any more, and what stands in the console goes with it."""
        if self.console is not None:
            self.console.deleteLater()
        self.deleteLater()

    def _enlarge(self) -> None:
        """Ordinary text is a thirtieth of the height, or as large as on the desk where that is more."""
        self._ready = None
        if self.stage is not None and self._heading is not None and self.height() > 0:
            self._heading.fit(self.height())
            self.stage.enlarge(max(1.0, self.height() * READABLE / self._theme.font().pixelSize()))

    def _words(self, context: Context) -> BigText:
        stop, lost = self.stop, why_not_shown(context, self.stop)
        words = BigText(context.theme, stop.title, "\n\n".join(filter(None, (stop.text, lost))), bool(lost))
        words.next_requested.connect(self.next_requested)
        words.back_requested.connect(self.back_requested)
        return words

    def _on_step_shown(self) -> None:
        self._ready = None
        self.step_shown.emit()
        self.settled.emit()

    def _on_shown(self) -> None:
        self._ready = None
        self.settled.emit()

    def _on_theme_changed(self) -> None:
        self._enlarge()
        self.settled.emit()


def why_not_shown(context: Context, stop: Stop) -> str:
    """Why the place of a stop cannot be shown live; '' for a stop of words alone."""
    if stop.ref is None:
        return ""
    if context.catalog.find(stop.ref) is None and not isinstance(stop.ref, ViewRef):
        return f"This place is not in the pack any more: {stop.ref}"
    return f"This place cannot be shown on a stage: {stop.ref}"
