"""The room 'Architecture': one diagram at a time with its steps, the same in words, or several side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.catalog.refs import DiagramRef, PartRef, Ref, StepRef
from desktop.diagrams.story import OVERVIEW
from desktop.diagrams.ui.access import install
from desktop.diagrams.ui.controls import COMPARE, FIGURE, OUTLINE, Controls
from desktop.diagrams.ui.export_button import ExportButton
from desktop.diagrams.ui.page import Page
from desktop.diagrams.ui.paper import sheets_of
from desktop.diagrams.ui.single import SinglePage
from desktop.diagrams.words import status_of
from desktop.shell.room import Room
from desktop.shell.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from desktop.catalog.entities.diagrams import Diagram
    from desktop.diagrams.ui.comparing import ComparePage
    from desktop.diagrams.ui.player import StepPlayer
    from desktop.shell.context import Context
    from desktop.shell.handout import Sheet
    from desktop.shell.on_screen import OnScreen

NONE_HERE = "This pack has no diagrams."


class DiagramsRoom(Room):
    """Knows which diagram is shown in which form, and hands it to its pages."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install()
        self._context = context
        self._controls = Controls(context.catalog.diagrams, context.theme)
        self._single = SinglePage(context)
        self._export = ExportButton(context, self._single.shown)
        self._words = TextLabel(NONE_HERE, role="muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._compare: ComparePage | None = None  # built when first asked for
        self._compare_holder = QWidget()
        QVBoxLayout(self._compare_holder).setContentsMargins(0, 0, 0, 0)
        parts = ((self._controls, 0), (self._single, 1), (self._compare_holder, 1), (self._words, 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Page(parts))
        self._connect()
        self._show_first()

    # What the window asks.

    def open(self, ref: Ref) -> None:
        """Show a diagram, one of its parts, or one of its steps."""
        diagram = self._context.catalog.diagram.get(getattr(ref, "diagram", ""))
        if diagram is None:
            return
        part = ref.part if isinstance(ref, PartRef) else ""
        steps = [step.id for step in diagram.steps]
        at = steps.index(ref.step) if isinstance(ref, StepRef) and ref.step in steps else OVERVIEW
        if self._controls.form.current not in (FIGURE, OUTLINE):
            self._show_form(FIGURE)
        if diagram is not self._single.diagram:
            self._show_diagram(diagram, at, part)
        else:
            if not part:
                self._single.show_step(at)
            self._single.show_part(part)
        if not isinstance(ref, DiagramRef):
            self._single.outline.show_ref(ref)

    def place(self) -> Ref | None:
        return DiagramRef(self._single.diagram.id) if self._single.diagram else None

    def on_screen(self) -> OnScreen | None:
        """The figure at its step, or the diagrams that are compared."""
        if self._compare is not None and self._controls.form.current == COMPARE:
            return self._compare.on_screen()
        return self._single.on_screen()

    def status(self) -> str:
        if self._compare is not None and self._controls.form.current == COMPARE:
            return self._compare.status
        return status_of(self._single.diagram) if self._single.diagram else NONE_HERE

    def focus_search(self) -> None:
        if self._single.diagram is not None:
            self._show_form(FIGURE)
            self._controls.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._controls.search.selectAll()

    def places(self) -> Sequence[Ref]:
        return [DiagramRef(diagram.id) for diagram in self._context.catalog.diagrams]

    def sheets(self) -> Sequence[Sheet]:
        return sheets_of(self._context)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another tab is shown: its evidence must not change step by step. A window made small plays on."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._stop_playing()

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 240)

    # How it is put together.

    def _connect(self) -> None:
        single, controls = self._single, self._controls
        controls.add(self._export)
        self._export.told.connect(self.status_changed)
        controls.diagram_chosen.connect(self._on_diagram_chosen)
        controls.diagrams.activated.connect(lambda _at: single.draw_missing())
        controls.form_chosen.connect(self._on_form_chosen)
        controls.typed.connect(single.mark_hits)
        controls.hit_requested.connect(single.walk_hits)
        controls.search.left.connect(single.board.canvas.setFocus)
        single.hits_changed.connect(controls.show_hits)
        single.selected.connect(self._context.navigator.select)
        single.opening_requested.connect(lambda id: self._context.navigator.open(DiagramRef(id)))
        self._context.theme.changed.connect(self._on_theme_changed)
        keys = {
            Qt.Key.Key_Comma: lambda: self._player.step(-1),
            Qt.Key.Key_Period: lambda: self._player.step(1),
            Qt.Key.Key_P: lambda: self._player.toggle(),
        }
        for key, does in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    def _show_first(self) -> None:
        diagrams = self._context.catalog.diagrams
        for widget in (self._controls, self._single):
            widget.setVisible(bool(diagrams))
        self._words.setVisible(not diagrams)
        self._compare_holder.hide()
        if diagrams:
            self._show_diagram(diagrams[0], OVERVIEW)

    def _show_diagram(self, diagram: Diagram, step: int, part: str = "") -> None:
        self._controls.show_diagram(diagram.id)
        self._controls.search.clear()
        self._single.show_diagram(diagram, step, part)
        self.status_changed.emit(self.status())

    @property
    def _player(self) -> StepPlayer:
        """The one that is shown."""
        compared = self._compare is not None and self._controls.form.current == COMPARE
        return self._compare.player if compared and self._compare is not None else self._single.player

    def _show_form(self, form: str) -> None:
        self._stop_playing()
        if form == COMPARE and self._compare is None:
            self._build_compare()
        self._controls.show_form(form)
        self._single.show_in_words(form == OUTLINE)
        self._single.setVisible(form != COMPARE)
        self._export.setVisible(form != COMPARE)
        self._compare_holder.setVisible(form == COMPARE)
        self.status_changed.emit(self.status())

    def _stop_playing(self) -> None:
        """Nobody sees it any more, so no step is told."""
        self._single.player.playback.stop()
        if self._compare is not None:
            self._compare.player.playback.stop()

    def _build_compare(self) -> None:
        from desktop.diagrams.comparing.choice import comparable
        from desktop.diagrams.ui.choice import Choice
        from desktop.diagrams.ui.comparing import ComparePage

        choice = Choice(comparable(self._context.catalog), self._context.catalog.pack.comparisons)
        self._controls.add_choice(choice)
        page = self._compare = ComparePage(self._context, choice)
        page.selected.connect(self._context.navigator.select)
        page.opening_requested.connect(self._context.navigator.open)
        page.told.connect(self.status_changed)
        layout = self._compare_holder.layout()
        assert layout is not None
        layout.addWidget(page)

    # What happens.

    def _on_diagram_chosen(self, id: str) -> None:
        self._show_diagram(self._context.catalog.diagram[id], OVERVIEW)
        self._context.navigator.select(DiagramRef(id))

    def _on_form_chosen(self, form: str) -> None:
        self._show_form(form)
        if form == FIGURE:
            self._single.board.canvas.setFocus()

    def _on_theme_changed(self) -> None:
        self._controls.refit()
        self._single.player.refit()
        if self._compare is not None:
            self._compare.refit()
