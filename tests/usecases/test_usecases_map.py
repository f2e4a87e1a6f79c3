"""The coverage map under mouse, keyboard and screen reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from desktop.catalog.refs import IndustryRef
from desktop.shell.theme import ThemeChoice
from desktop.usecases.filter import Facet
from tests.usecases.driver import UseCasesDriver

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog

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


def test_several_industries_that_are_chosen_are_all_outlined(room: UseCasesDriver) -> None:
    room.choose(Facet.INDUSTRY, "inn")
    room.choose(Facet.INDUSTRY, "cafe")
    assert room.outlined == ["Inn", "Café & bar"]
    room.press_button("Baking")
    assert room.outlined == ["Inn, Baking", "Café & bar, Baking"]
    room.choose(Facet.KIND, "brew")
    assert len(room.outlined) == 4
    room.click_cell("inn", "brew")
    assert room.titles == ["Making tea", "Heating soup"]
    assert room.outlined == ["Inn, Brewing"]


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
    assert room.spoken(room.cell("bare", "both")) == "Bare, Both: no use case; no article mentions it"
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


@pytest.mark.parametrize(("size", "scale"), [((684, 480), 1.0), ((1240, 700), 1.0), ((1400, 900), 1.5)])
def test_no_row_is_cut_by_the_end_of_the_map(
    open_room: OpenRoom, shipped_catalog: Catalog, size: tuple[int, int], scale: float
) -> None:
    room = open_room(shipped_catalog, size=size, scale=scale)
    places = [room.seen(room.cell(each.id)) for each in shipped_catalog.industries]
    whole = [place for place in places if place is not None]
    assert 2 <= len(whole) < len(places)
    assert None not in places[: len(whole)]
    for place, industry in zip(whole, shipped_catalog.industries, strict=False):
        assert place == room.cell(industry.id).size()
    room.cell(shipped_catalog.industries[0].id).setFocus()
    for _row in places:
        room.key(Qt.Key.Key_Down)
    last = room.cell(shipped_catalog.industries[-1].id)
    assert room.seen(last) == last.size()


def test_on_a_large_screen_every_industry_of_the_pack_has_its_row_in_sight(
    open_room: OpenRoom, shipped_catalog: Catalog
) -> None:
    room = open_room(shipped_catalog, size=(1260, 890))
    assert all(room.seen(room.cell(each.id)) for each in shipped_catalog.industries)


def ground(room: UseCasesDriver, kind: str) -> str:
    """The colour that the plot paints just inside the left edge of the Inn's cell of a kind."""
    cell = room.cell("inn", kind)
    point = cell.mapTo(room.room, QPoint(5, cell.height() // 2))
    return room.room.grab().toImage().pixelColor(point).name()
