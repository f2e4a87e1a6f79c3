"""Keeps the time of a talk: joins the clock to its bar in the console. What is on time is worked out in pacing.py."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.presentation import pacing
from desktop.presentation.report import report_of
from desktop.shell.announce import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.catalog.entities.talks import Deck
    from desktop.presentation.report import Report
    from desktop.presentation.ui.pace_bar import PaceBar

_TICK = 500  # milliseconds between looks at the clock


class Timekeeper(QObject):
    """Runs from `begin` to `stop`; `move` tells which stop is on."""

    def __init__(self, bar: PaceBar, deck: Deck, clock: Callable[[], float]) -> None:
        """`clock` gives seconds that only grow."""
        super().__init__(bar)
        self._bar, self._deck, self._clock = bar, deck, clock
        self._pace = pacing.begun("", clock())
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self.show)
        bar.pause_requested.connect(self.pause)
        bar.restart_requested.connect(self.restart)
        bar.minutes_set.connect(self._on_minutes_set)

    @property
    def is_running(self) -> bool:
        """Whether the talk runs, be its clock paused or not."""
        return self._tick.isActive()

    @property
    def report(self) -> Report:
        """The time spent so far, against the plan."""
        return report_of(self._deck, self._pace, self._clock())

    def begin(self, stop: str) -> None:
        """The talk begins at a stop."""
        self._pace = pacing.begun(stop, self._clock())
        self._tick.start()
        self.show()

    def move(self, stop: str, deck: Deck) -> None:
        """Another stop is on, or the deck was read again."""
        self._deck = deck
        self._pace = pacing.moved(self._pace, stop, self._clock())
        self.show()

    def stop(self) -> None:
        """The talk is over."""
        self._tick.stop()

    def pause(self) -> None:
        """The clock stands, or runs again."""
        self._pace = pacing.paused(self._pace, self._clock())
        self.show()
        announce(self._bar, "The clock stands." if self._pace.stands else "The clock runs.")

    def restart(self) -> None:
        """The clock at zero."""
        self._pace = pacing.restarted(self._pace, self._clock())
        self.show()

    def show(self) -> None:
        """Show how the talk stands now."""
        self._bar.show_standing(pacing.standing(self._deck, self._pace, self._clock()), self._pace.stands)

    def _on_minutes_set(self, minutes: int) -> None:
        self._pace = replace(self._pace, total=minutes * 60.0)
        self.show()
