"""Talks over the tabs, as the window takes them. No Qt here: the desk and its windows come when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.shell.talks_spec import TalksSpec

if TYPE_CHECKING:
    from desktop.catalog.entities.talks import Deck
    from desktop.presentation.ui.presenting import Presenting
    from desktop.shell.context import Context
    from desktop.shell.packs import Packs
    from desktop.shell.talks import Desk, DeskHost


def _build(host: DeskHost) -> Desk:
    from desktop.presentation.ui.desk import TalkDesk

    return TalkDesk(host, _present)


def _present(context: Context, deck: Deck, at: int, packs: Packs) -> Presenting:
    """Start a talk; what holds its windows."""
    from desktop.presentation.ui.presenting import Presenting

    talk = Presenting(context, deck, at, packs)
    talk.start()
    return talk


TALKS = TalksSpec(
    _build,
    keys=(
        ("Move the stop up, down", "Alt+Up, Alt+Down, or drag it"),
        ("New title, new text", "Ctrl+T, Ctrl+Shift+T"),
        ("Second one of the stop; delete the stop", "Ctrl+Shift+D; Delete"),
        ("Go to the place of the stop", "Ctrl+G"),
        ("Have the stop show what is on the screen", "Ctrl+U"),
        ("New deck, copy the deck, delete the deck", "Ctrl+N, Ctrl+Shift+C, Ctrl+Shift+Delete"),
        ("Take the deck away as a file", "Ctrl+E"),
        ("Undo, redo", "Ctrl+Z, Ctrl+Y"),
        ("Back to the list of stops, then close", "Escape"),
    ),
)
