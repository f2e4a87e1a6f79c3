"""The chooser's page on the small chooser, shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from desktop.shell.context import Context
from desktop.shell.icons import Icons
from desktop.shell.navigator import Navigator
from desktop.shell.settings import Settings
from desktop.shell.theme import Theme, ThemeChoice
from desktop.usecases.ui.chooser.page import ChooserPage
from tests.usecases.chooser.builders import drinks
from tests.usecases.chooser.driver import ChooserDriver

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.catalog.catalog import Catalog


@pytest.fixture
def open_page(qtbot: QtBot, tmp_path: Path) -> Callable[..., ChooserDriver]:
    """Opens the page on a pack at a size and text size; all pages share their settings."""

    def opened(
        catalog: Catalog | None = None, size: tuple[int, int] = (1100, 700), scale: float = 1.0
    ) -> ChooserDriver:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme = Theme(app, ThemeChoice.LIGHT, scale)
        settings = Settings(tmp_path / "settings.ini")
        page = ChooserPage(Context(catalog or drinks(), Navigator(), settings, theme, Icons(theme)))
        qtbot.addWidget(page)
        page.resize(*size)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        page.take_focus()
        driver = ChooserDriver(page, settings)
        driver.settle()
        return driver

    return opened


@pytest.fixture
def chooser(open_page: Callable[..., ChooserDriver]) -> ChooserDriver:
    return open_page()
