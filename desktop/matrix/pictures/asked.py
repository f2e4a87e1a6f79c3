"""Which aspects are asked of chosen subjects at all: what every picture of both starts from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.matrix import Aspect, Subject

NONE_ASKED = "None of these aspects is asked of these subjects. Choose other subjects or aspects."


def asked_of(catalog: Catalog, subjects: Iterable[Subject], aspects: Iterable[str]) -> Sequence[Aspect]:
    """Those of the aspects with these ids that are asked of the level of one of the subjects, in order."""
    levels = {subject.level for subject in subjects}
    return [aspect for each in aspects if levels.intersection((aspect := catalog.aspect[each]).levels)]
