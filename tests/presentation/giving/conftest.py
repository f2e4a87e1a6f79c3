"""A talk that is being given, on a stage of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.catalog.refs import SubjectRef
from desktop.presentation.ui.presenting import Presenting
from desktop.shell.context import Context
from desktop.shell.icons import Icons
from desktop.shell.navigator import Navigator
from desktop.shell.settings import Settings
from desktop.shell.theme import Theme, ThemeChoice
from tests.presentation.giving.builders import DECK, PaperStage, tea_catalog
from tests.presentation.giving.driver import FakeClock, TalkDriver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.catalog.entities.talks import Deck


@pytest.fixture(scope="module")
def look(qapp: QApplication) -> Theme:
    """The light theme; to dress all widgets anew for each test would take most of its time."""
    return Theme(qapp, ThemeChoice.LIGHT, 1.0)


@pytest.fixture
def context(look: Theme, tmp_path: Path) -> Context:
    look.set_reduced_motion(False)
    settings = Settings(tmp_path / "settings.ini")
    # An aspect has no stage.
    return Context(tea_catalog(), Navigator(), settings, look, Icons(look), None, {SubjectRef: PaperStage})


@pytest.fixture
def give(qtbot: QtBot, context: Context) -> Iterator[Callable[..., TalkDriver]]:
    """Begins a talk; both windows stand, the hall's at 800 by 450."""
    made: list[TalkDriver] = []

    def given(deck: Deck = DECK, at: int = 0) -> TalkDriver:
        clock = FakeClock()
        driver = TalkDriver(Presenting(context, deck, at, None, clock), clock)
        made.append(driver)
        driver.presenting.start()
        qtbot.waitExposed(driver.hall)
        driver.hall.resize(800, 450)
        return driver.settle()

    yield given
    for driver in made:
        driver.end()


@pytest.fixture
def driver(give: Callable[..., TalkDriver]) -> TalkDriver:
    return give()
