"""The clock of the player: the token runs, then a pause to read, then the next step, as long as it plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QTimer, QVariantAnimation, Signal

from desktop.diagrams.story import run_seconds

if TYPE_CHECKING:
    from desktop.shell.theme import Theme


class Playback(QObject):
    """`moved` tells how many turns the token has run; `next_requested` asks for the next step."""

    moved = Signal(float)
    next_requested = Signal()
    playing_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._playing = False
        self._reading = 0.0
        self.speed = 1.0
        self._run = QVariantAnimation(self)
        self._run.setEasingCurve(QEasingCurve.Type.Linear)
        self._run.valueChanged.connect(lambda value: self.moved.emit(float(value)))
        self._run.finished.connect(self._on_run)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.next_requested)

    @property
    def playing(self) -> bool:
        return self._playing

    @property
    def moving(self) -> bool:
        """Whether the token is under way."""
        return self._run.state() is QVariantAnimation.State.Running

    def set_playing(self, playing: bool) -> None:
        """Go on by itself, or stand still; a token that stopped on its way goes on from there."""
        if playing == self._playing:
            return
        self._playing = playing
        if not playing:
            self._pause.stop()
            if self.moving:
                self._run.pause()
        elif self._run.state() is QVariantAnimation.State.Paused:
            self._run.resume()
        elif not self.moving:
            self._wait()
        self.playing_changed.emit(playing)

    def start(self, turns: int, reading: float) -> None:
        """A step is shown: its token runs so many turns, unless motion is unwanted; then so many seconds to read."""
        self._pause.stop()
        self._run.stop()
        self._reading = reading
        if turns == 0 or self._theme.reduced_motion:
            self.moved.emit(float(turns))
            self._on_run()
            return
        self._run.setStartValue(0.0)
        self._run.setEndValue(float(turns))
        self._run.setDuration(round(1000 * run_seconds(turns, self.speed)))
        self._run.start()

    def stop(self) -> None:
        """Nothing moves any more."""
        self._run.stop()
        self._pause.stop()
        self.set_playing(False)

    def _on_run(self) -> None:
        if self._playing:
            self._wait()

    def _wait(self) -> None:
        self._pause.start(round(1000 * self._reading))
