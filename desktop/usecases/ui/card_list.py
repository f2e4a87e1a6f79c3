"""The list of cards: a painter of cards, and the view of what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.catalog.refs import UseCaseRef
from desktop.usecases.ui.card_layout import GAP, PAD, TICK, CardSetter, SetCard
from desktop.usecases.ui.card_model import CARD, ID, CardModel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.shell.context import Context
    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme
    from desktop.usecases.card import Card
    from desktop.usecases.finder import Hits
    from desktop.usecases.ui.card_model import Index

_KEPT = 200


class CardDelegate(QStyledItemDelegate):
    """Paints a card; set cards are kept as long as neither the width nor the look changes."""

    def __init__(self, theme: Theme, icons: Icons, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._icons = icons
        self._setter = CardSetter(theme, icons)
        self._view = view
        self._kept: dict[tuple[str, int, tuple[str, ...]], SetCard] = {}
        self._heights: dict[str, int] = {}
        self._heights_at = 0

    def forget(self) -> None:
        """The look has changed: set every card anew."""
        self._kept.clear()
        self._heights.clear()

    def forget_heights(self) -> None:
        """Other words are searched for: cards quote other texts."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width, use_case = self._view.viewport().width(), index.data(ID)
        if width != self._heights_at:
            self._heights.clear()
            self._heights_at = width
        if use_case not in self._heights:
            self._heights[use_case] = round(self._set(index.data(CARD), width).height) + self._theme.px(GAP)
        return QSize(width, self._heights[use_case])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRectF = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        rect.setHeight(rect.height() - self._theme.px(GAP))
        card = self._set(index.data(CARD), self._view.viewport().width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, state)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("surface"))
        pill = card.pill.translated(rect.topLeft())
        round_ = min(pill.height() / 2, self._theme.px(12))
        painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), round_, round_)
        card.paint(painter, QPointF(rect.topLeft()))
        self._paint_tick(painter, rect, ticked=index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked)
        painter.restore()

    def tick_of(self, rect: QRectF) -> QRectF:
        """Where the tick of a card is that takes this place."""
        px = self._theme.px
        return QRectF(rect.x() + px(PAD), rect.y() + px(PAD) + px(2), px(TICK), px(TICK))

    def _paint_tick(self, painter: QPainter, rect: QRectF, *, ticked: bool) -> None:
        box = self.tick_of(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme.colour("accent" if ticked else "control"), 1))
        painter.setBrush(self._theme.colour("accent" if ticked else "surface"))
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            self._icons.paint(painter, "sign-accurate", box.adjusted(2, 2, -2, -2), self._theme.colour("surface"))

    def _paint_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        width = 2 if focused else 1
        painter.setPen(QPen(self._theme.colour("accent" if selected or focused else "line"), width))
        painter.setBrush(self._theme.colour("select" if selected else "surface"))
        inset = width / 2
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 8, 8)

    def _set(self, card: Card, width: int) -> SetCard:
        key = (card.id, width, card.query.words)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            found = self._kept[key] = self._setter.set_card(card, width)
        return found


class CardList(QListView):
    """The cards. Arrow keys move and select, Enter opens, Space ticks a card for comparing."""

    selected = Signal(object)  # UseCaseRef
    open_requested = Signal(object)  # UseCaseRef
    tick_requested = Signal(str)  # the id of a use case: tick it, or take its tick away

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = CardModel(context.catalog, self)
        self._delegate = CardDelegate(context.theme, context.icons, self)
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
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
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
        if is_left and index.isValid() and self._near_tick(index).contains(event.position()):
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
