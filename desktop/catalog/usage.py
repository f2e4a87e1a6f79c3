"""What a pack holds and nothing in it uses: works that nothing cites, misconceptions that no option stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from desktop.catalog.entities.evidence import Cite
from desktop.catalog.refs import Ref, ReferenceRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.catalog.catalog import Catalog

_CITING = ("sources", "cards", "subjects", "groups", "diagrams", "industries", "topics", "terms", "chooser", "decks")


def unused_works(catalog: Catalog) -> tuple[str, ...]:
    """The ids of works that nothing cites."""
    cited = set()
    for each in _within(getattr(catalog, name) for name in _CITING):
        if isinstance(each, Cite):
            cited.add(each.id)
        elif isinstance(each, ReferenceRef):
            cited.add(each.reference)
    return tuple(work.id for work in catalog.references if work.id not in cited)


def unused_misconceptions(catalog: Catalog) -> tuple[str, ...]:
    """The ids of misconceptions that no wrong answer stands for."""
    used = {getattr(each, "misconception", None) for each in _within(topic.questions for topic in catalog.topics)}
    named = (each.id for topic in catalog.topics for each in topic.misconceptions)
    return tuple(name for name in named if name not in used)


def _within(start: Iterable[object]) -> Iterator[object]:
    """Every value in these, however deep, without recursion."""
    waiting = list(start)
    while waiting:
        each = waiting.pop()
        yield each
        if isinstance(each, Mapping):
            waiting.extend(each.values())
        elif isinstance(each, tuple | frozenset):
            waiting.extend(each)
        elif is_dataclass(each) and not isinstance(each, Ref):
            waiting.extend(getattr(each, field.name) for field in fields(each))
