"""The middle of the window: one room for each tab, or, while no pack is open, a page that says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.catalog.refs import Ref
    from desktop.shell.blank_page import BlankPage
    from desktop.shell.context import Context
    from desktop.shell.packs import Packs
    from desktop.shell.room import Room
    from desktop.shell.view import ViewSpec


class Pages:
    """Builds a room when it is first asked for, and drops them all when another pack is opened."""

    def __init__(self, packs: Packs, tell: Callable[[str, str], None]) -> None:
        """`tell` hears the key of a view and what it now shows, in one line."""
        self.stack = QStackedWidget()
        self._packs, self._tell = packs, tell
        self._rooms: dict[str, Room] = {}
        self._returns: dict[str, Callable[[Room], None]] = {}
        self._blank: BlankPage | None = None

    def built(self, key: str) -> Room | None:
        """The room of a view, where it has been shown before."""
        return self._rooms.get(key)

    def room(self, view: ViewSpec, context: Context) -> Room:
        """The room of a view."""
        if view.key not in self._rooms:
            room = self._rooms[view.key] = view.build(context)
            room.status_changed.connect(lambda text: self._tell(view.key, text))
            room.pack_changed.connect(self._packs.read_again)
            self.stack.addWidget(room)
            if (come_back := self._returns.pop(view.key, None)) is not None:
                come_back(room)
        return self._rooms[view.key]

    def show_room(self, view: ViewSpec, context: Context) -> Room:
        """Bring the room of a view to the front."""
        room = self.room(view, context)
        self.stack.setCurrentWidget(room)
        return room

    def show_blank(self, head: str, words: str) -> None:
        """No pack is open: say what happened and offer what can be done."""
        from desktop.shell.blank_page import BlankPage

        if self._blank is None:
            self._blank = BlankPage()
            self._blank.shipped.clicked.connect(self._packs.open_shipped)
            self._blank.folder.clicked.connect(self._packs.choose_folder)
            self.stack.addWidget(self._blank)
        self._blank.tell(head, words)
        self.stack.setCurrentWidget(self._blank)
        self._blank.setFocus()

    def drop(self, again: Mapping[str, Ref] | None = None) -> None:
        """Take out every page.

        Where the same pack comes again, a new room takes up what the old one kept, or else opens its place in `again`.
        """
        if again is None:
            self._returns = {}
        else:  # a room that was not built since the last time has its way back still
            self._returns |= {key: _way_back(room, again.get(key)) for key, room in self._rooms.items()}
        for page in (*self._rooms.values(), self._blank):
            if page is not None:
                self.stack.removeWidget(page)
                page.deleteLater()
        self._rooms.clear()
        self._blank = None


def _way_back(room: Room, place: Ref | None) -> Callable[[Room], None]:
    """What brings the successor of a room to where that room is."""
    kept = room.kept()

    def come_back(successor: Room) -> None:
        if kept is not None:
            successor.take_up(kept)
        elif place is not None:
            successor.open(place)

    return come_back
