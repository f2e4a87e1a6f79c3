"""A flow diagram ready to be asked: what is one thing drawn twice, what belongs to training, what lies in a loop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.entities.diagrams import EdgeKind, Phase

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from desktop.catalog.entities.diagrams import Edge, FlowDiagram, Node, NodeKind

_FLOWING = (EdgeKind.DATA, EdgeKind.CONDITION)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a diagram has, in the words of a table cell, and the ids of the parts that it rests on."""

    text: str
    parts: tuple[str, ...]


Items = tuple[Item, ...]
NAMED = 8


def names_of(items: Items) -> str:
    """'A, B': the items in words, of very many only the first few."""
    more = f" and {len(items) - NAMED:,} more" if len(items) > NAMED else ""
    return ", ".join(item.text for item in items[:NAMED]) + more


class Wiring:
    """The nodes and edges of a diagram. A phase of None means the whole figure."""

    def __init__(self, diagram: FlowDiagram) -> None:
        self.diagram = diagram
        self.nodes = {node.id: node for node in diagram.nodes}
        self.phases = tuple(phase for phase in Phase if any(step.phase is phase for step in diagram.steps))
        self._edges = {phase: self._edges_in(phase) for phase in self.phases}
        self._nodes = {phase: self._nodes_in(phase) for phase in self.phases}
        self._ahead, self._back = _ways(diagram.edges)

    def shows(self, phase: Phase | None) -> bool:
        """Whether the figure tells of this phase."""
        return phase is None or phase in self.phases

    def edges(self, phase: Phase | None = None, kind: EdgeKind | None = None) -> tuple[Edge, ...]:
        """The edges that run in a phase, all or those of a kind."""
        edges = self.diagram.edges if phase is None else self._edges.get(phase, ())
        return tuple(edge for edge in edges if kind is None or edge.kind is kind)

    def of_kind(self, kind: NodeKind, phase: Phase | None = None) -> list[str]:
        """The nodes of a kind, of the whole figure or of a phase."""
        here: Collection[str] = self.nodes if phase is None else self._nodes.get(phase, ())
        return [node.id for node in self.diagram.nodes if node.kind is kind and node.id in here]

    def thing(self, node: str) -> str:
        """What a node stands for: equal where one thing is drawn twice, or as the layers of one network."""
        first = self.nodes[self.nodes[node].same_as or node]
        return f"layer of {first.layer_of}" if first.layer_of else first.id

    def phases_of(self, nodes: Iterable[str]) -> tuple[Phase, ...]:
        """The phases in which one of these nodes takes part."""
        return tuple(phase for phase in self.phases if not self._nodes[phase].isdisjoint(nodes))

    def ends(self, phase: Phase | None) -> tuple[list[str], list[str]]:
        """Where lines of a phase begin and where they end: nodes that nothing flows into, and out of."""
        flowing = [edge for edge in self.edges(phase) if edge.kind in _FLOWING]
        sources, targets = {edge.source for edge in flowing}, {edge.target for edge in flowing}
        begins = [each for each in self.nodes if each in sources - targets]
        return begins, [each for each in self.nodes if each in targets - sources]

    def around(self, loop: Edge) -> set[str]:
        """The nodes that run again with each round of a loop: all on a way from its target to its source."""
        return _reached(self._ahead, loop.target) & _reached(self._back, loop.source)

    def items(self, nodes: Iterable[str], named: Callable[[Node], str] | None = None) -> Items:
        """These nodes as items, in the order of the file; what is drawn twice is one item with both parts."""
        named = named or _name
        wanted = set(nodes)
        found: dict[str, list[Node]] = {}
        for node in self.diagram.nodes:
            if node.id in wanted:
                found.setdefault(self.thing(node.id), []).append(node)
        return tuple(Item(named(its[0]), tuple(node.id for node in its)) for its in found.values())

    def _edges_in(self, phase: Phase) -> tuple[Edge, ...]:
        running = {edge for step in self.diagram.steps if step.phase is phase for edge in step.path}
        return tuple(edge for edge in self.diagram.edges if edge.id in running)

    def _nodes_in(self, phase: Phase) -> set[str]:
        lit = {part for step in self.diagram.steps if step.phase is phase for part in step.parts}
        ends = {end for edge in self._edges[phase] for end in (edge.source, edge.target)}
        return (lit & self.nodes.keys()) | ends


def _name(node: Node) -> str:
    return node.layer_of or node.title


def _ways(edges: Iterable[Edge]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Where lines lead from each node, and where those that lead to it come from."""
    ahead: dict[str, list[str]] = {}
    back: dict[str, list[str]] = {}
    for edge in edges:
        if edge.kind in _FLOWING:
            ahead.setdefault(edge.source, []).append(edge.target)
            back.setdefault(edge.target, []).append(edge.source)
    return ahead, back


def _reached(lines: Mapping[str, list[str]], start: str) -> set[str]:
    seen = {start}
    waiting = [start]
    for each in waiting:
        new = [other for other in dict.fromkeys(lines.get(each, ())) if other not in seen]
        seen.update(new)
        waiting.extend(new)
    return seen
