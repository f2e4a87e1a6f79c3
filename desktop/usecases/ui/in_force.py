"""What is asked for, as a line of chips: each takes itself out, and one button clears them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.shell.widgets.buttons import push_button, shown
from desktop.shell.widgets.flow import FlowLayout
from desktop.shell.widgets.tab_order import tab_through
from desktop.shell.widgets.tips import as_tip
from desktop.usecases.facets import FACET_NAMES, options_of
from desktop.usecases.filter import CHOSEN, Facet, Filter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.shell.context import Context

_APART = 3  # values of one facet that have chips of their own
_BEFORE = {Facet.TAKES: "Takes: ", Facet.GIVES: "Gives: ", Facet.RISK: "Risk: "}
_LONGEST = 32  # letters on a chip


class InForce(QWidget):
    """`changed` tells the filter without what was taken out. Hidden while no value is chosen."""

    changed = Signal(object)  # Filter

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = Filter()
        self._words = {facet: dict(options) for facet, options in options_of(context.catalog).items()}
        self._row = FlowLayout(self)
        self._clear = push_button("Clear all", "quiet", "Clear all filters")
        self._clear.setParent(self)  # from the start: what has no parent outlives the room
        self._clear.clicked.connect(lambda: self.changed.emit(self._filter.cleared()))
        self._chips: list[QPushButton] = []
        self._has_room = True
        self.hide()

    def make_room(self, has_room: bool) -> None:
        """Whether there is room for a line of chips; without it the panel of facets has to do."""
        self._has_room = has_room
        self.setVisible(has_room and bool(self._chips))

    def show_filter(self, wanted: Filter) -> None:
        """A chip for each value that is chosen."""
        if wanted == self._filter:
            return
        had_focus = any(chip.hasFocus() for chip in self._chips)
        self._filter = wanted
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._row.removeWidget(self._clear)
        self._chips = [self._chip(*each) for each in self._parts(wanted)]
        for chip in self._chips:
            self._row.addWidget(chip)
        self._row.addWidget(self._clear)
        tab_through(self, [*self._chips, self._clear])
        self.setVisible(self._has_room and bool(self._chips))
        if had_focus:
            (self._chips or [self._clear])[0].setFocus()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _parts(self, wanted: Filter) -> Iterator[tuple[str, str, Filter]]:
        """What a chip says, what it is called, and the filter without it."""
        for facet in CHOSEN:
            values, words, name = wanted.values(facet), self._words[facet], FACET_NAMES[facet]
            if len(values) > _APART:
                yield f"{name}: {len(values)} chosen", name, wanted.without(facet)
                continue
            for value in values:
                told = words.get(value, value)
                yield _BEFORE.get(facet, "") + told, f"{name}: {told}", wanted.toggled(facet, value)

    def _chip(self, words: str, name: str, without: Filter) -> QPushButton:
        short = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
        chip = QPushButton(f"{shown(short)}  ×", self)
        chip.setProperty("look", "chip")
        chip.setAccessibleName(f"Drop {name}")
        chip.setToolTip(as_tip(f"Drop {name}"))
        chip.clicked.connect(lambda: self.changed.emit(without))
        chip.show()
        return chip
