"""Paints a cell straight from the row's record: its text with the hits marked, and the line of signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.matrix.grid import GroupRow, LineRow
from desktop.shell.theme import TypeSize
from desktop.shell.widgets.hits import mark_hits

if TYPE_CHECKING:
    from desktop.matrix.grid import GridCell
    from desktop.matrix.signs import Sign
    from desktop.matrix.ui.model import GridModel
    from desktop.shell.context import Context

PAD = 12
_TOP = 10
_KEPT = 4_000


class CellDelegate(QStyledItemDelegate):
    """One delegate for all cells. Laid-out texts are kept until the look or the width changes."""

    def __init__(self, context: Context, model: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._model = context, model
        self._layouts: dict[tuple[str, tuple[tuple[int, int], ...], int], QTextLayout] = {}
        context.theme.changed.connect(self._on_theme_changed)

    def height_for(self, cell: GridCell, width: int) -> int:
        """The height that a cell needs in a column of this width."""
        return self._text_height(cell, width) + len(self._lines(cell.signs, width)) * self._sign_height() + 2 * _TOP + 4

    def _on_theme_changed(self) -> None:
        self._layouts.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        cell = self._model.cell(index)
        return QSize(120, 32) if cell is None else QSize(120, self.height_for(cell, 240))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = self._context.theme
        rect: QRect = option.rect
        row = self._model.row(index.row())
        cell = row.cells[index.column()] if isinstance(row, LineRow) else None
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if isinstance(row, GroupRow):
            self._paint_group(painter, rect, chosen)
            return
        if cell is None:
            return
        painter.fillRect(rect, theme.colour("select" if chosen else "surface"))
        layout = self._layout(cell, rect.width())
        painter.setPen(theme.colour("muted" if cell.signs and cell.signs[0].icon == "sign-unknown" else "text"))
        layout.draw(painter, QPointF(rect.left() + PAD, rect.top() + _TOP))
        top = rect.top() + _TOP + self._text_height(cell, rect.width()) + 4
        for at, line in enumerate(self._lines(cell.signs, rect.width())):
            self._paint_signs(painter, line, QPointF(rect.left() + PAD, top + at * self._sign_height()))
        if cell.hit_elsewhere:
            painter.fillRect(rect.left(), rect.top(), 4, rect.height(), theme.colour("hit"))
        self._paint_frame(painter, rect, chosen)

    def _paint_frame(self, painter: QPainter, rect: QRect, chosen: bool) -> None:
        theme = self._context.theme
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_group(self, painter: QPainter, rect: QRect, chosen: bool) -> None:
        painter.fillRect(rect, self._context.theme.colour("window"))
        self._paint_frame(painter, rect, chosen)

    def _paint_signs(self, painter: QPainter, signs: tuple[Sign, ...], at: QPointF) -> None:
        theme, icons = self._context.theme, self._context.icons
        painter.setFont(theme.font(TypeSize.SMALL))
        metrics = QFontMetrics(painter.font())
        size, height, x = theme.px(12), self._sign_height(), at.x()
        for sign in signs:
            colour = theme.colour(sign.token)
            if sign.icon:
                painter.drawPixmap(
                    round(x), round(at.y() + (height - size) / 2), icons.pixmap(sign.icon, colour, size, 2.0)
                )
                x += size + 3
            painter.setPen(colour)
            width = metrics.horizontalAdvance(sign.word)
            painter.drawText(QRectF(x, at.y(), width + 2, height), Qt.AlignmentFlag.AlignVCenter, sign.word)
            x += width + theme.px(10)

    def _lines(self, signs: tuple[Sign, ...], width: int) -> list[tuple[Sign, ...]]:
        """The signs in as many lines as the width asks for."""
        theme = self._context.theme
        metrics = QFontMetrics(theme.font(TypeSize.SMALL))
        lines: list[tuple[Sign, ...]] = [()]
        x = 0
        for sign in signs:
            needs = metrics.horizontalAdvance(sign.word) + (theme.px(12) + 3 if sign.icon else 0)
            if lines[-1] and x + needs > width - 2 * PAD:
                lines.append(())
                x = 0
            lines[-1] = (*lines[-1], sign)
            x += needs + theme.px(10)
        return lines

    def _text_height(self, cell: GridCell, width: int) -> int:
        layout = self._layout(cell, width)
        return layout.lineCount() * max(self._context.theme.px(20), round(layout.lineAt(0).height()))

    def _sign_height(self) -> int:
        return QFontMetrics(self._context.theme.font(TypeSize.SMALL)).height() + 2

    def _layout(self, cell: GridCell, width: int) -> QTextLayout:
        key = (cell.text, cell.hits, width)
        found = self._layouts.get(key)
        if found is None:
            if len(self._layouts) > _KEPT:
                self._layouts.clear()
            found = self._layouts[key] = self._laid_out(cell, width)
        return found

    def _laid_out(self, cell: GridCell, width: int) -> QTextLayout:
        theme = self._context.theme
        layout = QTextLayout(cell.text, theme.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        mark_hits(layout, cell.hits, theme)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(24, width - 2 * PAD))
            line.setPosition(QPointF(0, height))
            height += max(line.height(), theme.px(20))
        layout.endLayout()
        return layout
