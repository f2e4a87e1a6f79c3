"""The one door from a diagram to a drawing: words are measured now, the layout is worked out on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.entities.diagrams import FlowDiagram, SetsDiagram, TimelineDiagram
from desktop.diagrams.drawing.flow import flow_draft
from desktop.diagrams.drawing.grid import grid_draft
from desktop.diagrams.drawing.sets import sets_draft
from desktop.diagrams.drawing.timeline import timeline_draft
from desktop.diagrams.folding import folded

if TYPE_CHECKING:
    from desktop.catalog.entities.diagrams import Diagram
    from desktop.diagrams.drawing.draft import Draft
    from desktop.diagrams.drawing.lettering import Measure

QUICK = 60


def draft_of(diagram: Diagram, measure: Measure, closed: frozenset[str] = frozenset()) -> Draft:
    """A diagram with its words measured, these groups of it folded.

    Raises ValueError, now or later, where no layout is possible.
    """
    if isinstance(diagram, FlowDiagram):
        return flow_draft(folded(diagram, closed), measure)
    if isinstance(diagram, SetsDiagram):
        return sets_draft(diagram, measure)
    if isinstance(diagram, TimelineDiagram):
        return timeline_draft(diagram, measure)
    return grid_draft(diagram, measure)
