"""Which diagrams can be compared, and in words why others cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.entities.diagrams import FlowDiagram

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.diagrams import Diagram

FEWEST, MOST = 2, 4
_DRAWN_AS = {"sets": "sets", "timeline": "a timeline", "grid": "a matrix"}


class NotComparable(ValueError):
    """These diagrams cannot be compared; the message says why in words."""


def comparable(catalog: Catalog) -> tuple[FlowDiagram, ...]:
    """The diagrams that can be compared: those of nodes and lines."""
    return tuple(each for each in catalog.diagrams if isinstance(each, FlowDiagram))


def checked(diagrams: Sequence[Diagram]) -> tuple[FlowDiagram, ...]:
    """The same diagrams. Raises NotComparable where they are too few, too many, doubled or without nodes and lines."""
    flows = tuple(each for each in diagrams if isinstance(each, FlowDiagram))
    for each in diagrams:
        if not isinstance(each, FlowDiagram):
            drawn = _DRAWN_AS[each.type]
            raise NotComparable(f"'{each.title}' is drawn as {drawn}; only diagrams of nodes and lines can be compared")
    if not FEWEST <= len(flows) <= MOST:
        raise NotComparable(f"{FEWEST} to {MOST} diagrams can be compared, not {len(flows)}")
    if len({each.id for each in flows}) < len(flows):
        raise NotComparable("a diagram cannot be compared with itself")
    return flows
