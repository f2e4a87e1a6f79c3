"""Paints the cards of the list, each set once for a width and a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.usecases.ui.card_layout import GAP, PAD, TICK, CardSetter, SetCard
from desktop.usecases.ui.card_model import CARD, ID

if TYPE_CHECKING:
    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme
    from desktop.usecases.card import Card
    from desktop.usecases.ui.card_model import Index

_KEPT = 200


class CardDelegate(QStyledItemDelegate):
    """Paints a card; set cards are kept as long as neither the width nor the look changes."""

    def __init__(self, theme: Theme, icons: Icons, view: QListView, *, ticks: bool = True) -> None:
        super().__init__(view)
        self._theme = theme
        self._icons = icons
        self._ticks = ticks
        self._setter = CardSetter(theme, icons, ticks=ticks)
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
        if self._ticks:
            is_on = index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
            self._paint_tick(painter, rect, ticked=is_on)
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
