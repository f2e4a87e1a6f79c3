"""From a use case to what shows it and what asks about it, and back, in the whole window and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from desktop.catalog.refs import CellRef, QuestionRef, StepRef, UseCaseRef
from desktop.shell.widgets.links import LinkButton
from desktop.usecases.ui.card_list import CardList
from desktop.usecases.ui.detail_page import DetailPage
from tests.shell.driver import WindowDriver

if TYPE_CHECKING:
    from desktop.catalog.refs import Ref
    from desktop.shell.window import Window


@pytest.fixture
def driver(window: Window) -> WindowDriver:
    """The storyboard in detail, opened by Enter on its card."""
    assert window.context is not None
    driver = WindowDriver(window).settle()
    window.context.navigator.open(UseCaseRef("script-and-storyboard"))
    driver.settle()
    cards = window.findChildren(CardList)[0]
    cards.setFocus()
    return driver.press(Qt.Key.Key_Return)


def page(driver: WindowDriver) -> DetailPage:
    return driver.window.findChildren(DetailPage)[0]


def followed(driver: WindowDriver, kind: type[Ref]) -> Ref:
    """Follow the first link of a kind with the keyboard."""
    link = next(each for each in page(driver).findChildren(LinkButton) if isinstance(each.ref, kind))
    link.setFocus()
    assert QApplication.focusWidget() is link
    driver.press(Qt.Key.Key_Return)
    return link.ref


@pytest.mark.parametrize(("kind", "tab"), [(CellRef, "Feature matrix"), (StepRef, "Architecture")])
def test_a_link_goes_to_its_tab_and_back_returns_to_the_detail(driver: WindowDriver, kind: type[Ref], tab: str) -> None:
    assert page(driver).isVisible()
    ref = followed(driver, kind)
    assert (driver.tab, driver.panel.ref) == (tab, ref)
    assert driver.key("Alt+Left").tab == "Use cases"
    assert page(driver).isVisible()
    assert page(driver).use_case == "script-and-storyboard"


def test_back_returns_to_the_line_and_the_link_that_were_left(driver: WindowDriver) -> None:
    bar = page(driver).findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    ref = followed(driver, QuestionRef)
    driver.key("Alt+Left")
    assert bar.value() == bar.maximum()
    focused = QApplication.focusWidget()
    assert isinstance(focused, LinkButton)
    assert focused.ref == ref
    driver.press(Qt.Key.Key_Escape)
    assert not page(driver).isVisible()


def test_a_link_from_another_tab_brings_the_keyboard_to_the_card(window: Window) -> None:
    driver = WindowDriver(window).settle()
    assert window.context is not None
    assert driver.tab != "Use cases"
    window.context.navigator.open(UseCaseRef("detect-fraud"))
    driver.settle()
    assert window.findChildren(CardList)[0].hasFocus()
    driver.press(Qt.Key.Key_Return)
    assert page(driver).use_case == "detect-fraud"


def test_quiz_me_on_this_asks_the_question(driver: WindowDriver) -> None:
    ref = followed(driver, QuestionRef)
    assert isinstance(ref, QuestionRef)
    assert driver.tab == "Quiz"
    assert driver.window.context is not None
    stem = driver.window.context.catalog.question[ref.question].stem
    assert stem in [
        each.text().replace("\u200b", "") for each in driver.middle.findChildren(QLabel) if each.isVisible()
    ]


def test_escape_leaves_the_detail(driver: WindowDriver) -> None:
    driver.press(Qt.Key.Key_Escape)
    assert not page(driver).isVisible()
    assert driver.window.findChildren(CardList)[0].hasFocus()


def test_the_panel_links_a_diagram_to_the_use_cases_it_shows(driver: WindowDriver) -> None:
    followed(driver, StepRef)
    assert "USE CASES" in driver.panel_text()
    driver.follow("Use case: Writing a script")
    assert driver.tab == "Use cases"
    assert driver.panel.ref == UseCaseRef("script-and-storyboard")
