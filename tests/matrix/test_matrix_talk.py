"""The matrix in a talk: what stands on the screen stands on the stage, large, its place in sight and nothing cut."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton

from desktop.catalog.refs import AspectRef, CellRef, ViewRef
from desktop.matrix.ui.delegate import PAD
from desktop.matrix.ui.stage import MatrixStage
from desktop.matrix.ui.table import MatrixTable
from desktop.shell.theme import TypeSize
from desktop.shell.widgets.pictures.still import StillPicture
from tests.matrix.driver import MatrixDriver
from tests.shell.talk_driver import LARGE, SMALL, TalkDriver

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytestqt.qtbot import QtBot

    from desktop.catalog.refs import Ref
    from desktop.matrix.table.grid import Grid
    from desktop.matrix.ui.widget import MatrixRoom
    from desktop.shell.on_screen import OnScreen
    from desktop.shell.window import Window

VIEW = ViewRef("matrix")


@pytest.fixture
def driver(window: Window) -> MatrixDriver:
    window.activateWindow()
    return MatrixDriver(cast("MatrixRoom", window.show_view("matrix"))).settle()


class Hall:
    """Stages on the window's pack."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot

    def show(self, ref: Ref, state: Mapping[str, str], size: tuple[int, int] = SMALL) -> TalkDriver:
        assert self._window.context is not None
        stage = MatrixStage(self._window.context)
        self._qtbot.addWidget(stage)
        return TalkDriver(self._window.context, stage, ref, size).show(state)

    def kept(self, shown: OnScreen, size: tuple[int, int] = SMALL) -> TalkDriver:
        return self.show(shown.ref, shown.state, size)


@pytest.fixture
def hall(window: Window, qtbot: QtBot) -> Hall:
    return Hall(window, qtbot)


def table_of(talk: TalkDriver) -> MatrixTable:
    found = talk.stage.findChild(MatrixTable)
    assert found is not None
    return found


def listed(grid: Grid) -> tuple[list[str], list[tuple[str, bool]], list[str]]:
    """What a grid has: its columns, its groups and whether each is folded, its lines."""
    groups = [(row.group.id, row.is_folded) for _at, row in grid.group_rows]
    return [each.id for each in grid.columns], groups, [each.id for each in grid.heads]


def sees(talk: TalkDriver, ref: CellRef) -> bool:
    table = table_of(talk)
    row, column = table.grid.row_of(ref.aspect), table.grid.column_of(ref.subject)
    assert row is not None
    assert column is not None
    return table.main.viewport().rect().contains(table.main.visualRect(table.main.model().index(row, column)).center())


def test_the_table_as_it_was_arranged_stands_on_the_stage(driver: MatrixDriver, hall: Hall) -> None:
    driver.press("Differences").search("text")
    driver.where("Large language models", "language")
    shown = driver.room.on_screen()
    assert shown.ref == VIEW or isinstance(shown.ref, CellRef)
    assert listed(table_of(hall.kept(shown)).grid) == listed(driver.table.grid)
    assert 0 < driver.table.grid.shown < 40


def test_folds_order_and_a_turned_table_are_kept(driver: MatrixDriver, hall: Hall) -> None:
    driver.press("Systems").chord("Ctrl+T").column_menu("First release").choose("Sort rising")
    turned, there = driver.room.on_screen(), listed(driver.table.grid)
    driver.chord("Ctrl+T")
    assert listed(table_of(hall.kept(turned)).grid) == there != listed(driver.table.grid)
    group = next(driver.table.grid.group_rows)[1].group.id
    driver.room.arrange(replace(driver.room.arrangement, folded=frozenset({group})))
    stage = table_of(hall.kept(driver.room.on_screen()))
    assert listed(stage.grid) == listed(driver.table.grid)
    assert (group, True) in listed(stage.grid)[1]


def test_the_selected_cell_is_the_place_and_is_outlined_in_sight(driver: MatrixDriver, hall: Hall) -> None:
    driver.click_cell("Limitations", "Large language models")
    shown = driver.room.on_screen()
    assert shown.ref == CellRef("llm", "limitations")
    assert shown.title == "Limitations: Large language models"
    talk = hall.kept(shown)
    assert table_of(talk).selected == shown.ref
    assert sees(talk, CellRef("llm", "limitations"))
    assert talk.navigated == []


def test_a_scrolled_table_is_scrolled_on_the_stage(driver: MatrixDriver, hall: Hall) -> None:
    driver.table.main.verticalScrollBar().setValue(700)
    driver.settle()
    shown = driver.room.on_screen()
    line = shown.state["top"]
    assert line == driver.table.corner[0] != ""
    assert table_of(hall.kept(shown)).corner[0] == line


@pytest.mark.parametrize("key", ["radar", "bars", "agreement", "timeline"])
def test_a_picture_is_kept_with_what_it_draws(driver: MatrixDriver, hall: Hall, key: str) -> None:
    driver.press("Pictures")
    assert driver.room._pictures is not None
    driver.room._pictures.choose(key)
    shown = driver.room.on_screen()
    assert shown.ref == VIEW
    picture = hall.kept(shown).stage.findChild(StillPicture)
    assert picture is not None
    assert picture.isVisible()
    assert picture.title == driver.room._pictures.words or picture.title == shown.title


def test_a_level_written_by_hand_is_shown_for_a_place(hall: Hall) -> None:
    place = CellRef("generators", "scope")
    talk = hall.show(place, {"level": "technologies"})
    assert table_of(talk).selected == place
    before = listed(table_of(talk).grid)
    assert listed(table_of(hall.show(place, {"level": "of-another-pack"})).grid) == before


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_type_is_large_and_there_is_nothing_to_operate(hall: Hall, size: tuple[int, int]) -> None:
    talk = hall.show(VIEW, {}, size)
    theme = table_of(talk)._context.theme
    assert min(theme.font(each).pixelSize() for each in TypeSize) >= talk.least
    assert talk.smallest_type >= talk.least
    for kind in (QPushButton, QLineEdit, QComboBox):
        assert talk.stage.findChildren(kind) == []
    assert not table_of(talk).main.verticalScrollBar().isVisible()


def test_what_does_not_fit_is_said_and_no_column_is_cut(driver: MatrixDriver, hall: Hall) -> None:
    driver.press("Systems").settle()
    count = len(driver.table.grid.columns)
    last = driver.table.grid.columns[-1].id
    talk = hall.show(VIEW, driver.room.on_screen().state)
    main = table_of(talk).main
    width = main.viewport().width() - PAD  # of less than that nothing is seen
    whole = [at for at in range(count) if 0 <= main.columnViewportPosition(at) < width]
    assert len(whole) < count
    assert main.columnViewportPosition(whole[-1]) + main.columnWidth(whole[-1]) <= main.viewport().width() + 1
    assert "more to the right" in talk.beyond
    assert "more below" in talk.beyond
    aspect = driver.table.grid.heads[0].id
    place = CellRef(last, aspect)
    far = hall.show(place, driver.room.on_screen().state)
    assert sees(far, place)
    assert "more to the left" in far.beyond


def test_the_place_stays_in_sight_in_another_window(hall: Hall) -> None:
    place = CellRef("generators", "examples")
    talk = hall.show(place, {})
    talk.stage.resize(900, 500)
    talk.settle()
    assert sees(talk, place)


def test_the_keyboard_walks_the_table_and_tells_no_one(hall: Hall) -> None:
    talk = hall.show(CellRef("llm", "scope"), {})
    main = table_of(talk).main
    main.setFocus()
    QTest.keyClick(QApplication.focusWidget() or main, Qt.Key.Key_Down)
    assert table_of(talk).selected == CellRef("llm", "purpose")
    assert talk.navigated == []
    assert (talk.stage.steps, talk.stage.step) == (1, 0)


def test_a_question_on_a_large_stage_outlines_nothing(window: Window, qtbot: QtBot) -> None:
    assert window.context is not None
    stage = MatrixStage(window.context)
    qtbot.addWidget(stage)
    stage.allow_picking(True)
    talk = TalkDriver(window.context, stage, AspectRef("output")).show()
    assert table_of(talk).selected is None
