"""The tab 'Use cases', as the window sees it. No Qt here: the widgets are imported at first show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.refs import IndustryRef, UseCaseRef
from desktop.shell.view import ViewSpec
from desktop.usecases.choosing.place import PageRef

if TYPE_CHECKING:
    from desktop.shell.context import Context
    from desktop.shell.room import Room


def _build(context: Context) -> Room:
    from desktop.usecases.ui.widget import UseCasesRoom

    return UseCasesRoom(context)


VIEW = ViewSpec(
    key="usecases",
    title="Use cases",
    shortcut="Ctrl+3",
    opens=(UseCaseRef, IndustryRef, PageRef),
    build=_build,
    keys=(
        ("From card to card", "Up and Down"),
        ("Choose on the map", "arrow keys, Enter"),
        ("Pick an answer in 'Which one for me?'", "Space, then Up and Down"),
    ),
)
