"""What a room is handed when it is built: the data and the few shared objects, frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from desktop.shell.learner import Learner

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.refs import Ref
    from desktop.shell.icons import Icons
    from desktop.shell.navigator import Navigator
    from desktop.shell.settings import Settings
    from desktop.shell.stage import Stage
    from desktop.shell.theme import Theme

    Stages = Mapping[Any, Callable[["Context"], Stage]]  # by type of ref, or by the `ViewRef` of a tab


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a room may lean on. Never None, never global.

    `cache` is the folder for what can be worked out again; without one, nothing is kept.
    `learner` has the log of answers; a context made without one has a log in memory.
    `stages` says for which types of place (and for which tabs, by their `ViewRef`) there is a stage, and what makes it:
    so one room can show a place of another.
    """

    catalog: Catalog
    navigator: Navigator
    settings: Settings
    theme: Theme
    icons: Icons
    cache: Path | None = None
    stages: Stages = field(default_factory=dict, compare=False)
    learner: Learner = field(default_factory=Learner, compare=False)

    def make_stage(self, ref: Ref) -> Stage | None:
        """A new stage that shows this place; None where there is no stage for its type or no such place in the pack."""
        stage = self.stage_for(ref)
        if stage is None or stage.show_place(ref):
            return stage
        stage.deleteLater()
        return None

    def stage_for(self, ref: Ref) -> Stage | None:
        """A new stage that can show places of this type, still empty; None where there is none.

        A talk makes it ahead of time, enlarges it, and shows the place when it is wanted.
        """
        build = self.stages.get(ref) or self.stages.get(type(ref))
        return build(self) if build is not None else None
