"""The bank as a person meets it: keys in, words out, in a real window that reads the pack again after each change."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as factory
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)

from desktop.shell.widgets.breaking import unbroken
from tests.quiz.bank.room import BankRoom

if TYPE_CHECKING:
    from desktop.catalog.refs import Ref
    from desktop.quiz.ui.bank.page import BankPage
    from desktop.shell.window import Window

W = TypeVar("W", bound=QWidget)
_MODIFIERS = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Shift": Qt.KeyboardModifier.ShiftModifier}


@dataclass
class BankDriver:
    """Drives the bank in a shown window. `asked` is what the page asked the quiz to ask."""

    window: Window
    asked: list[Ref] = factory(default_factory=list)

    @property
    def page(self) -> BankPage:
        room = self.window.show_view("quiz")
        assert isinstance(room, BankRoom)
        return room.page

    def press(self, *keys: str) -> None:
        """Press keys where the keyboard is."""
        for name in keys:
            *modifiers, key = name.split("+")
            modifier = Qt.KeyboardModifier.NoModifier
            for each in modifiers:
                modifier |= _MODIFIERS[each]
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, Qt.Key[f"Key_{key}"], modifier)
        self.settle()

    def enter(self, words: str) -> None:
        """Type into the field that has the keyboard."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, words)
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()

    def reloaded(self) -> None:
        """Wait until the window has read the pack again."""
        assert self.window.packs.wait(20)
        self.settle()

    def look_at_all(self) -> None:
        """Let the bank look through all questions."""
        self.page._browser.look_at_all()
        self.settle()

    def search(self, words: str) -> None:
        self.page.focus_search()
        self.enter(words)

    def filter(self, facet: str, words: str) -> None:
        """Choose a value of a facet by the beginning of its words."""
        self.choose(facet, words)

    def choose(self, name: str, words: str) -> None:
        box = self.field(QComboBox, name)
        at = next(at for at in range(box.count()) if box.itemText(at).startswith(words))
        box.setCurrentIndex(at)
        box.activated.emit(at)
        self.settle()

    def offered(self, name: str) -> list[str]:
        box = self.field(QComboBox, name)
        return [box.itemText(at) for at in range(box.count())]

    def fill(self, name: str, words: str) -> None:
        """Fill a field of the form in by typing."""
        fields: tuple[QLineEdit | QPlainTextEdit, ...] = (*self._shown(QLineEdit), *self._shown(QPlainTextEdit))
        field = next(each for each in fields if each.accessibleName() == name)
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        for at, line in enumerate(words.split("\n")):
            if at:
                QTest.keyClick(field, Qt.Key.Key_Return)
            QTest.keyClicks(field, line)
        self.settle()

    def tick(self, name: str) -> None:
        QTest.keyClick(self.field(QCheckBox, name), Qt.Key.Key_Space)

    def click(self, name: str) -> None:
        button = next(each for each in self._shown(QAbstractButton) if name in (each.text(), each.accessibleName()))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def can(self, words: str) -> bool:
        """Whether a button with these words is there and works."""
        return any(words == each.text() and each.isEnabled() for each in self._shown(QAbstractButton))

    @property
    def listed(self) -> list[str]:
        """The stems in the list."""
        model = self.page._browser.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def chosen(self) -> str:
        return str(self.page._browser.list.currentIndex().data())

    @property
    def words(self) -> list[str]:
        """Every label in sight, as it is read."""
        return [unbroken(each.accessibleName() or each.text()) for each in self._shown(QLabel) if each.text()]

    @property
    def links(self) -> list[str]:
        from desktop.shell.widgets.links import LinkButton

        return [each.words for each in self._shown(LinkButton)]

    @property
    def is_writing(self) -> bool:
        return self.page._form.isVisible()

    @property
    def focus(self) -> str:
        focus = QApplication.focusWidget()
        return focus.accessibleName() if focus is not None else ""

    def text_of(self, name: str) -> str:
        fields: tuple[QLineEdit | QPlainTextEdit, ...] = (*self._shown(QLineEdit), *self._shown(QPlainTextEdit))
        for each in fields:
            if each.accessibleName() == name:
                return each.text() if isinstance(each, QLineEdit) else each.toPlainText()
        raise AssertionError(name)

    def sees(self, name: str) -> bool:
        """Whether all of what has this name is in sight, not scrolled away."""
        [found] = [each for each in self._shown(QWidget) if each.accessibleName() == name]
        return found.visibleRegion().boundingRect().height() == found.height()

    def nameless(self) -> list[str]:
        """Controls in sight without a name."""
        kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QListView)
        return [type(each).__name__ for kind in kinds for each in self._shown(kind) if not _name(each)]

    def field(self, kind: type[W], name: str) -> W:
        return next(each for each in self._shown(kind) if each.accessibleName() == name)

    def _shown(self, kind: type[W]) -> list[W]:
        return [each for each in self.page.findChildren(kind) if each.isVisible()]


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
