"""Says in a line what of a large thing is out of sight, where no scroll bar says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

_ARROWS, _WORDS = ("←", "→", "↑", "↓"), ("to the left", "to the right", "above", "below")


class BeyondSign(TextLabel):
    """Follows the bars of an area: 'More → ↓'. It keeps its room while it says nothing, so that nothing moves."""

    def __init__(self, area: QAbstractScrollArea, parent: QWidget | None = None) -> None:
        super().__init__("", "muted", wrap=False, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._courses = [_Course(bar, self) for bar in (area.horizontalScrollBar(), area.verticalScrollBar())]
        for course in self._courses:
            course.changed.connect(self._tell)
        self._tell()

    @property
    def words(self) -> str:
        """What is out of sight, in words: 'more to the right, more below'."""
        return ", ".join(f"more {words}" for words, there in zip(_WORDS, self._ends, strict=True) if there)

    @property
    def _ends(self) -> list[bool]:
        return [end for course in self._courses for end in course.ends]

    def _tell(self) -> None:
        arrows = [arrow for arrow, there in zip(_ARROWS, self._ends, strict=True) if there]
        self.setText(" ".join(["More", *arrows]) if arrows else "")
        self.setAccessibleName(self.words)


class _Course(QObject):
    """Where a bar stands, as it last told: a bar that is about to go still tells, but must not be asked any more."""

    changed = Signal()

    def __init__(self, bar: QScrollBar, parent: QObject) -> None:
        super().__init__(parent)
        self._least, self._at, self._most = bar.minimum(), bar.value(), bar.maximum()
        bar.rangeChanged.connect(self._on_range_changed)
        bar.valueChanged.connect(self._on_value_changed)

    @property
    def ends(self) -> tuple[bool, bool]:
        """Whether there is something before and after what is in sight."""
        return self._at > self._least, self._at < self._most

    def _on_range_changed(self, least: int, most: int) -> None:
        self._least, self._most = least, most
        self._at = min(max(self._at, least), most)
        self.changed.emit()

    def _on_value_changed(self, value: int) -> None:
        self._at = value
        self.changed.emit()
