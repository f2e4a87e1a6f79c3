"""What a step says, large below the figure; its room is kept for the longest, so that the figure keeps its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.diagrams.story import OVERVIEW, Story
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.shell.theme import Theme

_MEASURED = 3


class StageCaption(QWidget):
    """A title and a caption, and beside the title a sign for what is out of sight."""

    def __init__(self, theme: Theme, sign: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._story = Story("", "")
        self.title = TextLabel()
        self.caption = TextLabel()
        self.caption.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.caption, 1)

    def show_moment(self, story: Story, at: int) -> None:
        """Tell this moment of a story; OVERVIEW for what all of it says."""
        if story != self._story:
            self._story = story
            self._keep_room()
        self.title.setText(story.title_at(at))
        self.caption.setText(story.caption_at(at))
        self.caption.setVisible(bool(self._captions))

    def refit(self) -> None:
        """The look has changed."""
        self.title.setStyleSheet(f"font-weight: 600; font-size: {self._theme.font(bold=True).pixelSize()}px;")
        self._keep_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_room()

    @property
    def _captions(self) -> list[str]:
        every = [self._story.caption_at(at) for at in range(OVERVIEW, len(self._story.moments))]
        return [each for each in every if each]

    def _keep_room(self) -> None:
        longest = sorted(self._captions, key=len)[-_MEASURED:]
        self.caption.ensurePolished()
        metrics = self.caption.fontMetrics()
        places = (metrics.boundingRect(0, 0, max(80, self.width()), 0, _WRAP, each) for each in longest)
        self.caption.setMinimumHeight(max((place.height() for place in places), default=0))


_WRAP = int(Qt.TextFlag.TextWordWrap)
