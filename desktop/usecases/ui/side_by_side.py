"""What is chosen for comparing: ticks on cards, and the menu of the button that compares them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from desktop.shell.announce import announce
from desktop.shell.widgets.buttons import open_under
from desktop.usecases.comparing.cases import FEWEST, MOST
from desktop.usecases.comparing.place import INDUSTRIES, USE_CASES, ComparedRef

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from desktop.shell.context import Context
    from desktop.usecases.ui.card_list import CardList


class SideBySide(QObject):
    """Keeps the ticks. `told` is for the status line."""

    comparison_requested = Signal(object)  # ComparedRef
    told = Signal(str)

    def __init__(self, context: Context, cards: CardList, button: QPushButton) -> None:
        super().__init__(cards)
        self._context, self._cards, self._button = context, cards, button
        self._ticked: tuple[str, ...] = ()
        self._near = ""  # the industry the reader last asked for
        cards.tick_requested.connect(self._on_tick_requested)
        button.clicked.connect(self._on_clicked)

    def stand_near(self, industry: str) -> None:
        """The industry that a comparison of two begins with."""
        self._near = industry

    def menu(self) -> QMenu:
        """What can be compared now."""
        menu = QMenu(self._button)
        count = len(self._ticked)
        chosen = menu.addAction(
            f"The {count} ticked use cases" if count > 1 else "Tick two to four use cases", self.open
        )
        chosen.setEnabled(count >= FEWEST)
        two = menu.addAction("Two industries", self.open_industries)
        two.setEnabled(len(self._context.catalog.industries) > 1)
        menu.addSeparator()
        menu.addAction("Clear the ticks", lambda: self._tick(())).setEnabled(bool(count))
        return menu

    def open(self) -> None:
        """Ask for the ticked use cases side by side."""
        self.comparison_requested.emit(ComparedRef(USE_CASES, self._ticked))

    def open_industries(self) -> None:
        """Ask for two industries side by side: the one the reader is at, and the next."""
        ids = [each.id for each in self._context.catalog.industries]
        at = ids.index(self._near) if self._near in ids else 0
        self.comparison_requested.emit(ComparedRef(INDUSTRIES, (ids[at], ids[(at + 1) % len(ids)])))

    def _on_clicked(self) -> None:
        open_under(self._button, self.menu())

    def _on_tick_requested(self, use_case: str) -> None:
        if use_case in self._ticked:
            self._tick(tuple(each for each in self._ticked if each != use_case))
        elif len(self._ticked) < MOST:
            self._tick((*self._ticked, use_case))
        else:
            self.told.emit(f"{MOST} use cases are ticked already, which is the most: take a tick away first.")

    def _tick(self, use_cases: tuple[str, ...]) -> None:
        self._ticked = use_cases
        self._cards.show_ticked(use_cases)
        self._button.setText(f"Compare ({len(use_cases)})" if use_cases else "Compare")
        self._button.setAccessibleName(f"Compare, {len(use_cases)} ticked")
        announce(self._cards, f"{len(use_cases)} ticked for comparing")
