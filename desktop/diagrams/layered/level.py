"""One level of a drawing as the engine sees it: children, and wires between them and to the border."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.diagrams.boxes import Point, Size
from desktop.diagrams.layered.engine import Item, Wire
from desktop.diagrams.layered.graph import LayoutNode
from desktop.diagrams.layered.tree import Crossing, Link


@dataclass(slots=True)
class Level:
    """The children of one group, the edges between them, and ghosts for the edges that come in or go out."""

    children: list[str]
    links: list[Link]
    ghosts: list[tuple[int, int]] = field(default_factory=list)

    def add_ghosts(self, items: list[Item], crossings: list[Crossing]) -> None:
        """A ghost at the border for each edge that has to pass other children: it keeps a lane free."""
        entered = {link.target for link in self.links}
        left = {link.source for link in self.links}
        number = {child: place for place, child in enumerate(self.children)}
        seen: set[tuple[str, bool]] = set()
        for crossing in crossings:
            passing = crossing.child in (entered if crossing.inward else left)
            if not passing or (crossing.child, crossing.inward) in seen:
                continue
            seen.add((crossing.child, crossing.inward))
            ghost, end = len(items), number[crossing.child]
            items.append(Item(Size(1, 8), edge=-1 if crossing.inward else 1))
            self.ghosts.append((ghost, end) if crossing.inward else (end, ghost))

    def between(self, nodes: Mapping[str, LayoutNode], lines: list[tuple[Point, ...]]) -> dict[str, tuple[Point, ...]]:
        """The engine's lines that can be taken as they are: those from node to node."""
        drawn = zip(self.links, lines, strict=False)
        return {link.edge.id: line for link, line in drawn if link.source in nodes and link.target in nodes}

    def wires(self, loops: list[Link]) -> list[Wire]:
        """What the engine joins: edges, ghosts, and loops turned round where nothing else holds a child."""
        number = {child: place for place, child in enumerate(self.children)}
        found = [Wire(number[link.source], number[link.target], link.edge.label) for link in self.links]
        found += [Wire(source, target) for source, target in self.ghosts]
        held = {end for wire in found for end in (wire.source, wire.target)}
        for loop in loops:
            source, target = number[loop.source], number[loop.target]
            if source not in held or target not in held:
                found.append(Wire(target, source))
        return found
