"""The room 'Architecture': one diagram at a time, its steps under it, the same in words on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.catalog.refs import DiagramRef, PartRef, Ref, StepRef
from desktop.diagrams.ui.access import install
from desktop.diagrams.ui.canvas import FigureCanvas
from desktop.diagrams.ui.card import FigureCard
from desktop.diagrams.ui.controls import FIGURE, OUTLINE, Controls
from desktop.diagrams.ui.drafting import Drafting
from desktop.diagrams.ui.export_button import ExportButton, Shown
from desktop.diagrams.ui.ink import screen_ink
from desktop.diagrams.ui.legend import LegendLine
from desktop.diagrams.ui.outline_tree import OutlineView
from desktop.diagrams.ui.page import Page
from desktop.diagrams.ui.paper import sheets_of
from desktop.diagrams.ui.player import OVERVIEW, StepPlayer
from desktop.diagrams.ui.scene import FigureScene
from desktop.diagrams.words import status_of
from desktop.shell.room import Room
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.entities.diagrams import Diagram
    from desktop.diagrams.drawing.shapes import Drawing
    from desktop.shell.context import Context
    from desktop.shell.handout import Sheet

NONE_HERE = "This pack has no diagrams."


class DiagramsRoom(Room):
    """Knows which diagram, which step and which part are shown, and hands them to its parts."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install()
        self._context = context
        self._diagram: Diagram | None = None
        self._step = OVERVIEW
        self._wanted = ""  # the part to choose once the drawing is there
        self._ink = screen_ink(context)
        self._drafting = Drafting(self)
        self._controls = Controls(context.catalog.diagrams, context.theme)
        self._export = ExportButton(context, lambda: Shown(self._diagram, self._canvas.figure.drawing, self._step))
        self._canvas = FigureCanvas(FigureScene(self._ink, self))
        self._legend = LegendLine()
        self._card = FigureCard(self._canvas, self._legend, context.theme)
        self._words = TextLabel(role="muted")
        self._outline = OutlineView()
        self._player = StepPlayer(context)
        self._arrange()
        self._connect()
        self._show_first()

    # What the window asks.

    def open(self, ref: Ref) -> None:
        """Show a diagram, one of its parts, or one of its steps."""
        id = getattr(ref, "diagram", "")
        if id not in self._context.catalog.diagram:
            return
        self._wanted = ref.part if isinstance(ref, PartRef) else ""
        diagram = self._context.catalog.diagram[id]
        steps = [step.id for step in diagram.steps]
        at = steps.index(ref.step) if isinstance(ref, StepRef) and ref.step in steps else OVERVIEW
        if diagram is not self._diagram:
            self._show_diagram(diagram, at)
        elif not isinstance(ref, PartRef):
            self._show_step(at)
        self._show_wanted()
        if not isinstance(ref, DiagramRef):
            self._outline.show_ref(ref)

    def place(self) -> Ref | None:
        return DiagramRef(self._diagram.id) if self._diagram else None

    def status(self) -> str:
        return status_of(self._diagram) if self._diagram else NONE_HERE

    def places(self) -> Sequence[Ref]:
        return [DiagramRef(diagram.id) for diagram in self._context.catalog.diagrams]

    def sheets(self) -> Sequence[Sheet]:
        return sheets_of(self._context)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 240)

    # How it is put together.

    def _arrange(self) -> None:
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        parts = ((self._controls, 0), (self._card, 1), (self._words, 1), (self._outline, 1), (self._player, 0))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Page(parts))
        self._canvas.set_unit(self._context.theme.scale)

    def _connect(self) -> None:
        self._controls.add(self._export)
        self._export.told.connect(self.status_changed)
        self._controls.diagram_chosen.connect(self._on_diagram_chosen)
        self._controls.form_chosen.connect(self._on_form_chosen)
        self._controls.zoom_in_requested.connect(self._canvas.zoom_in)
        self._controls.zoom_out_requested.connect(self._canvas.zoom_out)
        self._controls.full_size_requested.connect(lambda: self._canvas.set_zoom(1.0))
        self._controls.fit_requested.connect(self._canvas.fit)
        self._canvas.zoom_changed.connect(self._controls.show_zoom)
        self._canvas.part_chosen.connect(self._on_part_chosen)
        self._canvas.opening_requested.connect(lambda id: self._context.navigator.open(DiagramRef(id)))
        self._canvas.step_requested.connect(self._on_step_requested)
        self._player.step_requested.connect(self._on_step_requested)
        self._outline.selected.connect(self._on_line_selected)
        self._outline.words.followed.connect(self._context.navigator.open)
        self._drafting.drawn.connect(self._on_drawn)
        self._drafting.started.connect(self._on_drawing_started)
        self._drafting.failed.connect(self._on_drawing_failed)
        self._context.theme.changed.connect(self._on_theme_changed)
        for key, by in ((Qt.Key.Key_Comma, -1), (Qt.Key.Key_Period, 1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._on_step_requested(by))

    # What is shown.

    def _show_first(self) -> None:
        diagrams = self._context.catalog.diagrams
        for widget in (self._controls, self._player):
            widget.setVisible(bool(diagrams))
        if diagrams:
            self._show_diagram(diagrams[0], OVERVIEW)
        else:
            self._say(NONE_HERE)

    def _show_diagram(self, diagram: Diagram, step: int) -> None:
        self._diagram = diagram
        self._controls.show_diagram(diagram.id)
        self._canvas.setAccessibleName(f"Diagram: {diagram.title}. {diagram.summary}")
        self._outline.show_diagram(diagram, self._context.catalog.term_finder)
        self._show_step(step)
        self._drafting.ask(diagram, self._ink)
        self.status_changed.emit(self.status())

    def _show_step(self, at: int) -> None:
        if self._diagram is None:
            return
        self._step = at
        self._player.show_step(self._diagram, at)
        self._light()

    def _light(self) -> None:
        steps = self._diagram.steps if self._diagram else ()
        step = steps[self._step] if 0 <= self._step < len(steps) else None
        self._canvas.figure.light((*step.parts, *step.path) if step else ())
        self._canvas.show_lit()

    def _show_wanted(self) -> None:
        """Outline the part that was asked for, where the drawing is there."""
        self._canvas.figure.choose(self._wanted)
        if self._wanted and self._canvas.figure.drawing is not None:
            self._canvas.centre_on(self._wanted)

    def _show_page(self) -> None:
        outline = self._controls.form.current == OUTLINE
        drawn = self._canvas.figure.drawing is not None
        self._outline.setVisible(outline)
        self._card.setVisible(drawn and not outline)
        self._words.setVisible(not drawn and not outline)
        self._player.setVisible(not outline and self._diagram is not None)

    def _say(self, words: str) -> None:
        self._canvas.show_drawing(None, self._ink)
        self._legend.show_drawing(None, self._ink, 1.0)
        self._words.setText(words)
        self._show_page()

    # What happens.

    def _on_drawn(self, drawing: Drawing) -> None:
        self._canvas.show_drawing(drawing, self._ink)
        self._legend.show_drawing(drawing, self._ink, self._context.theme.scale)
        self._show_page()
        self._light()
        self._show_wanted()

    def _on_drawing_started(self) -> None:
        self._say("Drawing …")

    def _on_drawing_failed(self, reason: str) -> None:
        self._say(f"This diagram cannot be drawn: {reason}. The outline tells it in words.")

    def _on_diagram_chosen(self, id: str) -> None:
        self._wanted = ""
        self._show_diagram(self._context.catalog.diagram[id], OVERVIEW)
        self._context.navigator.select(DiagramRef(id))

    def _on_form_chosen(self, form: str) -> None:
        self._show_page()
        if form == FIGURE:
            self._canvas.setFocus()

    def _on_part_chosen(self, id: str) -> None:
        self._wanted = id
        part = self._canvas.figure.part(id)
        if self._diagram is not None and getattr(part, "part", True):
            ref = PartRef(self._diagram.id, id)
            self._outline.show_ref(ref)
            self._context.navigator.select(ref)

    def _on_step_requested(self, by: int) -> None:
        if self._diagram is None or not OVERVIEW <= self._step + by < len(self._diagram.steps):
            return
        self._show_step(self._step + by)
        overview = self._step == OVERVIEW
        id = self._diagram.id
        ref = DiagramRef(id) if overview else StepRef(id, self._diagram.steps[self._step].id)
        self._context.navigator.select(ref)

    def _on_line_selected(self, ref: Ref) -> None:
        """A line of the outline: the figure follows, so that it shows the same when the reader returns to it."""
        if isinstance(ref, PartRef):
            self._wanted = ref.part
            self._canvas.figure.choose(ref.part)
        elif isinstance(ref, StepRef) and self._diagram is not None:
            self._show_step([step.id for step in self._diagram.steps].index(ref.step))
        self._context.navigator.select(ref)

    def _on_theme_changed(self) -> None:
        self._ink = screen_ink(self._context)
        self._canvas.set_ink(self._ink)
        self._canvas.set_unit(self._context.theme.scale)
        self._legend.show_drawing(self._canvas.figure.drawing, self._ink, self._context.theme.scale)
        self._controls.refit()
        self._player.refit()
