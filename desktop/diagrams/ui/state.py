"""What the reader and the story do with a part: whether it is lit, chosen, or where the keyboard stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.shell.tone import Tone


@dataclass(frozen=True, slots=True)
class State:
    """`lit`: the step is about it; `chosen`: the evidence panel shows it; `current`: the keyboard is here.

    `found`: it holds what is searched for; `tone`: it is marked as right or wrong.
    """

    lit: bool = False
    chosen: bool = False
    current: bool = False
    hovered: bool = False
    found: bool = False
    tone: Tone | None = None


CALM = State()
