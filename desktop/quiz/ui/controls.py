"""The line of controls: what is done, of which topic, how far, undo, and what else there is."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from desktop.shell.widgets.buttons import SegmentedControl, push_button
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.shell.theme import Theme


class Way(StrEnum):
    """The ways to be asked, in their order."""

    PRACTICE = "practice"
    EXAM = "exam"
    REVIEW = "review"
    MISSED = "missed"


_WORDS = {Way.PRACTICE: "Practice", Way.EXAM: "Exam", Way.REVIEW: "Review", Way.MISSED: "Wrong ones"}


class QuizControls(QWidget):
    """Ways, topic, progress, Undo, What I know, More."""

    way_chosen = Signal(object)  # Way
    topic_chosen = Signal(str)  # a topic's id; '' for all topics
    undo_requested = Signal()
    knowing_requested = Signal()
    more_requested = Signal()
    hand_in_requested = Signal()

    def __init__(self, topics: Sequence[tuple[str, str]], theme: Theme) -> None:
        """`topics` are (id, words), all topics first."""
        super().__init__()
        self._theme = theme
        self._ways = SegmentedControl([(way.value, _WORDS[way]) for way in Way], "Way of being asked")
        self._short_ways = _combo([(way.value, _WORDS[way]) for way in Way], "Way of being asked")
        self._topics = _combo(topics, "Topic")
        self._progress = TextLabel(role="muted", wrap=False)
        self.undo = push_button("Undo", name="Undo the last answer")
        self.hand_in = push_button("Hand in", name="Hand the exam in")
        self.knowing = push_button("What I know")
        self.more = push_button("More", name="More: start again, audience, questions, marks")
        self.undo.setToolTip("Take the last answer back (Ctrl+Z)")
        self.knowing.setToolTip("How well you know what (Ctrl+I)")
        self._lay_out()
        self._ways.chosen.connect(lambda key: self.way_chosen.emit(Way(key)))
        self._short_ways.activated.connect(lambda: self.way_chosen.emit(Way(self._short_ways.currentData())))
        self._topics.activated.connect(self._on_activated)
        self.undo.clicked.connect(self.undo_requested)
        self.hand_in.clicked.connect(self.hand_in_requested)
        self.knowing.clicked.connect(self.knowing_requested)
        self.more.clicked.connect(self.more_requested)

    @property
    def topic(self) -> str:
        """The id of the chosen topic; '' for all."""
        return str(self._topics.currentData() or "")

    @property
    def way(self) -> Way:
        """The way that is marked as chosen."""
        return Way(self._ways.current)

    @property
    def words(self) -> str:
        """The chosen topic as it is shown."""
        return self._topics.currentText()

    @property
    def progress(self) -> str:
        return self._progress.text()

    def choose(self, topic: str, way: Way, is_fixed: bool = False) -> None:
        """Choose a topic and a way without telling. Only practice and exams are of a topic; it may be `is_fixed`."""
        self._topics.setCurrentIndex(max(0, self._topics.findData(topic)))
        self._topics.setVisible(way in (Way.PRACTICE, Way.EXAM) and not is_fixed)
        self._ways.choose(way.value)
        self._short_ways.setCurrentIndex(self._short_ways.findData(way.value))

    def show_counts(self, due: int, missed: int) -> None:
        """How many questions are due, and how many were missed last time."""
        for way, count in ((Way.REVIEW, due), (Way.MISSED, missed)):
            words = f"{_WORDS[way]} {count:,}" if count else _WORDS[way]
            self._ways.set_words(way.value, words, f"{_WORDS[way]} 88")  # a count that comes moves nothing
            self._short_ways.setItemText(self._short_ways.findData(way.value), words)
        self.refit()

    def show_progress(self, words: str, can_undo: bool, can_hand_in: bool) -> None:
        """Say how far the session is, whether an answer can be taken back, and whether an exam can be handed in."""
        if words != self._progress.text():
            self._progress.setText(words)
            self.refit()
        self.undo.setEnabled(can_undo)
        self.hand_in.setVisible(can_hand_in)

    def owns(self, widget: QWidget | None) -> bool:
        """Whether this widget is one that keeps its keys: the choice of topics or of ways."""
        return widget is not None and (widget in (self._topics, self._short_ways) or self._ways.isAncestorOf(widget))

    def refit(self) -> None:
        """Measure again: the text size or the width has changed."""
        self._ways.refit()
        narrow = sum(_width(each) for each in (self.undo, self.more, self.hand_in))
        roomy = narrow + _width(self.knowing, always=True)
        wide = self._ways.sizeHint().width() + roomy <= self.width()
        self._ways.setVisible(wide)
        self._short_ways.setVisible(not wide)
        self.knowing.setVisible(wide)  # in a narrow room it is in the menu alone
        taken = roomy if wide else narrow
        self._narrow_topics(self.width() - taken)
        parts = (self._ways, self._short_ways, self._topics, self._progress)
        in_one_line = taken + sum(_width(each) for each in parts) <= self.width()
        self._progress.setFixedHeight(self._theme.px(32 if in_one_line else 18))

    def _narrow_topics(self, left: int) -> None:
        """The choice of topics takes what the way beside it leaves, else what the progress does: lines are few."""
        least, most = self._theme.px(190), min(self._topics.sizeHint().width(), self._theme.px(320))
        ways = _width(self._ways) + _width(self._short_ways)
        rests = (left - neighbour for neighbour in (ways, _width(self._progress)))
        self._topics.setMaximumWidth(min(most, next((rest for rest in rests if rest >= least), most)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    def _lay_out(self) -> None:
        left = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # it fits itself to the room
        policy.setHeightForWidth(True)
        left.setSizePolicy(policy)
        flow = FlowLayout(left)
        for widget in (self._ways, self._short_ways, self._topics, self._progress):
            flow.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(left, 1)
        for button in (self.hand_in, self.undo, self.knowing, self.more):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.refit()

    def _on_activated(self) -> None:
        self.topic_chosen.emit(self.topic)


def _width(widget: QWidget, always: bool = False) -> int:
    """What a widget takes of the line, with the gap after it; nothing while it is hidden."""
    return widget.sizeHint().width() + 8 if always or not widget.isHidden() else 0


def _combo(choices: Sequence[tuple[str, str]], name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setMinimumWidth(120)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(min(22, max(len(words) for _, words in choices)) + 1)
    for key, words in choices:
        combo.addItem(words, key)
    return combo
