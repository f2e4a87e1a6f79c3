"""The room on diagrams of the test's choice, shown at a size."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import pytest

from desktop.diagrams.ui.widget import DiagramsRoom
from desktop.shell.context import Context
from desktop.shell.icons import Icons
from desktop.shell.navigator import Navigator
from desktop.shell.settings import Settings
from desktop.shell.theme import Theme, ThemeChoice
from tests.diagrams.builders import ALL
from tests.diagrams.driver import DiagramsDriver

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.diagrams import Diagram


class OpenRoom(Protocol):
    """Opens the room on these diagrams (None: the shipped ones) at a size and a text size."""

    def __call__(
        self, diagrams: tuple[Diagram, ...] | None = ..., size: tuple[int, int] = ..., scale: float = ...
    ) -> DiagramsDriver: ...


@pytest.fixture
def make_context(qapp: QApplication, tmp_path: Path, shipped_catalog: Catalog) -> MakeContext:
    def made(diagrams: tuple[Diagram, ...] | None = None, scale: float = 1.0) -> Context:
        theme = Theme(qapp, ThemeChoice.LIGHT, scale)
        pack = replace(shipped_catalog.pack, comparisons=())
        catalog = shipped_catalog if diagrams is None else replace(shipped_catalog, diagrams=diagrams, pack=pack)
        return Context(catalog, Navigator(), Settings(tmp_path / "settings.ini"), theme, Icons(theme))

    return made


class MakeContext(Protocol):
    """A context on these diagrams; on the shipped ones if none are given."""

    def __call__(self, diagrams: tuple[Diagram, ...] | None = ..., scale: float = ...) -> Context: ...


@pytest.fixture
def open_room(qtbot: QtBot, make_context: MakeContext) -> OpenRoom:
    def opened(
        diagrams: tuple[Diagram, ...] | None = ALL, size: tuple[int, int] = (920, 700), scale: float = 1.0
    ) -> DiagramsDriver:
        context = make_context(diagrams, scale)
        room = DiagramsRoom(context)
        qtbot.addWidget(room)
        room.resize(*size)
        with qtbot.waitExposed(room):
            room.show()
        return DiagramsDriver(room, context)

    return opened


@pytest.fixture
def shipped_flows(shipped_catalog: Catalog) -> tuple[str, ...]:
    """What the shipped pack compares."""
    return shipped_catalog.pack.comparisons[0].diagrams


@pytest.fixture
def room(open_room: OpenRoom) -> DiagramsDriver:
    """Four small diagrams, one of each type; the first is shown."""
    return open_room()
