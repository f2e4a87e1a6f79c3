"""Makes the pages of stops ahead of time, in moments when nothing happens, so that a change of stop does not wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal

from desktop.presentation.ui.stop_page import StopPage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QStackedWidget

    from desktop.catalog.entities.talks import Stop
    from desktop.shell.context import Context

_SOON, _SMALL = 30, QSize(640, 360)


class Making(QObject):
    """Pages by the id of their stop. Pages of the present stop and its neighbours are kept, and every small picture."""

    pictured = Signal(str)  # the id of a stop whose small picture is new
    made = Signal(object)  # StopPage

    def __init__(self, context: Context, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._context, self._stack = context, stack
        self._pages: dict[str, StopPage] = {}
        self._pictures: dict[str, QPixmap] = {}
        self._near: frozenset[str] = frozenset()
        self._wanted: list[Stop] = []
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_SOON)
        self._idle.timeout.connect(self._on_idle)

    @property
    def is_busy(self) -> bool:
        """Whether pages are still to be made."""
        return bool(self._wanted)

    def page(self, stop: Stop) -> StopPage:
        """The page of a stop: the one made ahead, or one made now."""
        found = self._pages.get(stop.id)
        if found is None:
            found = self._pages[stop.id] = StopPage(self._context, stop, self._stack)
            found.resize(self._stack.size())
            self._stack.addWidget(found)
            found.settled.connect(lambda: self._on_settled(stop))
            self.made.emit(found)
        return found

    def picture(self, stop: Stop) -> QPixmap | None:
        """The small picture of a stop as it was seen last, or would be seen."""
        return self._pictures.get(stop.id)

    def keep(self, stops: Iterable[Stop]) -> None:
        """These are the present stop and its neighbours: make them soon, the others may go."""
        near = list(stops)
        self._near = frozenset(stop.id for stop in near)
        for id in set(self._pages) - self._near:
            self._drop(id)
        self.want(near)

    def want(self, stops: Iterable[Stop]) -> None:
        """Make pages and pictures of these stops next, one in each idle moment; of a far one only the picture stays."""
        self._wanted = [stop for stop in stops if not self._is_done(stop)]
        self._idle.start()

    def change(self, context: Context) -> None:
        """The pack was read again: all is made anew. What is shown stays until another page is."""
        self._context = context
        shown = self._stack.currentWidget()
        pages, self._pages, self._pictures, self._wanted = self._pages, {}, {}, []
        for page in pages.values():
            if page is not shown:
                self._forget(page)

    def stop(self) -> None:
        """The talk is over: no page is wanted any more."""
        self._idle.stop()
        pages, self._pages, self._wanted = self._pages, {}, []
        for page in pages.values():
            self._forget(page)

    def retire(self, page: StopPage) -> None:
        """A page that was shown when the pack was read again is not shown any more."""
        if page not in self._pages.values():
            self._forget(page)

    def remember(self, page: StopPage) -> None:
        """Keep the small picture of a page as it is seen now."""
        picture = page.ready
        ratio = picture.devicePixelRatio()
        small = picture.scaled(
            _SMALL * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        small.setDevicePixelRatio(ratio)
        self._pictures[page.stop.id] = small
        self.pictured.emit(page.stop.id)

    def finish(self) -> None:
        """Make all that is wanted now."""
        while self._wanted:
            self._on_idle()

    def _is_done(self, stop: Stop) -> bool:
        page = self._pages.get(stop.id)
        if stop.id not in self._near:
            return stop.id in self._pictures
        return page is not None and page.is_ready and stop.id in self._pictures

    def _on_idle(self) -> None:
        if not self._wanted:
            return
        stop = self._wanted.pop(0)
        page = self.page(stop)
        if page is not self._stack.currentWidget():
            page.resize(self._stack.size())
        self.remember(page)
        if stop.id not in self._near:
            self._drop(stop.id)
        if self._wanted:
            self._idle.start()

    def _on_settled(self, stop: Stop) -> None:
        page = self._pages.get(stop.id)
        if page is not None and page is not self._stack.currentWidget() and stop not in self._wanted:
            self._wanted.append(stop)
            self._idle.start()

    def _drop(self, id: str) -> None:
        self._forget(self._pages.pop(id))

    def _forget(self, page: StopPage) -> None:
        self._stack.removeWidget(page)
        page.drop()
