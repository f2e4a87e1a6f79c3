"""All that is known of the learner at one moment, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from desktop.catalog.refs import Ref
    from desktop.progress.knowledge.calibration import Bin, Calibration
    from desktop.progress.knowledge.retention import Interval
    from desktop.progress.knowledge.wilson import Counted

DAYS_AHEAD = 14
KNOWN_FROM = 0.5
"""The mastery from which a question counts as known: more likely than not it is known now, and was not guessed."""


class Standing(StrEnum):
    """How a question stands, from the best to the one never asked."""

    MASTERED = "mastered"
    KNOWN = "known"
    SEEN = "seen"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Lead:
    """The question a mark leads to, with its stem ('' where it is gone from the pack)."""

    ref: Ref
    stem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sure:
    """The answers of one certainty; it leads to the newest of them that was not right."""

    bin: Bin
    lead: Lead


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A topic or a concept: its questions by how they stand, and its mastery (0 to 1).

    `leads` has the first question of each standing that has any; `ref` is the topic, or the concept's least known
    question.
    """

    title: str
    ref: Ref
    counts: Mapping[Standing, int]
    leads: Mapping[Standing, Lead]
    mastery: float
    mastered: bool

    @property
    def questions(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """A misconception that was chosen: how often, on which day last, and in which question.

    `since_right`: the newest answer to every question it was chosen in is right. `evidence` is what that question
    rests on, None where it rests on nothing.
    """

    title: str
    correction: str
    times: int
    last: date
    since_right: bool
    question: Lead
    evidence: Ref | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDay:
    """A day ahead: how many cards come due on it (today with all that are due already), and the first of them."""

    day: date
    count: int
    lead: Lead | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day with answers; it leads to the newest of them that was not right."""

    day: date
    right: Counted
    lead: Lead


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The reviews of a month (its first day), in all and by how long ago the answer before was."""

    month: date
    passed: Counted
    by_interval: Mapping[Interval, Counted]
    lead: Lead


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What the learner knows today. Where there is nothing to say, the tuples are empty.

    `right` counts all the learner's own answers that stand. `later` counts the cards that come due after `due`.
    `concepts` are those with an answer, the least known first. `wanted` is the share that the schedule aims to keep.
    """

    today: date
    right: Counted
    calibration: Calibration
    sure: tuple[Sure, ...]
    topics: tuple[Field, ...]
    concepts: tuple[Field, ...]
    beliefs: tuple[Belief, ...]
    due: tuple[DueDay, ...]
    later: int
    days: tuple[Day, ...]
    months: tuple[Month, ...]
    wanted: float

    @property
    def is_empty(self) -> bool:
        """Whether the learner has not answered anything yet."""
        return not self.right.count
