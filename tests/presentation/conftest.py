"""A window over the tiny pack with a deck, and a place for own decks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from desktop.presentation.ui import editor
from tests.presentation.builders import HEAT, ShowRoom, Stages, pack_with_a_deck, window_on
from tests.presentation.driver import DeckDriver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class OpenDecks(Protocol):
    """Opens a window; a second one finds what the first left."""

    def __call__(self, own: bool = ..., scale: float = ...) -> DeckDriver: ...


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return pack_with_a_deck(tmp_path)


@pytest.fixture
def open_decks(qtbot: QtBot, tmp_path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenDecks]:
    monkeypatch.setattr(ShowRoom, "shown", HEAT)
    made = []

    def opened(own: bool = True, scale: float = 1.0) -> DeckDriver:
        stages = Stages()
        window = window_on(pack, tmp_path, stages, own, scale)
        made.append(window)
        qtbot.addWidget(window)
        driver = DeckDriver(window, stages, tmp_path)
        monkeypatch.setattr(editor, "announce", lambda _, text: driver.heard.append(text))
        with qtbot.waitExposed(window):
            window.show()
        driver.main.to_front()
        return driver

    yield opened
    for window in made:
        window.close()


@pytest.fixture
def decks(open_decks: OpenDecks) -> DeckDriver:
    return open_decks()
