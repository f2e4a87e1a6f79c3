"""What a tab is, said as a value: the window shows any ViewSpec and knows no room by name. No Qt in this file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.refs import Ref, ViewRef

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from desktop.export.page import Asked, Page
    from desktop.shell.context import Context
    from desktop.shell.paper import Paper
    from desktop.shell.room import Room
    from desktop.shell.stage import Stage


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """One tab. `opens` are the types of ref that this room shows; `build` makes its widget at first show.

    `keys` are the keys of its own: what they do, and which they are. `stage` makes a widget that shows one place alone,
    of the types in `stages`, for a question or a talk. `pages` makes of a place it opens what is taken away of it.
    """

    key: str
    title: str
    shortcut: str
    opens: tuple[type[Ref], ...]
    build: Callable[[Context], Room]
    keys: tuple[tuple[str, str], ...] = ()
    stages: tuple[type[Ref], ...] = ()
    stage: Callable[[Context], Stage] | None = None
    pages: Callable[[Asked, Paper], tuple[Page, ...]] | None = None


def stages_of(views: Iterable[ViewSpec]) -> Mapping[type[Ref], Callable[[Context], Stage]]:
    """Which types of place have a stage, and what makes it."""
    return {kind: view.stage for view in views if view.stage is not None for kind in view.stages}


__all__ = ["ViewRef", "ViewSpec", "stages_of"]
