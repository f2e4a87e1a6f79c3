"""What a stop of a talk keeps of a diagram beside its place, by name, and how it is read back."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from desktop.catalog.refs import ViewRef
from desktop.diagrams.boxes import Box
from desktop.diagrams.comparing.choice import NotComparable, checked
from desktop.diagrams.folding import groups_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.diagrams import Diagram, FlowDiagram

VIEW = ViewRef("diagrams")
FOLDED = "folded"
"""The ids of the folded groups."""
PART = "part"
"""The part that is outlined while a step is shown."""
SEEN = "seen"
"""What of the drawing is in sight where the reader has zoomed: left, top, width and height in its own units."""
SEARCH = "search"
"""The words that are searched for."""
FORM, OUTLINE = "form", "outline"
"""The diagram in words."""
COMPARED, MOMENT = "compare", "moment"
"""The ids of the diagrams side by side, and which of the moments they share is shown, counted from 1."""
COMPARED_AS, DIFFERING = "compared-as", "differing"
"""Figures, differences or table; of the table only what differs."""


def ids_text(ids: Iterable[str]) -> str:
    """Ids as a state keeps them."""
    return " ".join(ids)


def folded_in(diagram: Diagram, state: Mapping[str, str]) -> frozenset[str]:
    """The groups that are to be folded, as far as the diagram has them."""
    return frozenset(state.get(FOLDED, "").split()) & groups_of(diagram)


def box_text(box: Box) -> str:
    """A box as a state keeps it."""
    return f"{box.x:.0f} {box.y:.0f} {box.width:.0f} {box.height:.0f}"


def seen_in(state: Mapping[str, str]) -> Box | None:
    """What is to be in sight; None where nothing sound is said of it."""
    try:
        numbers = [float(each) for each in state.get(SEEN, "").split()]
    except ValueError:
        return None
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)) or min(numbers[2:]) < 1:
        return None
    return Box(*numbers)


def compared_in(catalog: Catalog, state: Mapping[str, str]) -> tuple[FlowDiagram, ...]:
    """The diagrams that are to stand side by side; none where too few of them are left to compare."""
    found = [catalog.diagram[id] for id in state.get(COMPARED, "").split() if id in catalog.diagram]
    try:
        return checked(found)
    except NotComparable:
        return ()


def moment_in(state: Mapping[str, str], count: int) -> int:
    """Which moment of so many is to be shown, counted from 0; -1 for the overview."""
    text = state.get(MOMENT, "")
    return int(text) - 1 if text.isdecimal() and len(text) < 6 and 1 <= int(text) <= count else -1
