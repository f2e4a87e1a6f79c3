"""The quiz in a window on the tiny pack, its bank open, with folders for own questions and for the log of answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop.catalog.loader import load_pack
from desktop.quiz.view import VIEW
from desktop.shell.application import make_window
from desktop.shell.folders import Folders
from desktop.shell.settings import Settings
from desktop.shell.theme import ThemeChoice
from tests.builders import TINY_PACK
from tests.quiz.trading.driver import TradeDriver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the own questions for the tiny pack lie."""
    return tmp_path / "packs" / "tea-and-coffee"


@pytest.fixture
def trade(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TradeDriver]:
    load = partial(load_pack, own=tmp_path / "packs")
    look = (ThemeChoice.LIGHT, 1.0)
    window = make_window((VIEW,), Settings(tmp_path / "settings.ini"), load, look, Folders(data=tmp_path / "data"))
    qtbot.addWidget(window)
    window.show_pack(load(TINY_PACK), TINY_PACK)
    window.resize(1500, 950)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    driver = TradeDriver(window, bot=qtbot, patch=monkeypatch, home=tmp_path)
    driver.open_bank()
    yield driver
    window.close()
