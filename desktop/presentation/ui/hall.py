"""What the hall sees: the page of the stop that is on, and over it the zoom, the ink, the glide and a blank screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.presentation.talk import Blank
from desktop.presentation.ui.board import Board
from desktop.presentation.ui.glide import Glide, Pair, pairs_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QPixmap, QResizeEvent

    from desktop.presentation.talk import Talk, Zoom
    from desktop.presentation.ui.stop_page import StopPage
    from desktop.shell.theme import Theme

_LINE = 1 / 240  # the line of progress, of the height


class HallView(QWidget):
    """Shows pages from its `stack`. It decides nothing: it shows the talk as it stands."""

    resized = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.stack = QStackedWidget(self)
        self._zoomed = _Zoomed(self)
        self.glide = Glide(self)
        self.board = Board(theme, self)
        self._progress = _Progress(theme, self)
        self._cover = _Cover(self)
        self._page: StopPage | None = None
        self._zoom: Zoom | None = None

    @property
    def page(self) -> StopPage | None:
        """The page that is on."""
        return self._page

    @property
    def blank(self) -> Blank:
        """What covers the screen."""
        return self._cover.blank

    def show_page(self, page: StopPage, glide: bool = True) -> None:
        """Show a page; what it shares with the present one glides there, where that is wanted and allowed."""
        before = self._page
        self.glide.stop()
        pairs: list[Pair] = []
        if before is not None and glide and self._may_glide(page):
            pairs = pairs_of(before.anchors(), page.anchors())
        if pairs and before is not None:
            self.glide.start(before.ready, page.ready, pairs)
        elif page.is_ready and self.isVisible():
            self.glide.hold(page.ready)
        self._page = page
        self.stack.setCurrentWidget(page)
        self.setAccessibleName(page.stop.title)

    @property
    def is_drawn_on(self) -> bool:
        """Whether the mouse draws or points: the page below is at rest."""
        return self.board.isVisible() and not self.board.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_talk(self, talk: Talk) -> None:
        """Lay over the page what the talk has there."""
        self.board.show_talk(talk)
        self.board.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not talk.hand)
        self.board.setVisible(bool(talk.hand or talk.ink.strokes))
        self._cover.show_blank(talk.blank)
        self._progress.show_share((talk.at + 1) / max(1, talk.count))
        self._zoom = talk.zoom
        self.show_zoom()

    def show_zoom(self) -> None:
        """What is seen through the zoom, as it is now."""
        seen = self._zoom is not None and self._page is not None
        if self._zoom is not None and self._page is not None:
            self._zoomed.picture = self._page.zoomed(self._zoom, self.devicePixelRatioF())
            self._zoomed.update()
        self._zoomed.setVisible(seen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for layer in (self.stack, self._zoomed, self.board, self.glide, self._cover):
            layer.resize(self.size())
        high = max(2, round(self.height() * _LINE))
        self._progress.setGeometry(0, self.height() - high, self.width(), high)
        if self._zoom is not None:
            self.show_zoom()
        self.resized.emit()

    def _may_glide(self, page: StopPage) -> bool:
        shown = self.isVisible() and self._cover.blank is Blank.NONE and self._zoom is None
        return shown and page is not self._page and not self._theme.reduced_motion


class _Zoomed(QWidget):
    """The picture through the zoom; the mouse finds nothing live below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture is not None:
            painter = QPainter(self)
            painter.drawPixmap(QPointF(0, 0), self.picture)
            painter.end()


class _Progress(QWidget):
    """A thin line at the foot: how far the talk is."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._share = theme, 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_share(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("raised"))
        painter.fillRect(QRectF(0, 0, self.width() * self._share, self.height()), self._theme.colour("accent"))
        painter.end()


class _Cover(QWidget):
    """A black or a white screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.blank = Blank.NONE
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def show_blank(self, blank: Blank) -> None:
        self.blank = blank
        self.setVisible(blank is not Blank.NONE)
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.blank.value or "black"))
        painter.end()
