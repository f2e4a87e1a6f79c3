"""The top of the form: in which topic the question stands, also a new one, and of which type it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop.quiz.banking.entries import TYPE_WORDS
from desktop.quiz.ui.bank.inputs import StillBox
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.entities.questions import Topic
    from desktop.shell.context import Context

_LONGEST_TITLE = 200


class Heading(QWidget):
    """Topic and type."""

    changed = Signal()
    type_chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.type_before = ""
        self._topics, self._types = StillBox(), StillBox()
        self._title = QLineEdit()
        self._title.setMaxLength(_LONGEST_TITLE)
        self._title.setPlaceholderText("Title of the new topic")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        for at, (words, box) in enumerate((("Topic", self._topics), ("Type", self._types))):
            label = TextLabel(words, "muted", wrap=False)
            label.setBuddy(box)
            box.setAccessibleName(words)
            box.setSizeAdjustPolicy(StillBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(14)
            grid.addWidget(label, 0, at)
            grid.addWidget(box, 1, at)
            grid.setColumnStretch(at, 1)
        grid.addWidget(self._title, 2, 0, 1, 2)
        self._title.setAccessibleName("Title of the new topic")
        for key, words in TYPE_WORDS.items():
            self._types.addItem(words, key)
        self._topics.activated.connect(self._on_topic_chosen)
        self._types.activated.connect(self._on_type_chosen)
        self._title.textEdited.connect(lambda _text: self.changed.emit())

    @property
    def topic(self) -> str:
        """The id of the topic, '' for a new one."""
        return str(self._topics.currentData() or "")

    @property
    def title(self) -> str:
        """What the new topic is called."""
        return "" if self.topic else self._title.text().strip()

    @property
    def type(self) -> str:
        return str(self._types.currentData())

    @property
    def flaw(self) -> str:
        """What is wrong here, in words."""
        return "" if self.topic or self.title else "the new topic needs a title"

    def show_place(self, topics: Sequence[Topic], topic: str, title: str, type_: str) -> None:
        """Offer these topics and show this one and this type."""
        self._topics.clear()
        for each in topics:
            self._topics.addItem(each.title, each.id)
        self._topics.addItem("A new topic", "")
        self._topics.setCurrentIndex(max(0, self._topics.findData(topic)) if topic else self._topics.count() - 1)
        self._title.setText(title)
        self._types.setCurrentIndex(self._types.findData(type_))
        self.type_before = type_
        self._title.setVisible(not self.topic)

    def take_focus(self) -> None:
        """Put the keyboard where something is wrong."""
        self._title.setFocus()

    def _on_topic_chosen(self) -> None:
        self._title.setVisible(not self.topic)
        if not self.topic:
            self._title.setFocus()
        self.changed.emit()

    def _on_type_chosen(self) -> None:
        if self.type != self.type_before:
            self.type_chosen.emit(self.type)
            self.type_before = self.type
