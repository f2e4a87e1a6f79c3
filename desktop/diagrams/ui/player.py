"""The player under the figure: back, play, on, which step this is, what happens in it, where it stands and how fast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from desktop.diagrams.story import OVERVIEW, SPEEDS, Story
from desktop.diagrams.ui.playback import Playback
from desktop.shell.announce import announce
from desktop.shell.widgets.labels import TextLabel
from desktop.shell.widgets.prose import Prose

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent

    from desktop.shell.context import Context

_SLIDER, _NARROW, _MEASURED, _GAP = 160, 760, 3, 2
_SPEED_KEY = "diagrams/speed"


class StepPlayer(QFrame):
    """Tells a story moment by moment. Before the first one it shows what the whole figure says."""

    step_requested = Signal(int)  # which one, counted from 0; OVERVIEW for none

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._story = Story("", "")
        self._at = OVERVIEW
        self.playback = Playback(context.theme, self)
        self.setProperty("card", True)
        self.setAccessibleName("Steps")
        self.back = self._button("step-back", "Step back", "Comma or Page up")
        self.play = self._button("play", "Play", "P")
        self.on = self._button("step-next", "Step on", "Full stop or Page down")
        self.title = TextLabel()
        self.caption = Prose("muted")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName("Step")
        self.slider.setPageStep(1)
        self.speed = _speeds(context)
        self._arrange()
        self._connect()
        self.refit()

    @property
    def at(self) -> int:
        return self._at

    def show_moment(self, story: Story, at: int, turns: int) -> None:
        """Show moment `at` of a story; OVERVIEW for none. Its token runs so many turns."""
        self._story, self._at = story, at
        count = len(story.moments)
        self.title.setText(story.title_at(at))
        self.caption.show_pieces(self._context.catalog.term_finder.pieces(story.caption_at(at)))
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(1, count))
        self.slider.setValue(at + 1)
        self.slider.blockSignals(False)
        self.back.setEnabled(at > OVERVIEW)
        self.on.setEnabled(at + 1 < count)
        for widget in (self.back, self.play, self.on, self._side):
            widget.setVisible(count > 0)
        self._fold()
        self._run(turns)
        if at != OVERVIEW:
            announce(self, f"{self.title.text()}. {story.caption_at(at)}")

    def toggle(self) -> None:
        """Play or pause; after the last step it begins anew."""
        if not self._story.moments:
            return
        if self.playback.playing:
            self.playback.set_playing(False)
        else:
            last = self._at + 1 >= len(self._story.moments)
            self.playback.set_playing(True)
            if last or self._at == OVERVIEW:
                self.step_requested.emit(0)

    def step(self, by: int) -> None:
        """One on or back, by the reader's hand: playing ends."""
        self._go(self._at + by)

    def refit(self) -> None:
        """The theme or the text size has changed."""
        theme = self._context.theme
        self.title.setStyleSheet(f"font-weight: 600; font-size: {theme.font(bold=True).pixelSize()}px;")
        side = theme.px(16)
        for button, icon in ((self.back, "step-back"), (self.on, "step-next")):
            button.setIcon(self._context.icons.icon(icon))
            button.setIconSize(QSize(side, side))
        self.slider.setMinimumWidth(theme.px(_SLIDER // 2))
        self._show_playing(self.playback.playing)
        self._fold()

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody sees does not go on."""
        super().hideEvent(event)
        self.playback.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _button(self, icon: str, words: str, keys: str) -> QPushButton:
        button = QPushButton()
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({keys})")
        button.setIcon(self._context.icons.icon(icon))
        return button

    def _arrange(self) -> None:
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(_GAP)
        words.addWidget(self.title)
        words.addWidget(self.caption)
        words.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.back, self.play, self.on):
            buttons.addWidget(button)
        self._side = QWidget()
        side = QHBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.slider, 1)
        side.addWidget(self.speed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 12, 12, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.addLayout(buttons, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        self.play.clicked.connect(self.toggle)
        self.slider.valueChanged.connect(lambda value: self._go(value - 1))
        self.speed.currentIndexChanged.connect(self._on_speed_chosen)
        self.playback.speed = SPEEDS[self.speed.currentIndex()]
        self.caption.followed.connect(self._context.navigator.open)
        self.playback.next_requested.connect(self._on_next)
        self.playback.playing_changed.connect(self._show_playing)

    def _run(self, turns: int) -> None:
        self.playback.start(turns, self._story.seconds_at(self._at, self.playback.speed))

    def _go(self, at: int) -> None:
        if at != self._at and OVERVIEW <= at < len(self._story.moments):
            self.playback.stop()
            self.step_requested.emit(at)

    def _on_next(self) -> None:
        """The pause is over: the next step, or the end."""
        if self._at + 1 < len(self._story.moments):
            self.step_requested.emit(self._at + 1)
        else:
            self.playback.stop()

    def _on_speed_chosen(self, at: int) -> None:
        self.playback.speed = SPEEDS[at]
        self._context.settings.set_value(_SPEED_KEY, str(SPEEDS[at]))

    def _show_playing(self, playing: bool) -> None:
        words, icon = ("Pause", "pause") if playing else ("Play", "play")
        self.play.setIcon(self._context.icons.icon(icon, "on_accent"))
        self.play.setIconSize(QSize(self._context.theme.px(16), self._context.theme.px(16)))
        self.play.setProperty("look", "primary")
        self.play.setAccessibleName(words)
        self.play.setToolTip(f"{words} (P)")

    def _fold(self) -> None:
        """Room for the longest words, so that the figure keeps its place at each step; the slider where it fits."""
        theme = self._context.theme
        wide, steps = self.width() >= theme.px(_NARROW), bool(self._story.moments)
        self._grid.addWidget(self._side, 0, 2 if wide else 1, Qt.AlignmentFlag.AlignTop)
        row = 0 if wide or not steps else 1
        self._grid.addWidget(self._words, row, 1 if wide else 0, 1, 1 if wide else 3)
        self.slider.setMaximumWidth(theme.px(_SLIDER) if wide else 16_777_215)
        taken = 24
        if wide and steps:
            taken += sum(each.sizeHint().width() + 6 for each in (self.back, self.play, self.on))
            taken += self._side.sizeHint().width() + 24
        width = max(80, self.width() - taken)
        captions = [self._story.summary, *(each.caption for each in self._story.moments)]
        longest = sorted(captions, key=len)[-_MEASURED:]
        self.caption.setMinimumHeight(max(self.caption.height_of(text, width) for text in longest))
        titles = [self._story.title_at(at) for at in range(OVERVIEW, len(self._story.moments))]
        title = max(_height_of(title, width, self.title) for title in titles)
        self._grid.setRowMinimumHeight(row, title + _GAP + self.caption.minimumHeight())
        self._grid.setRowMinimumHeight(1 - row, 0)


def _height_of(words: str, width: int, label: TextLabel) -> int:
    """How high these words stand in a label of this width."""
    label.ensurePolished()
    return label.fontMetrics().boundingRect(0, 0, width, 0, Qt.TextFlag.TextWordWrap, words).height()


def _speeds(context: Context) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName("Speed")
    combo.setToolTip("Speed of the player")
    combo.addItems([f"{speed:g}×" for speed in SPEEDS])
    kept = context.settings.value(_SPEED_KEY)
    known = [str(speed) for speed in SPEEDS]
    combo.setCurrentIndex(known.index(kept) if kept in known else known.index("1.0"))
    return combo
