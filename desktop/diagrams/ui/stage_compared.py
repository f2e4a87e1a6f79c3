"""Diagrams side by side on a stage: their figures in step, their differences in sentences, or the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from desktop.diagrams.comparing.table import comparison_of
from desktop.diagrams.staged import COMPARED_AS, DIFFERING
from desktop.diagrams.story import Story, story_of_several
from desktop.diagrams.ui.choice import DIFFERENCES, FIGURES, TABLE, Choice
from desktop.diagrams.ui.facts import FactsTable, Sentences
from desktop.diagrams.ui.side_by_side import SideBySide

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.catalog.entities.diagrams import FlowDiagram
    from desktop.shell.context import Context


class StageCompared(QStackedWidget):
    """Shows one of the three, as the state has it. `story` is what can be stepped through; empty but for figures."""

    def __init__(self, context: Context, diagrams: Sequence[FlowDiagram], state: Mapping[str, str]) -> None:
        super().__init__()
        self._figures: SideBySide | None = None
        self.story = Story(", ".join(each.title for each in diagrams), "")
        form = state.get(COMPARED_AS, FIGURES)
        if form in (DIFFERENCES, TABLE):
            page = self._told(context, diagrams, state)
        else:
            page = self._figures = SideBySide(context)
            self._figures.show_diagrams(diagrams)
            self._figures.draw()
            self.story = story_of_several(diagrams, self._figures.beats)
        self.addWidget(page)

    def show_beat(self, at: int) -> int:
        """Light this moment; how many turns the longest token takes."""
        return self._figures.show_beat(at) if self._figures is not None else 0

    def show_run(self, run: float) -> None:
        """The tokens after so many turns."""
        if self._figures is not None:
            self._figures.show_run(run)

    def _told(self, context: Context, diagrams: Sequence[FlowDiagram], state: Mapping[str, str]) -> QWidget:
        """The differences or the table, without what acts on them."""
        choice = Choice(diagrams, context.catalog.pack.comparisons)
        choice.ids = tuple(each.id for each in diagrams)
        comparison = comparison_of(context.catalog, diagrams, choice.aspects())
        choice.deleteLater()
        if state.get(COMPARED_AS) == DIFFERENCES:
            sentences = Sentences()
            sentences.show_comparison(comparison)
            return sentences
        table = FactsTable(context.theme)
        for control in (table.differing, table.export):
            control.hide()
        table.differing.setChecked(bool(state.get(DIFFERING)))
        table.show_comparison(comparison)
        return table
