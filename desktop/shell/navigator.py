"""The one way from place to place: rooms and links tell it a ref, the window and the evidence panel listen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.catalog.refs import Ref

_LONGEST = 200


class Navigator(QObject):
    """History of visited places. `open` goes somewhere (Back returns); `select` and `point` only follow the reader."""

    opened = Signal(object)  # Ref: show this place, switch the tab if needed
    selected = Signal(object)  # Ref: the evidence panel shows this

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[Ref] = []
        self._at = -1

    @property
    def current(self) -> Ref | None:
        """The place shown now, or None at the start."""
        return self._places[self._at] if self._at >= 0 else None

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at + 1 < len(self._places)

    def take_over(self, other: Navigator, stays: Callable[[Ref], bool]) -> None:
        """Go on with the history of another one, without the places that are no more, and without telling."""
        before = [ref for ref in other._places[: other._at + 1] if stays(ref)]
        after = [ref for ref in other._places[other._at + 1 :] if stays(ref)]
        self._places, self._at = [*before, *after], len(before) - 1

    def open(self, ref: Ref) -> None:
        """Go to a place: a link was followed or a search result chosen."""
        self._add(ref)
        self._tell(ref)

    def enter(self, ref: Ref) -> None:
        """The reader went somewhere without a link (to another tab): a new place, which is shown already."""
        self._add(ref)
        self.selected.emit(ref)

    def select(self, ref: Ref) -> None:
        """The reader selected something within a room: it becomes the present place, without a new step."""
        if ref == self.current:
            return
        if self._at < 0:
            self._places, self._at = [ref], 0
        else:
            self._places[self._at] = ref
        self.selected.emit(ref)

    def point(self, ref: Ref) -> None:
        """The reader looks at something within the present place (a cell of a comparison), which stays the place."""
        self.selected.emit(ref)

    def go_back(self) -> bool:
        """Return to the place before this one; whether there is one."""
        if not self.can_go_back:
            return False
        self._at -= 1
        self._tell(self._places[self._at])
        return True

    def go_forward(self) -> bool:
        """Go again to the place that was left by going back; whether there is one."""
        if not self.can_go_forward:
            return False
        self._at += 1
        self._tell(self._places[self._at])
        return True

    def _add(self, ref: Ref) -> None:
        if ref != self.current:
            self._places[self._at + 1 :] = [ref]
            del self._places[:-_LONGEST]
            self._at = len(self._places) - 1

    def _tell(self, ref: Ref) -> None:
        self.selected.emit(ref)
        self.opened.emit(ref)
