"""A diagram on a stage: the live figure alone, to look at, step through or pick a part from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.catalog.catalog import parts_of
from desktop.catalog.entities.diagrams import SetsDiagram
from desktop.catalog.refs import DiagramRef, PartRef, Ref, StepRef
from desktop.diagrams.drawing.shapes import stilled
from desktop.diagrams.finding import found_in
from desktop.diagrams.staged import FORM, OUTLINE, PART, SEARCH, VIEW, compared_in, folded_in, moment_in, seen_in
from desktop.diagrams.story import OVERVIEW, Story, story_of
from desktop.diagrams.ui.access import install
from desktop.diagrams.ui.camera import Camera
from desktop.diagrams.ui.figure_card import FigureCard
from desktop.diagrams.ui.figure_page import FigurePage
from desktop.diagrams.ui.outlines import rect_of
from desktop.diagrams.ui.playback import Playback
from desktop.diagrams.ui.stage_canvas import StageCanvas
from desktop.diagrams.ui.stage_caption import StageCaption
from desktop.shell.stage import Stage
from desktop.shell.stage_theme import on_stage
from desktop.shell.tone import Tone
from desktop.shell.widgets.beyond import BeyondSign

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from desktop.catalog.entities.diagrams import Diagram, Edge, Part
    from desktop.diagrams.drawing.shapes import Drawing
    from desktop.diagrams.ui.stage_compared import StageCompared
    from desktop.shell.context import Context

_BADGE, _LARGEST_BADGE = 20, 28  # pixels; the first at 100 % text size
_MARGIN = 10


class StageCard(FigureCard):
    """The figure without anything that folds or opens."""

    canvas: StageCanvas

    def __init__(self, context: Context) -> None:
        super().__init__(context, canvas=StageCanvas)

    def show_drawing(self, drawing: Drawing | None) -> None:
        still = replace(drawing, shapes=tuple(map(stilled, drawing.shapes))) if drawing is not None else None
        super().show_drawing(still)


class DiagramStage(Stage):
    """Shows a diagram, brings one of its parts into the middle, or lights one of its steps.

    Enlarged for a talk it fills the room, tells each step below the figure, and brings near what a step is about. The
    steps go from the whole figure on, or from the step that was asked for.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install()
        self._context, self._look = on_stage(context, self)
        self._diagram: Diagram | None = None
        self._parts: Mapping[str, Part | Edge] = {}
        self._place: Ref | None = None
        self._state: Mapping[str, str] = {}
        self._closed: frozenset[str] = frozenset()
        self._story = Story("", "")
        self._first = self._at = OVERVIEW
        self._compared: StageCompared | None = None  # the figures side by side, while they are shown
        self._card = StageCard(self._context)
        self._page = FigurePage(self._context, self._card)
        self._run = Playback(self._look, self)
        self._turns = 0
        self._is_far = False  # in a talk, enlarged
        self._camera = Camera(self._card.canvas, self._look)
        self._settled = QTimer(self, singleShot=True)  # once the caption has its place
        self._caption = StageCaption(self._look, BeyondSign(self._card.canvas))
        self._build()

    # What is shown.

    def show_place(self, ref: Ref) -> bool:
        """Show a diagram, one of its parts or one of its steps. A step of the diagram on show is only lit."""
        catalog = self._context.catalog
        first = next(iter(catalog.diagrams), None)
        wanted = DiagramRef(first.id) if ref == VIEW and first is not None else ref
        diagram = catalog.diagram.get(getattr(wanted, "diagram", ""))
        if diagram is None or catalog.find(wanted) is None:
            return False
        self._clear()
        self._place, self._state = wanted, {}
        self._leave_comparison()
        self._story = story_of(diagram)
        steps = [step.id for step in diagram.steps]
        self._first = self._at = steps.index(wanted.step) if isinstance(wanted, StepRef) else OVERVIEW
        if diagram is self._diagram and self._card.drawing is not None and not self._closed:
            self._on_drawn()
            return True
        self._diagram, self._parts, self._closed = diagram, parts_of(diagram), frozenset()
        self._show_picking()
        self._page.draw(diagram)
        return True

    def show_state(self, state: Mapping[str, str]) -> None:
        """With these groups folded, this in sight, these words marked, in words, or beside other diagrams."""
        if self._diagram is None:
            return
        self._state = state
        compared = compared_in(self._context.catalog, state)
        closed = folded_in(self._diagram, state)
        if compared:
            from desktop.diagrams.ui.stage_compared import StageCompared

            self._leave_comparison()
            self._compared = StageCompared(self._context, compared, state)
            self._story = self._compared.story
            self._first = self._at = moment_in(state, len(self._story.moments))
            self._pages.addWidget(self._compared)
            self._pages.setCurrentWidget(self._compared)
            self._run.moved.connect(self._compared.show_run)
            self._tell()
        elif closed != self._closed:
            self._closed = closed
            self._page.draw(self._diagram, closed)
        elif self._card.drawing is not None:
            self._on_drawn()
        if self._in_words:
            self._show_outline(self._diagram)

    @property
    def steps(self) -> int:
        alone = isinstance(self._place, PartRef) or self._in_words
        return 1 if alone else len(self._story.moments) - self._first

    @property
    def step(self) -> int:
        return self._at - self._first

    def go_to_step(self, at: int) -> None:
        """Light this step, with its token on its way; the last one where there are fewer."""
        self._at = self._first + min(max(0, at), self.steps - 1)
        self._tell()
        self._show_near()
        self.step_shown.emit()

    def enlarge(self, factor: float) -> None:
        margin = round(_MARGIN * factor)
        self.layout().setContentsMargins(margin, margin, margin, margin)  # type: ignore[union-attr]
        self._is_far = True
        self._camera.use_all_room()
        self._card.canvas.be_far()
        self._look.enlarge(factor)
        self._caption.refit()
        self._show_caption()
        if self._card.drawing is not None:
            self._on_drawn()

    # What is picked.

    def pickable(self) -> Sequence[Ref]:
        return [self._ref(id) for id in self._card.canvas.stops if id in self._parts]

    def name(self, ref: Ref) -> str:
        """As the figure names it; its title alone before the figure is drawn."""
        if not isinstance(ref, PartRef) or self._diagram is None or ref.diagram != self._diagram.id:
            return ""
        drawn, known = self._card.canvas.figure.part(ref.part), self._parts.get(ref.part)
        return drawn.name if drawn is not None else str(getattr(known, "title", ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settled.start(0)

    def showEvent(self, event: QShowEvent) -> None:
        """It was made ready before: now that it is seen, the token runs."""
        super().showEvent(event)
        if not event.spontaneous() and self._is_far:
            self._run.start(self._turns, 0.0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._run.stop()

    # How it is put together.

    def _build(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages, 1)
        column.addWidget(self._caption)
        self._caption.hide()
        self.setFocusProxy(self._card.canvas)
        self._card.canvas.part_chosen.connect(self._on_part_chosen)
        self._page.drawn.connect(self._on_drawn)
        self._settled.timeout.connect(self._on_settled)
        self._run.moved.connect(self._card.show_run)
        self._look.changed.connect(self._on_look_changed)

    @property
    def _in_words(self) -> bool:
        """Whether the outline is shown in the figure's place."""
        return self._state.get(FORM) == OUTLINE and self._compared is None

    def _leave_comparison(self) -> None:
        """Back to the one figure."""
        while self._pages.count() > 1:
            page = self._pages.widget(1)
            if page is not None:
                self._pages.removeWidget(page)
                page.deleteLater()
        self._compared = None

    def _show_outline(self, diagram: Diagram) -> None:
        from desktop.diagrams.ui.outline_tree import OutlineView

        outline = OutlineView()
        outline.show_diagram(diagram, self._context.catalog.term_finder)
        self._pages.addWidget(outline)
        self._pages.setCurrentWidget(outline)
        self._caption.hide()

    def _tell(self) -> None:
        """Light the present step and say it; its token runs where it is seen."""
        if self._compared is not None:
            self._turns = self._compared.show_beat(self._at)
        else:
            steps = self._diagram.steps if self._diagram is not None else ()
            self._turns = self._card.show_step(steps[self._at] if 0 <= self._at < len(steps) else None)
        self._caption.show_moment(self._story, self._at)
        self._show_caption()
        if self._is_far and not self.isVisible():
            self._run.stop()
            self._card.show_run(self._turns)
        else:
            self._run.start(self._turns, 0.0)

    def _show_caption(self) -> None:
        """In a talk; a question is not answered by it."""
        self._caption.setVisible(self._is_far and not self.may_pick and not self._in_words)

    def _show_near(self) -> None:
        """Bring into sight what was kept, else what the step is about."""
        if not self._is_far:
            if isinstance(self._place, PartRef):
                self._card.canvas.centre_on(self._place.part)
            return
        part, seen = self._part, seen_in(self._state)
        if seen is not None and self._at == self._first:
            self._camera.show_box(rect_of(seen))
        elif part and self._at == OVERVIEW and not isinstance(self._diagram, SetsDiagram):
            self._camera.show_near([part])
        elif isinstance(self._diagram, SetsDiagram):
            self._camera.show_whole()  # what lies in what is seen of the whole alone
        else:
            self._camera.show_near(self._card.canvas.figure.lit)

    @property
    def _part(self) -> str:
        """The part that was asked for; '' for none, or where a question must not be answered."""
        if self.may_pick:
            return ""
        return self._place.part if isinstance(self._place, PartRef) else self._state.get(PART, "")

    def _show_marks(self) -> None:
        canvas = self._card.canvas
        toned = {ref.part: tones for ref, tones in self._toned().items() if isinstance(ref, PartRef)}
        otherwise = self._part if self._is_far else ""
        canvas.figure.choose(next((id for id, tones in toned.items() if Tone.CHOSEN in tones), otherwise))
        side = min(_LARGEST_BADGE, self._context.theme.px(_BADGE))
        canvas.figure.mark({id: tones[0] for id, tones in toned.items()}, side)
        canvas.added = {id: self.told(self._ref(id)) for id in toned}
        canvas.show_parts({id for id, tones in toned.items() if Tone.RIGHT in tones})

    def _show_picking(self) -> None:
        """While something can be picked, no summary is told: it might answer the question."""
        self._card.canvas.may_pick = self.may_pick
        self._show_caption()
        if self._diagram is not None:
            title, summary = self._diagram.title, self._diagram.summary
            self._card.canvas.setAccessibleName(f"Diagram: {title}" + ("" if self.may_pick else f". {summary}"))

    def anchors(self) -> Mapping[str, QRectF]:
        """The nodes that lie in sight, each named by its diagram and its own id."""
        named = f"{self._diagram.id}/" if self._diagram is not None else ""
        return {named + id: place for id, place in self._card.canvas.places_in(self).items()}

    def _ref(self, id: str) -> PartRef:
        return PartRef(self._diagram.id if self._diagram is not None else "", id)

    # What happens.

    def _on_part_chosen(self, id: str) -> None:
        if id in self._parts:
            self._pick(self._ref(id))

    def _on_drawn(self) -> None:
        """The figure stands there: show in it what was asked for."""
        if self._compared is None and self._diagram is not None:
            self._tell()
            self._card.canvas.figure.mark_found(found_in(self._diagram, self._state.get(SEARCH, "")))
            self._show_near()
            self._show_marks()
        self.shown.emit()

    def _on_settled(self) -> None:
        """The room has another size: other parts of the figure can be read in it."""
        if self._is_far and self._compared is None and self._card.drawing is not None:
            self._camera.rest()
            self._show_near()
            self._camera.rest()

    def _on_look_changed(self) -> None:
        self._caption.refit()
        self._show_marks()
