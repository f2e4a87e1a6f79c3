"""Architecture diagrams: flows of nodes and edges, sets, timelines, matrix close-ups, each with steps and sources."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from desktop.catalog.entities.evidence import Cite
from desktop.catalog.fields import (
    ClaimId,
    Day,
    DiagramId,
    Few,
    Id,
    Label,
    Lane,
    Line,
    MarkId,
    Order,
    Rank,
    SubjectId,
    Text,
)


class NodeKind(StrEnum):
    """What a node is; the same kind looks the same in every diagram."""

    DATA = "data"
    NOISE = "noise"
    NETWORK = "network"
    OPERATION = "operation"
    LOSS = "loss"
    DECISION = "decision"
    PERSON = "person"
    EXAMPLE = "example"


class EdgeKind(StrEnum):
    """What runs along an edge."""

    DATA = "data"
    GRADIENT = "gradient"
    CONDITION = "condition"
    LOOP = "loop"


class Phase(StrEnum):
    """What a step belongs to, in the order of a model's life. Sampling and generating are inference too."""

    TRAINING = "training"
    INFERENCE = "inference"


class Flow(StrEnum):
    """The direction in which the layers of a flow follow each other."""

    RIGHT = "right"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What every element of a diagram can carry: its meaning and its sources."""

    id: Id
    title: Label
    meaning: Text | None = None
    claims: tuple[ClaimId, ...] = ()
    references: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Node(Part):
    """A box. `sub` is its small second line; `opens` is the deeper diagram.

    `same_as` names the node that is the same thing, drawn a second time. `layer_of` names the network that this is a
    layer of, where a figure opens one up: layers of the same name are one network.

    The last four are hints for the layout, among what lies in the same group. In a flow to the right, `rank` numbers
    the columns from the left; `order` sorts within a column from the top; nodes with the same `lane` stand at the same
    height, and a lower lane lies above; `beside` names a node to share a column with. In a flow downwards, columns are
    rows. Hints that contradict each other or the edges are followed as far as they go.
    """

    kind: NodeKind
    sub: Label | None = None
    same_as: Id | None = None
    layer_of: Line | None = None
    group: Id | None = None
    mark: MarkId | None = None
    opens: DiagramId | None = None
    rank: Rank | None = None
    order: Order | None = None
    lane: Lane | None = None
    beside: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line from one node to another; `trains` names the node that a gradient updates."""

    id: Id
    source: Id
    target: Id
    kind: EdgeKind = EdgeKind.DATA
    label: Label | None = None
    meaning: Text | None = None
    trains: Id | None = None
    claims: tuple[ClaimId, ...] = ()
    references: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeGroup(Part):
    """A soft ground around nodes, its title at the foot; groups nest through `parent`. Hints are those of a node."""

    parent: Id | None = None
    rank: Rank | None = None
    order: Order | None = None
    lane: Lane | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the story.

    What lights up is in `parts` (nodes, groups, sets, events), where the token runs in `path` (edges).
    """

    id: Id
    title: Line
    caption: Text
    phase: Phase | None = None
    parts: tuple[Id, ...] = ()
    path: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagramBase:
    """What every kind of diagram has. `outline` tells the figure in one paragraph, for those who cannot see it.

    One with a flaw in it is left out whole: a figure with a part missing would be wrong.
    """

    ALL_OR_NOTHING: ClassVar[bool] = True

    id: Id
    title: Line
    short: Line | None = None
    order: Order = 0
    summary: Text
    outline: Text
    subjects: tuple[SubjectId, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    references: tuple[Cite, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowDiagram(DiagramBase):
    """Nodes in layers, joined by edges."""

    type: Literal["flow"]
    direction: Flow = Flow.RIGHT
    nodes: Annotated[tuple[Node, ...], Few(1)]
    groups: tuple[NodeGroup, ...] = ()
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Set(Part):
    """A set of an Euler diagram."""

    mark: MarkId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A part of the plane: the sets that it lies in and the nodes that stand there.

    Regions follow each other left to right.
    """

    id: Id
    sets: Annotated[tuple[Id, ...], Few(1)]
    nodes: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetsDiagram(DiagramBase):
    """An Euler diagram. The regions of each set must stand next to each other."""

    type: Literal["sets"]
    sets: Annotated[tuple[Set, ...], Few(1)]
    regions: Annotated[tuple[Region, ...], Few(1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Part):
    """A dated event on one lane of a timeline."""

    date: Day
    lane: Line
    mark: MarkId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineDiagram(DiagramBase):
    """Events in lanes along time."""

    type: Literal["timeline"]
    events: Annotated[tuple[Event, ...], Few(1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class GridView(Part):
    """One setting of a matrix close-up: a row of numbers from 0 to 1 for each row label; empty where masked."""

    caption: Text
    rows: tuple[tuple[float | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GridDiagram(DiagramBase):
    """A matrix close-up, such as attention weights over the tokens of one sentence."""

    type: Literal["grid"]
    labels: tuple[Line, ...]
    views: Annotated[tuple[GridView, ...], Few(1)]


Diagram = FlowDiagram | SetsDiagram | TimelineDiagram | GridDiagram
