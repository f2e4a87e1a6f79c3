"""Several diagrams side by side with their steps in step, or what each of them has as a table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.catalog.refs import DiagramRef, PartRef, Ref
from desktop.diagrams.comparing.choice import FEWEST, NotComparable, comparable
from desktop.diagrams.comparing.table import Comparison, comparison_of
from desktop.diagrams.staged import COMPARED, COMPARED_AS, DIFFERING, MOMENT, ids_text
from desktop.diagrams.story import OVERVIEW, story_of_several
from desktop.diagrams.ui.choice import DIFFERENCES, FIGURES, TABLE, Choice
from desktop.diagrams.ui.facts import FactsTable, Sentences
from desktop.diagrams.ui.legend import LegendLine
from desktop.diagrams.ui.player import StepPlayer
from desktop.diagrams.ui.side_by_side import SideBySide
from desktop.shell.announce import announce
from desktop.shell.on_screen import OnScreen
from desktop.shell.widgets.buttons import open_under
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from desktop.diagrams.ui.compared import ComparedFigure
    from desktop.export.table import ExportTable
    from desktop.shell.context import Context

TOO_FEW = "This pack has fewer than two diagrams of nodes and lines, so there is nothing to compare."
_LEGEND_FROM = 560


class ComparePage(QWidget):
    """Built when first shown. Opens with what the pack offers, else with the first two."""

    selected = Signal(object)  # Ref
    opening_requested = Signal(object)  # Ref
    told = Signal(str)

    def __init__(self, context: Context, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.choice = choice
        self.comparison: Comparison | None = None
        self._words = TextLabel(role="muted")
        self._side_by_side = SideBySide(context)
        self.legend = LegendLine()
        self.sentences = Sentences()
        self.facts = FactsTable(context.theme)
        self.player = StepPlayer(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._words, self._side_by_side, self.legend, self.sentences, self.facts, self.player):
            fills = widget in (self._side_by_side, self.sentences, self.facts)
            column.addWidget(widget, 1 if fills else 0)
        self._connect()
        self._show_first()

    @property
    def figures(self) -> list[ComparedFigure]:
        """The figures that are shown, from left to right."""
        return self._side_by_side.figures

    def on_screen(self) -> OnScreen | None:
        """The diagrams side by side, in which form, and at which moment; None where nothing can be compared."""
        if self.comparison is None:
            return None
        form, names = self.choice.form.current, ", ".join(self.comparison.names)
        state = {COMPARED: ids_text(each.id for each in self.comparison.diagrams), COMPARED_AS: form}
        if form == FIGURES and self.player.at != OVERVIEW:
            state[MOMENT] = str(self.player.at + 1)
        if form == TABLE and self.facts.differing.isChecked():
            state[DIFFERING] = "yes"
        return OnScreen(DiagramRef(self.comparison.diagrams[0].id), f"Compared: {names}", state)

    @property
    def status(self) -> str:
        """What is shown, in one line."""
        if self.comparison is None:
            return self._words.text() or TOO_FEW
        return f"{', '.join(self.comparison.names)} compared: {len(self.comparison.differences)} differences"

    def compare(self, ids: tuple[str, ...]) -> None:
        """Set these diagrams side by side, or say in words why they cannot be."""
        self.player.playback.stop()
        try:
            diagrams = [self._context.catalog.diagram[id] for id in ids]
            self.comparison = comparison_of(self._context.catalog, diagrams, self.choice.aspects())
        except NotComparable as reason:
            self.comparison = None
            self._words.setText(f"{str(reason)[:1].upper()}{str(reason)[1:]}.")
        self._show_figures()
        self._show_page()
        self.told.emit(self.status)

    def step_by(self, by: int) -> None:
        self.player.step(by)

    def table_menu(self) -> QMenu:
        """What can be done with the table of facts."""
        from desktop.shell.table_menu import export_menu

        return export_menu(self._table, self._context.theme.tokens, self._tell, self.facts.export)

    def refit(self) -> None:
        """The theme or the text size has changed."""
        self.choice.refit()
        self.facts.refit()
        self.player.refit()
        self._show_legend()

    # How it is put together.

    def _connect(self) -> None:
        self.choice.chosen.connect(self.compare)
        self.choice.refused.connect(self._tell)
        self.choice.form_chosen.connect(lambda _form: self._show_page())
        self.facts.export.clicked.connect(lambda: open_under(self.facts.export, self.table_menu()))
        self.player.step_requested.connect(self._show_beat)
        self.player.playback.moved.connect(self._side_by_side.show_run)
        self._side_by_side.drawn.connect(self._show_legend)
        for told in (self.sentences, self.facts):
            told.chosen.connect(self._on_fact_chosen)
            told.opening_requested.connect(self.opening_requested)

    def _show_first(self) -> None:
        offered = self._context.catalog.pack.comparisons
        flows = [flow.id for flow in comparable(self._context.catalog)]
        if len(flows) < FEWEST:
            self._words.setText(TOO_FEW)
            self._show_page()
            return
        ids = offered[0].diagrams if offered else tuple(flows[:FEWEST])
        self.choice.show_ids(ids)
        self.compare(ids)

    def _show_figures(self) -> None:
        diagrams = self.comparison.diagrams if self.comparison else ()
        for figure in self._side_by_side.show_diagrams(diagrams):
            figure.selected.connect(self.selected)
            figure.opening_requested.connect(self._on_opening_requested)
            figure.canvas.step_requested.connect(self.step_by)
            figure.canvas.play_requested.connect(self.player.toggle)
        self._side_by_side.draw()
        if self.comparison:
            self.sentences.show_comparison(self.comparison)
            self.facts.show_comparison(self.comparison)
        self._show_beat(OVERVIEW)

    def _show_beat(self, at: int) -> None:
        turns = self._side_by_side.show_beat(at)
        diagrams = self.comparison.diagrams if self.comparison else ()
        self.player.show_moment(story_of_several(diagrams, self._side_by_side.beats), at, turns)

    def _show_page(self) -> None:
        form, there = self.choice.form.current, self.comparison is not None
        self._words.setVisible(not there)
        for widget, wanted in (
            (self._side_by_side, FIGURES),
            (self.player, FIGURES),
            (self.sentences, DIFFERENCES),
            (self.facts, TABLE),
        ):
            widget.setVisible(there and form == wanted)
        self._show_legend()

    def _show_legend(self) -> None:
        drawings = [figure.drawing for figure in self.figures if figure.drawing is not None]
        room = self._side_by_side.isVisibleTo(self) and self.height() >= self._context.theme.px(_LEGEND_FROM)
        if self.figures:
            self.legend.show_drawings(drawings, self.figures[0].ink, self._context.theme.scale)
        self.legend.set_room(room and bool(drawings))

    def _table(self) -> ExportTable:
        from desktop.diagrams.comparing.taking import export_table_of

        assert self.comparison is not None  # without one the table and its button are hidden
        return export_table_of(self._context.catalog, self.comparison, date.today())

    def _tell(self, words: str) -> None:
        self.told.emit(words)
        announce(self, words)

    # What happens.

    def _on_opening_requested(self, id: str) -> None:
        self.opening_requested.emit(DiagramRef(id))

    def _on_fact_chosen(self, ref: Ref) -> None:
        """A fact outlines its part in the figure, too."""
        for figure in self.figures:
            figure.show_part(ref.part if isinstance(ref, PartRef) and ref.diagram == figure.diagram.id else "")
        self.selected.emit(ref)
