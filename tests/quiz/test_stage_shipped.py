"""Every question that is shipped or made from the shipped data on a stage of 1280 by 720: whole, and large enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.catalog.refs import QuestionRef, TopicRef
from desktop.quiz.bank import Bank
from desktop.quiz.ui.projector.screen_view import ScreenView
from desktop.shell.context import Context
from desktop.shell.icons import Icons
from desktop.shell.navigator import Navigator
from desktop.shell.settings import Settings
from desktop.shell.theme import Theme, ThemeChoice
from desktop.shell.view import stages_of
from desktop.views import VIEWS

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.catalog.catalog import Catalog

WIDTH, HEIGHT = 1280, 720


def context_of(catalog: Catalog, folder: Path) -> Context:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    look = Theme(app, ThemeChoice.LIGHT, 1.0)
    settings = Settings(folder / "settings.ini")
    return Context(catalog, Navigator(), settings, look, Icons(look), stages=stages_of(VIEWS))


def test_nothing_is_cut_and_all_type_is_read_from_the_back_row(
    qtbot: QtBot, shipped_catalog: Catalog, tmp_path: Path
) -> None:
    context = context_of(shipped_catalog, tmp_path)
    asked = Bank.of(shipped_catalog).questions()
    assert len(asked) > 400
    stage = context.make_stage(QuestionRef(asked[0][0].id))
    assert stage is not None
    qtbot.addWidget(stage)
    view = stage.findChild(ScreenView)
    assert isinstance(view, ScreenView)
    view.resize(WIDTH, HEIGHT)
    wrong = []
    for question, _topic in asked:
        assert stage.show_place(QuestionRef(question.id)), question.id
        for step in range(stage.steps):
            stage.go_to_step(step)
            plan = view.plan
            places = [*(each.place for each in plan.said), *(row.box for row in plan.rows), plan.figure]
            if not all(view.rect().contains(place) for place in places if not place.isNull()):
                wrong.append(f"{question.id}, step {step}: cut")
            if plan.smallest < HEIGHT / 30:
                wrong.append(f"{question.id}, step {step}: type of {plan.smallest:.1f}")
    assert wrong == []


def test_every_shipped_topic_has_a_stage(qtbot: QtBot, shipped_catalog: Catalog, tmp_path: Path) -> None:
    context = context_of(shipped_catalog, tmp_path)
    for topic in shipped_catalog.topics:
        stage = context.make_stage(TopicRef(topic.id))
        assert stage is not None, topic.id
        qtbot.addWidget(stage)
        assert stage.steps >= 4
