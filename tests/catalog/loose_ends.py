"""Walks a whole catalog through the shapes of its entities and names everything in it that leads nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.catalog import refs
from desktop.catalog.entities.evidence import Card, Reference
from desktop.catalog.entities.talks import Term
from desktop.catalog.layout import FILE_KINDS
from desktop.catalog.shapes import (
    ListShape,
    MapShape,
    NullableShape,
    RecordShape,
    RefShape,
    Shape,
    TextShape,
    UnionShape,
    record_shape,
)
from desktop.catalog.world import World, world_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.catalog.catalog import Catalog

_SHAPES = {kind.name: kind.shape for kind in FILE_KINDS}


def loose_ends(catalog: Catalog) -> list[str]:
    """Every id and ref in the catalog that names nothing, but for the loose ones, which may."""
    ids = _ids(catalog)
    found = []
    waiting = list(_roots(catalog))
    while waiting:
        shape, value = waiting.pop()
        if isinstance(shape, TextShape) and shape.to is not None and value not in ids[shape.to]:
            found.append(f"{shape.to} {value}")
        elif isinstance(shape, RefShape) and not shape.loose and catalog.find(value) is None:
            found.append(str(value))
        else:
            waiting.extend(_inside(shape, value))
    return found


def all_refs(catalog: Catalog) -> list[refs.Ref]:
    """A ref to everything in the catalog that can be opened."""
    world = _world(catalog)
    found: list[refs.Ref] = []
    for kind in refs.REF_TYPES:
        if kind in world.ids:
            found.extend(refs.parse_ref(f"{kind}:{name}") for name in world.ids[kind])
    found.extend(
        refs.CellRef(subject.id, aspect.id)
        for subject in catalog.subjects
        for aspect in catalog.aspect.values()
        if subject.level in aspect.levels
    )
    for diagram in catalog.diagrams:
        found.extend(refs.StepRef(diagram.id, step.id) for step in diagram.steps)
        for field in ("nodes", "groups", "edges", "sets", "events"):
            found.extend(refs.PartRef(diagram.id, part.id) for part in getattr(diagram, field, ()))
    return found


def _roots(catalog: Catalog) -> Iterator[tuple[Shape, Any]]:
    yield _SHAPES["pack"], catalog.pack
    yield _SHAPES["chooser"], catalog.chooser
    yield from ((record_shape(Reference), each) for each in catalog.references)
    yield from ((record_shape(Card), each) for each in catalog.cards)
    yield from ((record_shape(Term), each) for each in catalog.terms)
    for kind, field in _FOLDERS.items():
        yield from ((_SHAPES[kind], each) for each in getattr(catalog, field))


_FOLDERS = {
    "source": "sources",
    "subject": "subjects",
    "group": "groups",
    "diagram": "diagrams",
    "industry": "industries",
    "topic": "topics",
    "deck": "decks",
}


def _inside(shape: Shape, value: Any) -> Iterator[tuple[Shape, Any]]:
    if isinstance(shape, NullableShape) and value is not None:
        yield shape.inner, value
    elif isinstance(shape, ListShape):
        yield from ((shape.item, each) for each in value)
    elif isinstance(shape, MapShape):
        for key, each in value.items():
            yield shape.key, key
            yield shape.value, each
    elif isinstance(shape, RecordShape):
        yield from ((field.shape, getattr(value, field.name)) for field in shape.fields)
    elif isinstance(shape, UnionShape):
        yield next(each for each in shape.records.values() if each.cls is type(value)), value


def _world(catalog: Catalog) -> World:
    files = [("pack", catalog.pack), ("chooser", catalog.chooser)]
    files += [(kind, each) for kind, field in _FOLDERS.items() for each in getattr(catalog, field)]
    world = world_of(files, set())
    world.ids["reference"] = {each.id: each.id for each in catalog.references}
    world.ids["card"] = {each.id: each.id for each in catalog.cards}
    world.ids["term"] = {each.id: each.id for each in catalog.terms}
    return world


def _ids(catalog: Catalog) -> dict[str, dict[str, str]]:
    return _world(catalog).ids
