"""The coverage map under mouse, keyboard and screen reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from desktop.catalog.refs import IndustryRef
from desktop.shell.theme import ThemeChoice
from desktop.usecases.filter import Facet
from tests.usecases.driver import UseCasesDriver

OpenRoom = Callable[..., UseCasesDriver]


def test_a_cell_filters_and_a_second_click_clears(room: UseCasesDriver) -> None:
    room.click_cell("inn", "brew")
    assert room.titles == ["Making tea", "Heating soup"]
    assert room.cell("inn", "brew").isChecked()
    room.click_cell("inn", "brew")
    assert len(room.titles) == 5
    assert not room.cell("inn", "brew").isChecked()


def test_names_and_marks_filter_by_industry_and_kind_alone(room: UseCasesDriver) -> None:
    room.click_cell("cafe")
    assert room.titles == ["Pouring latte", "Baking cake"]
    assert room.selected == [IndustryRef("cafe")]
    room.click_cell(kind="bake")
    assert room.titles == ["Making toast", "Baking cake"]


def test_a_choice_on_the_map_keeps_the_search(room: UseCasesDriver) -> None:
    room.search("making")
    room.click_cell("inn", "bake")
    assert room.titles == ["Making toast"]
    assert room.spoken(room.cell("inn", "brew")) == "Inn, Brewing: 1 of 2 use cases"


def test_a_choice_made_elsewhere_is_outlined_on_the_map(room: UseCasesDriver) -> None:
    room.choose(Facet.INDUSTRY, "inn")
    assert room.cell("inn").isChecked()
    room.press_button("Baking")
    assert room.cell("inn", "bake").isChecked()
    assert not room.cell("inn").isChecked()


def test_arrow_keys_move_over_the_map_and_enter_filters(room: UseCasesDriver) -> None:
    room.cell("inn").setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        room.key(key)
    assert room.titles == ["Baking cake"]
    room.key(Qt.Key.Key_Return)
    assert len(room.titles) == 5
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Space):
        room.key(key)
    assert room.titles == ["Making toast", "Baking cake"]


def test_tab_stops_at_one_cell_only_and_the_edge_holds(room: UseCasesDriver) -> None:
    room.cell("inn").setFocus()
    room.key(Qt.Key.Key_Left)
    assert QApplication.focusWidget() is room.cell("inn")
    room.key(Qt.Key.Key_Right)
    assert room.cell("inn", "brew").focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert room.cell("inn").focusPolicy() == Qt.FocusPolicy.ClickFocus


def test_each_cell_has_its_name_and_the_line_below_repeats_it(room: UseCasesDriver) -> None:
    assert room.spoken(room.cell("inn", "brew")) == "Inn, Brewing: 2 use cases"
    assert room.spoken(room.cell("bare", "both")) == "Bare, Both: none, no article mentions it"
    assert "whether an article mentions it" in room.map.note
    room.cell("inn", "brew").setFocus()
    assert room.map.note == "Inn, Brewing: 2 use cases"


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_plot_paints_a_full_cell_stronger_than_an_empty_one(open_room: OpenRoom, choice: ThemeChoice) -> None:
    room = open_room(choice=choice)
    full, empty = (ground(room, kind) for kind in ("brew", "both"))
    assert empty == QColor(room.theme.tokens.raised).name()
    assert full != empty


def test_the_colours_follow_the_theme(room: UseCasesDriver) -> None:
    light = ground(room, "brew")
    room.theme.set_choice(ThemeChoice.DARK)
    room.settle()
    assert ground(room, "brew") != light


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_cells_are_large_enough_and_stand_inside_the_map(open_room: OpenRoom, scale: float) -> None:
    room = open_room(size=(1600, 900), scale=scale)
    for industry in ("inn", "cafe", "bare"):
        for kind in ("brew", "bake", "both"):
            cell = room.cell(industry, kind)
            assert min(cell.width(), cell.height()) >= 24 * scale
            board = cell.parentWidget()
            assert board is not None
            assert board.rect().contains(cell.geometry())


def ground(room: UseCasesDriver, kind: str) -> str:
    """The colour that the plot paints just inside the left edge of the Inn's cell of a kind."""
    cell = room.cell("inn", kind)
    point = cell.mapTo(room.room, QPoint(5, cell.height() // 2))
    return room.room.grab().toImage().pixelColor(point).name()
