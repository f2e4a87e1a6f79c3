"""A link to a place in the program: wraps, can be reached by Tab and followed by Enter or Space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.shell.widgets.breaking import breakable
from desktop.shell.widgets.buttons import EnterButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.catalog.refs import Ref

EDGE = 3
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class LinkButton(EnterButton):
    """Words in the link colour, as many lines as they need."""

    followed = Signal(object)  # Ref

    def __init__(self, text: str, ref: Ref, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = text
        self._shown = breakable(text)
        self._ref = ref
        self._heights: dict[int, int] = {}  # in this font, by width: layouts ask for few widths, often
        self._measured = QFont()
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)

    @property
    def ref(self) -> Ref:
        """Where the link leads."""
        return self._ref

    @property
    def words(self) -> str:
        """What the link says."""
        return self._words

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._words) + 2 * EDGE + 1
        return QSize(min(width, 480), self.heightForWidth(min(width, 480)))

    def minimumSizeHint(self) -> QSize:
        return QSize(48, max(24, self.fontMetrics().height() + 2 * EDGE))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._measured != self.font():
            self._measured = self.font()
            self._heights.clear()
        if width not in self._heights:
            room = QRect(0, 0, max(1, width - 2 * EDGE), 100_000)
            needed = self.fontMetrics().boundingRect(room, int(_FLAGS), self._shown).height() + 2 * EDGE
            self._heights[width] = max(24, needed)
        return self._heights[width]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Link))
        font = self.font()
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.drawText(self.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE), int(_FLAGS), self._shown)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def _on_clicked(self) -> None:
        self.followed.emit(self._ref)
