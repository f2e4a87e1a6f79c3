"""The clocks of the console: the time of day, the talk against its plan, and in words whether it is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from desktop.presentation.keys import Act, key_of
from desktop.presentation.pacing import Timing, clock_text
from desktop.shell.widgets.buttons import push_button
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from desktop.presentation.pacing import Standing
    from desktop.shell.icons import Icons
    from desktop.shell.theme import Theme

_TOKENS = {Timing.ON_TIME: "accurate", Timing.A_LITTLE_LATE: "dated", Timing.LATE: "wrong"}
_SIGNS = {Timing.ON_TIME: "sign-accurate", Timing.A_LITTLE_LATE: "sign-dated", Timing.LATE: "warning"}
_LONGEST = 999  # minutes


class PaceBar(QWidget):
    """Shows a `Standing`; asks for a pause, the clock at zero, or another time for the talk."""

    pause_requested = Signal()
    restart_requested = Signal()
    minutes_set = Signal(int)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self._standing: Standing | None = None
        self._shown_minutes = 0
        self._elapsed = TextLabel(role="question", wrap=False)
        self._planned = TextLabel(wrap=False)
        self._stop = TextLabel(role="muted", wrap=False)
        self._sign, self._words = QLabel(), TextLabel(role="title", wrap=False)
        self._day = TextLabel(role="title", wrap=False)
        self._pause = push_button("", name="Stop the clock")
        self._restart = push_button(f"To zero  {key_of(Act.RESTART_CLOCK)}", name="Clock back to zero")
        self._minutes = QSpinBox()
        self._minutes.setRange(1, _LONGEST)
        self._minutes.setSuffix(" min")
        self._minutes.setAccessibleName("Minutes for the whole talk")
        self._minutes.setKeyboardTracking(False)
        for each in (self._pause, self._restart, self._minutes):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self._pause.clicked.connect(self.pause_requested)
        self._restart.clicked.connect(self.restart_requested)
        self._minutes.editingFinished.connect(self._on_minutes_typed)
        theme.changed.connect(self._show_timing)

    @property
    def words(self) -> str:
        """What is said of the pace."""
        return self._words.text()

    @property
    def elapsed(self) -> str:
        return self._elapsed.text()

    def show_standing(self, standing: Standing, stands: bool) -> None:
        """Show how the talk stands now, and whether its clock does."""
        self._standing = standing
        self._elapsed.setText(clock_text(standing.elapsed))
        self._planned.setText(f"of {clock_text(standing.planned)}")
        self._stop.setText(f"This stop {clock_text(standing.on_stop)} of {clock_text(standing.for_stop)}")
        self._day.setText(QTime.currentTime().toString("HH:mm"))
        self._day.setAccessibleName(f"Time of day {self._day.text()}")
        words = f"{standing.words}, clock paused" if stands else standing.words
        if self._words.text() != words:
            self._words.setText(words)
            self._show_timing()
        self._pause.setText(f"{'Go on' if stands else 'Pause'}  {key_of(Act.PAUSE)}")
        self._pause.setAccessibleName("Let the clock run" if stands else "Stop the clock")
        if not self._minutes.hasFocus():
            self._shown_minutes = max(1, round(standing.planned / 60))
            self._minutes.setValue(self._shown_minutes)

    def edit_minutes(self) -> None:
        """Put the keyboard where the time for the talk is set."""
        self._minutes.setFocus()
        self._minutes.selectAll()

    def _show_timing(self) -> None:
        """The sign and the colour; the words say the same."""
        if self._standing is not None:
            timing, side = self._standing.timing, self._theme.px(18)
            colour = self._theme.colour(_TOKENS[timing])
            self._sign.setPixmap(self._icons.pixmap(_SIGNS[timing], colour, side, 2.0))
            self._words.setStyleSheet(f"color: {colour.name()}")

    def _on_minutes_typed(self) -> None:
        self._minutes.clearFocus()
        if self._minutes.value() != self._shown_minutes:
            self.minutes_set.emit(self._minutes.value())

    def _lay_out(self) -> None:
        flow = FlowLayout(self, gap=12)
        for group in (
            (self._elapsed, self._planned),
            (self._sign, self._words),
            (self._stop,),
            (self._pause, self._restart, self._minutes),
            (self._day,),
        ):
            flow.addWidget(_together(group))


def _together(parts: tuple[QWidget, ...]) -> QWidget:
    """Parts that stay on one line."""
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    return widget
