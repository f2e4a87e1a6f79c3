"""The chooser as a page of its tab: there, back, and back again from what a reason rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.catalog.refs import UseCaseRef
from desktop.shell.settings import Settings
from desktop.shell.widgets.links import LinkButton
from desktop.usecases.ui.card_list import CardList
from desktop.usecases.ui.chooser.page import ChooserPage
from desktop.usecases.ui.widget import UseCasesRoom
from tests.usecases.builders import catalog_of, small_catalog
from tests.usecases.chooser.builders import DRINKS
from tests.usecases.chooser.driver import ChooserDriver

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.shell.window import Window
    from tests.usecases.driver import UseCasesDriver


def press(room: UseCasesRoom, words: str) -> None:
    button = next(each for each in room.findChildren(QPushButton) if each.isVisible() and each.text() == words)
    button.setFocus()
    button.click()
    QApplication.processEvents()


@pytest.fixture
def room(window: Window) -> UseCasesRoom:
    window.show_view("usecases")
    return window.findChildren(UseCasesRoom)[0]


def test_a_button_leads_to_the_chooser_and_another_back(room: UseCasesRoom) -> None:
    listed = room.status()
    press(room, "Which one for me?")
    page = room.findChildren(ChooserPage)[0]
    assert page.isVisible()
    assert not room.findChildren(CardList)[0].isVisible()
    assert room.status() == "Nothing is ranked yet: no question is answered."
    press(room, "Back to the use cases")
    assert not page.isVisible()
    assert room.findChildren(CardList)[0].isVisible()
    assert room.status() == listed
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Which one for me?"


def test_what_a_reason_rests_on_is_opened_and_back_leads_to_the_chooser(room: UseCasesRoom, window: Window) -> None:
    assert window.context is not None
    navigator = window.context.navigator
    press(room, "Which one for me?")
    page = room.findChildren(ChooserPage)[0]
    driver = ChooserDriver(page, window.context.settings)
    driver.pick("no")
    driver.follow("Also: Use case: Detecting fraud")
    assert navigator.current == UseCaseRef("detect-fraud")
    assert room.findChildren(CardList)[0].chosen == "detect-fraud"
    assert not page.isVisible()
    assert navigator.go_back()
    assert page.isVisible()
    assert driver.headline.startswith("None of what is compared here: you want 'Classifier")
    assert navigator.go_back()
    assert not page.isVisible()


def test_a_pack_without_a_chooser_offers_none(open_room: Callable[..., UseCasesDriver]) -> None:
    assert "Which one for me?" not in open_room().buttons
    assert "Which one for me?" in open_room(replace(small_catalog(), chooser=DRINKS)).buttons


def test_a_pack_of_a_chooser_alone_leads_to_it(open_room: Callable[..., UseCasesDriver]) -> None:
    assert "Which one for me?" not in open_room(catalog_of()).buttons
    driver = open_room(replace(catalog_of(), chooser=DRINKS))
    assert driver.nothing.words.startswith("No use cases here.")
    assert driver.buttons == ["Which one for me?"]
    press(driver.room, "Which one for me?")
    assert driver.room.findChildren(ChooserPage)[0].isVisible()


def test_escape_leaves_the_chooser(room: UseCasesRoom, tmp_path: Path) -> None:
    press(room, "Which one for me?")
    page = room.findChildren(ChooserPage)[0]
    ChooserDriver(page, Settings(tmp_path / "settings.ini")).key(Qt.Key.Key_Escape)
    assert not page.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Which one for me?"


def test_a_link_brings_the_keyboard_along_and_back_returns_it(room: UseCasesRoom, window: Window) -> None:
    assert window.context is not None
    press(room, "Which one for me?")
    page = room.findChildren(ChooserPage)[0]
    driver = ChooserDriver(page, window.context.settings)
    driver.pick("no")
    link = next(each for each in page.findChildren(LinkButton) if each.words == "Also: Use case: Detecting fraud")
    link.setFocus()
    driver.key(Qt.Key.Key_Return)
    assert room.findChildren(CardList)[0].hasFocus()
    assert window.context.navigator.go_back()
    assert link.hasFocus()
    press(room, "Back to the use cases")
    press(room, "Which one for me?")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("No: a label")


@pytest.mark.parametrize("size", [(1024, 640), (1600, 1000)])
def test_a_new_text_size_in_the_window_leaves_the_keyboard_in_sight(
    size: tuple[int, int], room: UseCasesRoom, window: Window
) -> None:
    assert window.context is not None
    window.resize(*size)
    press(room, "Which one for me?")
    driver = ChooserDriver(room.findChildren(ChooserPage)[0], window.context.settings)
    for _question in range(5):
        driver.press("Skip")
    focused = QApplication.focusWidget()
    assert focused is not None
    for scale in (2.0, 1.0, 2.0):
        window.context.theme.set_scale(scale)
        driver.settle()
        assert QApplication.focusWidget() is focused
        assert focused.visibleRegion().boundingRect() == focused.rect(), scale
