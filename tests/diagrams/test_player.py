"""The player of steps: it plays, pauses, ends, and moves nothing for those who want it so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.catalog.refs import DiagramRef, StepRef
from desktop.diagrams import story
from desktop.diagrams.story import Moment, Story, run_seconds
from desktop.diagrams.ui.token_item import TokenItem
from tests.diagrams.builders import ALL, TEA

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.diagrams.conftest import OpenRoom
    from tests.diagrams.driver import DiagramsDriver

Key = Qt.Key


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a reader."""
    monkeypatch.setattr(story, "_WAVE", 0.02)
    monkeypatch.setattr(story, "_LEAST", 0.01)
    monkeypatch.setattr(story, "_MOST", 0.02)


def tokens(room: DiagramsDriver) -> list[TokenItem]:
    return [item for item in room.canvas.figure.items() if isinstance(item, TokenItem)]


def fits(room: DiagramsDriver, id: str) -> bool:
    """Whether the part could be seen whole at this zoom."""
    box, scale, view = room.canvas.figure.box([id]), room.canvas.transform().m11(), room.canvas.viewport()
    return box.width * scale < view.width() - 4 and box.height * scale < view.height() - 4


@pytest.mark.usefixtures("hasty")
def test_it_plays_from_the_first_step_to_the_last_and_ends(room: DiagramsDriver, qtbot: QtBot) -> None:
    room.push("Play")
    qtbot.waitUntil(lambda: "Play" in room.buttons, timeout=5000)
    assert room.progress == (2, 2)
    assert room.selected == [StepRef("tea", "boil"), StepRef("tea", "brew")]


@pytest.mark.usefixtures("hasty")
def test_after_the_end_it_begins_anew(room: DiagramsDriver, qtbot: QtBot) -> None:
    room.push("Step on")
    room.push("Step on")
    room.push("Play")
    assert room.progress == (1, 2)
    qtbot.waitUntil(lambda: room.progress == (2, 2), timeout=5000)


def test_the_key_plays_and_pauses(room: DiagramsDriver) -> None:
    room.enter_figure()
    room.press(Key.Key_P)
    assert "Pause" in room.buttons
    assert room.progress == (1, 2)
    room.press(Key.Key_P)
    assert "Play" in room.buttons


def test_a_step_by_hand_ends_playing(room: DiagramsDriver) -> None:
    room.push("Play")
    room.push("Step on")
    assert "Play" in room.buttons
    assert room.progress == (2, 2)


def test_it_ends_playing_when_nobody_can_see_it(room: DiagramsDriver) -> None:
    room.push("Play")
    room.room.hide()
    assert not room.playing


def test_another_diagram_ends_playing(room: DiagramsDriver) -> None:
    room.push("Play")
    room.pick("What is in a cup")
    assert "Play" in room.buttons
    assert room.progress == (0, 1)


def test_the_slider_goes_to_any_step(room: DiagramsDriver) -> None:
    room.slide_to(2)
    assert room.lit == {"pot", "fill", "add"}
    room.slide_to(0)
    assert room.lit == set()


def test_a_token_runs_along_the_path(room: DiagramsDriver, qtbot: QtBot) -> None:
    room.push("Step on")
    qtbot.waitUntil(lambda: len(tokens(room)) == 1, timeout=2000)
    line = room.canvas.figure.box(["pour"])
    assert line.inflated(1).contains(line)
    place = tokens(room)[0].pos()
    assert line.x - 1 <= place.x() <= line.right + 1
    qtbot.waitUntil(lambda: tokens(room) == [], timeout=3000)


def test_nothing_moves_for_those_who_want_less_motion(room: DiagramsDriver, qtbot: QtBot) -> None:
    room.context.theme.set_reduced_motion(True)
    room.push("Step on")
    qtbot.wait(60)
    assert tokens(room) == []
    assert room.lit == {"water", "kettle", "pour"}


def test_the_speed_is_remembered(open_room: OpenRoom) -> None:
    room = open_room()
    room.choose_speed("2×")
    assert open_room().speed == "2×"


def test_a_diagram_without_steps_has_no_player_buttons(open_room: OpenRoom) -> None:
    room = open_room(ALL)
    room.pick("History of tea")
    assert not {"Play", "Step on", "Step back"} & set(room.buttons)


def test_longer_words_get_more_time_and_speed_shortens_it() -> None:
    short, long = Moment("Brief", "Three short words."), Moment("Long", "word " * 30)
    tale = Story("Tale", "All of it.", (short, long))
    assert tale.seconds_at(0, 1.0) < tale.seconds_at(1, 1.0)
    assert tale.seconds_at(1, 2.0) == tale.seconds_at(1, 1.0) / 2
    assert run_seconds(3, 2.0) == run_seconds(3, 1.0) / 2


def test_the_title_says_where_one_is() -> None:
    tale = story.story_of(TEA)
    assert tale.title_at(0) == "Step 1 of 2 · Boil"
    assert tale.title_at(story.OVERVIEW) == "A cup of tea · 2 steps"
    assert tale.caption_at(story.OVERVIEW) == "Water becomes tea."


def test_a_paused_token_goes_on_from_where_it_stopped(room: DiagramsDriver, qtbot: QtBot) -> None:
    room.choose_speed("0.5×")
    room.push("Play")
    qtbot.waitUntil(lambda: len(tokens(room)) == 1, timeout=2000)
    room.push("Pause")
    stopped = tokens(room)[0].pos()
    qtbot.wait(60)
    assert tokens(room)[0].pos() == stopped
    room.push("Play")
    qtbot.waitUntil(lambda: [each.pos() for each in tokens(room)] != [stopped], timeout=2000)
    assert room.progress == (1, 2)


@pytest.mark.usefixtures("hasty")
def test_no_step_is_told_while_another_tab_is_shown(room: DiagramsDriver, qtbot: QtBot) -> None:
    room.push("Play")
    room.room.hide()
    told = len(room.selected)
    qtbot.wait(300)
    assert len(room.selected) == told
    room.room.show()
    assert "Play" in room.buttons


@pytest.mark.parametrize("size", [(886, 800), (420, 700), (1240, 900)], ids=str)
def test_the_figure_keeps_its_place_at_each_step(open_room: OpenRoom, size: tuple[int, int]) -> None:
    long = replace(TEA.steps[0], title="A title that needs more than one line in a narrow window, as some do")
    room = open_room((replace(TEA, steps=(long, TEA.steps[1])),), size, 2.0)
    heights = set()
    for value in (0, 1, 2):
        room.slide_to(value)
        QTest.qWait(20)
        heights.add(room.canvas.height())
    assert len(heights) == 1


@pytest.mark.parametrize("size", [(886, 780), (1210, 640), (620, 640)], ids=str)
def test_each_step_has_what_it_lights_in_view(open_room: OpenRoom, size: tuple[int, int]) -> None:
    room = open_room(None, size, 2.0)
    for diagram in room.context.catalog.diagrams:
        room.room.open(DiagramRef(diagram.id))
        for value in range(1, len(diagram.steps) + 1):
            room.slide_to(value)
            QTest.qWait(5)
            first = next(id for id in room.drawing.order if id in room.lit and fits(room, id))
            assert room.shows(first), (diagram.id, value)
