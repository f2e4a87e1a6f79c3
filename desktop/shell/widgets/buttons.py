"""Buttons of the shared looks: ordinary, primary, segments that choose one, chips that filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QIcon, QKeyEvent
    from PySide6.QtWidgets import QMenu


def shown(text: str) -> str:
    """Text for a button, tab or action: an ampersand stays an ampersand."""
    return text.replace("&", "&&")


def push_button(text: str, look: str = "", name: str = "") -> QPushButton:
    """A button of a look ('', primary, quiet) with its accessible name."""
    button = QPushButton(shown(text))
    if look:
        button.setProperty("look", look)
    button.setAccessibleName(name or text)
    return button


def open_under(button: QWidget, menu: QMenu) -> None:
    """Open a menu below the button that it belongs to."""
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


class EnterButton(QAbstractButton):
    """A button that paints itself and is pressed by Enter too, not only by Space."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Chip(QPushButton):
    """A small round button that switches a filter on and off."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(shown(text), parent)
        self.setProperty("look", "chip")
        self.setCheckable(True)
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Change the words on the chip and what a screen reader says."""
        self.setText(shown(text))
        self.setAccessibleName(text)


class SegmentedControl(QWidget):
    """Buttons in a row of which one is chosen. Left and right arrow move the choice."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        """`options` are (key, words); `name` says what is chosen here."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._name = name
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for at, (key, words) in enumerate(options):
            row.addWidget(self._button(key, words, _place(at, len(options))))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group.buttonClicked.connect(self._on_clicked)
        if options:
            self.choose(options[0][0])

    @property
    def current(self) -> str:
        """The key of the chosen option."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose an option without telling."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)
            for each, button in self._buttons.items():
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == key else Qt.FocusPolicy.ClickFocus)

    def choose_none(self) -> None:
        """No option is chosen, since what is shown is none of them; Tab stops at the first."""
        self._group.setExclusive(False)
        for at, button in enumerate(self._buttons.values()):
            button.setChecked(False)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus if at else Qt.FocusPolicy.StrongFocus)
        self._group.setExclusive(True)

    def set_words(self, key: str, words: str, room_for: str = "") -> None:
        """Change the words of an option (a live count, for example); it is wide enough for those of `room_for` too."""
        button = self._buttons[key]
        button.setProperty("room", room_for)
        button.setText(shown(words))
        button.setAccessibleName(f"{self._name}: {words}")
        _fit(button)

    def set_icon(self, key: str, icon: QIcon, pixels: int = 14) -> None:
        """Put a mark before the words."""
        self._buttons[key].setIcon(icon)
        self._buttons[key].setIconSize(QSize(pixels, pixels))
        _fit(self._buttons[key])

    def refit(self) -> None:
        """Measure the words again: the text size has changed."""
        for button in self._buttons.values():
            _fit(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._buttons)
        at = next((at for at, button in enumerate(self._buttons.values()) if button.isChecked()), 0)
        key = keys[(at + step) % len(keys)]
        self.choose(key)
        self._buttons[key].setFocus()
        self.chosen.emit(key)

    def _button(self, key: str, words: str, place: str) -> QPushButton:
        button = push_button(words, "segment", f"{self._name}: {words}")
        button.setCheckable(True)
        button.setProperty("place", place)
        self._group.addButton(button)
        self._buttons[key] = button
        _fit(button)
        return button

    def _on_clicked(self, button: QPushButton) -> None:
        key = next(key for key, each in self._buttons.items() if each is button)
        self.choose(key)
        self.chosen.emit(key)


def _place(at: int, count: int) -> str:
    if count == 1:
        return "only"
    return {0: "first", count - 1: "last"}.get(at, "middle")


def _fit(button: QPushButton) -> None:
    """Keep the width that the bold (chosen) words need, so that nothing jumps when the choice moves."""
    button.ensurePolished()
    words = button.text().replace("&&", "&")
    plain = QFontMetrics(button.font()).size(Qt.TextFlag.TextShowMnemonic, button.text()).width()
    around = button.sizeHint().width() - plain
    font = button.font()
    font.setBold(True)
    widest = max(QFontMetrics(font).horizontalAdvance(each) for each in (words, button.property("room") or ""))
    button.setMinimumWidth(widest + max(0, around))
