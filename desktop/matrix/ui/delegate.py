"""Paints a cell straight from the row's record: its text with the hits marked, and the lines of signs.

What a cell needs at a width is laid out once and kept while the same grid and look are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.matrix.signs import Sign
from desktop.matrix.table.grid import GroupRow, LineRow
from desktop.shell.theme import TypeSize
from desktop.shell.tone import Tone
from desktop.shell.widgets.hits import mark_hits

if TYPE_CHECKING:
    from desktop.matrix.table.grid import GridCell
    from desktop.matrix.ui.model import GridModel
    from desktop.shell.context import Context

PAD = 12
_TOP = 10
_KEPT = 4_000
_TONE = 3


@dataclass(frozen=True, slots=True)
class _LaidSign:
    """A sign at its place under the text, counted from the corner of the cell."""

    picture: QPixmap | None
    picture_at: QPointF
    word: str
    word_at: QPointF
    colour: QColor


@dataclass(frozen=True, slots=True)
class _Laid:
    """A cell laid out at a width. It holds the cell, so that the cell's identity stays its own."""

    cell: GridCell
    width: int
    text: QTextLayout
    signs: tuple[_LaidSign, ...]
    height: int
    tones: tuple[Tone, ...]


class CellDelegate(QStyledItemDelegate):
    """One delegate for all cells."""

    def __init__(self, context: Context, model: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._model = context, model
        self._laid: dict[int, _Laid] = {}
        context.theme.changed.connect(self._laid.clear)
        model.modelReset.connect(self._laid.clear)

    def height_for(self, cell: GridCell, width: int, tones: tuple[Tone, ...] = ()) -> int:
        """The height that a cell, marked like this, needs in a column of this width."""
        return self._laid_out(cell, width, tones).height

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        cell = self._model.cell(index)
        return QSize(120, 32) if cell is None else QSize(120, self.height_for(cell, 240))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = self._context.theme
        rect: QRect = option.rect
        row = self._model.row(index.row())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if isinstance(row, LineRow):
            cell = row.cells[index.column()]
            painter.fillRect(rect, theme.colour("select" if chosen else "surface"))
            self._paint_cell(painter, rect, cell, self._model.tones(index.row(), index.column()))
        elif isinstance(row, GroupRow):
            painter.fillRect(rect, theme.colour("window"))
        self._paint_frame(painter, rect, chosen)
        self._paint_tone(painter, rect, self._model.tones(index.row(), index.column())[:1])

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: GridCell, tones: tuple[Tone, ...]) -> None:
        theme = self._context.theme
        laid = self._laid_out(cell, rect.width(), tones)
        corner = QPointF(rect.topLeft())
        painter.setPen(theme.colour("muted" if cell.signs and cell.signs[0].icon == "sign-unknown" else "text"))
        laid.text.draw(painter, corner + QPointF(PAD, _TOP))
        painter.setFont(theme.font(TypeSize.SMALL))
        for sign in laid.signs:
            if sign.picture is not None:
                painter.drawPixmap(corner + sign.picture_at, sign.picture)
            painter.setPen(sign.colour)
            painter.drawText(corner + sign.word_at, sign.word)
        if cell.hit_elsewhere:
            painter.fillRect(rect.left(), rect.top(), 4, rect.height(), theme.colour("hit"))

    def _paint_frame(self, painter: QPainter, rect: QRect, chosen: bool) -> None:
        theme = self._context.theme
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_tone(self, painter: QPainter, rect: QRect, tones: tuple[Tone, ...]) -> None:
        """The border of a marked cell, dashed where it is wrong; the sign and the word stand under its text."""
        for tone in tones:
            pen = QPen(self._context.theme.colour(tone.token), _TONE)
            if tone is Tone.WRONG:
                pen.setDashPattern([3, 1.6])
            painter.setPen(pen)
            painter.drawRect(rect.adjusted(2, 2, -3, -3))

    def _laid_out(self, cell: GridCell, width: int, tones: tuple[Tone, ...]) -> _Laid:
        found = self._laid.get(id(cell))
        if found is None or found.width != width or found.tones != tones:
            if len(self._laid) > _KEPT:
                self._laid.clear()
            found = self._laid[id(cell)] = self._lay_out(cell, width, tones)
        return found

    def _lay_out(self, cell: GridCell, width: int, tones: tuple[Tone, ...]) -> _Laid:
        text = self._text(cell, width)
        high = text.lineCount() * max(self._context.theme.px(20), round(text.lineAt(0).height()))
        marks = tuple(Sign(tone.word, tone.sign, tone.token) for tone in tones)
        signs, below = self._signs((*marks, *cell.signs), width, _TOP + high + 4)
        return _Laid(cell, width, text, signs, round(below) + _TOP, tones)

    def _text(self, cell: GridCell, width: int) -> QTextLayout:
        theme = self._context.theme
        layout = QTextLayout(cell.text, theme.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        mark_hits(layout, cell.hits, theme)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(24, width - 2 * PAD))
            line.setPosition(QPointF(0, height))
            height += max(line.height(), theme.px(20))
        layout.endLayout()
        return layout

    def _signs(self, signs: tuple[Sign, ...], width: int, top: float) -> tuple[tuple[_LaidSign, ...], float]:
        """The signs in as many lines as the width asks for, and where they end."""
        theme, icons = self._context.theme, self._context.icons
        metrics = QFontMetricsF(theme.font(TypeSize.SMALL))
        size, line = theme.px(12), round(metrics.height()) + 2
        found: list[_LaidSign] = []
        x, y = float(PAD), top
        for sign in signs:
            before = size + 3 if sign.icon else 0
            needs = metrics.horizontalAdvance(sign.word) + before
            if x > PAD and x + needs > width - PAD:
                x, y = float(PAD), y + line
            colour = theme.colour(sign.token)
            picture = icons.pixmap(sign.icon, colour, size, 2.0) if sign.icon else None
            baseline = y + (line - metrics.height()) / 2 + metrics.ascent()
            place = QPointF(round(x), round(y + (line - size) / 2))
            found.append(_LaidSign(picture, place, sign.word, QPointF(x + before, baseline), colour))
            x += needs + theme.px(10)
        return tuple(found), y + line
