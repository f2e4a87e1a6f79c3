"""What a tab is, said as a value: the window shows any ViewSpec and knows no room by name. No Qt in this file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from desktop.catalog.refs import Ref, address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from desktop.shell.context import Context
    from desktop.shell.room import Room
    from desktop.shell.stage import Stage


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """One tab. `opens` are the types of ref that this room shows; `build` makes its widget at first show.

    `keys` are the keys of its own: what they do, and which they are. `stage` makes a widget that shows one place alone,
    of the types in `stages`, for a question or a talk.
    """

    key: str
    title: str
    shortcut: str
    opens: tuple[type[Ref], ...]
    build: Callable[[Context], Room]
    keys: tuple[tuple[str, str], ...] = ()
    stages: tuple[type[Ref], ...] = ()
    stage: Callable[[Context], Stage] | None = None


@address
class ViewRef(Ref):
    """A tab as a place of its own, for as long as nothing is selected in it."""

    kind: ClassVar[str] = "view"
    view: str


def stages_of(views: Iterable[ViewSpec]) -> Mapping[type[Ref], Callable[[Context], Stage]]:
    """Which types of place have a stage, and what makes it."""
    return {kind: view.stage for view in views if view.stage is not None for kind in view.stages}
