"""Has diagrams drawn and keeps the drawings: what was laid out before and small ones at once, large ones beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.diagrams.drawing.draft import FlowDraft
from desktop.diagrams.figure import QUICK, draft_of
from desktop.diagrams.kept import KeptLayouts
from desktop.diagrams.layout import layout_of
from desktop.diagrams.ui.ink import measure_with
from desktop.diagrams.ui.layout_process import LayoutProcess

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.catalog.entities.diagrams import Diagram
    from desktop.diagrams.drawing.shapes import Drawing
    from desktop.diagrams.layout import Graph, Layout
    from desktop.diagrams.ui.ink import Ink

_KEPT = 64
_Key = tuple[str, frozenset[str]]


class Drafting(QObject):
    """`drawn` tells the drawing that was asked for last, at once or later; `failed` tells why there is none."""

    drawn = Signal(object)  # Drawing
    started = Signal()
    told = Signal(float)
    failed = Signal(str)

    def __init__(self, cache: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layouts = KeptLayouts(cache)
        self._drawings: dict[_Key, Drawing] = {}
        self._waiting: tuple[_Key, FlowDraft] | None = None
        self._process = LayoutProcess(self)
        self._process.told.connect(self.told)
        self._process.done.connect(self._on_laid_out)
        self._process.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        return self._process.busy

    def ask(self, diagram: Diagram, ink: Ink, closed: frozenset[str] = frozenset()) -> None:
        """Have this diagram drawn, these groups folded; whatever was asked for before is no longer wanted."""
        self._process.cancel()
        key = (diagram.id, closed)
        if key in self._drawings:
            self.drawn.emit(self._drawings[key])
            return
        try:
            draft = draft_of(diagram, measure_with(ink.fonts), closed)
            layout = self._layouts.get(draft.graph) if isinstance(draft, FlowDraft) else None
            if not isinstance(draft, FlowDraft):
                self._keep(key, draft())
            elif layout is not None or len(draft.graph.nodes) <= QUICK:
                self._keep(key, draft.drawn(layout or self._laid_out(draft.graph)))
            else:
                self._waiting = (key, draft)
                self.started.emit()
                self._process.start(draft.graph)
        except ValueError as error:
            self.failed.emit(str(error))

    def cancel(self) -> None:
        """The drawing under way is not wanted any more."""
        self._process.cancel()

    def _laid_out(self, graph: Graph) -> Layout:
        layout = layout_of(graph)
        self._layouts.keep(graph, layout)
        return layout

    def _on_laid_out(self, graph: Graph, layout: Layout) -> None:
        self._layouts.keep(graph, layout)
        if self._waiting is not None:
            key, draft = self._waiting
            self._waiting = None
            self._keep(key, draft.drawn(layout))

    def _keep(self, key: _Key, drawing: Drawing) -> None:
        self._drawings[key] = drawing
        while len(self._drawings) > _KEPT:
            del self._drawings[next(iter(self._drawings))]
        self.drawn.emit(drawing)


def drawing_of(diagram: Diagram, ink: Ink) -> Drawing | str:
    """The drawing, at once; words instead where there can be none."""
    try:
        return draft_of(diagram, measure_with(ink.fonts))()
    except ValueError as error:
        return str(error)
