"""What the parts of a diagram are called: on the screen, in the legend, on paper and by a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.entities.diagrams import (
    EdgeKind,
    FlowDiagram,
    SetsDiagram,
    TimelineDiagram,
)
from desktop.catalog.words import plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.catalog.entities.diagrams import Diagram, Edge, Node, Part

_TIP = 1_200
EDGE_WORDS = {
    EdgeKind.DATA: "flow of data",
    EdgeKind.GRADIENT: "gradient",
    EdgeKind.CONDITION: "condition",
    EdgeKind.LOOP: "loop",
}


def node_name(node: Node) -> str:
    """'Discriminator, network: real or fake?'."""
    return f"{node.title}, {node.kind.value}" + (f": {node.sub}" if node.sub else "")


def edge_name(edge: Edge, titles: Mapping[str, str]) -> str:
    """'gradient from Loss to Generator: updates G only'."""
    ends = f"from {titles[edge.source]} to {titles[edge.target]}"
    return f"{EDGE_WORDS[edge.kind]} {ends}" + (f": {edge.label}" if edge.label else "")


def tip_of(name: str, meaning: str | None) -> str:
    """The text of a part for the tool tip; of a very long one the beginning. The evidence panel has it whole."""
    text = f"{name}\n{meaning}" if meaning else name
    return text if len(text) <= _TIP else f"{text[:_TIP]}…"


def size_of(diagram: Diagram) -> str:
    """What a diagram consists of: '8 nodes, 9 edges'."""
    if isinstance(diagram, FlowDiagram):
        return f"{plural(len(diagram.nodes), 'node')}, {plural(len(diagram.edges), 'edge')}"
    if isinstance(diagram, SetsDiagram):
        inside = sum(len(region.nodes) for region in diagram.regions)
        return f"{plural(len(diagram.sets), 'set')}, {plural(inside, 'example')}"
    if isinstance(diagram, TimelineDiagram):
        return plural(len(diagram.events), "event")
    return f"{plural(len(diagram.views), 'matrix', 'matrices')} of {plural(len(diagram.labels), 'row')}"


def sourced_of(diagram: Diagram) -> str:
    """How many nodes, groups, sets and events carry a claim or a reference."""
    parts = list(parts_with_sources(diagram))
    sourced = sum(bool(part.claims or part.references) for part in parts)
    if not parts:
        return ""
    return "every element sourced" if sourced == len(parts) else f"{sourced} of {len(parts)} elements sourced"


def parts_with_sources(diagram: Diagram) -> Iterable[Part]:
    """Nodes, groups, sets and events."""
    if isinstance(diagram, FlowDiagram):
        return (*diagram.nodes, *diagram.groups)
    if isinstance(diagram, SetsDiagram):
        return (*diagram.sets, *(node for region in diagram.regions for node in region.nodes))
    return diagram.events if isinstance(diagram, TimelineDiagram) else ()


def status_of(diagram: Diagram) -> str:
    """What is shown, in one line."""
    steps = plural(len(diagram.steps), "step") if diagram.steps else ""
    counted = ", ".join(each for each in (size_of(diagram), steps) if each)
    return " · ".join(each for each in (diagram.title, counted, sourced_of(diagram)) if each)
