"""The room as a person uses it, by mouse and by keyboard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from desktop.catalog.refs import DiagramRef, PartRef, StepRef
from desktop.diagrams.ui.widget import NONE_HERE
from desktop.shell.theme import ThemeChoice
from tests.diagrams.builders import ALL, CUP, TEA, WARMTH, chain, node

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.catalog.entities.diagrams import Diagram
    from tests.diagrams.conftest import OpenRoom
    from tests.diagrams.driver import DiagramsDriver

Key = Qt.Key


def test_it_opens_on_the_first_diagram_whole(room: DiagramsDriver) -> None:
    assert room.title == "A cup of tea"
    assert all(room.shows(id) for id in room.drawing.order)
    assert "Water becomes tea." in room.words
    assert room.selected == []


@pytest.mark.parametrize("diagram", ALL, ids=lambda diagram: diagram.type)
@pytest.mark.parametrize("size", [(684, 480), (1240, 900)], ids=str)
def test_every_type_opens_with_everything_in_view(open_room: OpenRoom, diagram: Diagram, size: tuple[int, int]) -> None:
    room = open_room((diagram,), size)
    room.push("Fit the whole diagram")
    assert all(room.shows(id) for id in room.drawing.order)


def test_a_click_selects_and_tells(room: DiagramsDriver) -> None:
    room.click("pot")
    assert room.chosen == "pot"
    assert room.selected == [PartRef("tea", "pot")]


def test_a_line_can_be_clicked_too(room: DiagramsDriver) -> None:
    room.click("pour")
    assert room.selected == [PartRef("tea", "pour")]


def test_a_double_click_opens_the_deeper_diagram(room: DiagramsDriver) -> None:
    room.double_click("kettle")
    assert room.opened == [DiagramRef("cup")]
    assert room.title == "What is in a cup"


def test_the_keyboard_goes_through_the_nodes_and_out_again(room: DiagramsDriver) -> None:
    room.enter_figure()
    seen = []
    for _ in range(5):
        seen.append(room.current)
        room.press(Key.Key_Tab)
    assert seen == ["water", "kettle", "leaves", "pot", "taste"]
    assert not room.canvas.hasFocus()


def test_tab_backwards_leaves_at_the_first(room: DiagramsDriver) -> None:
    room.enter_figure()
    room.press(Key.Key_Backtab)
    assert not room.canvas.hasFocus()


def test_escape_lets_the_next_tab_leave(room: DiagramsDriver) -> None:
    room.enter_figure()
    room.press(Key.Key_Escape, Key.Key_Tab)
    assert not room.canvas.hasFocus()


def test_arrows_walk_along_the_lines_and_select(room: DiagramsDriver) -> None:
    room.enter_figure()
    room.press(Key.Key_Right, Key.Key_Right)
    assert room.chosen == "pot"
    assert room.selected == [PartRef("tea", "kettle"), PartRef("tea", "pot")]


def test_enter_selects_or_opens(room: DiagramsDriver) -> None:
    room.enter_figure()
    room.press(Key.Key_Return)
    assert room.selected == [PartRef("tea", "water")]
    room.press(Key.Key_Tab, Key.Key_Return)
    assert room.opened == [DiagramRef("cup")]


def test_steps_light_their_parts_and_no_others(room: DiagramsDriver) -> None:
    room.push("Step on")
    assert room.lit == {"water", "kettle", "pour"}
    assert "Step 1 of 2 · Boil" in room.words
    assert "The kettle boils." in room.words
    assert room.progress == (1, 2)
    assert room.selected == [StepRef("tea", "boil")]


def test_steps_by_keys_stop_at_both_ends(room: DiagramsDriver) -> None:
    room.enter_figure()
    room.press(Key.Key_Period, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown)
    assert room.progress == (2, 2)
    room.press(Key.Key_Comma, Key.Key_PageUp, Key.Key_PageUp)
    assert room.progress == (0, 2)
    assert room.lit == set()


def test_the_lit_step_is_painted_in_the_accent_colour(room: DiagramsDriver) -> None:
    accent = QColor(room.context.theme.tokens.accent).rgb()
    assert not has_colour(room, accent)
    room.push("Step on")
    assert has_colour(room, accent)


def test_zoom_by_buttons_and_keys(room: DiagramsDriver) -> None:
    room.enter_figure()
    room.press(Key.Key_1)
    assert (room.zoom, room.percent) == (1.0, "100 %")
    room.press(Key.Key_Plus)
    assert room.zoom == 1.2
    room.push("Zoom out")
    room.push("Zoom out")
    assert room.zoom == 0.833
    room.press(Key.Key_0)
    assert all(room.shows(id) for id in room.drawing.order)


def test_the_zoom_has_bounds(room: DiagramsDriver) -> None:
    room.enter_figure()
    room.press(*[Key.Key_Plus] * 30)
    assert room.zoom == 4.0
    room.press(*[Key.Key_Minus] * 80)
    assert room.zoom == 0.02


def test_the_wheel_zooms_at_the_pointer(room: DiagramsDriver) -> None:
    room.canvas.set_zoom(2.0)
    at = room.canvas.viewport().rect().center() - QPoint(60, 30)
    before = room.canvas.mapToScene(at)
    room.turn_wheel(at, 2)
    after = room.canvas.mapToScene(at)
    assert room.zoom == 2.88
    assert (before - after).manhattanLength() < 3


def test_a_drag_pans_and_selects_nothing(room: DiagramsDriver) -> None:
    room.canvas.set_zoom(3.0)
    before = room.canvas.mapToScene(0, 0)
    room.drag(QPoint(-60, -40))
    moved = room.canvas.mapToScene(0, 0) - before
    assert (round(moved.x()), round(moved.y())) == (20, 13)
    assert room.selected == []


def test_a_zoom_stays_when_the_window_grows(room: DiagramsDriver) -> None:
    room.canvas.set_zoom(0.7)
    room.room.resize(1200, 900)
    assert room.zoom == 0.7


def test_a_chosen_zoom_follows_the_text_size(room: DiagramsDriver) -> None:
    room.canvas.set_zoom(1.0)
    wide = room.canvas.transform().m11()
    room.context.theme.set_scale(1.5)
    assert room.zoom == 1.0
    assert room.canvas.transform().m11() == pytest.approx(1.5 * wide)


def test_another_diagram_by_the_box(room: DiagramsDriver) -> None:
    room.push("Step on")
    room.pick("What is in a cup")
    assert room.selected[-1] == DiagramRef("cup")
    assert room.lit == set()
    assert room.room.status().startswith("What is in a cup")


def test_open_a_step_of_another_diagram(room: DiagramsDriver) -> None:
    room.room.open(StepRef("cup", "all"))
    assert room.lit == {"drinks"}
    assert "Step 1 of 1 · All" in room.words
    assert room.selected == []


def test_open_a_part_selects_it_and_brings_it_into_view(open_room: OpenRoom) -> None:
    room = open_room((TEA, chain(12)), (684, 480))
    room.canvas.set_zoom(4.0)
    room.room.open(PartRef("tea", "taste"))
    assert room.chosen == "taste"
    assert room.shows("taste")


def test_open_what_is_not_there_changes_nothing(room: DiagramsDriver) -> None:
    room.room.open(PartRef("nowhere", "nothing"))
    room.room.open(PartRef("tea", "nothing"))
    assert room.title == "A cup of tea"
    assert room.chosen == ""


def test_a_heat_map_lights_but_leads_nowhere(open_room: OpenRoom) -> None:
    room = open_room((WARMTH,))
    room.click("winter")
    assert room.selected == []
    room.push("Step on")
    assert room.lit == {"winter"}


def test_the_outline_tells_and_selects(room: DiagramsDriver) -> None:
    room.show_outline()
    assert room.outline_is_shown
    assert TEA.outline in room.words
    assert "Kettle, network: boils (in 'on the stove')" in room.outline
    room.stand_on_line("Kettle")
    assert room.selected == [PartRef("tea", "kettle")]
    room.push("Diagram")
    assert room.chosen == "kettle"


def test_a_line_of_the_outline_that_is_a_step(room: DiagramsDriver) -> None:
    room.show_outline()
    room.stand_on_line("2. Brew")
    assert room.selected == [StepRef("tea", "brew")]
    room.push("Diagram")
    assert room.lit == {"pot", "fill", "add"}


def test_no_diagrams_is_a_sentence(open_room: OpenRoom) -> None:
    room = open_room(())
    assert room.words == [NONE_HERE]
    assert room.room.status() == NONE_HERE
    assert list(room.room.places()) == []
    assert list(room.room.sheets()) == []


def test_hostile_text_is_text(open_room: OpenRoom) -> None:
    evil = "<img src='file:///x'><b>bold</b> & \u202e" + "A" * 180
    nodes = (node("water", sub=evil), *TEA.nodes[1:])
    room = open_room((replace(TEA, title=evil, summary=evil, outline=evil, nodes=nodes),))
    assert evil in room.words
    assert evil in room.drawing.shapes[1].tip
    for widget in room.room.findChildren(QWidget):
        assert "<img" not in widget.toolTip()


def test_dark_and_light_are_repainted(room: DiagramsDriver) -> None:
    light = room.picture()
    room.context.theme.set_choice(ThemeChoice.DARK)
    assert room.picture() != light
    room.context.theme.set_choice(ThemeChoice.LIGHT)
    assert room.picture() == light


def test_the_legend_follows_the_diagram(room: DiagramsDriver) -> None:
    assert "network, learns" in room.legend
    room.pick("What is in a cup")
    assert room.legend == ["example", "set"]


def test_a_large_diagram_is_drawn_in_the_background(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room((TEA, chain(80), CUP))
    room.pick("Chain")
    assert "Drawing …" in room.words
    qtbot.waitUntil(lambda: "Drawing …" not in room.words, timeout=20_000)
    assert len(room.drawing.order) == 80


def test_only_the_diagram_that_is_still_wanted_is_shown(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room((TEA, chain(80), CUP))
    room.pick("Chain")
    room.pick("What is in a cup")
    qtbot.waitUntil(lambda: not room.busy, timeout=20_000)
    assert room.drawing.order[0] == "drinks"


def test_a_diagram_that_cannot_be_drawn_says_so(open_room: OpenRoom) -> None:
    torn = replace(CUP.regions[1], id="torn", nodes=())
    broken = replace(CUP, regions=(torn, *CUP.regions))
    room = open_room((broken, TEA))
    assert any(words.startswith("This diagram cannot be drawn") for words in room.words)
    room.pick("A cup of tea")
    assert room.drawing.order[0] == "water"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(684, 480), (920, 700)], ids=str)
def test_no_button_or_label_is_cut(open_room: OpenRoom, size: tuple[int, int], scale: float) -> None:
    room = open_room(ALL, size, scale)
    room.push("Step on")
    for label in room.labels():
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        assert label.height() >= needed, label.text()


def has_colour(room: DiagramsDriver, colour: int) -> bool:
    picture = room.picture()
    return any(picture.pixel(x, y) == colour for y in range(picture.height()) for x in range(picture.width()))


def test_tab_comes_to_the_export_button_where_it_stands(room: DiagramsDriver) -> None:
    room.search.setFocus()
    room.press(Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Export or copy the diagram"
    room.press(Key.Key_Tab)
    assert room.has_keyboard


def test_tab_comes_to_the_choice_of_a_comparison_where_it_stands(room: DiagramsDriver) -> None:
    room.push("Show as: Compare")
    room.focus_button("Show as: Compare")
    seen = []
    for _ in range(2):
        room.press(Key.Key_Tab)
        focused = QApplication.focusWidget()
        seen.append(focused.accessibleName() if focused else "")
    assert seen == ["Compare by: Figures", "Choose the diagrams to compare"]
