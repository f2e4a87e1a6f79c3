"""A comparison as a step: what leads into it, what Alt+Left leads back to, and what the panel shows meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from desktop.catalog.refs import ClaimRef, UseCaseRef
from desktop.usecases.ui.card_list import CardList
from desktop.usecases.ui.comparing_page import ComparingPage
from desktop.usecases.ui.comparison import ComparisonTable
from desktop.usecases.ui.side_by_side import SideBySide
from tests.shell.driver import WindowDriver

if TYPE_CHECKING:
    from desktop.shell.window import Window

TICKED = ("answer-customers", "detect-fraud")


class Reader(WindowDriver):
    """Has a card selected and compares two use cases."""

    @property
    def cards(self) -> CardList:
        return self.window.findChildren(CardList)[0]

    @property
    def table(self) -> ComparisonTable:
        return self.window.findChildren(ComparisonTable)[0]

    @property
    def names(self) -> list[str]:
        """What stands side by side; nothing while no comparison is shown."""
        heads = (self.table.horizontalHeaderItem(at) for at in range(self.table.columnCount()))
        return [head.text() for head in heads if head is not None] if self.table.isVisible() else []

    @property
    def rows(self) -> int:
        return self.table.rowCount()

    def compare(self, words: str) -> Reader:
        menu = self.window.findChildren(SideBySide)[0].menu()
        next(each for each in menu.actions() if each.text().startswith(words)).trigger()
        self.settle()
        return self

    def only_differing(self) -> QPushButton:
        buttons = self.window.findChildren(ComparingPage)[0].findChildren(QPushButton)
        return next(each for each in buttons if each.text() == "Only what differs")

    def choose_second(self, title: str) -> Reader:
        boxes = self.window.findChildren(QComboBox)
        box = next(each for each in boxes if each.accessibleName() == "Second industry")
        box.setCurrentIndex(box.findText(title))
        box.activated.emit(box.currentIndex())
        self.settle()
        return self


@pytest.fixture
def reader(window: Window) -> Reader:
    """Two use cases side by side; before that the reader stood on one of them."""
    reader = Reader(window)
    window.show_view("usecases")
    reader.settle()
    reader.cards.setFocus()
    reader.cards.choose("draft-contracts")
    assert window.context is not None
    window.context.navigator.select(UseCaseRef("draft-contracts"))
    for each in TICKED:
        reader.cards.tick_requested.emit(each)
    return reader.compare("The 2 ticked")


def test_back_leaves_the_comparison_for_what_was_before_and_forward_returns(reader: Reader) -> None:
    assert reader.names == ["Answering customers in a chat", "Detecting fraud"]
    assert reader.says("2 use cases compared")
    reader.key("Alt+Left")
    assert reader.names == []
    assert reader.tab == "Use cases"
    assert reader.cards.chosen == "draft-contracts"
    assert reader.panel.ref == UseCaseRef("draft-contracts")
    assert QApplication.focusWidget() is reader.cards
    reader.key("Alt+Right")
    assert len(reader.names) == 2
    assert QApplication.focusWidget() is reader.table


def test_the_panel_follows_the_cells_and_the_comparison_stays_the_place(reader: Reader) -> None:
    reader.press(Qt.Key.Key_Right)
    assert reader.panel.ref is not None
    reader.press(Qt.Key.Key_Down)
    assert reader.panel.ref == UseCaseRef("detect-fraud")
    reader.press(Qt.Key.Key_Return)
    assert reader.names == []
    assert reader.cards.chosen == "detect-fraud"
    reader.key("Alt+Left")
    assert len(reader.names) == 2
    assert reader.table.currentRow() == 1
    assert reader.panel.ref == UseCaseRef("detect-fraud")


def test_a_link_of_the_panel_leads_back_to_the_comparison(reader: Reader) -> None:
    reader.press(Qt.Key.Key_Down)
    link = next(each for each in reader.links() if not isinstance(each.ref, ClaimRef))
    link.click()
    reader.settle()
    reader.key("Alt+Left")
    assert len(reader.names) == 2


def test_another_tab_and_back_finds_the_comparison(reader: Reader) -> None:
    reader.press(Qt.Key.Key_Down)
    reader.key("Ctrl+1")
    assert reader.tab == "Feature matrix"
    reader.key("Ctrl+3")
    assert len(reader.names) == 2
    reader.key("Alt+Left")
    assert reader.tab == "Feature matrix"
    reader.key("Alt+Left")
    assert len(reader.names) == 2
    reader.key("Alt+Left")
    assert reader.names == []


def test_escape_is_a_step_too_and_leads_to_the_card_that_is_chosen(reader: Reader) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        reader.press(key)
    assert reader.cards.chosen == "answer-customers"
    reader.key("Alt+Left")
    reader.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is reader.cards
    assert reader.panel.ref == UseCaseRef("answer-customers") == UseCaseRef(reader.cards.chosen)
    reader.key("Alt+Left")
    assert len(reader.names) == 2


def test_back_finds_the_industries_that_were_chosen_last(reader: Reader) -> None:
    reader.press(Qt.Key.Key_Escape)
    reader.compare("Two industries").choose_second("Finance")
    assert reader.names[1] == "Finance"
    assert reader.says("Finance compared")
    reader.key("Ctrl+1")
    reader.key("Alt+Left")
    assert reader.names[1] == "Finance"


def test_only_what_differs_is_asked_of_one_comparison_and_not_of_the_next(reader: Reader) -> None:
    every = reader.rows
    reader.only_differing().click()
    assert reader.rows < every
    reader.press(Qt.Key.Key_Escape)
    reader.compare("Two industries")
    assert not reader.only_differing().isChecked()
    reader.only_differing().click()
    reader.choose_second("Law")
    assert reader.only_differing().isChecked()
