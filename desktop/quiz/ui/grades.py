"""The four grades after a check, for those who want another than the answer earns."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.progress.attempt import Grade
from desktop.shell.widgets.buttons import Chip
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Mapping


class GradeButtons(QWidget):
    """Hidden until `show_grades` gives them their texts."""

    chosen = Signal(object)  # Grade

    def __init__(self) -> None:
        super().__init__()
        flow = FlowLayout(self)
        flow.addWidget(TextLabel("Grade", "muted", wrap=False))
        self._chips = {grade: Chip("") for grade in Grade}
        for grade, chip in self._chips.items():
            chip.setAutoExclusive(True)
            chip.clicked.connect(partial(self.chosen.emit, grade))
            flow.addWidget(chip)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_grades(self, texts: Mapping[Grade, str], chosen: Grade) -> None:
        """Offer these grades, each with its text; `chosen` is the one in force. Without any there is nothing to see."""
        for grade, chip in self._chips.items():
            chip.setVisible(grade in texts)
            chip.set_text(f"{grade.value}  {texts.get(grade, '')}")
            chip.setChecked(grade is chosen)
        self.setVisible(bool(texts))

    def offers(self, grade: Grade) -> bool:
        """Whether this grade can be chosen now."""
        return not self.isHidden() and not self._chips[grade].isHidden()
