"""What the window has of talks: lines of a menu and two buttons, and the desk behind them, made when first needed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from desktop.shell.context import Context
    from desktop.shell.on_screen import OnScreen
    from desktop.shell.packs import Packs
    from desktop.shell.view import ViewSpec

NOTHING_OPEN = "No pack is open, so there is nothing to talk about."
NOTHING_SHOWN = "This tab has nothing to keep for a talk as it is now."


@dataclass(frozen=True, slots=True)
class DeskHost:
    """What a desk is handed: the window that its own stand beside, its pack, the titles of its tabs, what they show.

    `views` are the tabs themselves, whose rooms make the pages of a talk that is taken away.
    """

    window: QWidget
    packs: Packs
    tabs: Mapping[str, str]
    on_screen: Callable[[], OnScreen | None]
    views: tuple[ViewSpec, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What was done, in words, and what takes it back, where anything does."""

    words: str
    undo: Callable[[], None] | None = None


class Desk(QObject):
    """Where talks are made and started. It is told which pack is open before anything else is asked of it."""

    told = Signal(object)  # Told

    def show_pack(self, context: Context) -> None:
        """Another pack is open, or the same one was read again."""
        raise NotImplementedError

    def add(self, shown: OnScreen) -> None:
        """Keep this as a stop of the deck in hand."""
        raise NotImplementedError

    def edit(self) -> None:
        """Open the decks, to look at and to change."""
        raise NotImplementedError

    def undo(self) -> None:
        """Take the last change of the decks back."""
        raise NotImplementedError

    def present(self, from_start: bool) -> None:
        """Give the talk in hand: from its first stop, or from the one that was chosen last."""
        raise NotImplementedError

    def close(self) -> None:
        """The window closes: keep what is being typed, close all windows."""
        raise NotImplementedError


class Talks(QObject):
    """The door to the desk. As long as none is offered, there are no talks."""

    told = Signal(object)  # Told

    def __init__(self, host: DeskHost) -> None:
        super().__init__(host.window)
        self._host = host
        self._build: Callable[[DeskHost], Desk] | None = None
        self._desk: Desk | None = None
        self._context: Context | None = None

    def offer(self, build: Callable[[DeskHost], Desk]) -> None:
        """There are talks: this makes their desk."""
        self._build = build

    def show_pack(self, context: Context) -> None:
        """Another pack is open."""
        self._context = context
        if self._desk is not None:
            self._desk.show_pack(context)

    def close(self) -> None:
        """The window closes."""
        if self._desk is not None:
            self._desk.close()

    # What the menus do.

    def add(self) -> None:
        """Keep what is on the screen as a stop of a talk."""
        desk = self._ready()
        if desk is None:
            return
        shown = self._host.on_screen()
        if shown is None:
            self.told.emit(Told(NOTHING_SHOWN))
        else:
            desk.add(shown)

    def edit(self) -> None:
        """Open the decks."""
        if (desk := self._ready()) is not None:
            desk.edit()

    def undo(self) -> None:
        """Take the last change of the decks back."""
        if (desk := self._ready()) is not None:
            desk.undo()

    def present(self) -> None:
        """Give the talk in hand from its first stop."""
        if (desk := self._ready()) is not None:
            desk.present(from_start=True)

    def present_from_here(self) -> None:
        """Give the talk in hand from the stop that was chosen last."""
        if (desk := self._ready()) is not None:
            desk.present(from_start=False)

    def _ready(self) -> Desk | None:
        """The desk, where there are talks and a pack for them."""
        if self._context is None:
            self.told.emit(Told(NOTHING_OPEN))
            return None
        if self._desk is None and self._build is not None:
            self._desk = self._build(self._host)
            self._desk.told.connect(self.told)
            self._desk.show_pack(self._context)
        return self._desk
