"""Drives the chooser as a reader does: picks answers, presses buttons and keys, and reads what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPushButton, QWidget

from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.links import LinkButton
from desktop.usecases.ui.chooser.answer_button import AnswerButton
from desktop.usecases.ui.chooser.fold import FoldHead
from desktop.usecases.ui.chooser.outcome_card import OutcomeCard
from desktop.usecases.ui.chooser.question_card import QuestionCard
from desktop.usecases.ui.chooser.result import ResultView

if TYPE_CHECKING:
    from desktop.catalog.refs import Ref
    from desktop.shell.settings import Settings
    from desktop.usecases.ui.chooser.page import ChooserPage

B = TypeVar("B", bound=QAbstractButton)


class ChooserDriver:
    """The page with a reader in front of it. `opened` and `told` are what its signals told."""

    def __init__(self, page: ChooserPage, settings: Settings) -> None:
        self.page = page
        self.settings = settings
        self.opened: list[Ref] = []
        self.told: list[str] = []
        page.opening_requested.connect(self.opened.append)
        page.told.connect(self.told.append)

    @property
    def headline(self) -> str:
        return self.page.findChildren(ResultView)[0].headline.text()

    @property
    def question(self) -> str:
        """The open question; '' where all are folded."""
        return next((each.question.id for each in self.cards if each.is_open), "")

    @property
    def cards(self) -> list[QuestionCard]:
        return self.page.findChildren(QuestionCard)

    @property
    def outcomes(self) -> list[str]:
        """The outcomes whose cards are shown, from above, with their places."""
        found = [each for each in self.page.findChildren(OutcomeCard) if each.isVisible()]
        found.sort(key=lambda each: each.mapTo(self.page, each.rect().topLeft()).y())
        return [each.findChildren(TextLabel)[0].text() for each in found]

    @property
    def words(self) -> list[str]:
        """Everything that can be read: labels, links and folds."""
        labels = [each.text() for each in self.page.findChildren(TextLabel) if each.isVisible()]
        links = [each.words for each in self._shown(LinkButton)]
        return [*labels, *links, *(each.words for each in self._shown(FoldHead))]

    @property
    def controls(self) -> list[QWidget]:
        """Everything visible that can be operated."""
        every = [*self.page.findChildren(QAbstractButton), *self.page.findChildren(QComboBox)]
        return [each for each in every if each.isVisible()]

    def pick(self, answer: str) -> None:
        """Click an answer of the open question."""
        button = next(each for each in self._shown(AnswerButton) if each.answer == answer)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def press(self, words: str) -> None:
        """Press the button that says so or is named so."""
        button = next(each for each in self._shown(QPushButton) if words in (each.text(), each.accessibleName()))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def fold(self, words: str) -> None:
        """Press the head of a fold, by what it says or is named."""
        head = next(each for each in self._shown(FoldHead) if words in (each.words, each.accessibleName()))
        QTest.mouseClick(head, Qt.MouseButton.LeftButton)
        self.settle()

    def weigh(self, words: str) -> None:
        """Say how much the open question counts."""
        box = next(each for each in self.page.findChildren(QComboBox) if each.isVisible())
        at = box.findText(words)
        box.setCurrentIndex(at)
        box.activated.emit(at)
        self.settle()

    def follow(self, words: str) -> None:
        """Follow the first link that says so."""
        link = next(each for each in self._shown(LinkButton) if each.words == words)
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
        self.settle()

    def key(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is."""
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key)
        self.settle()

    def in_sight(self, words: str) -> bool:
        """Whether the label that says so can be seen without scrolling."""
        label = next(each for each in self.page.findChildren(TextLabel) if each.text() == words)
        return not label.visibleRegion().isEmpty()

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    def _shown(self, kind: type[B]) -> list[B]:
        return [each for each in self.page.findChildren(kind) if each.isVisible()]
