"""What a field of the form is filled in with: lines, texts, ticks, choices, places, each as a plain value of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.quiz.banking.drafting import number_or_words
from desktop.quiz.banking.fields import Kind, listed, parts_of
from desktop.shell.widgets.buttons import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent

    from desktop.quiz.banking.drafting import FieldFlaw
    from desktop.quiz.banking.fields import FormField
    from desktop.shell.theme import Theme

_LINES_SHOWN = 3
_EXACT = 1e15  # whole numbers up to here are written without a point


class Input(QWidget):
    """A field's input. Its value is what would stand in a file; None for nothing."""

    changed = Signal()
    unfolded = Signal(object)  # QWidget: this came up within the input and should be in sight

    def __init__(self, inner: QWidget | None = None) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        if inner is not None:
            self.column.addWidget(inner)
            self.setFocusProxy(inner)

    def value(self) -> Any:
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Fill it in without telling."""
        raise NotImplementedError

    def name(self, words: str) -> None:
        """What a screen reader calls it."""
        proxy = self.focusProxy()
        if proxy is not None:
            proxy.setAccessibleName(words)

    def show_flaws(self, flaws: Sequence[FieldFlaw]) -> Sequence[FieldFlaw]:
        """Tell flaws where they belong within the input; those that are left belong to the whole field."""
        return flaws


class LineInput(Input):
    """One line: of words, of words with ';' between, or of a number."""

    def __init__(self, field: FormField) -> None:
        self._edit = QLineEdit()
        self._kind = field.kind
        self._edit.setPlaceholderText(field.hint)
        super().__init__(self._edit)
        self._edit.textEdited.connect(lambda _text: self.changed.emit())

    def value(self) -> Any:
        text = self._edit.text().strip()
        if self._kind is Kind.LISTED:
            return parts_of(text) or None
        if self._kind is Kind.NUMBER and text:
            return number_or_words(text)
        return text or None

    def set_value(self, value: Any) -> None:
        if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
            value = int(value)
        words = listed(value) if isinstance(value, list) else "" if value is None else f"{value}"
        self._edit.setText(words)
        self._edit.setCursorPosition(0)


class TextInput(Input):
    """Several lines: one text, or a list with one in a line. Tab leaves it."""

    def __init__(self, field: FormField, theme: Theme) -> None:
        self._edit = QPlainTextEdit()
        self._is_list = field.kind is Kind.LINES
        self._theme = theme
        self._edit.setPlaceholderText(field.hint)
        self._edit.setTabChangesFocus(True)
        super().__init__(self._edit)
        self._is_filling = False
        self._edit.textChanged.connect(self._on_text_changed)
        self.refit()

    def value(self) -> Any:
        text = self._edit.toPlainText().strip()
        if self._is_list:
            return [line.strip() for line in text.split("\n") if line.strip()] or None
        return text or None

    def set_value(self, value: Any) -> None:
        self._is_filling = True
        self._edit.setPlainText("\n".join(value) if isinstance(value, list) else value or "")
        self._is_filling = False

    def refit(self) -> None:
        """As high as a few lines of the present type."""
        height = self._edit.fontMetrics().lineSpacing() * (_LINES_SHOWN + self._is_list) + self._theme.px(20)
        self._edit.setFixedHeight(height)

    def _on_text_changed(self) -> None:
        if not self._is_filling:
            self.changed.emit()


class TickInput(Input):
    """Yes or no. What the file would say anyway is nothing."""

    def __init__(self, field: FormField) -> None:
        self._box = QCheckBox(shown(field.label))
        self._unless = bool(field.unless)
        super().__init__(self._box)
        self._box.clicked.connect(self.changed)

    def value(self) -> Any:
        return None if self._box.isChecked() is self._unless else self._box.isChecked()

    def set_value(self, value: Any) -> None:
        self._box.setChecked(self._unless if value is None else bool(value))


class StillBox(QComboBox):
    """A box that scrolling a form past it does not change."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceInput(Input):
    """One of a few values, or none."""

    def __init__(self, choices: Sequence[tuple[Any, str]]) -> None:
        self._box = StillBox()
        self._box.addItem("–", None)
        for value, words in choices:
            self._box.addItem(words, value)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(12)
        self._box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        super().__init__(self._box)
        self._box.activated.connect(self.changed)

    def value(self) -> Any:
        return self._box.currentData()

    def set_value(self, value: Any) -> None:
        at = next((at for at in range(self._box.count()) if self._box.itemData(at) == value), -1)
        if at < 0:
            self._box.addItem(str(value), value)
            at = self._box.count() - 1
        self._box.setCurrentIndex(at)


class PlaceInput(Input):
    """A place in the pack by its ref, completed from those that are known as any part of it is typed."""

    def __init__(self, field: FormField, known: Sequence[str]) -> None:
        self._edit = QLineEdit()
        self._edit.setPlaceholderText(field.hint)
        completer = QCompleter(list(known), self._edit)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._edit.setCompleter(completer)
        if (popup := completer.popup()) is not None:
            popup.setAccessibleName(f"Known places for {field.label}")
        super().__init__(self._edit)
        self._edit.textEdited.connect(lambda _text: self.changed.emit())
        completer.activated.connect(lambda _text: self.changed.emit())

    def value(self) -> Any:
        return self._edit.text().strip() or None

    def set_value(self, value: Any) -> None:
        self._edit.setText(value or "")
