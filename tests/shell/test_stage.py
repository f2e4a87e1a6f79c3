"""How one room comes to show a place of another: it asks the context, and the window has put that together."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import HotspotQuestion
from desktop.catalog.refs import CellRef, DeckRef, DiagramRef, QuestionRef, TopicRef
from desktop.shell.tint import contrast
from desktop.shell.tokens import DARK, LIGHT
from desktop.shell.tone import Tone
from tests.shell.driver import WindowDriver

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.catalog.catalog import Catalog
    from desktop.shell.stage import Stage
    from desktop.shell.window import Window


def _stage(window: Window, qtbot: QtBot, ref: DiagramRef | CellRef) -> Stage:
    assert window.context is not None
    stage = window.context.make_stage(ref)
    assert stage is not None
    qtbot.addWidget(stage)
    return stage


def test_the_window_has_a_stage_for_a_diagram_and_for_a_cell(window: Window, qtbot: QtBot) -> None:
    assert _stage(window, qtbot, DiagramRef("gan")).pickable()
    assert _stage(window, qtbot, CellRef("llm", "output")).pickable()


def test_there_is_none_for_other_places_and_for_what_is_not_there(window: Window) -> None:
    assert window.context is not None
    assert window.context.make_stage(DeckRef("ten-minutes")) is None
    assert window.context.make_stage(TopicRef("nowhere")) is None
    assert window.context.make_stage(QuestionRef("nowhere")) is None
    assert window.context.make_stage(DiagramRef("nowhere")) is None


def test_the_evidence_panel_hears_nothing_of_a_stage(window: Window, qtbot: QtBot) -> None:
    driver = WindowDriver(window).settle()
    before = driver.panel_text()
    stage = _stage(window, qtbot, DiagramRef("gan"))
    stage.allow_picking(True)
    stage.choose(stage.pickable()[0])
    stage.mark({stage.pickable()[1]: Tone.RIGHT})
    assert driver.panel_text() == before


def test_every_shipped_hotspot_has_a_stage_that_can_pick_its_targets(
    window: Window, qtbot: QtBot, shipped_catalog: Catalog
) -> None:
    spots = [each for each in shipped_catalog.question.values() if isinstance(each, HotspotQuestion)]
    assert spots
    for question in spots:
        assert window.context is not None
        stage = window.context.make_stage(question.scene)
        assert stage is not None, question.id
        qtbot.addWidget(stage)
        assert set(question.targets) <= set(stage.pickable()), question.id
        assert all(stage.name(target) for target in question.targets), question.id


def test_marks_can_be_told_from_the_ground_in_both_themes() -> None:
    for tokens in (LIGHT, DARK):
        for tone in Tone:
            for ground in (tokens.surface, tokens.raised, tokens.select):
                assert contrast(getattr(tokens, tone.token), ground) >= 3, (tone, ground)
    assert len({tone.sign for tone in Tone}) == len({tone.word for tone in Tone}) == len(Tone)


def test_nothing_of_a_stage_is_imported_before_the_first_one() -> None:
    code = (
        "import sys, desktop.views, desktop.shell.window, desktop.shell.context\n"
        "print([each for each in sys.modules if each.endswith(('.stage', '.tone'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
