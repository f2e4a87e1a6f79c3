"""A small field for the condition on one column. It says how conditions are written and what is wrong with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from desktop.matrix.table.conditions import HOW_TO, BadCondition, condition_of
from desktop.shell.announce import announce
from desktop.shell.widgets.fields import add_clear_button
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent


class ConditionBox(QFrame):
    """A pop-up. Each sound condition is told as it is typed; Enter closes, Escape takes back what was there before."""

    typed = Signal(str, str)  # column, condition

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._column, self._before = "", ""
        self._title = TextLabel("", "title")
        self.field = QLineEdit()
        add_clear_button(self.field)
        self._help = TextLabel(HOW_TO, "muted")
        self._wrong = TextLabel("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for widget in (self._title, self.field, self._wrong, self._help):
            column.addWidget(widget)
        self._wrong.hide()
        self.field.textEdited.connect(self._on_edited)

    @property
    def wrong(self) -> str:
        """What is wrong with the condition; empty where nothing is."""
        return self._wrong.text()

    def ask(self, column: str, title: str, typed: str, at: QPoint) -> None:
        """Ask for the condition on a column."""
        self._column, self._before = column, typed
        self._title.setText(f"Only where {title} is")
        self.field.setText(typed)
        self.field.setAccessibleName(f"Condition on {title}")
        self.field.setAccessibleDescription(HOW_TO)
        self.setFixedWidth(min(420, max(260, self._help.fontMetrics().horizontalAdvance(HOW_TO) // 2 + 60)))
        self.adjustSize()
        room = self.screen().availableGeometry()
        self.move(min(at.x(), room.right() - self.width()), min(at.y(), room.bottom() - self.height()))
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.typed.emit(self._column, self._before)
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self.wrong:
                self.close()
        else:
            super().keyPressEvent(event)

    def _on_edited(self, typed: str) -> None:
        try:
            condition_of(typed)
        except BadCondition as wrong:
            self._say(str(wrong))
            return
        self._say("")
        self.typed.emit(self._column, typed)

    def _say(self, wrong: str) -> None:
        self._wrong.setText(f"Not yet a condition: {wrong}" if wrong else "")
        self._wrong.setVisible(bool(wrong))
        self.adjustSize()
        if wrong:
            announce(self.field, self._wrong.text())
