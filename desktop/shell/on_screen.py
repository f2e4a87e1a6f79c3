"""What a room shows, as a value that a talk can keep. No Qt in this file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.catalog.refs import Ref


@dataclass(frozen=True, slots=True)
class OnScreen:
    """What a room shows now, as a stop of a talk keeps it.

    `ref` is the place, or the tab where nothing is selected; `state` holds what else it takes to show the same again
    (filters, folds, a step), each a short text by a name of the room's own; `title` is a heading for it.
    """

    ref: Ref
    title: str
    state: Mapping[str, str] = field(default_factory=dict)
