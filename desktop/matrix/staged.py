"""What a stop of a talk keeps of the matrix, by name, and the arrangement that follows from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.catalog.refs import AspectRef, CellRef, SubjectRef, ViewRef
from desktop.matrix.table.arrangement import CHOSEN, Arrangement, NoArrangement, from_json
from desktop.matrix.table.excerpt import excerpt_of
from desktop.matrix.telling import title_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.refs import Ref

VIEW = ViewRef("matrix")
ARRANGEMENT, LEVEL = "arrangement", "level"
"""The table as it is arranged, as JSON; or a level alone, written by hand, of which the place is shown."""
TOP, LEFT = "top", "left"
"""The ids of the first line and column in sight, where the table is scrolled."""
PICTURE = "picture"
"""Which picture is drawn in the table's place."""


def whole_of(catalog: Catalog, ref: Ref) -> Arrangement | None:
    """What a stage shows of a place of the matrix, or of the tab as it opens; None for what the pack does not have."""
    if ref == VIEW:
        return Arrangement(next((level.id for level in catalog.pack.levels), CHOSEN))
    return excerpt_of(catalog, ref)


def arrangement_in(catalog: Catalog, ref: Ref, state: Mapping[str, str]) -> Arrangement | None:
    """The arrangement that was kept with a place; what the state does not say or no longer fits is as it opens."""
    try:
        if ARRANGEMENT in state:
            return from_json(state[ARRANGEMENT], catalog).arrangement
    except NoArrangement:
        pass
    found, level = whole_of(catalog, ref), state.get(LEVEL, "")
    return replace(found, level=level) if found is not None and _stands_on(catalog, ref, level) else found


def _stands_on(catalog: Catalog, ref: Ref, level: str) -> bool:
    """Whether a place is among what is compared on a level."""
    if isinstance(ref, CellRef | SubjectRef):
        return catalog.subject[ref.subject].level == level
    if isinstance(ref, AspectRef):
        return level in catalog.aspect[ref.aspect].levels
    return level in {each.id for each in catalog.pack.levels}


def heading_of(catalog: Catalog, ref: Ref) -> str:
    """A heading for a place of the matrix: 'Output: Large language models'."""
    titles = [title_of(catalog, id) for id in (getattr(ref, "aspect", ""), getattr(ref, "subject", "")) if id]
    return ": ".join(titles) or "Feature matrix"
