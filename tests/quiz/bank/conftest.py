"""The bank in a window on the tiny pack, with a folder for own questions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop.catalog.loader import load_pack
from desktop.shell.application import make_window
from desktop.shell.settings import Settings
from desktop.shell.theme import ThemeChoice
from tests.builders import TINY_PACK
from tests.quiz.bank.driver import BankDriver
from tests.quiz.bank.room import BANK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the own questions for the tiny pack lie."""
    return tmp_path / "packs" / "tea-and-coffee"


@pytest.fixture
def bank(qtbot: QtBot, tmp_path: Path) -> Iterator[BankDriver]:
    load = partial(load_pack, own=tmp_path / "packs")
    window = make_window((BANK,), Settings(tmp_path / "settings.ini"), load, (ThemeChoice.LIGHT, 1.0))
    qtbot.addWidget(window)
    window.show_pack(load(TINY_PACK), TINY_PACK)
    window.resize(1500, 950)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    driver = BankDriver(window)
    driver.page.asked.connect(driver.asked.append)
    driver.page.take_focus()
    driver.settle()
    yield driver
    window.close()
