"""The entities' types, read once into plain shapes. Loader, rules, JSON Schema and snapshot all work from these."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from desktop.catalog.fields import Few, Loose, Span, To, Words
from desktop.catalog.refs import Ref


@dataclass(frozen=True, slots=True)
class TextShape:
    """A text; where `to` is set, the id of a thing of that kind."""

    words: Words
    to: str | None


@dataclass(frozen=True, slots=True)
class NumberShape:
    """A number."""

    whole: bool
    span: Span | None


@dataclass(frozen=True, slots=True)
class BoolShape:
    """True or false."""


@dataclass(frozen=True, slots=True)
class EnumShape:
    """One of the words of an enumeration."""

    cls: type[StrEnum]


@dataclass(frozen=True, slots=True)
class LiteralShape:
    """One of a few fixed words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefShape:
    """A ref, as text in the file; a loose one stays where it leads nowhere."""

    loose: bool = False


@dataclass(frozen=True, slots=True)
class NullableShape:
    """The shape, or nothing."""

    inner: Shape


@dataclass(frozen=True, slots=True)
class ListShape:
    """A list of one kind of item."""

    item: Shape
    few: Few


@dataclass(frozen=True, slots=True)
class MapShape:
    """A mapping with free keys."""

    key: TextShape
    value: Shape


@dataclass(frozen=True, slots=True)
class FieldShape:
    """A field of a record, and what it is where the file says nothing."""

    name: str
    shape: Shape
    required: bool
    default: Any

    def fallback(self) -> Any:
        """What the field is where the file says nothing."""
        return self.default() if callable(self.default) else self.default


@dataclass(frozen=True, slots=True, eq=False)
class RecordShape:
    """A mapping with known keys: an entity."""

    cls: type[Any]
    fields: tuple[FieldShape, ...]

    @property
    def name(self) -> str:
        return self.cls.__name__


@dataclass(frozen=True, slots=True, eq=False)
class UnionShape:
    """One of several records, told apart by the word in their field `type`."""

    records: Mapping[str, RecordShape]


Shape = (
    TextShape
    | NumberShape
    | BoolShape
    | EnumShape
    | LiteralShape
    | RefShape
    | NullableShape
    | ListShape
    | MapShape
    | RecordShape
    | UnionShape
)


@cache
def record_shape(cls: type[Any]) -> RecordShape:
    """The shape of an entity."""
    hints = get_type_hints(cls, include_extras=True)
    return RecordShape(cls, tuple(_field(each, hints[each.name]) for each in fields(cls)))


def shape_of(hint: Any) -> Shape:
    """The shape of a type as it stands in an entity. Raises TypeError for a type that entities may not use."""
    notes: tuple[Any, ...] = ()
    if get_origin(hint) is Annotated:
        hint, *rest = get_args(hint)
        notes = tuple(rest)
    if isinstance(hint, type) and issubclass(hint, Ref):
        return RefShape(_note(notes, Loose) is not None)
    if isinstance(hint, type) and is_dataclass(hint):
        return record_shape(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return EnumShape(hint)
    if hint in _PLAIN:
        return _plain(hint, notes)
    return _compound(hint, notes)


_PLAIN = (str, int, float, bool)


def _plain(hint: type, notes: tuple[Any, ...]) -> Shape:
    if hint is bool:
        return BoolShape()
    if hint is str:
        return TextShape(_note(notes, Words) or Words(5_000), getattr(_note(notes, To), "kind", None))
    return NumberShape(hint is int, _note(notes, Span))


def _compound(hint: Any, notes: tuple[Any, ...]) -> Shape:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple and arguments[1:] == (Ellipsis,):
        return ListShape(shape_of(arguments[0]), _note(notes, Few) or Few())
    if origin is Mapping:
        key = shape_of(arguments[0])
        assert isinstance(key, TextShape)
        return MapShape(key, shape_of(arguments[1]))
    if origin is Literal:
        return LiteralShape(arguments)
    if origin in (Union, types.UnionType):
        inner = [each for each in arguments if each is not types.NoneType]
        if len(inner) < len(arguments):
            return NullableShape(shape_of(Union[tuple(inner)]))  # noqa: UP007 - built at run time
        return _union([record_shape(each) for each in inner])
    raise TypeError(f"entities may not use the type {hint!r}")


def _union(records: list[RecordShape]) -> UnionShape:
    found: dict[str, RecordShape] = {}
    for record in records:
        tag = next(field.shape for field in record.fields if field.name == "type")
        assert isinstance(tag, LiteralShape)
        found.update(dict.fromkeys(tag.words, record))
    return UnionShape(found)


def _field(field: Any, hint: Any) -> FieldShape:
    has_factory = field.default_factory is not MISSING
    required = field.default is MISSING and not has_factory
    default = field.default_factory if has_factory else (None if required else field.default)
    return FieldShape(field.name, shape_of(hint), required, default)


def _note(notes: tuple[Any, ...], kind: type[Any]) -> Any:
    return next((each for each in notes if isinstance(each, kind)), None)
