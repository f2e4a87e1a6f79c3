"""A diagram on a stage: the live figure alone, to look at, step through or pick a part from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.catalog.catalog import parts_of
from desktop.catalog.refs import PartRef, Ref, StepRef
from desktop.diagrams.drawing.shapes import stilled
from desktop.diagrams.ui.access import install
from desktop.diagrams.ui.figure_card import FigureCard
from desktop.diagrams.ui.figure_page import FigurePage
from desktop.diagrams.ui.playback import Playback
from desktop.diagrams.ui.stage_canvas import StageCanvas
from desktop.shell.stage import Stage
from desktop.shell.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QRectF

    from desktop.catalog.entities.diagrams import Diagram, Edge, Part
    from desktop.diagrams.drawing.shapes import Drawing
    from desktop.shell.context import Context

_BADGE, _LARGEST_BADGE = 20, 28  # pixels; the first at 100 % text size


class StageCard(FigureCard):
    """The figure without anything that folds or opens."""

    canvas: StageCanvas

    def __init__(self, context: Context) -> None:
        super().__init__(context, canvas=StageCanvas)

    def show_drawing(self, drawing: Drawing | None) -> None:
        still = replace(drawing, shapes=tuple(map(stilled, drawing.shapes))) if drawing is not None else None
        super().show_drawing(still)


class DiagramStage(Stage):
    """Shows a diagram, brings one of its parts into the middle, or lights one of its steps."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install()
        self._context = context
        self._diagram: Diagram | None = None
        self._parts: Mapping[str, Part | Edge] = {}
        self._place: Ref | None = None
        self._card = StageCard(context)
        self._page = FigurePage(context, self._card)
        self._run = Playback(context.theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        self.setFocusProxy(self._card.canvas)
        self._card.canvas.part_chosen.connect(self._on_part_chosen)
        self._page.drawn.connect(self._on_drawn)
        self._run.moved.connect(self._card.show_run)
        context.theme.changed.connect(self._show_marks)

    def show_place(self, ref: Ref) -> bool:
        """Show a diagram, one of its parts or one of its steps. A step of the diagram on show is only lit."""
        diagram = self._context.catalog.diagram.get(getattr(ref, "diagram", ""))
        if diagram is None or self._context.catalog.find(ref) is None:
            return False
        self._clear()
        self._place = ref
        if diagram is self._diagram and self._card.drawing is not None:
            self._on_drawn()
            return True
        self._diagram, self._parts = diagram, parts_of(diagram)
        self._show_picking()
        self._page.draw(diagram)
        return True

    def pickable(self) -> Sequence[Ref]:
        return [self._ref(id) for id in self._card.canvas.stops if id in self._parts]

    def name(self, ref: Ref) -> str:
        """As the figure names it; its title alone before the figure is drawn."""
        if not isinstance(ref, PartRef) or self._diagram is None or ref.diagram != self._diagram.id:
            return ""
        drawn, known = self._card.canvas.figure.part(ref.part), self._parts.get(ref.part)
        return drawn.name if drawn is not None else str(getattr(known, "title", ""))

    def _show_marks(self) -> None:
        canvas = self._card.canvas
        toned = {ref.part: tones for ref, tones in self._toned().items() if isinstance(ref, PartRef)}
        canvas.figure.choose(next((id for id, tones in toned.items() if Tone.CHOSEN in tones), ""))
        side = min(_LARGEST_BADGE, self._context.theme.px(_BADGE))
        canvas.figure.mark({id: tones[0] for id, tones in toned.items()}, side)
        canvas.added = {id: self.told(self._ref(id)) for id in toned}
        canvas.show_parts({id for id, tones in toned.items() if Tone.RIGHT in tones})

    def _show_picking(self) -> None:
        """While something can be picked, no summary is told: it might answer the question."""
        self._card.canvas.may_pick = self.may_pick
        if self._diagram is not None:
            title, summary = self._diagram.title, self._diagram.summary
            self._card.canvas.setAccessibleName(f"Diagram: {title}" + ("" if self.may_pick else f". {summary}"))

    def anchors(self) -> Mapping[str, QRectF]:
        """The nodes that lie in sight, each named by its diagram and its own id."""
        named = f"{self._diagram.id}/" if self._diagram is not None else ""
        return {named + id: place for id, place in self._card.canvas.places_in(self).items()}

    def _ref(self, id: str) -> PartRef:
        return PartRef(self._diagram.id if self._diagram is not None else "", id)

    def _on_part_chosen(self, id: str) -> None:
        if id in self._parts:
            self._pick(self._ref(id))

    def _on_drawn(self) -> None:
        """The figure stands there: show in it what was asked for."""
        steps = self._diagram.steps if self._diagram is not None else ()
        wanted = self._place.step if isinstance(self._place, StepRef) else ""
        self._run.start(self._card.show_step(next((step for step in steps if step.id == wanted), None)), 0.0)
        if isinstance(self._place, PartRef):
            self._card.canvas.centre_on(self._place.part)
        self._show_marks()
        self.shown.emit()
