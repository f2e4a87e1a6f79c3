"""A drawing as a frozen value: shapes, lines and words with their places, ready to be painted."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.catalog.entities.diagrams import EdgeKind
    from desktop.diagrams.boxes import Box, Point


class Lettering(StrEnum):
    """The two letterings of a drawing: names are semi-bold and larger, notes small."""

    NAME = "name"
    NOTE = "note"


class Look(StrEnum):
    """How a shape is drawn. The kinds of nodes have their own words."""

    DATA = "data"
    NOISE = "noise"
    NETWORK = "network"
    OPERATION = "operation"
    LOSS = "loss"
    DECISION = "decision"
    PERSON = "person"
    EXAMPLE = "example"
    GROUP = "group"
    FOLDED = "folded"
    SET = "set"
    EVENT = "event"
    LANE = "lane"
    TICK = "tick"
    CELLS = "cells"


GROUNDS = frozenset({Look.GROUP, Look.SET, Look.LANE, Look.TICK})
"""What lies under the lines."""


@dataclass(frozen=True, slots=True)
class Writing:
    """Set words. Lines run from top to bottom of the box, all of the same height; `turned` reads upwards."""

    lines: tuple[str, ...]
    box: Box
    lettering: Lettering
    centred: bool = True
    turned: bool = False
    cut: bool = False

    def moved(self, dx: float, dy: float) -> Writing:
        return Writing(self.lines, self.box.moved(dx, dy), self.lettering, self.centred, self.turned, self.cut)


@dataclass(frozen=True, slots=True)
class Cells:
    """The squares of a matrix close-up: the first corner, the side of a square, a number or None for each."""

    corner: Point
    side: float
    rows: tuple[tuple[float | None, ...], ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Anything with an area. `part` says whether the catalog knows it, so that it can be selected."""

    id: str
    look: Look
    box: Box
    name: str = ""
    tip: str = ""
    writings: tuple[Writing, ...] = ()
    mark: str | None = None
    sign: Box | None = None
    depth: int = 0
    opens: str | None = None
    cells: Cells | None = None
    part: bool = True


def stilled(shape: Shape) -> Shape:
    """The shape where nothing can be folded or opened: on paper and on a stage."""
    return replace(shape, sign=None if shape.look is Look.GROUP else shape.sign, opens=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """A line from one shape to another, with its label and, where it closes a loop, the loop's sign."""

    id: str
    kind: EdgeKind
    source: str
    target: str
    points: tuple[Point, ...]
    name: str
    tip: str
    label: Writing | None = None
    sign: Box | None = None
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is painted. `order` is the reading order of what the Tab key reaches.

    `stands_for` leads from each part that is folded away to the one that is shown for it.
    """

    bounds: Box
    shapes: tuple[Shape, ...]
    wires: tuple[Wire, ...] = ()
    order: tuple[str, ...] = ()
    stands_for: Mapping[str, str] = field(default_factory=dict)

    @property
    def writings(self) -> tuple[Writing, ...]:
        """Every label of the drawing."""
        shapes = [writing for shape in self.shapes for writing in shape.writings]
        return (*shapes, *(wire.label for wire in self.wires if wire.label))
