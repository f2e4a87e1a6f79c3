"""Drives the window as a reader would: by tabs, keys, links and what can be read on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QListView, QListWidget, QPushButton, QTabBar, QWidget

from desktop.shell.evidence_panel import EvidencePanel
from desktop.shell.search_box import SearchBox
from desktop.shell.widgets.links import LinkButton
from desktop.shell.widgets.prose import TermButton

if TYPE_CHECKING:
    from desktop.shell.window import Window


class WindowDriver:
    def __init__(self, window: Window) -> None:
        self.window = window

    def settle(self) -> WindowDriver:
        self.panel.catch_up()
        for _ in range(4):
            QApplication.processEvents()
        return self

    def to_front(self) -> WindowDriver:
        """Give the window the keyboard back, as a click on it would."""
        self.window.activateWindow()
        return self.settle()

    def key(self, text: str) -> WindowDriver:
        """Press a key or a chord, as 'Alt+Left'."""
        QTest.keySequence(self.window, text)
        return self.settle()

    def type(self, text: str) -> WindowDriver:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)
        return self.settle()

    def press(self, key: Qt.Key) -> WindowDriver:
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        return self.settle()

    @property
    def middle(self) -> QWidget:
        """Where the rooms stand."""
        found = self.window.centralWidget()
        assert found is not None
        return found

    def says(self, words: str) -> bool:
        """Whether these words stand in the line at the foot."""
        return any(words in each.text() for each in self.window.statusBar().findChildren(QLabel))

    def problems(self) -> list[str]:
        """The lines of the list of problems that is open."""
        lists = [each for dialog in self.dialogs() for each in dialog.findChildren(QListWidget)]
        assert len(lists) == 1
        return [lists[0].item(at).text() for at in range(lists[0].count())]

    @property
    def tabs(self) -> list[str]:
        bar = self.window.findChild(QTabBar)
        assert bar is not None
        return [bar.tabText(at) for at in range(bar.count())]

    @property
    def tab(self) -> str:
        bar = self.window.findChild(QTabBar)
        assert bar is not None
        return bar.tabText(bar.currentIndex())

    @property
    def panel(self) -> EvidencePanel:
        found = self.window.findChild(EvidencePanel)
        assert found is not None
        return found

    @property
    def page(self) -> QWidget:
        """What the panel shows, a frame later."""
        self.panel.catch_up()
        found = self.panel.widget()
        assert found is not None
        return found

    def panel_text(self) -> str:
        """All words in the evidence panel."""
        self.settle()
        labels = [each.text() for each in self.page.findChildren(QLabel)]
        return "\n".join([*labels, *(link.words for link in self.links())])

    def follow(self, words: str) -> WindowDriver:
        """Follow the first link in the panel that holds these words."""
        links = [each for each in self.page.findChildren(LinkButton) if words in each.words]
        assert links, f"no link with '{words}' among {[each.words for each in self.links()]}"
        QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
        return self.settle()

    def links(self) -> list[LinkButton]:
        return self.page.findChildren(LinkButton)

    def terms(self, inside: QWidget) -> list[str]:
        """The terms that can be looked up in the texts shown in a part of the window."""
        return [each.term.title for each in inside.findChildren(TermButton) if each.isVisible()]

    def look_up(self, inside: QWidget, title: str) -> WindowDriver:
        """Look up a term where it stands, by key."""
        link = next(each for each in inside.findChildren(TermButton) if each.isVisible() and each.term.title == title)
        link.setFocus()
        QTest.keyClick(link, Qt.Key.Key_Return)
        return self.settle()

    def results(self) -> list[str]:
        """What the search at the top found."""
        box = self.window.findChild(SearchBox)
        lists = [each for each in self.window.findChildren(QListView) if each.accessibleName() == "Search results"]
        assert box is not None
        if not lists or not lists[0].isVisible():
            return []
        model = lists[0].model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def dialogs(self) -> list[QDialog]:
        return [each for each in self.window.findChildren(QDialog) if each.isVisible()]

    def words_on_buttons(self, inside: QWidget) -> list[str]:
        return [each.text() for each in inside.findChildren(QPushButton) if each.isVisible()]

    def click(self, inside: QWidget, words: str) -> WindowDriver:
        buttons = [each for each in inside.findChildren(QPushButton) if words in each.text()]
        assert buttons, words
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        return self.settle()
