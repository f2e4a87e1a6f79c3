"""A diagram with its words measured: all that is left is to find the places. Holds no Qt, may go to any thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.diagrams.drawing.shapes import Drawing
from desktop.diagrams.layout import layout_of

if TYPE_CHECKING:
    from desktop.diagrams.layout import Graph, Layout


@dataclass(frozen=True, slots=True)
class FlowDraft:
    """A flow. `graph` is what has to be laid out; `drawn` puts the words where a layout of it says."""

    graph: Graph
    drawn: Callable[[Layout], Drawing]

    def __call__(self) -> Drawing:
        """The drawing, laid out here and now. Raises ValueError where no layout is possible."""
        return self.drawn(layout_of(self.graph))


Draft = FlowDraft | Callable[[], Drawing]
