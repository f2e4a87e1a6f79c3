"""A diagram on a stage: it is picked from by mouse and keys, marked in more than colour, and gives nothing away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from desktop.catalog.entities.questions import HotspotQuestion
from desktop.catalog.refs import DiagramRef, PartRef, StepRef
from desktop.diagrams.drawing.shapes import Shape
from desktop.diagrams.ui.stage import DiagramStage
from desktop.shell.tone import Tone
from tests.diagrams.builders import ALL, chain
from tests.diagrams.stage_driver import StageDriver, part

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.diagrams import Diagram
    from desktop.catalog.refs import Ref
    from tests.diagrams.conftest import MakeContext

Key = Qt.Key
TEA_PLACE = DiagramRef("tea")


class OpenStage(Protocol):
    """Opens a stage on a place of these diagrams (None: the shipped ones), to be picked from."""

    def __call__(
        self,
        ref: Ref = ...,
        diagrams: tuple[Diagram, ...] | None = ...,
        size: tuple[int, int] = ...,
        picking: bool = ...,
    ) -> StageDriver: ...


@pytest.fixture
def open_stage(qtbot: QtBot, make_context: MakeContext) -> OpenStage:
    def opened(
        ref: Ref = TEA_PLACE,
        diagrams: tuple[Diagram, ...] | None = ALL,
        size: tuple[int, int] = (860, 420),
        picking: bool = True,
    ) -> StageDriver:
        context = make_context(diagrams)
        card, stage = QWidget(), DiagramStage(context)
        qtbot.addWidget(card)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(stage, 1)
        column.addWidget(QPushButton("Check"))
        stage.setFixedSize(*size)
        with qtbot.waitExposed(card):
            card.show()
        driver = StageDriver(stage, context)
        stage.allow_picking(picking)
        assert stage.show_place(ref)
        return driver

    return opened


@pytest.fixture
def stage(open_stage: OpenStage) -> StageDriver:
    """The small flow."""
    return open_stage()


@pytest.mark.parametrize("name", ["pot", "fill", "again", "stove"])
def test_a_click_picks_a_node_a_line_or_a_group_and_tells_no_one_else(stage: StageDriver, name: str) -> None:
    stage.click(name)
    assert stage.picked == [PartRef("tea", name)]
    assert stage.stage.picked_ref == PartRef("tea", name)
    assert stage.navigated == []


def test_a_click_a_little_beside_a_line_means_the_line(stage: StageDriver) -> None:
    stage.canvas.set_zoom(0.5)
    stage.click("drink", QPoint(0, 5))
    assert stage.picked == [part("tea/drink")]


def test_a_click_on_nothing_picks_nothing(stage: StageDriver) -> None:
    stage.click("water", QPoint(-90, -90))
    assert stage.picked == []


def test_a_double_click_picks_once_and_leads_nowhere_deeper(stage: StageDriver) -> None:
    stage.double_click("kettle")
    assert stage.picked == [part("tea/kettle")]
    assert stage.navigated == []
    assert "Kettle, network: boils (your choice)" in stage.told


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_arrows_walk_along_nodes_and_lines_and_a_key_picks(stage: StageDriver, key: Qt.Key) -> None:
    stage.tab_to("water")
    stage.press(Key.Key_Right)
    assert stage.current == "pour"
    stage.press(Key.Key_Right)
    assert stage.current == "kettle"
    stage.press(Key.Key_Right)
    assert stage.picked == []
    stage.press(key)
    assert stage.picked == [part("tea/fill")]
    assert stage.navigated == []


def test_tab_reaches_every_part_and_then_leaves(stage: StageDriver) -> None:
    names = [ref.parts[1] for ref in stage.stage.pickable()]
    assert sorted(names) == sorted([
        *("water", "kettle", "leaves", "pot", "taste", "stove"),
        *("pour", "fill", "add", "drink", "again", "learn"),
    ])  # fmt: skip
    stage.enter()
    reached = []
    for _ in names:
        reached.append(stage.current)
        stage.press(Key.Key_Tab)
    assert reached == names
    assert isinstance(QApplication.focusWidget(), QPushButton)
    assert stage.current == ""


def test_escape_and_tab_leave_at_once(stage: StageDriver) -> None:
    stage.tab_to("kettle")
    stage.press(Key.Key_Escape, Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QPushButton)


def test_before_and_after_a_question_nothing_can_be_picked(stage: StageDriver) -> None:
    stage.stage.allow_picking(False)
    stage.click("pot")
    stage.tab_to("kettle")
    stage.press(Key.Key_Return)
    assert stage.picked == []
    assert stage.stage.picked_ref is None


def test_what_would_answer_is_told_only_when_picking_is_over(stage: StageDriver) -> None:
    assert stage.meanings == {""}
    assert "Water becomes tea" not in stage.canvas.accessibleName()
    stage.stage.allow_picking(False)
    assert "What pot means." in stage.meanings
    assert "Water becomes tea" in stage.canvas.accessibleName()


@pytest.mark.parametrize("name", ["pot", "fill", "stove"])
def test_each_tone_is_told_and_seen(stage: StageDriver, name: str) -> None:
    ref = PartRef("tea", name)
    pictures = [stage.picture(name)]
    stage.stage.choose(ref)
    pictures.append(stage.picture(name))
    for tone in (Tone.RIGHT, Tone.WRONG):
        stage.stage.mark({ref: tone})
        assert f"{stage.stage.name(ref)} ({tone.word}, your choice)" in stage.told
        pictures.append(stage.picture(name))
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])
    stage.stage.mark({})
    stage.stage.choose(None)
    assert stage.picture(name) == pictures[0]


def test_marks_do_not_need_colour(stage: StageDriver) -> None:
    stage.stage.mark({part("tea/pot"): Tone.RIGHT})
    right = stage.picture("pot").convertToFormat(stage.picture().Format.Format_Grayscale8)
    stage.stage.mark({part("tea/pot"): Tone.WRONG})
    wrong = stage.picture("pot").convertToFormat(stage.picture().Format.Format_Mono)
    assert right.convertToFormat(stage.picture().Format.Format_Mono) != wrong


def test_another_place_begins_without_marks(stage: StageDriver) -> None:
    stage.click("pot")
    stage.stage.mark({part("tea/pot"): Tone.RIGHT})
    assert stage.stage.show_place(TEA_PLACE)
    assert stage.stage.picked_ref is None
    assert not any("(" in name for name in stage.told)


def test_a_step_is_lit_and_a_part_is_brought_into_view(open_stage: OpenStage) -> None:
    stage = open_stage(StepRef("tea", "brew"), picking=False)
    assert set(stage.canvas.figure.lit) == {"pot", "fill", "add"}
    assert stage.stage.show_place(part("tea/taste"))
    assert not stage.canvas.figure.lit
    assert stage.stage.picked_ref is None


def test_what_the_pack_does_not_have_is_not_shown(stage: StageDriver) -> None:
    assert not stage.stage.show_place(DiagramRef("coffee"))
    assert not stage.stage.show_place(part("tea/sugar"))
    assert stage.stage.name(part("tea/sugar")) == ""


@pytest.mark.parametrize("size", [(860, 420), (640, 300), (1600, 900)])
def test_the_whole_figure_fits_and_nothing_stands_around_it(open_stage: OpenStage, size: tuple[int, int]) -> None:
    stage = open_stage(size=size)
    assert stage.shows_all()
    assert stage.buttons == []
    assert stage.words == []


def test_a_large_figure_is_laid_out_in_the_background_and_a_choice_waits_for_it(
    open_stage: OpenStage, qtbot: QtBot
) -> None:
    stage = open_stage(DiagramRef("chain"), (chain(80),))
    assert stage.words == ["Drawing …"]
    stage.stage.choose(part("chain/n3"))
    with qtbot.waitSignal(stage.stage.shown, timeout=60_000):
        pass
    assert stage.words == []
    assert "N3, data (your choice)" in stage.told


def test_keys_that_mean_nothing_on_a_stage_are_left_to_who_holds_it(stage: StageDriver, qtbot: QtBot) -> None:
    heard = []
    stage.stage.keyPressEvent = lambda event: heard.append(event.key())  # type: ignore[method-assign]
    stage.tab_to("water")
    stage.press(Key.Key_PageDown, Key.Key_P, Key.Key_F, Key.Key_M, Key.Key_B)
    assert heard == [Key.Key_PageDown, Key.Key_P, Key.Key_F, Key.Key_M, Key.Key_B]


def _hotspots(catalog: Catalog) -> list[HotspotQuestion]:
    return [each for each in catalog.question.values() if isinstance(each, HotspotQuestion)]


def test_every_target_of_a_shipped_question_can_be_picked_by_key_and_by_mouse(
    open_stage: OpenStage, shipped_catalog: Catalog
) -> None:
    questions = _hotspots(shipped_catalog)
    assert questions
    for question in questions:
        if not isinstance(question.scene, DiagramRef | PartRef | StepRef):
            continue  # the matrix has tests of its own
        stage = open_stage(question.scene, None, (640, 300))
        for target in question.targets:
            assert target in stage.stage.pickable()
            stage.tab_to(target.parts[1])
            stage.press(Key.Key_Return)
            assert stage.picked[-1] == target
            stage.picked.clear()
            stage.stage.choose(None)
            stage.click(target.parts[1])
            assert stage.picked == [target]
            stage.stage.choose(None)
        assert stage.navigated == []
        stage.stage.window().close()


def test_the_nodes_in_sight_are_told_with_their_places(stage: StageDriver) -> None:
    places = stage.stage.anchors()
    assert {"tea/pot", "tea/kettle"} <= set(places)
    corner = stage.canvas.viewport().mapTo(stage.stage, QPoint(0, 0))
    seen = stage.stage.grab().toImage()
    for name, place in places.items():
        node = stage.canvas.figure.part(name.removeprefix("tea/"))
        assert isinstance(node, Shape)
        middle = stage.canvas.mapFromScene(QPointF(*node.box.centre)) + corner
        assert place.contains(QPointF(middle))
        assert seen.rect().contains(place.toRect())
