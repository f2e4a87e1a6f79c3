"""What the player tells: one diagram's steps, or those of several in step, as one row of moments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.words import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.entities.diagrams import Diagram
    from desktop.diagrams.comparing.beats import Beat

OVERVIEW = -1
SPEEDS = (0.5, 1.0, 1.5, 2.0)
_WAVE, _LOOK, _LEAST, _MOST, _WORDS_A_SECOND = 0.7, 1.0, 2.5, 14.0, 3.3


@dataclass(frozen=True, slots=True)
class Moment:
    """One place in a story: what happens, and what to read about it, here and beside the figures."""

    title: str
    caption: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A title and a summary for the overview, then the moments in their order."""

    title: str
    summary: str
    moments: tuple[Moment, ...] = ()

    def title_at(self, at: int) -> str:
        """'Step 2 of 6 · The generator turns noise into a sample'; for the overview, how many steps there are."""
        count = len(self.moments)
        if 0 <= at < count:
            return f"Step {at + 1} of {count} · {self.moments[at].title}"
        return f"{self.title} · {plural(count, 'step')}" if count else self.title

    def caption_at(self, at: int) -> str:
        return self.moments[at].caption if 0 <= at < len(self.moments) else self.summary

    def seconds_at(self, at: int, speed: float) -> float:
        """How long to wait after the movement, so that the caption can be read: 200 words a minute at speed 1."""
        beside = self.moments[at].beside if 0 <= at < len(self.moments) else ""
        words = len(f"{self.title_at(at)} {self.caption_at(at)} {beside}".split())
        return min(_MOST, max(_LEAST, _LOOK + words / _WORDS_A_SECOND)) / speed


def story_of(diagram: Diagram) -> Story:
    """The steps of one diagram."""
    return Story(diagram.title, diagram.summary, tuple(Moment(step.title, step.caption) for step in diagram.steps))


def story_of_several(diagrams: Sequence[Diagram], beats: Sequence[Beat]) -> Story:
    """The steps of several diagrams in step. What happens in each stands beside its figure."""
    moments = []
    for beat in beats:
        steps = [each.steps[at] for each, at in zip(diagrams, beat.at, strict=True) if at is not None]
        beside = " ".join(f"{step.title} {step.caption}" for step in steps)
        moments.append(Moment(beat.phase.value if beat.phase else "in step", "", beside))
    return Story(f"{len(diagrams)} diagrams in step", "", tuple(moments))


def run_seconds(waves: int, speed: float) -> float:
    """How long the token is under way: quick, so that there is a pause to look at what has changed."""
    return waves * _WAVE / speed
