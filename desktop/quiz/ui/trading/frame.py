"""What the dialogs of import and export have in common: title, summary, what went wrong, details, and two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.shell.announce import announce
from desktop.shell.theme import TypeSize
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.labels import OneLineLabel, TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.shell.theme import Theme

_WIDE, _TALL = 1000, 680  # pixels at ordinary text size
_EDGE = 24  # pixels that are left of the window around the dialog
_MARGIN, _GAP = 16, 10
_LOW = 440  # pixels at ordinary text size
_LINES, _LINES_LOW = 4, 2  # of the details that are in sight


class TradeDialog(QDialog):
    """Rows of widgets go into `body`, between the summary and the details; `action` is what the dialog is for.

    With little room what went wrong takes the place of the details and of `asides`, which can wait.
    """

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._room = theme, parent.window()
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._title = OneLineLabel("title")
        self._title.show_text(title)
        self._summary = TextLabel()
        self._trouble = TextLabel()
        self._trouble_card = QFrame()
        self._trouble_card.setProperty("card", True)
        self._detail = TextLabel(role="small")
        self._detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._details = QScrollArea()
        self._details.setWidget(self._detail)
        self._details.setWidgetResizable(True)
        self._details.setProperty("ring", True)
        self._details.setAccessibleName("Details of the chosen line")
        self.action = push_button("", "primary")
        self.action.setDefault(True)
        self._cancel = push_button("Cancel")
        self._cancel.clicked.connect(self.reject)
        self.body = QVBoxLayout()
        self.body.setSpacing(_GAP)
        self.asides: tuple[QWidget, ...] = ()
        self._can_leave = True
        self._build()
        theme.changed.connect(self._fit)
        self._fit()
        self.resize(QSize(theme.px(_WIDE), theme.px(_TALL)).boundedTo(self._room.size() - QSize(_EDGE, _EDGE)))

    def show_summary(self, words: str) -> None:
        """Say how things are; what went wrong before is over."""
        self._summary.setText(words)
        self._summary.setVisible(bool(words))
        self._trouble_card.hide()
        self._fit()
        announce(self, words)

    def show_trouble(self, words: str) -> None:
        """Say what went wrong, beside how things are."""
        self._trouble.setText(words)
        self._trouble_card.show()
        self._fit()
        announce(self, words)

    def show_detail(self, words: str) -> None:
        """All there is to know of the chosen line."""
        self._detail.setText(words)
        self._fit()

    def hold(self, held: bool) -> None:
        """While files are written the dialog cannot be left."""
        self._can_leave = not held
        self._cancel.setEnabled(not held)

    def reject(self) -> None:
        if self._can_leave:
            super().reject()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        low = self._room.height() < self._theme.px(_LOW)
        has_room = not low or self._trouble_card.isHidden()
        line = QFontMetrics(self._theme.font(TypeSize.SMALL)).lineSpacing()
        self._details.setFixedHeight(line * (_LINES_LOW if low else _LINES) + 6)
        self._details.setVisible(bool(self._detail.text()) and has_room)
        for each in self.asides:
            each.setVisible(has_room)
        self._title.setVisible(not low)

    def _build(self) -> None:
        card = QVBoxLayout(self._trouble_card)
        card.addWidget(self._trouble)
        self._trouble_card.hide()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.action)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        for each in (self._title, self._summary, self._trouble_card):
            column.addWidget(each)
        column.addLayout(self.body, 1)
        column.addWidget(self._details)
        column.addLayout(buttons)
