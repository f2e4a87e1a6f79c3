"""What a tab is, and what talks are, said as values: the window knows no room by name. No Qt in this file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.refs import CardRef, ClaimRef, Ref, ReferenceRef, SourceRef, TermRef, ViewRef

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.export.page import Asked, Page
    from desktop.shell.context import Context, Stages
    from desktop.shell.paper import Paper
    from desktop.shell.room import Room
    from desktop.shell.stage import Stage

_READ = (CardRef, ClaimRef, ReferenceRef, SourceRef, TermRef)


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """One tab. `opens` are the types of ref that this room shows; `build` makes its widget at first show.

    `keys` are the keys of its own: what they do, and which they are. `stage` makes a widget that shows one place alone,
    of the types in `stages` or the tab as it opens (`ViewRef`), for a question or a talk. `pages` makes of a place it
    opens what is taken away of it.
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


def stages_of(views: Iterable[ViewSpec]) -> Stages:
    """Which types of place have a stage, and what makes it: the rooms' own, and the shell's for what is read.

    A tab is a place of its own: its `ViewRef` is a key beside the types.
    """
    made: dict[object, Callable[[Context], Stage]] = dict.fromkeys(_READ, _evidence_stage)
    for view in views:
        if view.stage is not None:
            made |= dict.fromkeys((*view.stages, ViewRef(view.key)), view.stage)
    return made


def _evidence_stage(context: Context) -> Stage:
    from desktop.shell.evidence_stage import EvidenceStage

    return EvidenceStage(context)


__all__ = ["ViewRef", "ViewSpec", "stages_of"]
