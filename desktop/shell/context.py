"""What a room is handed when it is built: the data and the few shared objects, frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a room may lean on. Never None, never global.

    `cache` is the folder for what can be worked out again; without one, nothing is kept.
    `stages` says for which types of place there is a stage, and what makes it: so one room can show a place of another.
    """

    catalog: Catalog
    navigator: Navigator
    settings: Settings
    theme: Theme
    icons: Icons
    cache: Path | None = None
    stages: Mapping[type[Ref], Callable[[Context], Stage]] = field(default_factory=dict, compare=False)

    def make_stage(self, ref: Ref) -> Stage | None:
        """A new stage that shows this place; None where there is no stage for its type or no such place in the pack."""
        build = self.stages.get(type(ref))
        stage = build(self) if build is not None and self.catalog.find(ref) is not None else None
        return stage if stage is not None and stage.show_place(ref) else None
