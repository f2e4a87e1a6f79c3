"""Drives the window of decks as a person would: by keys, fields, buttons and what can be read on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from desktop.presentation.ui.editor_foot import EditorFoot
from tests.presentation.builders import ShowRoom
from tests.shell.driver import WindowDriver

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.shell.window import Window
    from tests.presentation.builders import Stages

W = TypeVar("W", bound=QWidget)


class DeckDriver:
    """`stages` keeps the talks that were started, `folder` is where own decks lie."""

    def __init__(self, window: Window, stages: Stages, folder: Path) -> None:
        self.main = WindowDriver(window)
        self.stages, self.folder = stages, folder
        self.heard: list[str] = []

    @property
    def room(self) -> ShowRoom:
        found = self.main.window.show_view("show")
        assert isinstance(found, ShowRoom)
        return found

    @property
    def window(self) -> QMainWindow:
        """The window of decks."""
        found = [each for each in self.main.window.findChildren(QMainWindow) if each.windowTitle() == "Decks"]
        assert len(found) == 1
        return found[0]

    @property
    def is_open(self) -> bool:
        return any(each.windowTitle() == "Decks" and each.isVisible() for each in QApplication.topLevelWidgets())

    def open(self) -> DeckDriver:
        self.main.to_front().key("Ctrl+Shift+E")
        self.window.activateWindow()
        return self.settle()

    def settle(self) -> DeckDriver:
        for _ in range(4):
            QApplication.processEvents()
        return self

    def key(self, text: str) -> DeckDriver:
        """Press a key or chord where the keyboard is in the window of decks."""
        self.window.activateWindow()
        self.settle()
        QTest.keySequence(self.window.focusWidget() or self.window, text)
        return self.settle()

    def enter(self, words: str) -> DeckDriver:
        """Type into the field that has the keyboard."""
        focus = self.window.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, words)
        return self.settle()

    def fill(self, name: str, words: str) -> DeckDriver:
        """Type these words into a field in place of what is in it, and leave it for the list."""
        field = self.field(name)
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, words)
        self.stop_list.setFocus()
        return self.settle()

    def field(self, name: str) -> QLineEdit | QPlainTextEdit:
        fields: tuple[QLineEdit | QPlainTextEdit, ...] = (*self._all(QLineEdit), *self._all(QPlainTextEdit))
        return next(each for each in fields if each.accessibleName() == name)

    def value(self, name: str) -> str:
        field = self.field(name)
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def click(self, words: str) -> DeckDriver:
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)
        return self.settle()

    def button(self, words: str) -> QPushButton:
        return next(each for each in self._all(QPushButton) if each.text() == words)

    @property
    def stop_list(self) -> QListView:
        """The stops."""
        return next(each for each in self._all(QListView) if each.accessibleName() == "Stops")

    @property
    def stops(self) -> list[str]:
        """The titles in the list."""
        model = self.stop_list.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def spoken(self, row: int) -> str:
        """What a screen reader says of a stop."""
        return str(self.stop_list.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))

    @property
    def at(self) -> int:
        return self.stop_list.currentIndex().row()

    def go_to(self, row: int) -> DeckDriver:
        self.stop_list.setFocus()
        self.stop_list.setCurrentIndex(self.stop_list.model().index(row, 0))
        return self.settle()

    def drop(self, row: int, on: int) -> DeckDriver:
        """Drag a stop onto the upper half of another one."""
        model = self.stop_list.model()
        data = model.mimeData([model.index(row, 0)])
        spot = QPointF(self.stop_list.visualRect(model.index(on, 0)).topLeft())
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        for event in (
            QDragEnterEvent(spot.toPoint(), Qt.DropAction.MoveAction, data, left, none),
            QDragMoveEvent(spot.toPoint(), Qt.DropAction.MoveAction, data, left, none),
            QDropEvent(spot, Qt.DropAction.MoveAction, data, left, none, QEvent.Type.Drop),
        ):
            QApplication.sendEvent(self.stop_list.viewport(), event)
        return self.settle()

    @property
    def decks(self) -> list[str]:
        found = self._all(QListWidget)[0]
        return [found.item(row).text() for row in range(found.count())]

    def choose(self, title: str) -> DeckDriver:
        """Choose a deck in the list at the side."""
        found = self._all(QListWidget)[0]
        row = next(row for row in range(found.count()) if found.item(row).text() == title)
        found.setFocus()
        found.setCurrentRow(row)
        return self.settle()

    def choose_in_box(self, title: str) -> DeckDriver:
        box = self._all(QComboBox)[0]
        box.setCurrentIndex(box.findText(title))
        box.activated.emit(box.currentIndex())
        return self.settle()

    def line_of_menu(self, words: str) -> QAction:
        """A line of the menu that takes the deck away, which is open now."""
        self.key("Ctrl+E")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.close()
        return next(each for each in menu.actions() if words in each.text())

    def take_away(self, words: str) -> DeckDriver:
        self.line_of_menu(words).trigger()
        return self.settle()

    @property
    def progress(self) -> QProgressBar:
        """How far the file is."""
        return self._all(QProgressBar)[0]

    @property
    def foot(self) -> str:
        return self._all(EditorFoot)[0].words

    def reads(self, words: str) -> bool:
        """Whether these words can be read in the window of decks."""
        return any(words in each.text() for each in self.window.findChildren(QLabel) if each.isVisible())

    def files(self) -> dict[str, str]:
        """The files of own decks by their names."""
        found = self.folder.glob("packs/tea-and-coffee/decks/*.yaml")
        return {path.stem: path.read_text(encoding="utf-8") for path in sorted(found)}

    def _all(self, kind: type[W]) -> list[W]:
        return self.window.findChildren(kind)
