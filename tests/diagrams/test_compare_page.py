"""Diagrams side by side, as a person sees and uses them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.catalog.entities.diagrams import EdgeKind, Phase
from desktop.catalog.refs import DiagramRef, PartRef
from desktop.diagrams.boxes import Size
from desktop.diagrams.tiling import columns_for
from desktop.diagrams.ui.compared import NOTHING_NOW
from desktop.diagrams.ui.comparing import TOO_FEW
from tests.diagrams.builders import ALL, CUP, TEA, chain

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.diagrams.conftest import OpenRoom
    from tests.diagrams.driver import DiagramsDriver

COFFEE = replace(
    TEA,
    id="coffee",
    title="A cup of coffee",
    edges=tuple(edge for edge in TEA.edges if edge.kind is not EdgeKind.LOOP),
)
ICED = replace(
    TEA, id="iced", title="Iced tea", steps=tuple(replace(step, phase=Phase.INFERENCE) for step in TEA.steps)
)
SOME = (TEA, COFFEE, ICED, chain(3), CUP)


@pytest.fixture
def compared(open_room: OpenRoom) -> DiagramsDriver:
    room = open_room(SOME, (1100, 760))
    room.push("Show as: Compare")
    return room


def test_it_opens_on_the_first_two_flows(compared: DiagramsDriver) -> None:
    assert compared.compared == ["A cup of tea", "A cup of coffee"]
    assert compared.room.status() == "A cup of tea, A cup of coffee compared: 2 differences"


def test_the_shipped_pack_opens_on_what_it_offers(open_room: OpenRoom, shipped_flows: tuple[str, ...]) -> None:
    room = open_room(None, (1240, 760))
    room.push("Show as: Compare")
    assert [figure.diagram.id for figure in room.compare.figures] == list(shipped_flows)


def test_diagrams_are_chosen_by_ticks_and_never_too_few_or_too_many(compared: DiagramsDriver) -> None:
    compared.tick("Chain", True)
    assert compared.compared == ["A cup of tea", "A cup of coffee", "Chain"]
    compared.tick("A cup of tea", False)
    compared.tick("Chain", False)
    assert compared.compared == ["A cup of coffee", "Chain"]


def test_a_choice_that_is_refused_says_why(compared: DiagramsDriver) -> None:
    said: list[str] = []
    compared.room.status_changed.connect(said.append)
    compared.tick("A cup of tea", False)
    assert compared.compared == ["A cup of tea", "A cup of coffee"]
    assert said[-1] == "2 to 4 diagrams can be compared."


def test_what_is_no_flow_cannot_be_chosen(compared: DiagramsDriver) -> None:
    assert "What is in a cup" not in compared.choices


def test_the_steps_run_in_step_by_phase(compared: DiagramsDriver) -> None:
    compared.tick("Iced tea", True)
    compared.tick("A cup of coffee", False)
    compared.push_in(compared.compare, "Step on")
    assert [set(figure.canvas.figure.lit) for figure in compared.compare.figures] == [
        {"water", "kettle", "pour"},
        set(),
    ]
    assert NOTHING_NOW in compared.words
    compared.push_in(compared.compare, "Step on")
    compared.push_in(compared.compare, "Step on")
    assert [bool(figure.canvas.figure.lit) for figure in compared.compare.figures] == [False, True]
    assert any("inference" in words for words in compared.words)


def test_a_figure_selects_its_part_and_opens_what_is_deeper(compared: DiagramsDriver) -> None:
    figure = compared.compare.figures[1]
    figure.canvas.choose("pot")
    assert compared.selected == [PartRef("coffee", "pot")]
    figure.canvas.opening_requested.emit("cup")
    assert compared.opened == [DiagramRef("cup")]
    assert compared.title == "What is in a cup"
    assert not compared.compare.isVisible()


def test_the_table_tells_what_each_has_and_leads_to_it(compared: DiagramsDriver) -> None:
    compared.push("Compare by: Table")
    rows = compared.facts
    assert rows["Loops"] == ["1: back to Water (once more)", "none"]
    compared.stand_on_fact("Loops", 0)
    assert compared.selected == [PartRef("tea", "again")]
    assert compared.compare.figures[0].canvas.figure.chosen == "again"


def test_the_table_is_copied_with_its_differences(compared: DiagramsDriver) -> None:
    compared.push("Compare by: Table")
    copy = next(action for action in compared.compare.table_menu().actions() if action.text() == "Copy the table")
    copy.trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert "Loops\t1: back to Water (once more)\tnone" in data.text()
    assert "Only A cup of tea has a loop" in bytes(data.data("text/markdown").data()).decode()


def test_only_what_differs(compared: DiagramsDriver) -> None:
    compared.push("Compare by: Table")
    assert "Noise inputs" in compared.facts
    compared.push("Only what differs")
    assert "Noise inputs" not in compared.facts
    assert "Loops" in compared.facts


def test_no_text_of_the_table_is_cut(open_room: OpenRoom) -> None:
    room = open_room(None, (700, 600), 1.5)
    room.push("Show as: Compare")
    room.push("Compare by: Table")
    table = room.compare.facts.table
    for row in range(table.rowCount()):
        for column in range(table.columnCount()):
            assert table.rowHeight(row) >= table.sizeHintForIndex(table.model().index(row, column)).height()


def test_the_differences_are_sentences(compared: DiagramsDriver) -> None:
    compared.push("Compare by: Differences")
    assert "Only A cup of tea has a loop: back to Water (once more)." in compared.sentences


def test_a_pack_with_one_flow_says_so(open_room: OpenRoom) -> None:
    room = open_room(ALL)
    room.push("Show as: Compare")
    assert TOO_FEW in room.words
    assert room.room.status() == TOO_FEW


def test_a_link_leads_back_to_the_single_figure(compared: DiagramsDriver) -> None:
    compared.room.open(PartRef("tea", "pot"))
    assert not compared.compare.isVisible()
    assert compared.chosen == "pot"


def test_the_keys_step_the_comparison(compared: DiagramsDriver) -> None:
    compared.compare.figures[0].canvas.setFocus()
    compared.press(Qt.Key.Key_Period)
    assert compared.compare.player.at == 0


def test_figures_are_set_out_so_that_the_smallest_is_largest() -> None:
    wide, tall = Size(1200, 300), Size(300, 900)
    assert columns_for([wide, wide], Size(1000, 800), Size(20, 60)) == 1
    assert columns_for([tall, tall], Size(1000, 800), Size(20, 60)) == 2
    assert columns_for([tall] * 4, Size(1600, 500), Size(20, 60)) == 4
    assert columns_for([], Size(1000, 800), Size(20, 60)) == 1


def test_the_status_follows_the_choice(compared: DiagramsDriver) -> None:
    told: list[str] = []
    compared.room.status_changed.connect(told.append)
    compared.tick("Chain", True)
    assert told[-1].startswith("A cup of tea, A cup of coffee, Chain compared")


def test_one_form_does_not_play_on_behind_another(compared: DiagramsDriver) -> None:
    compared.push_in(compared.compare, "Play")
    compared.push("Show as: Diagram")
    assert not compared.compare.player.playback.playing
    compared.push("Play")
    compared.push("Show as: Compare")
    compared.push("Show as: Diagram")
    assert "Play" in compared.buttons


@pytest.mark.parametrize("width", [904, 905, 920, 936])
def test_the_figures_open_whole(open_room: OpenRoom, qtbot: QtBot, width: int) -> None:
    room = open_room(None, (width, 688))
    room.push("Show as: Compare")
    canvases = [each.canvas for each in room.compare.figures]
    bars = [bar for each in canvases for bar in (each.horizontalScrollBar(), each.verticalScrollBar())]
    qtbot.waitUntil(lambda: all(bar.maximum() == bar.minimum() for bar in bars), timeout=3000)


def test_a_large_figure_says_that_it_is_being_drawn(open_room: OpenRoom, qtbot: QtBot) -> None:
    room = open_room((TEA, chain(400)), (1100, 760))
    room.push("Show as: Compare")
    assert "Drawing …" in room.words
    room.push_in(room.compare, "Step on")
    assert "Drawing …" in room.words
    qtbot.waitUntil(lambda: "Drawing …" not in room.words, timeout=20_000)
    assert all(figure.drawing is not None for figure in room.compare.figures)
