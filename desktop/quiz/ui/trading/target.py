"""The topic that questions go into: one that is there, or a new one with a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.quiz.ui.bank.inputs import StillBox
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.entities.questions import Topic

_LONGEST_TITLE, _SHORT = 200, 11


class TopicTarget(QWidget):
    """A box with the topics, and a field for the title of a new one."""

    changed = Signal()

    def __init__(self, topics: Sequence[Topic]) -> None:
        super().__init__()
        self._box = named_box("Topic that they go into")
        self._box.addItem("A new topic", "")
        for each in topics:
            self._box.addItem(each.title, each.id)
        self._title = QLineEdit()
        self._title.setMaxLength(_LONGEST_TITLE)
        self._title.setAccessibleName("Title of the new topic")
        self._title.setPlaceholderText("Title of the new topic")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(TextLabel("Into", "muted", wrap=False))
        row.addWidget(self._box)
        row.addWidget(self._title, 1)
        self._box.activated.connect(self._on_chosen)
        self._title.textEdited.connect(lambda _text: self.changed.emit())

    @property
    def topic(self) -> str:
        """The id of the topic, '' for a new one."""
        return str(self._box.currentData() or "")

    @property
    def title(self) -> str:
        """What a new topic is called."""
        return self._title.text().strip()

    @property
    def is_named(self) -> bool:
        """Whether questions can go there: a new topic needs a title."""
        return bool(self.topic or self.title)

    def show_target(self, topic: str, title: str) -> None:
        """Show this topic, and the title for a new one."""
        self._box.setCurrentIndex(max(0, self._box.findData(topic)))
        self._title.setText(title)
        self._title.setCursorPosition(0)
        self._title.setVisible(not self.topic)

    def _on_chosen(self) -> None:
        self._title.setVisible(not self.topic)
        if not self.topic:
            self._title.setFocus()
        self.changed.emit()


def named_box(name: str) -> StillBox:
    """A box that stays narrow whatever stands in it."""
    box = StillBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(StillBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_SHORT)
    return box
