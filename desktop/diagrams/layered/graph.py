"""What goes into a layout and what comes out of it, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.diagrams.boxes import Box, Point, Size

NO_LABEL = Size(0, 0)
WINDOW = Size(900, 540)


class Direction(StrEnum):
    """The way the main flow runs."""

    RIGHT = "right"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class LayoutNode:
    """A node with its size, and the author's hints among what lies in the same group.

    `rank` is the column, `order` the turn within it, `lane` the height shared across columns, `beside` the id of a
    node to share a column with. A hint that cannot be followed is left aside.
    """

    id: str
    size: Size
    group: str | None = None
    rank: int | None = None
    order: int | None = None
    lane: int | None = None
    beside: str | None = None


@dataclass(frozen=True, slots=True)
class LayoutGroup:
    """A group of nodes and groups; its label stands at the foot, left aligned. Hints as for nodes."""

    id: str
    parent: str | None = None
    label: Size = NO_LABEL
    rank: int | None = None
    order: int | None = None
    lane: int | None = None


@dataclass(frozen=True, slots=True)
class LayoutEdge:
    """An edge; `loop` marks feedback, which is drawn around the outside and ranks nothing."""

    id: str
    source: str
    target: str
    label: Size | None = None
    loop: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """All there is to lay out. Ids are unique within nodes, within groups and within edges.

    `viewport` is the room that the drawing is made for: one that would be too long to be read in it is broken
    into rows (columns when it runs downwards). None: it never is.
    """

    nodes: tuple[LayoutNode, ...] = ()
    groups: tuple[LayoutGroup, ...] = ()
    edges: tuple[LayoutEdge, ...] = ()
    direction: Direction = Direction.RIGHT
    viewport: Size | None = WINDOW


@dataclass(frozen=True, slots=True)
class Route:
    """Bend points from the source's border to the target's, upright and level pieces only."""

    points: tuple[Point, ...]
    label: Box | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything goes. `bounds` starts at (0, 0) and keeps a margin of 24 px on all sides."""

    nodes: Mapping[str, Box]
    groups: Mapping[str, Box]
    edges: Mapping[str, Route]
    bounds: Box
