"""One diagram: its figure or the same in words, and the player of its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.catalog.catalog import parts_of
from desktop.catalog.entities.diagrams import FlowDiagram
from desktop.catalog.refs import DiagramRef, PartRef, StepRef
from desktop.diagrams.boxes import Box
from desktop.diagrams.finding import found_in
from desktop.diagrams.folding import groups_of
from desktop.diagrams.staged import FOLDED, FORM, OUTLINE, PART, SEARCH, SEEN, box_text, ids_text
from desktop.diagrams.story import OVERVIEW, story_of
from desktop.diagrams.ui.board import FigureBoard
from desktop.diagrams.ui.export_button import Shown
from desktop.diagrams.ui.figure_page import FigurePage
from desktop.diagrams.ui.outline_tree import OutlineView
from desktop.diagrams.ui.player import StepPlayer
from desktop.shell.on_screen import OnScreen

if TYPE_CHECKING:
    from desktop.catalog.entities.diagrams import Diagram
    from desktop.catalog.refs import Ref
    from desktop.diagrams.drawing.shapes import Drawing
    from desktop.shell.context import Context


class SinglePage(QWidget):
    """Knows which step and which part of its diagram are shown, which groups are folded and what is searched for."""

    selected = Signal(object)  # Ref
    opening_requested = Signal(str)  # the id of a diagram
    hits_changed = Signal(int, int)  # the present one, how many

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.diagram: Diagram | None = None
        self.closed: frozenset[str] = frozenset()
        self._wanted = ""  # the part to choose once the drawing is there
        self._hits: tuple[str, ...] = ()
        self._typed = ""
        self._hit = -1
        self.board = FigureBoard(context)
        self._figure = FigurePage(context, self.board, "The outline tells it in words.")
        self.outline = OutlineView()
        self.player = StepPlayer(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget, stretch in ((self._figure, 1), (self.outline, 1), (self.player, 0)):
            column.addWidget(widget, stretch)
        self._connect()
        self.show_in_words(False)

    @property
    def step(self) -> int:
        """The step that is shown, counted from 0; OVERVIEW for none."""
        return self.player.at

    def shown(self) -> Shown:
        """What is taken away when the reader asks for that."""
        return Shown(self.diagram, self.board.drawing, self.step)

    def on_screen(self) -> OnScreen | None:
        """The step, part or diagram that is shown, and how; None where there is no diagram."""
        if self.diagram is None:
            return None
        chosen, title = self._chosen, self.diagram.title
        if self.step != OVERVIEW:
            step = self.diagram.steps[self.step]
            state = {PART: chosen} if chosen else {}
            return OnScreen(StepRef(self.diagram.id, step.id), f"{title}: {step.title}", state | self._view_state())
        if chosen:
            part = self.board.canvas.figure.part(self.board.canvas.figure.chosen)
            name = f"{title}: {part.name}" if part is not None else title
            return OnScreen(PartRef(self.diagram.id, chosen), name, self._view_state())
        return OnScreen(DiagramRef(self.diagram.id), title, self._view_state())

    def show_diagram(self, diagram: Diagram, step: int, part: str = "") -> None:
        """Show a diagram as it opens, at a step, with a part of it chosen."""
        self.diagram, self._wanted = diagram, part
        self.closed = frozenset()
        self._hits, self._hit = (), -1
        self.board.canvas.setAccessibleName(f"Diagram: {diagram.title}. {diagram.summary}")
        self.outline.show_diagram(diagram, self._context.catalog.term_finder)
        self.player.playback.stop()
        self.board.show_step(None)
        self._draw()
        self.show_step(step)

    def draw_missing(self) -> None:
        """Draw the figure after all, where that was cancelled."""
        self._figure.draw_missing()

    def show_step(self, at: int) -> None:
        """Light this step and tell it."""
        if self.diagram is not None:
            steps = self.diagram.steps
            turns = self.board.show_step(steps[at] if 0 <= at < len(steps) else None)
            self.player.show_moment(story_of(self.diagram), at, turns)

    def show_part(self, part: str) -> None:
        """Outline this part and bring it into the middle; a fold that hides it opens."""
        self._wanted = part
        if part and self.diagram is not None and self._hides(part):
            self.fold(frozenset())
        else:
            self._show_wanted()

    def show_in_words(self, in_words: bool) -> None:
        """The outline in the figure's place."""
        self.outline.setVisible(in_words)
        self._figure.setVisible(not in_words)
        self.player.setVisible(not in_words)

    def mark_hits(self, typed: str) -> None:
        """Mark what holds these words."""
        self._typed = typed
        self._hits = found_in(self.diagram, typed) if self.diagram is not None else ()
        self._hit = -1
        self.board.mark_found(self._hits)
        self.hits_changed.emit(self._hit, len(self._hits))

    def walk_hits(self, by: int) -> None:
        """To the next hit or the one before, round and round."""
        if self._hits:
            self._hit = (self._hit + by) % len(self._hits) if self._hit >= 0 else (0 if by > 0 else len(self._hits) - 1)
            self.show_part(self._hits[self._hit])
            self._tell_part(self._hits[self._hit])
            self.hits_changed.emit(self._hit, len(self._hits))

    def fold(self, closed: frozenset[str]) -> None:
        """Draw the figure with these groups folded and no others."""
        if self.diagram is not None and closed != self.closed:
            self.closed = closed
            self._draw()

    def toggle_all(self) -> None:
        """Fold all groups; where all are folded, unfold them."""
        every = groups_of(self.diagram)
        self.fold(frozenset() if self.closed == every else every)

    def toggle(self, id: str) -> None:
        """Fold or unfold a group: the one of this id, or the one that this part lies in."""
        group = id if id in groups_of(self.diagram) else self._group_of(id)
        if group:
            self._wanted = group
            self.fold(self.closed ^ {group})

    def _connect(self) -> None:
        canvas = self.board.canvas
        canvas.part_chosen.connect(self._on_part_chosen)
        canvas.opening_requested.connect(self.opening_requested)
        canvas.step_requested.connect(self.player.step)
        canvas.play_requested.connect(self.player.toggle)
        canvas.fold_requested.connect(self.toggle)
        canvas.fold_all_requested.connect(self.toggle_all)
        self.board.fold.clicked.connect(self.toggle_all)
        self.player.step_requested.connect(self._on_step_requested)
        self.player.playback.moved.connect(self.board.show_run)
        self.outline.selected.connect(self._on_line_selected)
        self.outline.words.followed.connect(self._context.navigator.open)
        self._figure.drawn.connect(self._on_drawn)

    def _draw(self) -> None:
        if self.diagram is not None:
            every = groups_of(self.diagram)
            self.board.show_groups(any_open=self.closed != every, there_are=bool(every))
            self._figure.draw(self.diagram, self.closed)

    def _show_wanted(self) -> None:
        """Outline the part that was asked for, where the drawing is there."""
        self.board.canvas.figure.choose(self._wanted)
        if self._wanted and self.board.drawing is not None:
            self.board.canvas.centre_on(self._wanted)

    @property
    def _chosen(self) -> str:
        """The part that is outlined, as the pack knows it; '' for none."""
        chosen = self.board.canvas.figure.chosen
        known = parts_of(self.diagram) if self.diagram is not None else {}
        return next((id for id in (self._wanted, chosen) if id in known and chosen), "")

    def _view_state(self) -> dict[str, str]:
        """How the figure is shown: folds, what is in sight where the reader zoomed, what is searched, or in words."""
        box = self.board.canvas.kept_box
        seen = Box(box.x(), box.y(), box.width(), box.height()) if box is not None else None
        state = {
            FOLDED: ids_text(sorted(self.closed)),
            SEEN: box_text(seen) if seen is not None else "",
            SEARCH: self._typed if self._hits else "",
            FORM: OUTLINE if self._figure.isHidden() else "",
        }
        return {name: text for name, text in state.items() if text}

    def _hides(self, part: str) -> bool:
        drawing = self.board.drawing
        return drawing is not None and part in drawing.stands_for

    def _group_of(self, id: str) -> str:
        """The innermost open group that holds a node."""
        if isinstance(self.diagram, FlowDiagram):
            return next((node.group or "" for node in self.diagram.nodes if node.id == id), "")
        return ""

    def _tell_part(self, id: str) -> None:
        part = self.board.canvas.figure.part(self.board.canvas.figure.shown_for(id))
        if self.diagram is not None and getattr(part, "part", True):
            ref = PartRef(self.diagram.id, id)
            self.outline.show_ref(ref)
            self.selected.emit(ref)

    # What happens.

    def _on_drawn(self, drawing: Drawing) -> None:
        self.board.mark_found(self._hits)
        self._show_wanted()
        if self.board.canvas.hasFocus() and self._wanted in drawing.order:
            self.board.canvas.figure.stand_on(self._wanted)

    def _on_part_chosen(self, id: str) -> None:
        self._wanted = id
        self._tell_part(id)

    def _on_step_requested(self, at: int) -> None:
        if self.diagram is None:
            return
        self.show_step(at)
        id = self.diagram.id
        self.selected.emit(DiagramRef(id) if at == OVERVIEW else StepRef(id, self.diagram.steps[at].id))

    def _on_line_selected(self, ref: Ref) -> None:
        """A line of the outline: the figure follows, so that it shows the same when the reader returns to it."""
        if isinstance(ref, PartRef):
            self.show_part(ref.part)
        elif isinstance(ref, StepRef) and self.diagram is not None:
            self.show_step([step.id for step in self.diagram.steps].index(ref.step))
        self.selected.emit(ref)
