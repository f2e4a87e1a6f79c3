"""The page on a small pack or on the shipped one, shown, with the keyboard in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtWidgets import QApplication

from desktop.quiz.ui.knowing import export_menu, page
from desktop.shell.context import Context
from desktop.shell.icons import Icons
from desktop.shell.navigator import Navigator
from desktop.shell.settings import Settings
from desktop.shell.theme import Theme, ThemeChoice
from tests.quiz.builders import catalog_of
from tests.quiz.knowing.driver import KnowingDriver
from tests.quiz.knowing.learner import Learner
from tests.quiz.knowing.small import TOPICS

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.catalog.catalog import Catalog
    from desktop.quiz.knowing.knowledge import Knowledge


class OpenKnowing(Protocol):
    """Opens the page with this knowledge, at a size and a text size."""

    def __call__(
        self,
        knowledge: Knowledge | None,
        size: tuple[int, int] = ...,
        scale: float = ...,
        catalog: Catalog | None = ...,
    ) -> KnowingDriver: ...


@pytest.fixture(scope="session")
def learner(shipped_catalog: Catalog) -> Learner:
    """A learner of ten weeks on the shipped pack."""
    return Learner(shipped_catalog).learn()


@pytest.fixture
def open_knowing(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenKnowing:
    def opened(
        knowledge: Knowledge | None,
        size: tuple[int, int] = (680, 560),
        scale: float = 1.0,
        catalog: Catalog | None = None,
    ) -> KnowingDriver:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme = Theme(app, ThemeChoice.LIGHT, scale)
        settings = Settings(tmp_path / "settings.ini")
        context = Context(catalog or catalog_of(*TOPICS), Navigator(), settings, theme, Icons(theme))
        shown = page.KnowingPage(context)
        driver = KnowingDriver(shown, context)
        for module in (page, export_menu):
            monkeypatch.setattr(module, "announce", lambda _, text: driver.heard.append(text))
        qtbot.addWidget(shown)
        shown.resize(*size)
        shown.show_knowledge(knowledge)
        with qtbot.waitExposed(shown):
            shown.show()
        shown.activateWindow()
        shown.setFocus()
        return driver.settle()

    return opened
