"""A stage of three buttons, for the quiz alone: the real ones belong to other rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.catalog.refs import PartRef
from desktop.shell.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.catalog.refs import Ref
    from desktop.shell.context import Context
    from desktop.shell.tone import Tone

PARTS = {name: PartRef("kitchen", name) for name in ("door", "tap", "oven")}


class PartButton(QPushButton):
    """Pressed by Enter; other keys are left to whoever holds the stage."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Return:
            self.click()
        else:
            event.ignore()


class KitchenStage(Stage):
    """Shows the kitchen. `tones` is how each part is marked."""

    def __init__(self, _context: Context) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.buttons: dict[Ref, QWidget] = {}
        for name, ref in PARTS.items():
            button = PartButton(name)
            button.clicked.connect(lambda _=False, ref=ref: self._pick(ref))
            column.addWidget(button)
            self.buttons[ref] = button
        self.setFocusProxy(self.buttons[PARTS["door"]])

    @property
    def tones(self) -> Mapping[str, Tone]:
        return {name: tone for name, ref in PARTS.items() if (tone := self._marks.get(ref)) is not None}

    def show_place(self, ref: Ref) -> bool:
        return str(ref) == "diagram:kitchen"

    def pickable(self) -> Sequence[Ref]:
        return list(PARTS.values())

    def name(self, ref: Ref) -> str:
        return next((name for name, each in PARTS.items() if each == ref), "")

    def _show_marks(self) -> None:
        """The buttons show no marks; `tones` tells them."""
