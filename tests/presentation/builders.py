"""A small window with one room that can say what is on its screen, over the tiny pack with a deck."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.catalog.loader import load_pack
from desktop.catalog.refs import CellRef, DiagramRef
from desktop.presentation.pacing import Pace
from desktop.presentation.report import report_of
from desktop.presentation.ui.desk import TalkDesk
from desktop.presentation.view import TALKS
from desktop.shell.application import make_window
from desktop.shell.on_screen import OnScreen
from desktop.shell.room import Room
from desktop.shell.settings import Settings
from desktop.shell.stage import Stage
from desktop.shell.talks_spec import TalksSpec
from desktop.shell.theme import ThemeChoice
from desktop.shell.view import ViewSpec
from desktop.shell.widgets.labels import TextLabel
from tests.builders import TINY_PACK

if TYPE_CHECKING:
    from desktop.catalog.entities.talks import Deck
    from desktop.catalog.refs import Ref
    from desktop.shell.context import Context
    from desktop.shell.packs import Packs
    from desktop.shell.talks import Desk, DeskHost
    from desktop.shell.window import Window

HEAT = OnScreen(CellRef("tea", "heat"), "How hot tea is made", {"level": "drinks"})
TOUR = """\
id: tour
title: A tour
summary: Of the pack.
order: 5
stops:
  - {id: hello, title: Hello, text: Welcome., minutes: 0.5}
  - {id: heat, title: Heat, ref: "cell:tea/heat", minutes: 2, notes: Say that it is hot.}
  - {id: pot, title: Pot, ref: "diagram:brewing", minutes: 1.5}
"""


class ShowRoom(Room):
    """Shows what a test put on its screen."""

    shown: OnScreen | None = HEAT

    def __init__(self, _context: Context) -> None:
        super().__init__()
        self.label = TextLabel("at its start")
        QVBoxLayout(self).addWidget(self.label)

    def open(self, ref: Ref) -> None:
        self.label.setText(str(ref))

    def on_screen(self) -> OnScreen | None:
        return self.shown


class ShowStage(Stage):
    """Never shown here; that there is one makes a place fit for a talk."""

    def __init__(self, _context: Context) -> None:
        super().__init__()


ROOM = ViewSpec(
    key="show",
    title="Show room",
    shortcut="Ctrl+1",
    opens=(CellRef, DiagramRef),
    build=ShowRoom,
    stages=(CellRef, DiagramRef),
    stage=ShowStage,
)


class StartedTalk(QObject):
    """A talk that goes on until it is ended."""

    ended = Signal(object)

    def __init__(self, deck: Deck) -> None:
        super().__init__()
        self._deck = deck

    def end(self, *spent: float) -> None:
        """It is over; `spent` are the seconds for each stop."""
        paces = {stop.id: seconds for stop, seconds in zip(self._deck.stops, spent, strict=False)}
        self.ended.emit(report_of(self._deck, Pace("", None, paces), 0))


class Stages:
    """Keeps which talks were started."""

    def __init__(self) -> None:
        self.talks: list[tuple[Deck, int]] = []
        self.running: StartedTalk

    def present(self, _context: Context, deck: Deck, at: int, _packs: Packs) -> StartedTalk:
        self.talks.append((deck, at))
        self.running = StartedTalk(deck)
        return self.running

    def spec(self) -> TalksSpec:
        def build(host: DeskHost) -> Desk:
            return TalkDesk(host, self.present)

        return TalksSpec(build, TALKS.keys)


def pack_with_a_deck(folder: Path, deck: str = TOUR) -> Path:
    """The tiny pack with a deck of its own."""
    pack = Path(shutil.copytree(TINY_PACK, folder / "tiny"))
    (pack / "decks").mkdir()
    (pack / "decks" / "tour.yaml").write_text(deck, encoding="utf-8")
    return pack


def window_on(pack: Path, folder: Path, stages: Stages, own: bool = True, scale: float = 1.0) -> Window:
    """A window on a pack, whose own decks lie in `folder`; without `own`, there is no place for any."""
    load = partial(load_pack, own=folder / "packs" if own else None)
    window = make_window((ROOM,), Settings(folder / "settings.ini"), load, (ThemeChoice.LIGHT, scale))
    window.offer_talks(stages.spec())
    window.show_pack(load(pack), pack)
    window.resize(1000, 700)
    return window
