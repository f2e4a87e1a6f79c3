"""The room on a small pack, shown, with the keyboard in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtWidgets import QApplication

from desktop.catalog.refs import DiagramRef
from desktop.quiz.ui import questions, widget
from desktop.shell.context import Context
from desktop.shell.icons import Icons
from desktop.shell.learner import Learner
from desktop.shell.navigator import Navigator
from desktop.shell.settings import Settings
from desktop.shell.theme import Theme, ThemeChoice
from tests.quiz.builders import KIND_TOPICS, TOPICS, catalog_of
from tests.quiz.driver import QuizDriver
from tests.quiz.stages import KitchenStage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.catalog.entities.questions import Topic
    from desktop.catalog.refs import Ref
    from desktop.shell.stage import Stage


class OpenQuiz(Protocol):
    """Opens the room on these topics at a size and a text size."""

    def __call__(
        self,
        topics: tuple[Topic, ...] = ...,
        size: tuple[int, int] = ...,
        scale: float = ...,
        learner: Learner | None = ...,
        after: timedelta = ...,
    ) -> QuizDriver: ...


class Clock:
    """The time in UTC, which only tests move on."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 30, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def open_quiz(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenQuiz:
    clock, later_seeds = Clock(), count(1_000)

    def opened(
        topics: tuple[Topic, ...] = TOPICS,
        size: tuple[int, int] = (920, 700),
        scale: float = 1.0,
        learner: Learner | None = None,
        after: timedelta = timedelta(),
    ) -> QuizDriver:
        clock.time += after
        seeds = later_seeds if learner else count(1)  # rounds in one log have names of their own
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setCursorFlashTime(0)  # pictures are compared
        theme = Theme(app, ThemeChoice.LIGHT, scale)
        catalog, navigator = catalog_of(*topics), Navigator()
        settings = Settings(tmp_path / "settings.ini")
        log = learner or Learner(settings, None, clock)
        stages: dict[type[Ref], Callable[[Context], Stage]] = {DiagramRef: KitchenStage}
        context = Context(catalog, navigator, settings, theme, Icons(theme), stages=stages, learner=log)
        room = widget.QuizRoom(context, lambda: next(seeds))
        driver = QuizDriver(room, navigator, catalog, theme, log, clock)
        monkeypatch.setattr(questions, "announce", lambda _, text: driver.heard.append(text))
        qtbot.addWidget(room)
        driver.listen()
        room.resize(*size)
        with qtbot.waitExposed(room):
            room.show()
        room.activateWindow()
        room.setFocus()
        driver.settle()
        return driver

    return opened


@pytest.fixture
def quiz(open_quiz: OpenQuiz) -> QuizDriver:
    return open_quiz()


@pytest.fixture
def kinds(open_quiz: OpenQuiz) -> QuizDriver:
    """The room on a question of every class but choice."""
    return open_quiz(KIND_TOPICS)
