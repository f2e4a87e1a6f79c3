"""A diagram as a tree of sentences, for screen readers and for print: the same data as the figure, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.entities.diagrams import FlowDiagram, SetsDiagram, TimelineDiagram
from desktop.catalog.refs import PartRef, StepRef
from desktop.catalog.words import sentence
from desktop.diagrams.words import edge_name, node_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.catalog.entities.diagrams import Diagram, GridDiagram, GridView, Node, Part
    from desktop.catalog.refs import Ref


STEPS = "Steps"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline, what it means, where it leads, and what lies under it."""

    text: str
    meaning: str = ""
    ref: Ref | None = None
    children: tuple[Entry, ...] = ()


def outline_of(diagram: Diagram) -> tuple[Entry, ...]:
    """The parts of a diagram under headings, then its steps."""
    if isinstance(diagram, FlowDiagram):
        parts = _flow(diagram)
    elif isinstance(diagram, SetsDiagram):
        parts = _sets(diagram)
    elif isinstance(diagram, TimelineDiagram):
        parts = _timeline(diagram)
    else:
        parts = _grid(diagram)
    steps = tuple(
        Entry(f"{at}. {step.title}", step.caption, StepRef(diagram.id, step.id))
        for at, step in enumerate(diagram.steps, 1)
    )
    return (*parts, *((Entry(STEPS, children=steps),) if steps else ()))


def _flow(diagram: FlowDiagram) -> tuple[Entry, ...]:
    titles = {node.id: node.title for node in diagram.nodes}
    homes = {group.id: group.title for group in diagram.groups}
    nodes = _heading("Nodes", (_node(diagram.id, each, homes.get(each.group or "")) for each in diagram.nodes))
    edges = _heading(
        "Lines",
        (
            Entry(sentence(edge_name(each, titles)), each.meaning or "", PartRef(diagram.id, each.id))
            for each in diagram.edges
        ),
    )
    groups = _heading(
        "Groups",
        (
            Entry(each.title + _within(homes.get(each.parent or "")), each.meaning or "", PartRef(diagram.id, each.id))
            for each in diagram.groups
        ),
    )
    return (*nodes, *groups, *edges)


def _sets(diagram: SetsDiagram) -> tuple[Entry, ...]:
    titles = {each.id: each.title for each in diagram.sets}
    regions = (
        Entry(
            "In " + ", ".join(titles[each] for each in region.sets),
            children=tuple(_node(diagram.id, node, None) for node in region.nodes),
        )
        for region in diagram.regions
    )
    sets = _heading("Sets", (_part(diagram.id, each, each.title) for each in diagram.sets))
    return (*sets, *_heading("Where the examples stand", regions))


def _timeline(diagram: TimelineDiagram) -> tuple[Entry, ...]:
    lanes = dict.fromkeys(event.lane for event in diagram.events)
    return tuple(
        Entry(
            lane,
            children=tuple(
                _part(diagram.id, event, f"{event.date}: {event.title}")
                for event in sorted(diagram.events, key=lambda event: event.date)
                if event.lane == lane
            ),
        )
        for lane in lanes
    )


def _grid(diagram: GridDiagram) -> tuple[Entry, ...]:
    return tuple(Entry(view.title, view.caption, None, tuple(_rows(diagram, view))) for view in diagram.views)


def _rows(diagram: GridDiagram, view: GridView) -> Iterable[Entry]:
    for label, row in zip(diagram.labels, view.rows, strict=False):
        numbers = (
            f"{column} {'masked' if number is None else f'{number:.2f}'}"
            for column, number in zip(diagram.labels, row, strict=False)
        )
        yield Entry(f"{label}: {', '.join(numbers)}")


def _heading(words: str, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    children = tuple(entries)
    return (Entry(words, children=children),) if children else ()


def _node(diagram: str, node: Node, home: str | None) -> Entry:
    return _part(diagram, node, node_name(node) + _within(home))


def _part(diagram: str, part: Part, text: str) -> Entry:
    return Entry(text, part.meaning or "", PartRef(diagram, part.id))


def _within(home: str | None) -> str:
    return f" (in '{home}')" if home else ""
