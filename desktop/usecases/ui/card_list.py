"""The list of cards: what was found, walked, ticked and opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView

from desktop.catalog.refs import UseCaseRef
from desktop.usecases.ui.card_delegate import CardDelegate
from desktop.usecases.ui.card_model import CardModel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.shell.context import Context
    from desktop.usecases.finder import Hits


class CardList(QListView):
    """The cards. Arrow keys move and select, Enter opens, Space ticks a card for comparing."""

    selected = Signal(object)  # UseCaseRef
    open_requested = Signal(object)  # UseCaseRef
    tick_requested = Signal(str)  # the id of a use case: tick it, or take its tick away

    def __init__(self, context: Context, parent: QWidget | None = None, *, ticks: bool = True) -> None:
        super().__init__(parent)
        self._ticks = ticks
        self._model = CardModel(context.catalog, self)
        self._delegate = CardDelegate(context.theme, context.icons, self, ticks=ticks)
        self._chosen = ""
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Use cases")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView, QListView:focus { background: transparent; border: none; }")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_opened)

    @property
    def chosen(self) -> str:
        """The id of the selected use case, '' for none."""
        return self._chosen

    def show_found(self, found: Hits) -> None:
        """Show these cards from the top; the selected one stays selected if it is among them."""
        kept = self._chosen
        self._delegate.forget_heights()
        self._model.show_found(found)
        self._chosen = ""
        if kept and self._model.place_of(kept) >= 0:
            self.choose(kept)
        else:
            self.scrollToTop()

    def show_ticked(self, use_cases: tuple[str, ...]) -> None:
        """Tick these cards and no others."""
        self._model.show_ticked(use_cases)

    def choose(self, use_case: str) -> None:
        """Select a card without telling."""
        place = self._model.place_of(use_case)
        if place >= 0:
            self._chosen = use_case
            self._go_to(place)

    def refit(self) -> None:
        """Measure all cards again: the look has changed."""
        follow = self._current_in_sight()
        self._delegate.forget()
        self.verticalScrollBar().setSingleStep(max(20, self.fontMetrics().height() * 2))
        self.doItemsLayout()
        if follow:
            self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        follow = self._current_in_sight()
        super().resizeEvent(event)
        if follow and event.size().width() != event.oldSize().width():
            self.doItemsLayout()
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_opened(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_Space and self._ticks and self.currentIndex().isValid():
            self.tick_requested.emit(self._model.id_at(self.currentIndex().row()))
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._model.total:
            self._go_to(0 if event.key() == Qt.Key.Key_Home else self._model.total - 1)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and self._ticks and index.isValid() and self._near_tick(index).contains(event.position()):
            self.tick_requested.emit(self._model.id_at(index.row()))

    def tick_place(self, row: int) -> QRectF:
        """Where the tick of a row is, for whoever drives the list."""
        return self._delegate.tick_of(QRectF(self.visualRect(self._model.index(row))))

    def _near_tick(self, index: QModelIndex) -> QRectF:
        """The tick with the room around it that makes it 24 points wide."""
        return self._delegate.tick_of(QRectF(self.visualRect(index))).adjusted(-6, -6, 6, 6)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if not current.isValid():
            return
        self.selectionModel().select(current, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if current.row() == self._model.rowCount() - 1:
            self._model.more_below()
        if current.row() == 0:
            self._add_above()
            current = self.currentIndex()
        use_case = self._model.id_at(current.row())
        if use_case != self._chosen:
            self._chosen = use_case
            self.selected.emit(UseCaseRef(use_case))

    def _go_to(self, place: int) -> None:
        """Make the card at a place, counted in all that was found, the present one."""
        self.setCurrentIndex(self._model.index(self._model.row_at(place)))
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    def _on_scrolled(self, value: int) -> None:
        """A page more where an end comes near."""
        if self.verticalScrollBar().maximum() - value < self.viewport().height():
            self._model.more_below()
        if value < self.verticalScrollBar().singleStep():
            self._add_above()

    def _add_above(self) -> None:
        """A page more before the first row; what is in sight stays where it is."""
        if not self._model.first:
            return
        held = QPersistentModelIndex(self._model.index(0))
        before = self.visualRect(self._model.index(0)).top()
        self._model.more_above()
        self.doItemsLayout()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(self._model.index(held.row())).top() - before)

    def _current_in_sight(self) -> bool:
        place = self.visualRect(self.currentIndex())
        return self.currentIndex().isValid() and place.intersects(self.viewport().rect())

    def _on_opened(self, index: QModelIndex) -> None:
        self.open_requested.emit(UseCaseRef(self._model.id_at(index.row())))
