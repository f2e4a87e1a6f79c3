"""Who lies in which group: the tree that the layout works through from the inside out.

Nodes and groups may share an id, so each gets a key of its own; the empty key is the page itself.
"""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

from desktop.diagrams.layered.graph import Graph, LayoutEdge

ROOT = ""
_WIDEST = 1e6


def node_key(identifier: str) -> str:
    return f"n:{identifier}"


def group_key(identifier: str) -> str:
    return f"g:{identifier}"


@dataclass(frozen=True, slots=True)
class Link:
    """An edge as one level sees it: between two direct children of that level."""

    edge: LayoutEdge
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Crossing:
    """An edge that enters or leaves a group, as the inside sees it: at one direct child."""

    edge: LayoutEdge
    child: str
    inward: bool


@dataclass(slots=True)
class Tree:
    """The groups from the outside in, and each edge at the level where its two ends part."""

    parent: dict[str, str]
    children: dict[str, list[str]]
    links: dict[str, list[Link]] = field(default_factory=dict)
    crossings: dict[str, list[Crossing]] = field(default_factory=dict)

    def containers(self) -> list[str]:
        """The page and all groups, each before what lies in it."""
        found = [ROOT]
        for container in found:
            found.extend(child for child in self.children[container] if child in self.children)
        return found

    def above(self, key: str) -> list[str]:
        """The key itself and all that hold it, innermost first, the page last."""
        chain = [key]
        while chain[-1] != ROOT:
            chain.append(self.parent[chain[-1]])
        return chain


def tree_of(graph: Graph) -> Tree:
    """The tree of a graph. Unknown or doubled ids and groups in a circle raise ValueError."""
    _refuse_doubles(graph)
    _refuse_sizes(graph)
    parent = _parents(graph)
    children: dict[str, list[str]] = {ROOT: [], **{group_key(group.id): [] for group in graph.groups}}
    listed = {ROOT}
    for key in parent:
        while key not in listed:
            listed.add(key)
            children[parent[key]].append(key)
            key = parent[key]
    tree = Tree(parent, children)
    for node in graph.nodes:
        if node.beside is not None and node_key(node.beside) not in parent:
            raise ValueError(f"the node '{node.id}' is to stand beside '{node.beside}', which does not exist")
    for edge in graph.edges:
        _hang(tree, edge)
    return tree


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


def _refuse_doubles(graph: Graph) -> None:
    kinds: tuple[tuple[str, tuple[_Identified, ...]], ...] = (
        ("node", graph.nodes),
        ("group", graph.groups),
        ("edge", graph.edges),
    )
    for kind, things in kinds:
        seen: set[str] = set()
        for thing in things:
            if thing.id in seen:
                raise ValueError(f"two things of kind {kind} have the id '{thing.id}'")
            seen.add(thing.id)


def _refuse_sizes(graph: Graph) -> None:
    for node in graph.nodes:
        if not (0 < node.size.width < _WIDEST and 0 < node.size.height < _WIDEST):
            raise ValueError(f"the node '{node.id}' has no size that can be drawn: {node.size}")


def _parents(graph: Graph) -> dict[str, str]:
    known = {group.id for group in graph.groups}
    parent: dict[str, str] = {}
    for key, above in (
        *((node_key(node.id), node.group) for node in graph.nodes),
        *((group_key(group.id), group.parent) for group in graph.groups),
    ):
        if above is not None and above not in known:
            raise ValueError(f"'{key[2:]}' lies in the group '{above}', which does not exist")
        parent[key] = ROOT if above is None else group_key(above)
    _refuse_circles(parent)
    return parent


def _refuse_circles(parent: dict[str, str]) -> None:
    safe = {ROOT}
    for start in parent:
        path: dict[str, None] = {}
        key = start
        while key not in safe:
            if key in path:
                raise ValueError(f"the group '{key[2:]}' lies inside itself")
            path[key] = None
            key = parent[key]
        safe.update(path)


def _hang(tree: Tree, edge: LayoutEdge) -> None:
    for end in (edge.source, edge.target):
        if node_key(end) not in tree.parent:
            raise ValueError(f"the edge '{edge.id}' names the node '{end}', which does not exist")
    if edge.source == edge.target:
        return
    source, target = tree.above(node_key(edge.source)), tree.above(node_key(edge.target))
    while len(source) > 1 and len(target) > 1 and source[-2] == target[-2]:
        source.pop()
        target.pop()
    tree.links.setdefault(source[-1], []).append(Link(edge, source[-2], target[-2]))
    if edge.loop:
        return
    for chain, inward in ((source, False), (target, True)):
        for child, container in pairwise(chain[:-1]):
            tree.crossings.setdefault(container, []).append(Crossing(edge, child, inward))
