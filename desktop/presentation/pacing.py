"""Is the talk on time: a clock that can stand still, and where the plan would have it. The time is an argument."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.catalog.entities.talks import Deck

_A_LITTLE, _SHARE = 60.0, 0.05  # seconds, or this share of the whole plan, whichever is more


class Timing(StrEnum):
    """How the talk stands against its plan, in words."""

    ON_TIME = "on time"
    A_LITTLE_LATE = "a little late"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Pace:
    """The seconds spent on each stop. `since` is when the present stretch began (a monotonic clock); None: it stands.

    `total` are the seconds for the whole talk where the presenter has set them; the plan of the stops is stretched.
    """

    stop: str
    since: float | None
    spent: Mapping[str, float] = field(default_factory=dict)
    total: float | None = None

    @property
    def stands(self) -> bool:
        """Whether the clock is paused."""
        return self.since is None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the console tells, all in seconds: of the talk, of the stop, and how late it is (less than 0: ahead)."""

    elapsed: float
    planned: float
    on_stop: float
    for_stop: float
    late: float
    timing: Timing

    @property
    def words(self) -> str:
        """'on time', 'late by 2:10', 'a little late by 0:20', 'on time, 1:05 ahead'."""
        if self.timing is not Timing.ON_TIME:
            return f"{self.timing.value} by {clock_text(self.late)}"
        return f"{self.timing.value}, {clock_text(-self.late)} ahead" if self.late <= -1 else self.timing.value


def begun(stop: str, now: float) -> Pace:
    """The clock starts."""
    return Pace(stop, now)


def moved(pace: Pace, stop: str, now: float) -> Pace:
    """Another stop is on."""
    return pace if stop == pace.stop else replace(_closed(pace, now), stop=stop, since=None if pace.stands else now)


def paused(pace: Pace, now: float) -> Pace:
    """The clock stands, or where it stood, runs on."""
    return replace(pace, since=now) if pace.stands else replace(_closed(pace, now), since=None)


def restarted(pace: Pace, now: float) -> Pace:
    """The clock at zero; it runs or stands as before."""
    return replace(pace, spent={}, since=None if pace.stands else now)


def on_stop(pace: Pace, stop: str, now: float) -> float:
    """The seconds spent on a stop so far."""
    running = max(0.0, now - pace.since) if pace.since is not None and stop == pace.stop else 0.0
    return pace.spent.get(stop, 0.0) + running


def elapsed(pace: Pace, now: float) -> float:
    """The seconds of the talk so far, without pauses."""
    return sum(_closed(pace, now).spent.values())


def planned(deck: Deck, total: float | None = None) -> dict[str, float]:
    """The seconds for each stop; with a `total`, each stretched alike (or shared evenly where none has a time)."""
    plan = {stop.id: stop.minutes * 60.0 for stop in deck.stops}
    whole = sum(plan.values())
    if total is None or not plan:
        return plan
    return {id: seconds * total / whole if whole else total / len(plan) for id, seconds in plan.items()}


def standing(deck: Deck, pace: Pace, now: float) -> Standing:
    """Late is what lies after the planned end of the present stop, ahead what lies before its planned beginning."""
    plan = planned(deck, pace.total)
    ids = [stop.id for stop in deck.stops]
    at = ids.index(pace.stop) if pace.stop in ids else 0
    start, here = sum(plan[id] for id in ids[:at]), plan.get(pace.stop, 0.0)
    spent, whole = elapsed(pace, now), sum(plan.values())
    late = max(spent - start - here, 0.0) or min(spent - start, 0.0)
    return Standing(spent, whole, on_stop(pace, pace.stop, now), here, late, timing_of(late, whole))


def timing_of(late: float, whole: float) -> Timing:
    """Up to a minute, or a twentieth of the whole, is a little late."""
    if late < 1:
        return Timing.ON_TIME
    return Timing.A_LITTLE_LATE if late <= max(_A_LITTLE, _SHARE * whole) else Timing.LATE


def clock_text(seconds: float) -> str:
    """'0:05', '12:30', '1:02:05'."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _closed(pace: Pace, now: float) -> Pace:
    """With the present stretch added to what was spent."""
    return replace(pace, spent={**pace.spent, pace.stop: on_stop(pace, pace.stop, now)})
