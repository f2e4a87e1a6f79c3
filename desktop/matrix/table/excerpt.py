"""Which part of the matrix a ref names, as an arrangement of its own: what a stage shows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.refs import AspectRef, CellRef, SubjectRef
from desktop.matrix.table.arrangement import Arrangement

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.catalog.refs import Ref


def excerpt_of(catalog: Catalog, ref: Ref) -> Arrangement | None:
    """A subject is its column, an aspect its line over the subjects of its first level; a cell stands among the lines
    of its group and the subjects of its level. None for what the matrix does not have."""
    if catalog.find(ref) is None:
        return None
    if isinstance(ref, SubjectRef):
        return Arrangement(catalog.subject[ref.subject].level, subjects=(ref.subject,))
    if isinstance(ref, AspectRef):
        return Arrangement(catalog.aspect[ref.aspect].levels[0], aspects=(ref.aspect,))
    if isinstance(ref, CellRef):
        group = catalog.group_of_aspect[ref.aspect]
        return Arrangement(catalog.subject[ref.subject].level, aspects=tuple(each.id for each in group.aspects))
    return None
