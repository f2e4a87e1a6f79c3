"""The use cases in a talk: the list, one in full, side by side, the chooser and pictures stand there as they were."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.catalog.refs import IndustryRef, UseCaseRef, ViewRef
from desktop.shell.widgets.pictures.still import StillPicture
from desktop.shell.widgets.reading_sheet import ReadingPage, ReadingSheet
from desktop.usecases.choosing.place import CHOOSER, PageRef
from desktop.usecases.choosing.remembered import KEY
from desktop.usecases.filter import Facet
from desktop.usecases.ui.card_list import CardList
from desktop.usecases.ui.chooser.answer_button import AnswerButton
from desktop.usecases.ui.comparison import ComparisonTable
from desktop.usecases.ui.pictures import Picture, UseCasePictures
from desktop.usecases.ui.stage import UseCasesStage
from desktop.usecases.ui.stage_chooser import StageChooser
from tests.shell.talk_driver import LARGE, SMALL, TalkDriver
from tests.usecases.chooser.builders import drinks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pytestqt.qtbot import QtBot

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.refs import Ref
    from tests.usecases.driver import UseCasesDriver

    OpenRoom = Callable[..., UseCasesDriver]
    Hall = Callable[..., TalkDriver]

VIEW = ViewRef("usecases")
Key = Qt.Key


@pytest.fixture
def hall(qtbot: QtBot) -> Hall:
    """Shows a place on a stage over the pack of a room."""

    def shown(
        room: UseCasesDriver, ref: Ref, state: Mapping[str, str] | None = None, size: tuple[int, int] = SMALL
    ) -> TalkDriver:
        context = room.room._context
        stage = UseCasesStage(context)
        qtbot.addWidget(stage)
        return TalkDriver(context, stage, ref, size).show(state)

    return shown


@pytest.fixture
def shipped_room(open_room: OpenRoom, shipped_catalog: Catalog) -> UseCasesDriver:
    return open_room(shipped_catalog, (1280, 800))


def kept(hall: Hall, room: UseCasesDriver) -> TalkDriver:
    shown = room.room.on_screen()
    talk = hall(room, shown.ref, shown.state)
    assert talk.is_there
    return talk


def titles(talk: TalkDriver) -> list[str]:
    cards = talk.stage.findChild(CardList)
    assert cards is not None
    return [cards.model().index(row, 0).data() for row in range(cards.model().rowCount())]


def columns(table: ComparisonTable) -> list[list[str]]:
    """Every cell, with the heads."""
    every = range(table.columnCount())
    heads = [str(table.model().headerData(at, Qt.Orientation.Horizontal)) for at in every]
    rows = [[str(table.model().index(row, at).data()) for at in every] for row in range(table.rowCount())]
    return [heads, *rows]


def test_the_list_is_filtered_and_sorted_on_the_stage_as_in_the_room(room: UseCasesDriver, hall: Hall) -> None:
    room.choose(Facet.GRADE, "A")
    room.choose(Facet.GRADE, "D")
    room.sort("Title")
    room.search("o")
    shown = room.titles
    assert 0 < len(shown) < 5
    talk = kept(hall, room)
    assert titles(talk) == shown
    assert "A: independent study" in talk.words
    assert "of 5 shown" in talk.words


def test_the_selected_card_is_selected_and_in_sight(shipped_room: UseCasesDriver, hall: Hall) -> None:
    shipped_room.cards.setFocus()
    shipped_room.key(Key.Key_End)
    chosen = shipped_room.cards.chosen
    talk = kept(hall, shipped_room)
    cards = talk.stage.findChild(CardList)
    assert cards is not None
    assert cards.chosen == chosen != ""
    assert cards.viewport().rect().intersects(cards.visualRect(cards.currentIndex()))
    assert talk.beyond == "more above"
    assert talk.navigated == []


def test_a_use_case_in_detail_is_read_in_full(shipped_room: UseCasesDriver, hall: Hall) -> None:
    shipped_room.cards.setFocus()
    shipped_room.key(Key.Key_Down)
    shipped_room.key(Key.Key_Return)
    case = shipped_room.room._context.catalog.use_case[shipped_room.cards.chosen]
    assert shipped_room.room.on_screen().ref == UseCaseRef(case.id)
    talk = kept(hall, shipped_room)
    for said in (case.title, case.does, case.problem, case.before, case.after, case.human_check):
        assert said in talk.words
    assert "Quiz me on this" not in talk.words
    assert "more below" in talk.beyond


def test_a_page_is_read_from_the_section_where_the_reader_was(shipped_room: UseCasesDriver, hall: Hall) -> None:
    room = shipped_room
    room.cards.setFocus()
    room.key(Key.Key_Down)
    room.key(Key.Key_Return)
    for _ in range(12):
        room.key(Key.Key_Down)
    section = room.room.on_screen().state["section"]
    talk = kept(hall, room)
    page = next(each for each in talk.stage.findChildren(ReadingPage) if section in each.heads)
    head = page.heads[section]
    assert 0 <= head.mapTo(talk.stage, QPoint()).y() < 120
    assert "more above" in talk.beyond


def test_an_industry_shows_its_use_cases(room: UseCasesDriver, hall: Hall) -> None:
    talk = hall(room, IndustryRef("cafe"))
    assert titles(talk) == ["Pouring latte", "Baking cake"]


def test_a_comparison_is_kept_and_only_what_differs_of_it(room: UseCasesDriver, hall: Hall) -> None:
    room.tick(0)
    room.tick(1)
    room.compare("The 2 ticked")
    for _ in range(2):
        there = columns(room.table)
        talk = kept(hall, room)
        table = talk.stage.findChild(ComparisonTable)
        assert table is not None
        assert columns(table) == there
        room.room.activateWindow()
        room.press_button("Only what differs")
    assert room.room.on_screen().ref == VIEW


@pytest.mark.parametrize("picture", list(Picture))
def test_a_picture_is_kept_with_what_it_draws(room: UseCasesDriver, hall: Hall, picture: Picture) -> None:
    room.search("a")
    room.press_button("Pictures")
    pictures = room.room.findChildren(UseCasePictures)[0]
    pictures.choose(picture.value)
    still = kept(hall, room).stage.findChild(StillPicture)
    assert still is not None
    assert still.title in (pictures.title, pictures.words)


def test_the_chooser_is_kept_with_its_answers_and_a_hall_can_go_on(open_room: OpenRoom, hall: Hall) -> None:
    room = open_room(drinks(), (1100, 700))
    room.room.open(PageRef(CHOOSER))
    room.settle()
    answer = next(each for each in room.room.findChildren(AnswerButton) if each.isVisible())
    answer.click()
    shown = room.room.on_screen()
    assert shown.ref == VIEW
    assert json.loads(shown.state["answers"]) == {"time": "morning"}
    talk = hall(room, shown.ref, shown.state)
    assert "Best fit: Coffee." in talk.words
    assert "Morning it is" in talk.words
    before = talk.context.settings.value(KEY)
    chooser = talk.stage.findChild(StageChooser)
    assert chooser is not None
    calm = next(each for each in chooser.findChildren(AnswerButton) if each.answer == "calm")
    calm.click()
    talk.settle()
    assert "A tie: 'Tea' and 'Coffee' fit equally well." in talk.words
    assert talk.context.settings.value(KEY) == before
    assert talk.navigated == []


def test_answers_and_values_that_the_pack_has_not_are_passed_over(open_room: OpenRoom, hall: Hall) -> None:
    room = open_room(drinks(), (1100, 700))
    state = {"answers": json.dumps({"time": "morning", "weather": "rain", "mood": 3}), "weights": "[]"}
    assert "Best fit: Coffee." in hall(room, VIEW, state).words
    small = open_room()
    kept_filter = json.dumps({"grade": ["A", "Z"], "planet": ["mars"], "text": 5, "sort": "colour"})
    assert titles(hall(small, VIEW, {"filter": kept_filter, "card": "gone"})) == ["Making toast"]
    assert len(titles(hall(small, VIEW, {"compare": "use-cases tea gone", "picture": "hologram"}))) == 5


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize(
    "state",
    [{}, {"answers": "{}"}, {"compare": "use-cases detect-fraud draft-contracts"}, {"picture": "covered"}],
    ids=["list", "chooser", "comparison", "picture"],
)
def test_type_is_large_on_every_page(
    shipped_room: UseCasesDriver, hall: Hall, state: dict[str, str], size: tuple[int, int]
) -> None:
    talk = hall(shipped_room, VIEW, state, size)
    assert talk.smallest_type >= talk.least
    assert (talk.stage.steps, talk.stage.step) == (1, 0)


def test_keys_scroll_and_walk_and_tell_no_one(shipped_room: UseCasesDriver, hall: Hall) -> None:
    talk = hall(shipped_room, UseCaseRef("detect-fraud"))
    sheet = talk.stage.findChild(ReadingSheet)
    assert sheet is not None
    QTest.keyClick(sheet.area, Key.Key_PageDown)
    assert talk.beyond == "more above, more below"
    talk = hall(shipped_room, VIEW, {})
    cards = talk.stage.findChild(CardList)
    assert cards is not None
    QTest.keyClick(cards, Key.Key_Down)
    QTest.keyClick(cards, Key.Key_Return)
    QTest.keyClick(cards, Key.Key_Space)
    assert talk.navigated == []
