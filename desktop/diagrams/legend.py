"""Which kinds occur in a drawing: one entry for each, so that the signs can be read without a manual."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.catalog.entities.diagrams import EdgeKind
from desktop.diagrams.boxes import Box
from desktop.diagrams.drawing.shapes import Look, Shape, Wire

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.diagrams.drawing.shapes import Drawing

_NODES = {
    Look.DATA: "data",
    Look.NOISE: "noise",
    Look.NETWORK: "network, learns",
    Look.OPERATION: "operation",
    Look.LOSS: "loss",
    Look.DECISION: "decision",
    Look.PERSON: "person",
    Look.FOLDED: "folded group",
    Look.EXAMPLE: "example",
    Look.SET: "set",
    Look.EVENT: "event",
}
_LINES = {
    EdgeKind.DATA: "data flows",
    EdgeKind.GRADIENT: "gradient, in the colour of what it trains",
    EdgeKind.CONDITION: "condition",
    EdgeKind.LOOP: "loop, runs again",
}
WIDE, HIGH = 32, 16
DEEPER = "double click opens a closer look"


@dataclass(frozen=True, slots=True)
class Entry:
    """A sample, drawn in a box of 32 by 16, and the word for it."""

    words: str
    sample: Shape | Wire


def legend_of(drawings: Iterable[Drawing], *, live: bool = False) -> tuple[Entry, ...]:
    """An entry for each kind of node and line that occurs in any of them; `live`, also for what can be opened."""
    drawings = tuple(drawings)
    looks = {shape.look for drawing in drawings for shape in drawing.shapes}
    kinds = {wire.kind for drawing in drawings for wire in drawing.wires}
    nodes = [Entry(words, _node(look)) for look, words in _NODES.items() if look in looks]
    lines = [Entry(words, _line(kind)) for kind, words in _LINES.items() if kind in kinds]
    deeper = live and any(shape.opens for drawing in drawings for shape in drawing.shapes)
    return (*nodes, *lines, *((Entry(DEEPER, replace(_node(Look.DATA), opens="-")),) if deeper else ()))


def _node(look: Look) -> Shape:
    box = Box(2, 1, 28, 14)
    return Shape(id="", look=look, box=box, sign=Box(11, 3, 10, 10) if look is Look.PERSON else None)


def _line(kind: EdgeKind) -> Wire:
    points = ((1.0, 8.0), (31.0, 8.0))
    return Wire(id="", kind=kind, source="", target="", points=points, name="", tip="")
