"""The list of stops: number, title, what it shows, minutes; a stop is moved by Alt and an arrow, or by dragging it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.shell.theme import TypeSize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent

    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
FORMAT = "application/x-stop-of-a-deck"
_PAD, _SIGN, _GAP = 8, 14, 6
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class StopRow:
    """What the list says of a stop; `missing` is why it cannot be shown."""

    number: int
    title: str
    shows: str
    minutes: str
    missing: str = ""

    @property
    def words(self) -> str:
        """All of it in one line, for a screen reader."""
        return f"{self.number}. {self.title}. {self.missing or self.shows}. {self.minutes} min"


class StopModel(QAbstractListModel):
    """The stops, one in a row. A row can be dragged; what it means to drop it, the list says."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: Sequence[StopRow] = ()
        self.can_move = False

    def show_rows(self, rows: Sequence[StopRow]) -> None:
        if len(rows) == len(self._rows):
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            from desktop.shell.widgets.tips import as_tip

            return row.words if role == Qt.ItemDataRole.AccessibleTextRole else as_tip(row.words)
        return row if role == ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        drag = Qt.ItemFlag.ItemIsDragEnabled if self.can_move else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | drag

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(FORMAT, str(indexes[0].row() if indexes else -1).encode())
        return data


class _Delegate(QStyledItemDelegate):
    """Paints a row: the number at the left, the minutes at the right, two lines between them."""

    def __init__(self, theme: Theme, icons: Icons, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._icons, self._view = theme, icons, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        fonts = self._theme.font(), self._theme.font(TypeSize.SMALL)
        return QSize(100, sum(QFontMetrics(font).height() for font in fonts) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRectF = QRectF(option.rect)
        row: StopRow = index.data(ROW)
        painter.save()
        self._paint_ground(painter, rect, option.state)
        inner = rect.adjusted(_PAD + 2, _PAD, -_PAD - 2, -_PAD)
        font, small = self._theme.font(), self._theme.font(TypeSize.SMALL)
        minutes = f"{row.minutes} min"
        painter.setFont(small)
        painter.setPen(self._theme.colour("muted"))
        _put(painter, inner, f"{row.number}")
        _put(painter, inner, minutes, Qt.AlignmentFlag.AlignRight)
        inner.setLeft(inner.left() + QFontMetrics(small).horizontalAdvance("000") + _GAP)
        inner.setRight(inner.right() - QFontMetrics(small).horizontalAdvance(minutes) - 2 * _GAP)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        _put(painter, inner, row.title)
        painter.setFont(small)
        inner.setTop(inner.top() + QFontMetrics(font).height())
        self._paint_shows(painter, inner, row)
        painter.restore()

    def _paint_shows(self, painter: QPainter, rect: QRectF, row: StopRow) -> None:
        """What the stop shows, or with a sign why it cannot."""
        painter.setPen(self._theme.colour("wrong" if row.missing else "muted"))
        if row.missing:
            side = float(self._theme.px(_SIGN))
            top = rect.top() + (painter.fontMetrics().height() - side) / 2
            self._icons.paint(painter, "warning", QRectF(rect.left(), top, side, side), self._theme.colour("wrong"))
            rect.setLeft(rect.left() + side + _GAP)
        _put(painter, rect, row.missing or row.shows)

    def _paint_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("select"))
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), self._theme.colour("accent"))
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), self._theme.colour("line"))
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(self._theme.colour("accent"))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))


def _put(painter: QPainter, rect: QRectF, text: str, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
    """One line of text, as much of it as fits."""
    line = " ".join(text.split())
    shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine), shown)


class StopList(QListView):
    """The stops of the deck that is looked at."""

    chosen = Signal(int)
    move_requested = Signal(int, int)  # from, to
    delete_requested = Signal()
    open_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self._model = StopModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(theme, icons, self))
        self.setUniformItemSizes(True)
        self.setAccessibleName("Stops")
        self.setMinimumHeight(theme.px(48))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self.open_requested)

    def show_rows(self, rows: Sequence[StopRow], at: int, can_move: bool) -> None:
        """Show these stops with this one as the present one, without telling."""
        self._model.can_move = can_move
        self.selectionModel().blockSignals(True)
        self._model.show_rows(rows)
        self.setCurrentIndex(self._model.index(at))
        self.selectionModel().blockSignals(False)
        self.scrollTo(self.currentIndex())
        self.viewport().update()

    def refit(self) -> None:
        """Measure again: the look has changed."""
        self.verticalScrollBar().setSingleStep(self._theme.px(24))
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_requested.emit()
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.delete_requested.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.accept()  # they move the stop where it can be moved, and never the choice
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        if self._dragged(event) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if self._dragged(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The decks are changed by whoever hears of it; Qt must not take the row out here."""
        start = self._dragged(event)
        if start is not None:
            gap = self._gap_at(event.position().toPoint())
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.move_requested.emit(start, gap - (gap > start))
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def _dragged(self, event: QDropEvent) -> int | None:
        """The row that is dragged, where it is one that can be dropped."""
        data = bytes(event.mimeData().data(FORMAT).data())
        return int(data) if self._model.can_move and data.isdigit() else None

    def _gap_at(self, point: QPoint) -> int:
        """Before which row something would fall."""
        index = self.indexAt(point)
        if not index.isValid():
            return self._model.rowCount()
        return index.row() + (point.y() > self.visualRect(index).center().y())

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row())
