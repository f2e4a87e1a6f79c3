"""The pass over all bound files together: dangling ids and refs, doubled ids, and each entity's own rules.

What breaks a rule is noted and taken out, so that a catalog holds nothing that leads nowhere. Taking things out can
leave new loose ends behind; those are cut in silence, since their cause has been told already.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from desktop.catalog import limits, rules
from desktop.catalog.problems import Flaw, Guess, Path
from desktop.catalog.shapes import (
    ListShape,
    MapShape,
    NullableShape,
    RecordShape,
    RefShape,
    Shape,
    TextShape,
    UnionShape,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.catalog.refs import Ref
    from desktop.catalog.world import World

    Sifter = Callable[[Any, Path, "Sieve"], Any]


class _Gone:
    """The value has to be left out."""


GONE: Final = _Gone()


class Sieve:
    """One file on its way through: the world it must fit, and the flaws found."""

    def __init__(self, world: World, file: str) -> None:
        self.world = world
        self.file = file
        self.flaws: list[Flaw] = []
        self.count = 0

    def flaw(self, path: Path, what: str, hint: str | Guess = "") -> _Gone:
        self.count += 1
        if self.count <= limits.PROBLEMS:
            self.flaws.append(Flaw(path, what, hint))
        return GONE


def sift(shape: Shape, entity: Any, sieve: Sieve) -> Any:
    """The entity without what does not fit the world, or GONE."""
    sifter = _sifter(shape)
    return entity if sifter is None else sifter(entity, (), sieve)


@cache
def _sifter(shape: Shape) -> Sifter | None:
    """The function for a shape, or None where nothing inside it can break a rule."""
    if isinstance(shape, TextShape):
        return None if shape.to is None else _id_sifter(shape.to)
    if isinstance(shape, RefShape):
        return _sift_loose_ref if shape.loose else _sift_ref
    if isinstance(shape, NullableShape):
        return _nullable(shape)
    if isinstance(shape, ListShape):
        return _list(shape)
    if isinstance(shape, MapShape):
        return _map(shape)
    if isinstance(shape, RecordShape):
        return _record(shape)
    if isinstance(shape, UnionShape):
        return _union(shape)
    return None


def _id_sifter(kind: str) -> Sifter:
    def sift_id(value: str, path: Path, sieve: Sieve) -> Any:
        if value in sieve.world.ids[kind]:
            return value
        if value in sieve.world.left_out:
            return GONE
        return sieve.flaw(path, f"there is no {kind} '{value}'", Guess(value, sieve.world.ids[kind]))

    return sift_id


def _sift_ref(value: Ref, path: Path, sieve: Sieve) -> Any:
    wrong = sieve.world.why_dangling(value)
    if wrong is None:
        return value
    return GONE if wrong.silent else sieve.flaw(path, wrong.what, wrong.hint)


def _sift_loose_ref(value: Ref, path: Path, sieve: Sieve) -> Any:
    _sift_ref(value, path, sieve)
    return value


def _nullable(shape: NullableShape) -> Sifter | None:
    inner = _sifter(shape.inner)
    if inner is None:
        return None

    def sift_nullable(value: Any, path: Path, sieve: Sieve) -> Any:
        if value is None:
            return None
        got = inner(value, path, sieve)
        return None if got is GONE else got

    return sift_nullable


def _list(shape: ListShape) -> Sifter | None:
    item = _sifter(shape.item)
    if item is None:
        return None

    def sift_list(value: tuple[Any, ...], path: Path, sieve: Sieve) -> Any:
        if not value:
            return value
        got = [item(each, (*path, at), sieve) for at, each in enumerate(value)]
        kept = tuple(each for each in got if each is not GONE)
        if len(kept) == len(value) and all(new is old for new, old in zip(kept, value, strict=True)):
            return value
        return kept if len(kept) >= shape.few.least else GONE

    return sift_list


def _map(shape: MapShape) -> Sifter | None:
    sift_key, sift_value = _sifter(shape.key), _sifter(shape.value)
    if sift_key is None and sift_value is None:
        return None

    def sift_map(value: dict[str, Any], path: Path, sieve: Sieve) -> Any:
        found = {}
        for key, each in value.items():
            name = key if sift_key is None else sift_key(key, (*path, key), sieve)
            got = each if sift_value is None else sift_value(each, (*path, key), sieve)
            if name is not GONE and got is not GONE:
                found[name] = got
        return value if found == value else found

    return sift_map


def _record(shape: RecordShape) -> Sifter | None:
    own = rules.RULES.get(shape.cls)
    parts = [(field, sifter) for field in shape.fields if (sifter := _sifter(field.shape)) is not None]
    if own is None and not parts:
        return None

    def sift_record(value: Any, path: Path, sieve: Sieve) -> Any:
        if own is not None:
            broken = list(own(value, sieve.world))
            for each in broken:
                sieve.flaw((*path, *each.path), each.what, each.hint)
            if any(each.fatal for each in broken):
                return GONE
        changed: dict[str, Any] = {}
        for field, sifter in parts:
            before = getattr(value, field.name)
            after = sifter(before, (*path, field.name), sieve)
            if after is GONE:
                if field.required:
                    return GONE
                after = field.fallback()
            if after is not before:
                changed[field.name] = after
        return replace(value, **changed) if changed else value

    return sift_record


def _union(shape: UnionShape) -> Sifter | None:
    sifters = {record.cls: _sifter(record) for record in shape.records.values()}

    def sift_union(value: Any, path: Path, sieve: Sieve) -> Any:
        sifter = sifters[type(value)]
        return value if sifter is None else sifter(value, path, sieve)

    return sift_union
