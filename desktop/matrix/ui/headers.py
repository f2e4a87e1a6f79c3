"""The heads of the table: what is compared above, the lines at the left. A head stays while the cells scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from desktop.catalog.entities.matrix import Subject
from desktop.matrix.table.grid import GroupRow
from desktop.shell.theme import TypeSize
from desktop.shell.widgets.breaking import breakable

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from desktop.catalog.entities.matrix import Aspect
    from desktop.matrix.ui.model import GridModel
    from desktop.shell.context import Context

PAD = 12
_MEASURED = 400
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)


class ColumnHeader(QHeaderView):
    """One head a column, wrapped: a subject with its mark, in its colour, or an aspect; below it how it is sorted and
    filtered. A head can be dragged to another place."""

    moved = Signal(int, int)  # from column, to column
    chosen = Signal(int)

    def __init__(self, context: Context, model: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._context, self._model = context, model
        self._from = -1
        self._pressed = QPoint()
        self._to: int | None = None
        self.may_move = True
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName("Columns")

    def height_for(self, width: int) -> int:
        """The height that the longest title needs in columns of this width."""
        theme = self._context.theme
        metrics = QFontMetrics(theme.font(bold=True))
        room = QRect(0, 0, max(1, width - 2 * PAD - theme.px(20)), 10_000)
        columns = self._model.grid.columns
        heights = [metrics.boundingRect(room, _WRAP, self._words(each, metrics, room)).height() for each in columns]
        states = any(self.state_of(each.id) for each in columns)
        below = QFontMetrics(theme.font(TypeSize.SMALL)).height() if states else 0
        return max(heights, default=metrics.height()) + below + 2 * theme.px(8)

    def state_of(self, column: str) -> str:
        """How a column is sorted and filtered, in words: '↑ 1 · >2022'."""
        arrangement = self._model.grid.arrangement
        keys = arrangement.sort
        at = next((at for at, key in enumerate(keys, 1) if key.by == column), 0)
        parts = []
        if at:
            arrow = "↓" if keys[at - 1].is_descending else "↑"
            parts.append(f"{arrow} {at}" if len(keys) > 1 else arrow)
        typed = arrangement.filter_on(column)
        return " · ".join([*parts, *([typed] if typed else [])])

    def _words(self, column: Subject | Aspect, metrics: QFontMetrics, room: QRect) -> str:
        """The title, or the short one where the title would need more than two lines."""
        short = getattr(column, "short", None)
        if short and metrics.boundingRect(room, _WRAP, column.title).height() > 2 * metrics.lineSpacing() + 2:
            return breakable(str(short))
        return breakable(column.title)

    def sectionSizeFromContents(self, at: int) -> QSize:
        """What the head needs: its words are wrapped to the column."""
        width = self.sectionSize(at)
        return QSize(width, self.height_for(width))

    def paintSection(self, painter: QPainter, rect: QRect, at: int) -> None:
        columns = self._model.grid.columns
        if at >= len(columns):
            return
        theme = self._context.theme
        painter.fillRect(rect, theme.colour("raised"))
        state = self.state_of(columns[at].id)
        small = QFontMetrics(theme.font(TypeSize.SMALL)).height() if state else 0
        room = rect.adjusted(PAD, 0, -PAD, -small)
        left = paint_mark(self._context, painter, columns[at], room)
        font = theme.font(bold=True)
        painter.setFont(font)
        words = self._words(columns[at], QFontMetrics(font), QRect(0, 0, room.right() - left, 10_000))
        painter.drawText(room.adjusted(left - room.left(), 0, 0, 0), _WRAP | int(Qt.AlignmentFlag.AlignVCenter), words)
        if state:
            below = QRect(room.left(), room.bottom() - theme.px(4), room.width(), small)
            self._paint_state(painter, below, state)
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self._to == at and self._to != self._from:
            painter.setPen(QPen(theme.colour("accent"), 4))
            x = rect.left() + 2 if self._to < self._from else rect.right() - 1
            painter.drawLine(x, rect.top(), x, rect.bottom())

    def _paint_state(self, painter: QPainter, room: QRect, state: str) -> None:
        theme = self._context.theme
        painter.setFont(theme.font(TypeSize.SMALL))
        painter.setPen(theme.colour("accent"))
        words = QFontMetrics(painter.font()).elidedText(state, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)

    # Dragging a head to another place.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Nothing of Qt's own: it would make the column's first cell current, and scroll to it."""
        self._from, self._pressed = self.logicalIndexAt(event.position().toPoint()), event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        dragged = self.may_move and bool(event.buttons() & Qt.MouseButton.LeftButton)
        if dragged and self._from >= 0 and (far or self._to is not None):
            at = self.logicalIndexAt(event.position().toPoint())
            self._to = at if at >= 0 else self._to
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, end = self._from, self._to
        self._from, self._to = -1, None
        self.unsetCursor()
        if end is not None and end != start:
            self.moved.emit(start, end)
        elif start >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(start)
        self.viewport().update()


class LineHeader(QHeaderView):
    """One head a line: the title of an aspect or subject, or of a group with its arrow and count."""

    chosen = Signal(int)

    def __init__(self, context: Context, model: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._context, self._model = context, model
        self.setSectionsClickable(True)
        self._width: tuple[tuple[object, ...], int] = ((), 0)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(24)
        self.setAccessibleName("Lines")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Nothing of Qt's own: it would make the line's first cell current."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.logicalIndexAt(event.position().toPoint())
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(at)

    def sizeHint(self) -> QSize:
        return QSize(self.width_wanted(), 0)

    def width_wanted(self) -> int:
        """Wide enough for the longest word, at most a third of the table."""
        theme, parent = self._context.theme, self.parentWidget()
        room = parent.width() if parent else 600
        measured = (self._model.grid, theme.scale, room)
        if self._width[0] != measured:
            metrics = QFontMetrics(theme.font())
            words = {word for title in self._titles() for word in title.split()}
            longest = metrics.horizontalAdvance(max(words, key=len, default="")) + self._before_title
            wanted = max(theme.px(140), longest + 2 * PAD + theme.px(16))
            self._width = (measured, min(wanted, max(96, room // 3)))
        return self._width[1]

    def height_for(self, title: str, bold: bool = False) -> int:
        """The height that a title needs."""
        metrics = QFontMetrics(self._context.theme.font(bold=bold))
        room = QRect(0, 0, max(1, self.width_wanted() - 2 * PAD - self._before_title), 10_000)
        return metrics.boundingRect(room, _WRAP, breakable(title)).height() + 2 * PAD

    def sectionSizeFromContents(self, at: int) -> QSize:
        head = self._model.grid.head(at)
        row = self._model.row(at) if head is None else None
        if isinstance(row, GroupRow):
            return QSize(self.width_wanted(), self.group_height(row))
        return QSize(self.width_wanted(), self.height_for(head.title) if head else 0)

    def group_height(self, row: GroupRow) -> int:
        """The height of the head of a group."""
        return max(32, self.height_for(group_words(row), bold=True) - 8)

    def paintSection(self, painter: QPainter, rect: QRect, at: int) -> None:
        theme = self._context.theme
        head = self._model.grid.head(at)
        row = self._model.row(at) if head is None else None
        painter.fillRect(rect, theme.colour("window" if isinstance(row, GroupRow) else "raised"))
        if isinstance(row, GroupRow):
            self._paint_group(painter, rect, row)
        elif head is not None:
            room = rect.adjusted(PAD, PAD, -PAD, 0)
            painter.setFont(theme.font())
            first = QRect(room.left(), room.top(), room.width(), theme.px(20))
            left = paint_mark(self._context, painter, head, first, "muted")
            painter.drawText(room.adjusted(left - room.left(), 0, 0, 0), _WRAP, breakable(head.title))
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    @property
    def _before_title(self) -> int:
        return self._context.theme.px(20) if self._model.grid.is_transposed else 0

    def _paint_group(self, painter: QPainter, rect: QRect, row: GroupRow) -> None:
        theme, icons = self._context.theme, self._context.icons
        size = theme.px(12)
        name = "chevron-right" if row.is_folded else "chevron-down"
        painter.drawPixmap(PAD, rect.center().y() - size // 2, icons.pixmap(name, theme.colour("text"), size, 2.0))
        font: QFont = theme.font(bold=True)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        room = rect.adjusted(PAD + theme.px(18), 0, -4, 0)
        painter.drawText(room, _WRAP | int(Qt.AlignmentFlag.AlignVCenter), breakable(group_words(row)))

    def _titles(self) -> list[str]:
        grid = self._model.grid
        groups = [group_words(row) for _at, row in grid.group_rows]
        return [*groups, *(head.title for head in grid.lines.heads[:_MEASURED])]


def paint_mark(context: Context, painter: QPainter, head: Subject | Aspect, room: QRect, plain: str = "text") -> int:
    """Paint a subject's mark at the left of a room and set its colour; where the words after it begin."""
    theme = context.theme
    if not isinstance(head, Subject):
        painter.setPen(theme.colour(plain))
        return room.left()
    mark = context.catalog.mark_of(head.id)
    painter.setPen(theme.mark_colour(mark))
    if mark is None:
        return room.left()
    size = theme.px(14)
    painter.drawPixmap(room.left(), room.center().y() - size // 2, context.icons.mark(mark, size))
    return room.left() + theme.px(20)


def group_words(row: GroupRow) -> str:
    """The title of a group with how many aspects it shows."""
    return f"{row.group.title}  {row.count:,}"
