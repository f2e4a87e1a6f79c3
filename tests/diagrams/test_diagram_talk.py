"""Diagrams in a talk: what stands on the screen stands on the stage; steps are told large, and brought near."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.catalog.refs import DiagramRef, PartRef, StepRef
from desktop.diagrams.ui.compared import ComparedFigure
from desktop.diagrams.ui.facts import FactsTable, Sentences
from desktop.diagrams.ui.outline_tree import OutlineView
from desktop.diagrams.ui.outlines import rect_of
from desktop.diagrams.ui.stage import DiagramStage
from desktop.diagrams.ui.stage_canvas import StageCanvas
from desktop.diagrams.ui.token_item import TokenItem
from desktop.shell.widgets.compared_table import ComparedTable
from tests.diagrams.builders import ALL, chain
from tests.shell.talk_driver import LARGE, SMALL, TalkDriver

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pytestqt.qtbot import QtBot

    from desktop.catalog.entities.diagrams import Diagram
    from desktop.catalog.refs import Ref
    from desktop.shell.on_screen import OnScreen
    from tests.diagrams.conftest import MakeContext, OpenRoom
    from tests.diagrams.driver import DiagramsDriver

    Hall = Callable[..., TalkDriver]

TEA_PLACE = DiagramRef("tea")


@pytest.fixture
def hall(qtbot: QtBot, make_context: MakeContext) -> Hall:
    """Shows a place on a stage."""

    def shown(
        ref: Ref = TEA_PLACE,
        state: Mapping[str, str] | None = None,
        size: tuple[int, int] = SMALL,
        diagrams: tuple[Diagram, ...] | None = ALL,
        still: bool = True,
    ) -> TalkDriver:
        context = make_context(diagrams)
        context.theme.set_reduced_motion(still)
        stage = DiagramStage(context)
        qtbot.addWidget(stage)
        return TalkDriver(context, stage, ref, size).show(state)

    return shown


def kept(hall: Hall, room: DiagramsDriver, diagrams: tuple[Diagram, ...] | None = ALL) -> TalkDriver:
    shown = room.room.on_screen()
    assert shown is not None
    return hall(shown.ref, shown.state, diagrams=diagrams)


def screen(room: DiagramsDriver) -> OnScreen:
    shown = room.room.on_screen()
    assert shown is not None
    return shown


def canvas_of(talk: TalkDriver) -> StageCanvas:
    found = talk.stage.findChild(StageCanvas)
    assert found is not None
    return found


def tokens(talk: TalkDriver) -> list[TokenItem]:
    """The tokens that are under way."""
    return [each for each in canvas_of(talk).figure.items() if isinstance(each, TokenItem)]


def shows(talk: TalkDriver, *ids: str) -> bool:
    canvas = canvas_of(talk)
    return canvas.seen.adjusted(-1, -1, 1, 1).contains(rect_of(canvas.figure.box(ids)))


def test_a_step_is_lit_on_the_stage_as_in_the_room_and_told_below(room: DiagramsDriver, hall: Hall) -> None:
    room.enter_figure()
    room.press(Qt.Key.Key_Period, Qt.Key.Key_Period)
    assert screen(room).ref == StepRef("tea", "brew")
    assert screen(room).title == "A cup of tea: Brew"
    talk = kept(hall, room)
    assert set(canvas_of(talk).figure.lit) == room.lit
    assert "Step 2 of 2 · Brew" in talk.words
    assert "The pot draws." in talk.words
    assert talk.navigated == []


def test_steps_go_from_the_whole_figure_on_or_from_the_step_that_was_asked_for(hall: Hall) -> None:
    whole = hall()
    assert (whole.stage.steps, whole.stage.step) == (3, 0)
    assert "Water becomes tea." in whole.words
    told: list[int] = []
    whole.stage.step_shown.connect(lambda: told.append(whole.stage.step))
    whole.stage.go_to_step(1)
    assert set(canvas_of(whole).figure.lit) == {"water", "kettle", "pour"}
    whole.stage.go_to_step(9)
    assert told == [1, 2]
    whole.stage.go_to_step(0)
    assert not canvas_of(whole).figure.lit
    later = hall(StepRef("tea", "brew"))
    assert (later.stage.steps, later.stage.step) == (1, 0)
    first = hall(StepRef("tea", "boil"))
    assert (first.stage.steps, first.stage.step) == (2, 0)
    first.stage.go_to_step(1)
    assert "Step 2 of 2 · Brew" in first.words
    assert hall(PartRef("tea", "pot")).stage.steps == 1


def test_folded_groups_are_folded_on_the_stage(room: DiagramsDriver, hall: Hall) -> None:
    room.enter_figure()
    room.push("Fold groups")
    assert screen(room).state == {"folded": "stove"}
    folded = canvas_of(kept(hall, room)).figure.drawing
    assert folded is not None
    assert folded.stands_for == room.drawing.stands_for != {}
    whole = canvas_of(hall(TEA_PLACE, {"folded": "attic stove-2"})).figure.drawing
    assert whole is not None
    assert whole.stands_for == {}


def test_a_chosen_part_is_outlined_and_in_sight_alone_and_beside_a_step(room: DiagramsDriver, hall: Hall) -> None:
    room.click("pot")
    alone = screen(room)
    assert alone.ref == PartRef("tea", "pot")
    room.press(Qt.Key.Key_Period)
    room.click("taste")
    beside = screen(room)
    assert beside.ref == StepRef("tea", "boil")
    talk = hall(alone.ref, alone.state)
    assert canvas_of(talk).figure.chosen == "pot"
    assert shows(talk, "pot")
    talk = hall(beside.ref, beside.state)
    assert canvas_of(talk).figure.chosen == "taste"
    assert set(canvas_of(talk).figure.lit) == room.lit


def test_what_the_reader_zoomed_to_is_in_sight_until_the_next_step(room: DiagramsDriver, hall: Hall) -> None:
    assert "seen" not in screen(room).state
    room.canvas.set_zoom(3.0)
    room.drag(QPoint(-60, 20))
    seen = room.canvas.seen
    talk = kept(hall, room)
    shown = canvas_of(talk).seen
    assert shown.adjusted(-2, -2, 2, 2).contains(seen)
    assert (shown.center() - seen.center()).manhattanLength() < 60
    talk.stage.go_to_step(1)
    talk.settle()
    assert shows(talk, "water", "kettle")


def test_hits_of_a_search_are_marked_on_the_stage(room: DiagramsDriver, hall: Hall) -> None:
    room.type_into_search("pot")
    marked = {item.part.id for item in canvas_of(kept(hall, room)).figure.parts if item.state.found}
    assert marked == room.found != set()


def test_the_outline_is_kept(room: DiagramsDriver, hall: Hall) -> None:
    room.show_outline()
    talk = kept(hall, room)
    outline = talk.stage.findChild(OutlineView)
    assert outline is not None
    assert outline.isVisible()
    assert outline.tree.fontInfo().pixelSize() >= talk.least
    assert talk.stage.steps == 1


def test_figures_side_by_side_are_kept_with_their_moment(
    open_room: OpenRoom, hall: Hall, shipped_flows: tuple[str, ...]
) -> None:
    room = open_room(None, (1100, 800))
    room.push("Compare")
    room.compare.step_by(1)
    shown = screen(room)
    assert shown.ref == DiagramRef(shipped_flows[0])
    assert shown.state["compare"].split() == list(shipped_flows)
    talk = hall(shown.ref, shown.state, diagrams=None)
    figures = talk.stage.findChildren(ComparedFigure)
    assert [each.diagram.id for each in figures] == list(shipped_flows)
    assert [set(each.canvas.figure.lit) for each in figures] == [
        set(each.canvas.figure.lit) for each in room.compare.figures
    ]
    assert talk.smallest_type >= talk.least
    before = talk.stage.steps
    talk.stage.go_to_step(1)
    assert (talk.stage.steps, talk.stage.step) == (before, 1)
    assert talk.stage.show_place(DiagramRef("gan"))
    talk.settle()
    assert [each for each in talk.stage.findChildren(ComparedFigure) if each.isVisible()] == []


@pytest.mark.parametrize(("name", "kind"), [("Differences", Sentences), ("Table", FactsTable)])
def test_differences_and_the_table_are_kept(open_room: OpenRoom, hall: Hall, name: str, kind: type) -> None:
    room = open_room(None, (1100, 800))
    room.push("Compare")
    room.push(name)
    talk = kept(hall, room, None)
    assert talk.stage.findChild(kind) is not None
    assert talk.stage.steps == 1
    assert talk.smallest_type >= talk.least


def test_lines_of_the_table_are_as_high_as_their_texts(hall: Hall) -> None:
    state = {"compare": "gan vae", "compared-as": "table"}
    talk = hall(DiagramRef("gan"), state, LARGE, None)
    table = talk.stage.findChild(ComparedTable)
    assert table is not None
    before = [table.rowHeight(at) for at in range(table.rowCount())]
    table.fit()
    assert [table.rowHeight(at) for at in range(table.rowCount())] == before


def test_a_comparison_with_too_little_left_shows_the_figure(hall: Hall) -> None:
    talk = hall(TEA_PLACE, {"compare": "tea gone"})
    assert canvas_of(talk).isVisible()
    assert talk.stage.findChildren(ComparedFigure) == []


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_figure_fills_the_window_and_the_caption_is_large(hall: Hall, size: tuple[int, int]) -> None:
    talk = hall(DiagramRef("cup"), size=size)
    canvas = canvas_of(talk)
    seen, whole = canvas.seen, canvas.figure.sceneRect()
    assert seen.adjusted(-1, -1, 1, 1).contains(whole)
    assert min(seen.width() / whole.width(), seen.height() / whole.height()) < 1.02
    assert canvas.zoom > 1.25
    assert talk.smallest_type >= talk.least
    assert talk.beyond == ""


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_what_a_step_is_about_is_brought_near_enough_to_be_read(hall: Hall, size: tuple[int, int]) -> None:
    talk = hall(DiagramRef("gan"), size=size, diagrams=None)
    canvas = canvas_of(talk)
    assert 14 * canvas.transform().m11() < talk.least  # as a whole it is too large to be read
    talk = hall(StepRef("gan", "train-discriminator"), size=size, diagrams=None)
    canvas = canvas_of(talk)
    assert 14 * canvas.transform().m11() >= talk.least
    assert shows(talk, *canvas.figure.lit)
    assert talk.beyond != ""


def test_the_figure_keeps_its_place_from_step_to_step(hall: Hall) -> None:
    talk = hall(diagrams=None, ref=DiagramRef("family-map"))
    places = []
    for step in range(talk.stage.steps):
        talk.stage.go_to_step(step)
        talk.settle()
        places.append((canvas_of(talk).geometry(), canvas_of(talk).seen))
    assert len(places) > 4
    assert all(place == places[0] for place in places)


def test_the_token_runs_when_the_stage_is_seen_and_not_before(hall: Hall, qtbot: QtBot) -> None:
    talk = hall(StepRef("tea", "brew"), still=False)
    qtbot.waitUntil(lambda: bool(tokens(talk)), timeout=5_000)
    talk.stage.hide()
    talk.stage.go_to_step(0)
    assert tokens(talk) == []


def test_with_reduced_motion_nothing_is_under_way(hall: Hall) -> None:
    talk = hall(StepRef("decoder-only-llm", "draw-and-append"), diagrams=None)
    assert tokens(talk) == []
    before = canvas_of(talk).seen
    talk.stage.go_to_step(1)
    after = canvas_of(talk).seen
    talk.settle()
    assert canvas_of(talk).seen == after != before


def test_a_large_figure_keeps_its_state_until_it_is_laid_out(hall: Hall, qtbot: QtBot) -> None:
    talk = hall(PartRef("chain", "n3"), {"search": "N5"}, diagrams=(chain(80),))
    assert talk.stood == []
    qtbot.waitUntil(lambda: bool(talk.stood), timeout=60_000)
    talk.settle()
    assert canvas_of(talk).figure.chosen == "n3"
    assert shows(talk, "n3")


def test_a_question_is_not_answered_by_a_caption(hall: Hall) -> None:
    talk = hall()
    talk.stage.allow_picking(True)
    assert "Water becomes tea." not in talk.words


def test_keys_walk_through_the_figure_and_tell_no_one(hall: Hall) -> None:
    talk = hall()
    canvas = canvas_of(talk)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(QApplication.focusWidget() or canvas, Qt.Key.Key_Right)
    assert canvas.figure.current != ""
    assert talk.navigated == []
