"""The chooser as a reader meets it: answering, changing, skipping, weighing, following reasons, taking away."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea

from desktop.catalog.refs import UseCaseRef
from desktop.shell.widgets.links import LinkButton
from desktop.usecases.choosing.remembered import KEY
from desktop.usecases.ui.chooser import page
from desktop.usecases.ui.chooser.answer_button import AnswerButton
from desktop.usecases.ui.chooser.export_button import ExportButton
from tests.usecases.builders import HOSTILE
from tests.usecases.chooser.builders import DRINKS, TEA_TIME, drinks, question
from tests.usecases.chooser.driver import ChooserDriver

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.catalog.catalog import Catalog

OpenPage = Callable[..., ChooserDriver]


def test_it_begins_with_the_first_question_and_no_ranking(chooser: ChooserDriver) -> None:
    assert chooser.question == "time"
    assert chooser.headline == "Nothing is ranked yet: no question is answered."
    assert chooser.outcomes == []
    assert "Because time matters." in chooser.words


def test_the_result_follows_each_answer_at_once(chooser: ChooserDriver) -> None:
    chooser.pick("morning")
    assert chooser.headline == "Best fit: Coffee."
    assert chooser.outcomes == ["1  Coffee", "2  Tea"]
    assert chooser.told[-1] == "Best fit: Coffee."
    chooser.press("Next")
    assert chooser.question == "mood"
    chooser.pick("calm")
    assert chooser.headline == "A tie: 'Tea' and 'Coffee' fit equally well."
    assert chooser.outcomes == ["1  Tea", "1  Coffee"]
    assert chooser.words.count("a tie of 2 · 30 points: 2 reasons for it") == 1


def test_an_answer_is_shown_beside_the_result_and_can_be_changed_there(chooser: ChooserDriver) -> None:
    chooser.pick("morning")
    chooser.press("Next")
    assert "Morning it is" in chooser.words
    chooser.press("Change the answer to: Which time?")
    assert chooser.question == "time"
    chooser.pick("night")
    assert chooser.headline.startswith("Nothing fits")
    assert "Ruled out: 1" in chooser.words


def test_questions_can_be_skipped_and_gone_back_to(chooser: ChooserDriver) -> None:
    chooser.press("Skip")
    assert chooser.question == "mood"
    chooser.press("Back")
    assert chooser.question == "time"
    for words in ("Skip", "Skip", "Done"):
        chooser.press(words)
    assert chooser.question == ""
    assert chooser.headline == "Nothing is ranked yet: no question is answered."


def test_an_answer_can_be_taken_back(chooser: ChooserDriver) -> None:
    chooser.pick("morning")
    chooser.press("Clear")
    assert chooser.headline == "Nothing is ranked yet: no question is answered."


def test_a_question_can_count_double_or_only_rule_out(chooser: ChooserDriver) -> None:
    chooser.pick("morning")
    chooser.weigh("Counts double")
    assert "+60" in chooser.words
    chooser.press("Next")
    assert "Morning it is (counts double)" in chooser.words
    chooser.press("Back")
    chooser.weigh("Only rules out")
    assert chooser.outcomes == []


def test_every_reason_is_a_link_to_what_it_rests_on(chooser: ChooserDriver) -> None:
    chooser.pick("morning")
    assert "by 'Morning it is' ('Which time?')" in chooser.words
    chooser.follow("because: It wakes.")
    chooser.follow("Also: use-case:brew")
    assert chooser.opened == [TEA_TIME, UseCaseRef("brew")]


def test_the_reasons_of_the_others_are_a_press_away_and_stay_open(chooser: ChooserDriver) -> None:
    chooser.pick("morning")
    assert "because: It warms." not in chooser.words
    chooser.fold("Why: Tea")
    assert "because: It warms." in chooser.words
    chooser.press("Next")
    chooser.pick("calm")
    assert {"because: It warms.", "because: It calms."} <= set(chooser.words)


def test_what_is_out_or_unknown_is_folded_below_with_its_reasons(chooser: ChooserDriver) -> None:
    chooser.pick("night")
    assert "Coffee" not in chooser.outcomes
    chooser.fold("Ruled out: 1")
    assert "because: It keeps awake." in chooser.words
    chooser.fold("Not ruled out and not spoken of: 1")
    assert "Water" in chooser.outcomes
    assert not any(each.startswith("0 points") for each in chooser.words)
    assert any("unknown, which is neither good nor bad" in each for each in chooser.words)


def test_it_can_all_be_done_by_keyboard(chooser: ChooserDriver) -> None:
    chooser.key(Qt.Key.Key_Space)
    assert chooser.headline == "Best fit: Coffee."
    chooser.key(Qt.Key.Key_Down)
    assert chooser.headline.startswith("Nothing fits")
    chooser.key(Qt.Key.Key_Tab)
    chooser.key(Qt.Key.Key_Space)
    assert chooser.question == "mood"


def test_in_a_narrow_room_a_button_leads_down_to_the_reasons(open_page: OpenPage) -> None:
    driver = open_page(size=(648, 440))
    driver.pick("morning")
    assert not driver.in_sight("1  Coffee")
    driver.press("To the reasons")
    assert driver.in_sight("1  Coffee")
    wide = open_page()
    assert "To the reasons" not in [each.accessibleName() for each in wide.controls]


def test_the_new_result_is_read_aloud(chooser: ChooserDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(page, "announce", lambda _widget, text: heard.append(text))
    chooser.pick("morning")
    chooser.pick("night")
    assert heard[0] == "Best fit: Coffee."
    assert heard[1].startswith("Nothing fits")
    assert heard[1].endswith("1 outcome ruled out.")


def test_every_control_has_a_name(chooser: ChooserDriver) -> None:
    chooser.pick("morning")
    assert [each for each in chooser.controls if not each.accessibleName()] == []


def test_the_answers_are_there_next_time(open_page: OpenPage) -> None:
    first = open_page()
    first.pick("morning")
    first.weigh("Counts double")
    again = open_page()
    assert again.headline == "Best fit: Coffee."
    assert again.question == "mood"
    assert "Morning it is (counts double)" in again.words


def test_an_answer_that_the_pack_has_no_more_is_dropped_and_said(open_page: OpenPage) -> None:
    open_page().pick("morning")
    changed = drinks(replace(DRINKS, questions=(question("hour", *DRINKS.questions[0].answers), *DRINKS.questions[1:])))
    later = open_page(changed)
    assert "1 remembered choice is not in this pack any more and left out." in later.words
    assert later.headline == "Nothing is ranked yet: no question is answered."


@pytest.mark.parametrize("kept", ["{", "[]", '{"small": 1}', '{"small": {"answers": [1], "weights": {"time": NaN}}}'])
def test_settings_that_are_no_answers_count_as_none(kept: str, open_page: OpenPage) -> None:
    driver = open_page()
    driver.settings.set_value(KEY, kept)
    assert open_page().headline == "Nothing is ranked yet: no question is answered."


def test_each_pack_has_answers_of_its_own(open_page: OpenPage) -> None:
    open_page().pick("morning")
    other = drinks()
    other = replace(other, pack=replace(other.pack, id="other"))
    there = open_page(other)
    assert there.headline == "Nothing is ranked yet: no question is answered."
    there.pick("night")
    kept = json.loads(there.settings.value(KEY))
    assert [each["answers"] for each in kept.values()] == [{"time": "night"}, {"time": "morning"}]


def test_starting_again_takes_all_back(chooser: ChooserDriver) -> None:
    chooser.pick("morning")
    chooser.press("Next")
    chooser.press("Start again")
    assert chooser.headline == "Nothing is ranked yet: no question is answered."
    assert chooser.question == "time"


@pytest.mark.parametrize(
    ("title", "name", "begins"),
    [("Markdown…", "mine.md", b"# What fits, and why\n"), ("PDF…", "mine.pdf", b"%PDF")],
)
def test_the_result_is_taken_away(
    title: str,
    name: str,
    begins: bytes,
    chooser: ChooserDriver,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chooser.pick("morning")
    file = tmp_path / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    button = chooser.page.findChildren(ExportButton)[0]
    menu = button.menu_of()
    next(each for each in menu.actions() if each.text() == title).trigger()
    qtbot.waitUntil(lambda: chooser.told[-1] == f"Written to '{file}'.")
    assert file.read_bytes().startswith(begins)


def test_there_is_nothing_to_take_away_before_an_answer(chooser: ChooserDriver) -> None:
    button = chooser.page.findChildren(ExportButton)[0]
    assert not button.isEnabled()
    chooser.pick("morning")
    assert button.isEnabled()


def test_what_a_pack_says_is_shown_as_it_is_written(open_page: OpenPage) -> None:
    outcomes = tuple(replace(each, title=HOSTILE) for each in DRINKS.outcomes)
    driver = open_page(drinks(replace(DRINKS, outcomes=outcomes)))
    driver.pick("morning")
    assert driver.outcomes[0] == f"1  {HOSTILE}"


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
@pytest.mark.parametrize("size", [(308, 460), (648, 440), (1560, 860)])
def test_nothing_is_cut_at_any_size(
    size: tuple[int, int], scale: float, open_page: OpenPage, shipped_catalog: Catalog
) -> None:
    driver = open_page(shipped_catalog, size, scale)
    driver.pick("no")
    driver.fold("As much or more speaks against it: 1")
    driver.fold("Ruled out: 7")
    for area in driver.page.findChildren(QScrollArea):
        content = area.widget()
        assert content is not None
        if area.isVisible():
            assert content.width() <= area.viewport().width()
    for control in driver.controls:
        left = control.mapTo(driver.page, control.rect().topLeft()).x()
        assert left >= 0
        assert left + control.width() <= driver.page.width(), control.accessibleName()


def test_a_new_text_size_leaves_the_keyboard_on_its_link(open_page: OpenPage) -> None:
    driver = open_page(size=(1100, 700))
    driver.pick("morning")
    links = [each for each in driver.page.findChildren(LinkButton) if each.isVisible()]
    links[1].setFocus()
    words = links[1].words
    driver.page._context.theme.set_scale(1.25)
    driver.settle()
    focused = QApplication.focusWidget()
    assert isinstance(focused, LinkButton)
    assert focused.words == words


@pytest.mark.parametrize("size", [(648, 440), (1100, 500)])
def test_a_new_text_size_leaves_the_answer_with_the_keyboard_in_sight(
    size: tuple[int, int], open_page: OpenPage, shipped_catalog: Catalog
) -> None:
    driver = open_page(shipped_catalog, size)
    for _question in shipped_catalog.chooser.questions[1:]:
        driver.press("Skip")
    driver.key(Qt.Key.Key_Up)  # from the first answer to the last
    focused = QApplication.focusWidget()
    assert isinstance(focused, AnswerButton)
    for scale in (2.0, 1.0, 1.5):
        driver.page._context.theme.set_scale(scale)
        driver.settle()
        assert QApplication.focusWidget() is focused
        assert focused.visibleRegion().boundingRect() == focused.rect(), scale
