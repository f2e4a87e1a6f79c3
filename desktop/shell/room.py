"""The base of every tab's widget: what the window asks of it, and nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.refs import Ref
    from desktop.shell.handout import Sheet
    from desktop.shell.on_screen import OnScreen


_BY_TAB = Qt.FocusPolicy.TabFocus


class Room(QWidget):
    """One tab. A room shows a ref when asked, says what it shows in one line, and gives its sheets for print."""

    status_changed = Signal(str)
    pack_changed = Signal()  # the reader's own files were written: the pack should be read again

    def open(self, ref: Ref) -> None:
        """Show this place and mark it. Only refs of the types in the room's `ViewSpec.opens` arrive here."""
        raise NotImplementedError

    def place(self) -> Ref | None:
        """What is shown before anything was selected (the diagram, the topic), for the evidence panel."""
        return None

    def kept(self) -> object:
        """What the new room takes up when the same pack is read again and this one goes; None for nothing."""
        return None

    def take_up(self, kept: object) -> None:
        """Be where a room of this kind was, as far as that is still there; `kept` is what its `kept` gave."""

    def on_screen(self) -> OnScreen | None:
        """What is shown now, so that a stop of a talk can show the same; None where there is nothing to keep."""
        return None

    def status(self) -> str:
        """What is shown, in one line for the status bar."""
        return ""

    def focus_search(self) -> None:
        """Put the keyboard into the room's own search field (Ctrl+F), where it has one."""

    def take_focus(self) -> None:
        """Put the keyboard where it last was in this room, at first on the first control."""
        at = self.focusWidget() or self.nextInFocusChain()
        while at is not None and self.isAncestorOf(at):
            if at.isVisible() and at.isEnabled() and at.focusPolicy() & _BY_TAB:
                at.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
            at = at.nextInFocusChain()

    def places(self) -> Sequence[Ref]:
        """The places worth a picture of their own besides the room as it opens (each diagram, for example)."""
        return ()

    def sheets(self) -> Sequence[Sheet]:
        """The room's part of the printed handout."""
        return ()
