"""A flow with some of its groups folded: each is one box, and the lines of what lies in it end there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.catalog.entities.diagrams import FlowDiagram, Node, NodeKind
from desktop.catalog.words import plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.catalog.entities.diagrams import Diagram, Edge


@dataclass(frozen=True, slots=True)
class Folded:
    """A flow without what is folded away. `stands_for` leads from each part that is gone to what is shown for it."""

    diagram: FlowDiagram
    closed: frozenset[str] = frozenset()
    stands_for: Mapping[str, str] = field(default_factory=dict)


def groups_of(diagram: Diagram | None) -> frozenset[str]:
    """The groups that can be folded."""
    return frozenset(group.id for group in diagram.groups) if isinstance(diagram, FlowDiagram) else frozenset()


def folded(diagram: FlowDiagram, closed: Iterable[str]) -> Folded:
    """The flow with these groups folded; a group inside a folded one is gone with it."""
    wanted = frozenset(closed) & groups_of(diagram)
    if not wanted:
        return Folded(diagram)
    homes = _homes(diagram, wanted)
    gone = {id: home for id, home in homes.items() if home not in (None, id)}
    shown = frozenset(id for id in wanted if homes[id] == id)
    boxes = [_box(diagram, id, homes) for id in diagram_order(diagram, shown)]
    nodes = [node for node in diagram.nodes if homes[node.id] is None]
    groups = tuple(group for group in diagram.groups if homes[group.id] is None)
    edges, merged = _edges(diagram, {id: home for id, home in homes.items() if home is not None})
    known = {id: home for id, home in (gone | merged).items() if home is not None}
    whole = replace(diagram, nodes=(*nodes, *boxes), groups=groups, edges=edges)
    return Folded(whole, shown, known)


def diagram_order(diagram: FlowDiagram, ids: frozenset[str]) -> list[str]:
    """The groups in the order of the file, so that the same folds always give the same drawing."""
    return [group.id for group in diagram.groups if group.id in ids]


def _homes(diagram: FlowDiagram, wanted: frozenset[str]) -> dict[str, str | None]:
    """For each node and group the outermost folded group that holds it (or is it); None where it stays."""
    parents = {group.id: group.parent for group in diagram.groups}
    found: dict[str, str | None] = {}
    for id, at in (*((group.id, group.id) for group in diagram.groups), *((n.id, n.group) for n in diagram.nodes)):
        outermost: str | None = None
        seen: set[str] = set()
        while at is not None and at not in seen:
            seen.add(at)
            outermost = at if at in wanted else outermost
            at = parents.get(at)
        found[id] = outermost
    return found


def _box(diagram: FlowDiagram, id: str, homes: Mapping[str, str | None]) -> Node:
    """What stands for a folded group."""
    group = next(each for each in diagram.groups if each.id == id)
    inside = [node for node in diagram.nodes if homes[node.id] == id]
    marks = {node.mark for node in inside if node.mark}
    return Node(
        id=id,
        title=group.title,
        sub=f"{plural(len(inside), 'node')}, folded",
        mark=marks.pop() if len(marks) == 1 else None,
        kind=NodeKind.OPERATION,
        group=group.parent,
        meaning=group.meaning,
        claims=group.claims,
        references=group.references,
    )


def _edges(diagram: FlowDiagram, homes: Mapping[str, str]) -> tuple[tuple[Edge, ...], dict[str, str]]:
    """The lines between what is shown, alike ones as one; and for each line that is gone what stands for it."""
    kept: dict[tuple[str, str, str], Edge] = {}
    counts: dict[str, int] = {}
    merged: dict[str, str] = {}
    for edge in diagram.edges:
        source, target = homes.get(edge.source, edge.source), homes.get(edge.target, edge.target)
        moved = (source, target) != (edge.source, edge.target)
        if source == target and moved:
            merged[edge.id] = source
            continue
        key = (source, target, edge.kind.value) if moved else (edge.id, "", "")
        if key in kept:
            merged[edge.id] = kept[key].id
            counts[kept[key].id] += 1
            continue
        trains = homes.get(edge.trains, edge.trains) if edge.trains else None
        kept[key] = replace(edge, source=source, target=target, trains=trains)
        counts[edge.id] = 1
    edges = (replace(edge, label=f"{counts[edge.id]} lines") if counts[edge.id] > 1 else edge for edge in kept.values())
    return tuple(edges), merged
