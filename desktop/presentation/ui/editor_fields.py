"""Fields of the editor of decks: what is typed is told after a pause, and undo is the editor's, not the field's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.shell.widgets.flaw_label import FlawLabel
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from desktop.shell.context import Context

_PAUSE = 800  # milliseconds after the last key until what was typed is a step
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def _is_undo(event: QEvent) -> bool:
    """Whether this asks who should have a key of undo or redo: not the field, which would undo letters."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and any(event.matches(each) for each in _UNDO)
    )


class _Line(QLineEdit):
    left = Signal()

    def event(self, event: QEvent) -> bool:
        return False if _is_undo(event) else super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class _Text(QPlainTextEdit):
    left = Signal()

    def event(self, event: QEvent) -> bool:
        return False if _is_undo(event) else super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Field(QWidget):
    """A label, what is typed into, and what is wrong with it. `lines` is how many are in sight; 1 is a single line."""

    typed = Signal(str)  # after a pause, when the field is left, or when asked for

    def __init__(self, context: Context, label: str, lines: int = 1, stretches: bool = False) -> None:
        super().__init__()
        self._context, self._lines, self._stretches = context, lines, stretches
        self._told = ""
        self._line: _Line | None = _Line() if lines == 1 else None
        self._text: _Text | None = None if lines == 1 else _Text()
        self._label = TextLabel(label, "muted", wrap=False)
        self._label.setBuddy(self.edit)
        self._flaw = FlawLabel(context)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.keep)
        self.edit.setAccessibleName(label)
        self.setFocusProxy(self.edit)
        if self._line is not None:
            self._line.textEdited.connect(lambda _text: self._pause.start())
            self._line.returnPressed.connect(self.keep)
            self._line.left.connect(self.keep)
        else:
            self._prepare_text()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(self.edit, 1)
        column.addWidget(self._flaw)

    @property
    def edit(self) -> QLineEdit | QPlainTextEdit:
        """What is typed into."""
        found = self._line or self._text
        assert found is not None
        return found

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.edit.text() if isinstance(self.edit, QLineEdit) else self.edit.toPlainText()

    def show_text(self, text: str, read_only: bool) -> None:
        """Have this in it, unless it stands there; what was wrong is not told any more."""
        self._pause.stop()
        self._told = text
        self._flaw.tell([])
        if text != self.text.strip() or not text:
            self._put(text)
        self.edit.setReadOnly(read_only)

    def tell(self, flaw: str) -> None:
        """What was typed cannot be kept, and why."""
        self._flaw.tell([flaw])

    def keep(self) -> None:
        """Tell what was typed, if that is not done yet."""
        self._pause.stop()
        if self.text.strip() != self._told.strip() and not self.edit.isReadOnly():
            self._told = self.text
            self.typed.emit(self.text)

    def refit(self) -> None:
        """As high as its lines in the present type."""
        if self._text is not None:
            height = self._text.fontMetrics().lineSpacing() * self._lines + self._context.theme.px(20)
            self._text.setMinimumHeight(height)
            self._text.setMaximumHeight(16_777_215 if self._stretches else height)

    def _prepare_text(self) -> None:
        assert self._text is not None
        self._text.setTabChangesFocus(True)
        self._text.setUndoRedoEnabled(False)
        self._text.textChanged.connect(self._pause.start)
        self._text.left.connect(self.keep)
        self.refit()

    def _put(self, text: str) -> None:
        if self._line is not None:
            at = self._line.cursorPosition()
            self._line.setText(text)
            self._line.setCursorPosition(min(at, len(text)) if self._line.hasFocus() else 0)
        elif self._text is not None:
            self._text.blockSignals(True)
            self._text.setPlainText(text)
            self._text.blockSignals(False)
