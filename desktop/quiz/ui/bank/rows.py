"""The list of what was found: a line for the stem with the hits marked, and a small one for what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.catalog.filters import Query
from desktop.quiz.banking.entries import passage
from desktop.shell.theme import TypeSize
from desktop.shell.widgets.hits import mark_hits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont, QKeyEvent

    from desktop.quiz.banking.entries import Entry
    from desktop.shell.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole + 1
_PAD, _TARGET = 10, 24
_NOWHERE = QModelIndex()


class BankModel(QAbstractListModel):
    """The entries found, one in a row."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()
        self._rows: dict[str, int] = {}

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = entries
        self._rows = {each.id: at for at, each in enumerate(entries)}
        self.endResetModel()

    def row_of(self, id: str) -> int:
        """The row of a question, -1 where it was not found."""
        return self._rows.get(id, -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _one_line(entry.question.stem)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_one_line(entry.question.stem)} {entry.line}"
        return entry if role == ENTRY else None


class _Delegate(QStyledItemDelegate):
    """Paints a row. All rows are as high as the type asks."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.query = Query()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        fonts = self._theme.font(), self._theme.font(TypeSize.SMALL)
        return QSize(100, sum(QFontMetrics(font).height() for font in fonts) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRectF = QRectF(option.rect)
        entry: Entry = index.data(ENTRY)
        painter.save()
        self._paint_ground(painter, rect, option.state)
        inner = rect.adjusted(_PAD + 2, _PAD, -_PAD, -_PAD)
        font = self._theme.font()
        self._paint_line(painter, font, inner, index.data())
        painter.setPen(self._theme.colour("muted"))
        inner.setTop(inner.top() + QFontMetrics(font).height())
        quoted = passage(entry, self.query)
        self._paint_line(painter, self._theme.font(TypeSize.SMALL), inner, quoted or entry.line, bool(quoted))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("select"))
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), self._theme.colour("accent"))
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), self._theme.colour("line"))
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(self._theme.colour("accent"))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.setPen(self._theme.colour("text"))

    def _paint_line(self, painter: QPainter, font: QFont, rect: QRectF, text: str, marked: bool = True) -> None:
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
        layout = QTextLayout(shown, font)
        if marked:
            mark_hits(layout, self.query.hits(shown), self._theme)
        layout.beginLayout()
        layout.createLine().setLineWidth(1e6)
        layout.endLayout()
        layout.draw(painter, QPointF(rect.topLeft()))


class BankList(QListView):
    """What was found. Arrow keys move, Enter opens; single letters are the page's keys."""

    chosen = Signal(str)  # the id of a question
    open_requested = Signal()
    key_pressed = Signal(object)  # Qt.Key: a key that is none of the list's own

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._model = BankModel(self)
        self._delegate = _Delegate(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMinimumHeight(_TARGET)
        self.setAccessibleName("Questions")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self.open_requested)

    @property
    def current(self) -> Entry | None:
        """The question that is chosen."""
        entry: Entry | None = self.currentIndex().data(ENTRY)
        return entry

    def show_entries(self, entries: Sequence[Entry], query: Query, chosen: str) -> None:
        """Show these; the chosen one stays, else the first one is."""
        self._delegate.query = query
        self.selectionModel().blockSignals(True)
        self._model.show_entries(entries)
        self.setCurrentIndex(self._model.index(max(0, self._model.row_of(chosen))))
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def choose(self, id: str) -> None:
        """Go to a question, where it was found."""
        row = self._model.row_of(id)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row))

    def refit(self) -> None:
        """Measure again: the look has changed."""
        self.verticalScrollBar().setSingleStep(self._theme.px(24))
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_requested.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = self._model.rowCount() - 1
            self.setCurrentIndex(self._model.index(0 if key == Qt.Key.Key_Home else last))
        elif is_plain and (Qt.Key.Key_A <= key <= Qt.Key.Key_Z or key == Qt.Key.Key_Delete):
            self.key_pressed.emit(key)
        elif event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self, current: QModelIndex) -> None:
        entry = current.data(ENTRY)
        if entry is not None:
            self.chosen.emit(entry.id)


def _one_line(text: str) -> str:
    return " ".join(text.split())
