"""What every test can ask for: the shipped pack, a window on it, and settings that touch no real home."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop.catalog.loader import Loaded, load_pack
from desktop.places import shipped_pack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.catalog.catalog import Catalog
    from desktop.shell.window import Window


@pytest.fixture(scope="session", autouse=True)
def _clipboard_is_emptied() -> Iterator[None]:
    """Qt's offscreen platform lets go of what was copied after Python has ended, and that crashes."""
    yield
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.instance() is not None:
            QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def shipped() -> Loaded:
    """The shipped pack, loaded once."""
    return load_pack(shipped_pack())


@pytest.fixture(scope="session")
def shipped_catalog(shipped: Loaded) -> Catalog:
    assert shipped.catalog is not None
    return shipped.catalog


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Window]]:
    """Builds windows that share one settings file, so that a second one finds what the first left."""
    from desktop.shell.application import make_window as build
    from desktop.shell.settings import Settings
    from desktop.shell.theme import ThemeChoice
    from desktop.views import TALKS, VIEWS

    made: list[Window] = []

    def make(theme: ThemeChoice = ThemeChoice.LIGHT, scale: float = 1.0) -> Window:
        settings = Settings(tmp_path / "settings.ini")
        window = build(VIEWS, settings, partial(load_pack, cache=None), (theme, scale))
        window.offer_talks(TALKS)
        made.append(window)
        qtbot.addWidget(window)
        return window

    yield make
    for window in made:
        window.close()


@pytest.fixture
def window(make_window: Callable[[], Window], shipped: Loaded, qtbot: QtBot) -> Window:
    """The window as a reader sees it: the shipped pack, 1280 by 800."""
    found = make_window()
    found.show_pack(shipped, shipped_pack())
    found.resize(1280, 800)
    with qtbot.waitExposed(found):
        found.show()
    return found
