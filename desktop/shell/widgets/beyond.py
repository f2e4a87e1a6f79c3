"""Says in a line what of a large thing is out of sight, where no scroll bar says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_SIDES = ("More to the left ←", "More to the right →", "More above ↑", "More below ↓")


class BeyondSign(TextLabel):
    """Follows the bars of an area. Its room is kept while it says nothing, so that nothing moves with it."""

    def __init__(self, area: QAbstractScrollArea, parent: QWidget | None = None) -> None:
        super().__init__("", "muted", wrap=False, parent=parent)
        self._bars = (area.horizontalScrollBar(), area.verticalScrollBar())
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        for bar in self._bars:
            bar.rangeChanged.connect(self._tell)
            bar.valueChanged.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        ends = [end for bar in self._bars for end in (bar.value() > bar.minimum(), bar.value() < bar.maximum())]
        self.setText("   ".join(words for words, there in zip(_SIDES, ends, strict=True) if there))
