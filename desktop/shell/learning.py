"""What the learner chose: how much to remember and by when, how many new questions a day, and what one is asked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from desktop.progress.schedule import ScheduleSettings
    from desktop.shell.settings import Settings

_VERSION = "1"  # of how cards follow from answers: a new one has them worked out anew


class Preferences(TypedDict):
    """What the learner chose."""

    retention: float
    exam: str
    new_per_day: int
    asks_certainty: bool


class Learning:
    """Kept in the settings, whose file may hold anything: what is spoilt counts as not chosen."""

    def __init__(self, settings: Settings | None) -> None:
        self._settings = settings

    @property
    def schedule(self) -> ScheduleSettings:
        """How much to remember, and by when: an exam begins at nine in the morning where the learner is."""
        from desktop.progress.schedule import ScheduleSettings

        try:
            at = datetime.fromisoformat(f"{self.exam}T09:00").astimezone() if self.exam else None
            return ScheduleSettings(retention=self.retention, exam=at)
        except ValueError:
            return ScheduleSettings()

    @property
    def key(self) -> str:
        """Stands for all of it that a schedule depends on."""
        exam = self.schedule.exam
        return f"{_VERSION}/{self.retention:.2f}/{exam.astimezone(UTC).isoformat() if exam else ''}"

    @property
    def retention(self) -> float:
        """The share (0.80 to 0.95) that should still be known when a question comes again."""
        from desktop.progress.schedule import LEAST_RETENTION, MOST_RETENTION

        try:
            share = float(self._value("retention", "0.90"))
        except ValueError:
            share = 0.90
        return min(MOST_RETENTION, max(LEAST_RETENTION, share))

    @property
    def exam(self) -> str:
        """The day of the exam as '2026-12-24'; '' for none."""
        return self._value("exam", "")

    @property
    def new_per_day(self) -> int:
        """How many new questions a review brings on a day."""
        from desktop.progress.picking import NEW_PER_DAY

        text = self._value("new-per-day", "")
        return min(9_999, int(text)) if text.isascii() and text.isdigit() else NEW_PER_DAY

    @property
    def asks_certainty(self) -> bool:
        """Whether the learner is asked how sure an answer is."""
        return self._value("certainty", "asked") == "asked"

    def choose(self, chosen: Preferences) -> None:
        """Keep the learner's choices."""
        if self._settings is None:
            return
        for key, value in (
            ("retention", f"{chosen['retention']:.2f}"),
            ("exam", chosen["exam"]),
            ("new-per-day", str(chosen["new_per_day"])),
            ("certainty", "asked" if chosen["asks_certainty"] else "off"),
        ):
            self._settings.set_value(f"learning/{key}", value)

    def _value(self, key: str, default: str) -> str:
        return self._settings.value(f"learning/{key}", default) if self._settings is not None else default
