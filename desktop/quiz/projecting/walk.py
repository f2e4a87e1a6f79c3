"""Questions on a talk's stage, told step by step: asked, counted where a hall has voted, revealed; then the next one.

Where a step leads depends on nothing but its number and the votes, so going back shows a question as far told as it
was.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from desktop.quiz.projecting.show import Show, Slide, Told


class Phase(Enum):
    """How far a question is told."""

    ASKED = "asked"
    COUNTED = "counted"
    REVEALED = "revealed"


@dataclass(frozen=True, slots=True)
class Step:
    """A question, by its place among the slides, and how far it is told."""

    at: int
    phase: Phase


@dataclass(frozen=True, slots=True)
class Walk:
    """The questions, what a hall has voted on each (as its options show), and which step is shown."""

    slides: tuple[Slide, ...]
    votes: tuple[tuple[int, ...] | None, ...]
    at: int = 0

    @property
    def steps(self) -> tuple[Step, ...]:
        """All of them, in their order."""
        return tuple(
            Step(place, phase)
            for place, votes in enumerate(self.votes)
            for phase in Phase
            if phase is not Phase.COUNTED or votes is not None
        )

    @property
    def step(self) -> Step:
        """The one that is shown."""
        return self.steps[self.at]

    @property
    def slide(self) -> Slide:
        """The question that is shown."""
        return self.slides[self.step.at]

    @property
    def tally(self) -> tuple[int, ...] | None:
        """What the hall has voted on it, whether that is shown yet or not."""
        return self.votes[self.step.at]

    @property
    def revealed(self) -> bool:
        """Whether its solution is out."""
        return self.step.phase is Phase.REVEALED

    @property
    def show(self) -> Show:
        """What the hall is told now."""
        step = self.step
        told = Told(None if step.phase is Phase.ASKED else self.tally, self.revealed)
        return Show(self.slides, tuple(told if at == step.at else Told() for at in range(len(self.slides))), step.at)


def begin(slides: tuple[Slide, ...]) -> Walk:
    """At the first question, of which there must be one."""
    return Walk(slides, (None,) * len(slides))


def go_to(walk: Walk, at: int) -> Walk:
    """At this step, or the nearest that there is."""
    return replace(walk, at=min(max(0, at), len(walk.steps) - 1))


def count(walk: Walk, votes: tuple[int, ...]) -> Walk:
    """The hall has voted on the question that is shown: the votes are shown, and no more is told than was."""
    here, phase = walk.step.at, Phase.REVEALED if walk.revealed else Phase.COUNTED
    counted = replace(walk, votes=(*walk.votes[:here], votes, *walk.votes[here + 1 :]))
    return replace(counted, at=counted.steps.index(Step(here, phase)))
