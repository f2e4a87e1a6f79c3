"""The page 'What you know' with a learner in front of it. Tests touch no widget but through this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea

from desktop.quiz.ui.knowing.beliefs_card import BeliefsCard
from desktop.quiz.ui.knowing.export_menu import ExportButton
from desktop.quiz.ui.knowing.picture_card import PictureCard
from desktop.shell.widgets.breaking import unbroken
from desktop.shell.widgets.links import LinkButton
from desktop.shell.widgets.pictures.board import Board
from desktop.shell.widgets.pictures.drawing import Words
from desktop.shell.widgets.spots import SpotButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from desktop.catalog.refs import Ref
    from desktop.quiz.knowing.knowledge import Knowledge
    from desktop.quiz.ui.knowing.page import KnowingPage
    from desktop.shell.context import Context
    from desktop.shell.widgets.pictures.drawing import Drawing


class KnowingDriver:
    """`followed` are the places that marks and links led to, `heard` what a screen reader was told."""

    def __init__(self, page: KnowingPage, context: Context) -> None:
        self.page, self.context = page, context
        self.followed: list[Ref] = []
        self.heard: list[str] = []
        self.closed = 0
        page.followed.connect(self.followed.append)
        page.closed.connect(self._on_closed)

    def settle(self) -> KnowingDriver:
        for _ in range(5):
            QApplication.processEvents()
        return self

    def show(self, knowledge: Knowledge | None) -> KnowingDriver:
        self.page.show_knowledge(knowledge)
        return self.settle()

    @property
    def titles(self) -> list[str]:
        """The titles of the cards, from the top down and the left to the right."""
        cards = [*self.page.findChildren(PictureCard), *self.page.findChildren(BeliefsCard)]
        labels = [label for card in cards for label in card.findChildren(QLabel) if label.property("role") == "title"]
        shown = [each for each in labels if each.isVisible()]
        places = {unbroken(each.text()): each.mapTo(self.page.window(), QPoint()) for each in shown}
        return sorted(places, key=lambda title: (places[title].x() // 100, places[title].y()))

    @property
    def said(self) -> list[str]:
        """All words that stand on the page, outside the pictures."""
        found = [each for each in self.page.findChildren(QLabel) if each.isVisible()]
        return [unbroken(each.text()) for each in found if each.text()]

    @property
    def boards(self) -> dict[str, Board]:
        """The pictures that are drawn, by what a screen reader calls them."""
        shown = [each for each in self.page.findChildren(Board) if each.isVisible()]
        return {each.accessibleName(): each for each in shown}

    def drawing(self, title: str) -> Drawing:
        return self.boards[title].drawing

    def painted(self, title: str) -> list[str]:
        """Every line of text in a picture."""
        return [each.text for each in self.drawing(title).strokes if isinstance(each, Words)]

    def names(self, title: str) -> list[str]:
        """What a screen reader says of each mark."""
        board = self.boards[title]
        buttons = [board.button(at) for at in range(len(board.drawing.spots))]
        return [QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in buttons]

    def choose(self, title: str, at: int) -> KnowingDriver:
        """Click a mark of a picture."""
        QTest.mouseClick(self.boards[title].button(at), Qt.MouseButton.LeftButton)
        return self.settle()

    @property
    def links(self) -> list[str]:
        return [each.words for each in self._links]

    def follow(self, words: str) -> KnowingDriver:
        """Click the link with these words."""
        link = next(each for each in self._links if each.words == words)
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
        return self.settle()

    def click(self, words: str) -> KnowingDriver:
        """Click the button with these words."""
        buttons = self.page.findChildren(QAbstractButton)
        button = next(each for each in buttons if words == each.text() and each.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return self.settle()

    def press(self, *keys: Qt.Key) -> KnowingDriver:
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key)
        return self.settle()

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    @property
    def focused(self) -> str:
        """What the keyboard is on, as it is read out."""
        return self.focus.accessibleName()

    def reach_marks(self) -> KnowingDriver:
        """Tab on to the first mark of a picture."""
        for _ in range(10):
            if isinstance(self.focus, SpotButton):
                return self
            self.press(Qt.Key.Key_Tab)
        raise AssertionError("no mark can be reached by Tab")

    @property
    def in_sight(self) -> bool:
        """Whether what the keyboard is on can be seen."""
        return not self.focus.visibleRegion().isEmpty()

    @property
    def scrolled(self) -> int:
        areas = [each for each in self.page.findChildren(QScrollArea) if each.isVisible()]
        return areas[0].verticalScrollBar().value()

    def menu(self) -> QMenu:
        return self._export.menu_of()

    @property
    def can_export(self) -> bool:
        return self._export.isEnabled()

    @property
    def cut(self) -> list[str]:
        """Words that have less room than they need, and pictures wider than their card."""
        low = [
            label.text()
            for label in self.page.findChildren(QLabel)
            if label.isVisible() and label.wordWrap() and label.height() < label.heightForWidth(label.width())
        ]
        wide = [
            card.accessibleName()
            for card in self.page.findChildren(PictureCard)
            if card.plan is not None and card.drawing.width > card.width()
        ]
        return low + wide

    @property
    def _export(self) -> ExportButton:
        found = self.page.findChild(ExportButton)
        assert isinstance(found, ExportButton)
        return found

    @property
    def _links(self) -> list[LinkButton]:
        return [each for each in self.page.findChildren(LinkButton) if each.isVisible()]

    def _on_closed(self) -> None:
        self.closed += 1
