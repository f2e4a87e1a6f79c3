"""What is shown only when it is asked for: a head that can be pressed, and a body below, made when first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.shell.widgets.buttons import EnterButton
from desktop.shell.widgets.links import EDGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from desktop.shell.context import Context

_SIGN, _GAP, _TARGET, _WIDEST = 12, 4, 24, 480
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class FoldHead(EnterButton):
    """A chevron and words that wrap."""

    def __init__(self, words: str, name: str, context: Context) -> None:
        super().__init__()
        self.words = words
        self._theme, self._icons = context.theme, context.icons
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = min(_WIDEST, self.fontMetrics().horizontalAdvance(self.words) + self._left + EDGE + 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._left + self._theme.px(48), self._theme.px(_TARGET))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - self._left - EDGE), 100_000)
        needed = self.fontMetrics().boundingRect(room, int(_WRAP), self.words).height() + 2 * EDGE
        return max(self._theme.px(_TARGET), needed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("raised") if self.underMouse() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        side, line = self._theme.px(_SIGN), self.fontMetrics().height()
        sign = QRectF(EDGE, EDGE + (line - side) / 2, side, side)
        name = "chevron-down" if self.isChecked() else "chevron-right"
        self._icons.paint(painter, name, sign, self._theme.colour("muted"))
        painter.setPen(self._theme.colour("text"))
        painter.drawText(self.rect().adjusted(self._left, EDGE, -EDGE, -EDGE), int(_WRAP), self.words)
        painter.end()

    @property
    def _left(self) -> int:
        return EDGE + self._theme.px(_SIGN) + _GAP


class Fold(QWidget):
    """A head, and what `make` makes, below it."""

    toggled = Signal(bool)

    def __init__(self, words: str, make: Callable[[], QWidget], context: Context, name: str = "") -> None:
        super().__init__()
        self._make = make
        self._body: QWidget | None = None
        self.head = FoldHead(words, name or words, context)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.head)
        self.head.toggled.connect(self._on_toggled)
        self._say()

    def unfold(self) -> None:
        """Show the body."""
        self.head.setChecked(True)

    def _on_toggled(self, is_open: bool) -> None:
        if is_open and self._body is None:
            self._body = self._make()
            self._column.addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(is_open)
        self._say()
        self.toggled.emit(is_open)

    def _say(self) -> None:
        self.head.setAccessibleDescription("unfolded" if self.head.isChecked() else "folded")
