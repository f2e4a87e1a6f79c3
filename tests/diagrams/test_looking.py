"""Folding, searching and finding one's way in a large figure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.catalog.refs import PartRef
from desktop.diagrams.legend import DEEPER
from tests.diagrams.builders import TEA, chain, node
from tests.diagrams.soundness import check_sound

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.diagrams.conftest import OpenRoom
    from tests.diagrams.driver import DiagramsDriver

Key = Qt.Key


def test_all_groups_fold_and_unfold_by_the_button(room: DiagramsDriver) -> None:
    room.push("Fold groups")
    assert "kettle" not in room.shapes
    assert "stove" in room.shapes
    room.push("Unfold groups")
    assert "kettle" in room.shapes


def test_the_key_folds_the_group_of_the_node_one_stands_on(room: DiagramsDriver) -> None:
    room.enter_figure()
    room.press(Key.Key_Right)
    assert room.current == "kettle"
    room.press(Key.Key_F)
    assert "kettle" not in room.shapes
    assert room.chosen == "stove"
    room.press(Key.Key_F)
    assert "kettle" in room.shapes


def test_the_keyboard_stays_on_the_group_that_it_folded(room: DiagramsDriver) -> None:
    room.enter_figure()
    room.press(Key.Key_Right, Key.Key_F)
    assert room.current == "stove"


def test_a_folded_group_keeps_the_mark_of_what_is_in_it(open_room: OpenRoom) -> None:
    marked = replace(TEA, nodes=(TEA.nodes[0], replace(TEA.nodes[1], mark="llm"), *TEA.nodes[2:]))
    room = open_room((marked,))
    room.push("Fold groups")
    gradient = next(wire for wire in room.drawing.wires if wire.id == "learn")
    assert gradient.mark == "llm"


def test_escape_in_the_empty_search_leads_back_into_the_figure(room: DiagramsDriver) -> None:
    room.type_into_search("water")
    room.press(Key.Key_Escape)
    assert room.search.hasFocus()
    room.press(Key.Key_Escape)
    assert room.has_keyboard


def test_the_sign_at_the_groups_foot_folds_it(room: DiagramsDriver) -> None:
    room.click_sign("stove")
    assert "kettle" not in room.shapes
    assert room.selected == []
    room.double_click("stove")
    assert "kettle" in room.shapes


def test_a_step_lights_the_folded_group_for_what_is_in_it(room: DiagramsDriver) -> None:
    room.push("Fold groups")
    room.push("Step on")
    assert room.lit == {"water", "stove", "pour"}


def test_a_part_that_is_folded_away_is_unfolded_when_asked_for(room: DiagramsDriver) -> None:
    room.push("Fold groups")
    room.room.open(PartRef("tea", "kettle"))
    assert room.chosen == "kettle"
    assert "Fold groups" in room.buttons


def test_another_diagram_has_no_groups_to_fold(room: DiagramsDriver) -> None:
    room.pick("What is in a cup")
    assert not {"Fold groups", "Unfold groups"} & set(room.buttons)


def test_what_is_searched_for_is_marked_and_counted(room: DiagramsDriver) -> None:
    room.type_into_search("water")
    assert room.found == {"water"}
    assert "1 hit" in room.words
    room.type_into_search("zebra")
    assert room.found == set()
    assert "no hit" in room.words
    room.press(Key.Key_Escape)
    assert "no hit" not in room.words


def test_enter_walks_from_hit_to_hit_and_selects(room: DiagramsDriver) -> None:
    room.type_into_search("t")
    first = len(room.found)
    room.press(Key.Key_Return, Key.Key_Return)
    assert f"2 of {first}" in room.words
    assert room.selected[-1] == PartRef("tea", room.chosen)
    walked = room.chosen
    room.press(Key.Key_Return)
    assert room.chosen != walked
    QTest.keyClick(room.search, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert room.chosen == walked


def test_the_windows_find_key_leads_into_the_field(room: DiagramsDriver) -> None:
    room.show_outline()
    room.room.focus_search()
    assert room.search.hasFocus()
    assert not room.outline_is_shown


def test_a_hit_in_a_folded_group_marks_the_group(room: DiagramsDriver) -> None:
    room.push("Fold groups")
    room.type_into_search("boils")
    assert room.found == {"stove"}


def test_the_map_is_there_only_when_much_is_out_of_sight(room: DiagramsDriver) -> None:
    assert not room.map.isVisible()
    room.canvas.set_zoom(4.0)
    assert room.map.isVisible()
    room.enter_figure()
    room.press(Key.Key_M)
    assert not room.map.isVisible()
    room.press(Key.Key_M)
    assert room.map.isVisible()
    room.press(Key.Key_0)
    assert not room.map.isVisible()


def test_the_map_leads_to_any_place(room: DiagramsDriver) -> None:
    room.canvas.set_zoom(4.0)
    room.canvas.centre_on("water")
    assert not room.shows("taste")
    place = room.canvas.figure.box(["taste"]).centre
    scale = room.map.width() / room.canvas.figure.sceneRect().width()
    at = QPoint(round(place[0] * scale), round(place[1] * scale))
    QTest.mouseClick(room.map, Qt.MouseButton.LeftButton, pos=at)
    assert room.shows("taste")
    assert room.selected == []


@pytest.mark.parametrize("zoom", [2.4, 3.2, 4.0])
def test_the_map_never_lies_over_what_the_keyboard_or_a_step_leads_to(room: DiagramsDriver, zoom: float) -> None:
    room.canvas.set_zoom(zoom)
    assert room.map.isVisible()
    room.enter_figure()
    for way in (Key.Key_Tab, Key.Key_Backtab):
        for _ in range(len(room.drawing.order) - 1):
            room.press(way)
            assert not room.covers_with_map(room.current)
    for value in (1, 2):
        room.canvas.show_beginning()
        room.slide_to(value)
        assert not any(room.covers_with_map(id) for id in room.lit if id in room.drawing.order)


def test_a_very_long_label_is_cut_in_the_figure_and_whole_elsewhere(open_room: OpenRoom) -> None:
    long = "endless " * 1_250
    nodes = (node("water", sub=long.strip()), *TEA.nodes[1:])
    edges = (replace(TEA.edges[0], label=long.strip()), *TEA.edges[1:])
    room = open_room((replace(TEA, nodes=nodes, edges=edges),))
    check_sound(room.drawing, cut_allowed=True)
    shape = next(shape for shape in room.drawing.shapes if shape.id == "water")
    assert shape.box.width < 220
    assert len(shape.tip) < 2_000
    room.show_outline()
    assert any(long.strip() in line for line in room.outline)


def test_a_node_that_opens_a_deeper_diagram_has_a_sign_and_the_legend_tells_it(room: DiagramsDriver) -> None:
    assert DEEPER in room.legend
    room.pick("What is in a cup")
    assert DEEPER not in room.legend


def test_a_large_layout_can_be_cancelled_and_asked_for_again(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room((TEA, chain(400)))
    room.pick("Chain")
    assert "Cancel drawing" in room.buttons
    room.push("Cancel")
    assert not room.busy
    assert any(words.startswith("Drawing was cancelled") for words in room.words)
    room.push("Draw it after all")
    qtbot.waitUntil(lambda: not room.busy, timeout=20_000)
    assert len(room.drawing.order) == 400


def test_a_cancelled_one_can_be_chosen_again_at_once(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room((TEA, chain(400)))
    room.pick("Chain")
    room.push("Cancel")
    room.pick_from_list("Chain")
    assert "Cancel drawing" in room.buttons
    qtbot.waitUntil(lambda: not room.busy, timeout=20_000)
    assert len(room.drawing.order) == 400


def test_a_large_layout_tells_how_far_it_is(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room((TEA, chain(400)))
    room.pick("Chain")
    shares: list[int] = []
    room.progress_bar.valueChanged.connect(shares.append)
    qtbot.waitUntil(lambda: not room.busy, timeout=20_000)
    assert shares == sorted(shares)
    assert len(shares) > 3
