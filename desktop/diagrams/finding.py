"""Finds parts of a diagram by the words on them and what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.entities.diagrams import FlowDiagram, GridDiagram, SetsDiagram
from desktop.catalog.filters import Query, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.catalog.entities.diagrams import Diagram


def found_in(diagram: Diagram, typed: str) -> tuple[str, ...]:
    """The parts with all words on them; where there are none, the parts whose meaning holds them."""
    query = Query.of(typed)
    if not query:
        return ()
    named: list[str] = []
    meant: list[str] = []
    for id, name, meaning in _texts(diagram):
        if query.matches(folded(name)):
            named.append(id)
        elif query.matches(folded(f"{name} {meaning}")):
            meant.append(id)
    return tuple(named or meant)


def _texts(diagram: Diagram) -> Iterator[tuple[str, str, str]]:
    """Each part's id, the words on it, and its meaning, in reading order."""
    if isinstance(diagram, FlowDiagram):
        for node in diagram.nodes:
            yield node.id, f"{node.title} {node.sub or ''} {node.kind.value}", node.meaning or ""
        for group in diagram.groups:
            yield group.id, group.title, group.meaning or ""
        for edge in diagram.edges:
            yield edge.id, edge.label or "", edge.meaning or ""
    elif isinstance(diagram, SetsDiagram):
        for each in diagram.sets:
            yield each.id, each.title, each.meaning or ""
        for region in diagram.regions:
            for node in region.nodes:
                yield node.id, f"{node.title} {node.sub or ''}", node.meaning or ""
    elif isinstance(diagram, GridDiagram):
        for view in diagram.views:
            yield view.id, view.title, f"{view.caption} {' '.join(diagram.labels)}"
    else:
        for event in diagram.events:
            yield event.id, f"{event.title} {event.date} {event.lane}", event.meaning or ""
