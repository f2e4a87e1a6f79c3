"""Steps in step: which step each diagram shows while they are played side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.entities.diagrams import Phase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.catalog.entities.diagrams import Diagram


@dataclass(frozen=True, slots=True)
class Beat:
    """A moment of the play: the place of each diagram's step, or None where it has none in this phase."""

    phase: Phase | None
    at: tuple[int | None, ...]


def beats_of(diagrams: Sequence[Diagram]) -> tuple[Beat, ...]:
    """Phase by phase, and in each phase step by step.

    Who has fewer steps in a phase waits at the last one. Steps without a phase come first.
    """
    return tuple(beat for phase in (None, *Phase) for beat in _phase(diagrams, phase))


def _phase(diagrams: Sequence[Diagram], phase: Phase | None) -> Iterator[Beat]:
    places = [[at for at, step in enumerate(each.steps) if step.phase is phase] for each in diagrams]
    for beat in range(max(map(len, places), default=0)):
        yield Beat(phase, tuple(its[min(beat, len(its) - 1)] if its else None for its in places))
