"""The glossary where its words stand: in the panel, under a figure, in an outline, after an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.catalog.refs import CellRef, DiagramRef, QuestionRef, SubjectRef, TermRef
from tests.shell.driver import WindowDriver

if TYPE_CHECKING:
    from desktop.catalog.refs import Ref
    from desktop.shell.window import Window

CELL = CellRef("llm", "how-it-works")


@pytest.fixture
def driver(window: Window) -> WindowDriver:
    return WindowDriver(window).to_front()


def go(driver: WindowDriver, ref: Ref) -> WindowDriver:
    assert driver.window.context is not None
    driver.window.context.navigator.open(ref)
    return driver.settle()


def test_a_term_in_the_panel_leads_to_its_meaning_and_back(driver: WindowDriver) -> None:
    go(driver, CELL).look_up(driver.page, "Self-attention")
    assert driver.panel.ref == TermRef("self-attention")
    assert driver.key("Alt+Left").panel.ref == CELL


def test_the_panel_links_each_term_once_and_not_the_one_it_explains(driver: WindowDriver) -> None:
    linked = go(driver, CELL).terms(driver.page)
    assert "Token" in linked
    assert len(set(linked)) == len(linked)
    assert "Token" not in go(driver, TermRef("token")).terms(driver.page)


def test_the_panel_shows_what_stands_in_the_cell_and_the_detail(driver: WindowDriver) -> None:
    assert driver.window.context is not None
    cell = driver.window.context.catalog.cell("llm", "how-it-works")
    text = go(driver, CELL).panel_text()
    assert cell.text in text
    assert (cell.detail or "?") in text


def test_what_the_panel_unfolds_comes_next_by_the_tab_key(driver: WindowDriver) -> None:
    go(driver, SubjectRef("llm")).click(driver.page, "more claims")
    claims = [each for each in driver.links() if each.ref.kind == "claim"]
    claims[-1].setFocus()
    driver.press(Qt.Key.Key_Tab)
    after = QApplication.focusWidget()
    assert after is not None
    assert after.mapTo(driver.page, after.rect().topLeft()).y() > claims[-1].mapTo(driver.page, claims[-1].pos()).y()
    driver.press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is claims[-1]


def test_a_term_under_a_figure_opens_beside_it(driver: WindowDriver) -> None:
    go(driver, DiagramRef("gan"))
    before = driver.tab
    title = driver.terms(driver.middle)[0]
    driver.look_up(driver.middle, title)
    assert (driver.tab, type(driver.panel.ref)) == (before, TermRef)


def test_a_figure_in_words_has_its_terms_too(driver: WindowDriver) -> None:
    go(driver, DiagramRef("vae")).click(driver.middle, "Outline")
    assert "Encoder" in driver.terms(driver.middle)


def test_a_question_gives_its_terms_after_the_answer_alone(driver: WindowDriver) -> None:
    go(driver, QuestionRef(explained(driver)))
    assert driver.terms(driver.middle) == []
    driver.press(Qt.Key.Key_1)
    driver.press(Qt.Key.Key_Return)
    title = driver.terms(driver.middle)[0]
    driver.look_up(driver.middle, title)
    assert isinstance(driver.panel.ref, TermRef)
    assert driver.tab == "Quiz"


def explained(driver: WindowDriver) -> str:
    """A single choice whose explanation has a term."""
    assert driver.window.context is not None
    catalog = driver.window.context.catalog
    return next(
        question.id
        for question in catalog.question.values()
        if question.type == "single" and len(catalog.term_finder.pieces(question.explanation or "")) > 1
    )
