"""A pack compiled to JSON in the cache folder, so that the next start reads one file and checks nothing twice.

The key is a hash over the content of every file of the pack, the program's version and this format, and a checksum
guards the snapshot itself: any doubt means it is built again. Never pickle: a cache folder is not a trusted place.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from zlib import crc32

from desktop import __version__
from desktop.catalog.collecting import nothing_collected
from desktop.catalog.layout import KIND_OF_NAME
from desktop.catalog.refs import parse_ref
from desktop.catalog.shapes import (
    EnumShape,
    ListShape,
    MapShape,
    NullableShape,
    RecordShape,
    RefShape,
    Shape,
    UnionShape,
)
from desktop.catalog.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Code = Callable[[Any], Any]

FORMAT = 5
_EMPTY: Mapping[type, Any] = {ListShape: (), MapShape: MappingProxyType({})}
KEPT = 8


def key_of(files: Mapping[str, bytes]) -> str:
    """The hash of a pack's content and of the program that compiles it."""
    digest = sha256(f"{FORMAT} {__version__}".encode())
    for name in sorted(files):
        digest.update(f"\n{len(name)} {name} {len(files[name])}\n".encode())
        digest.update(files[name])
    return digest.hexdigest()


class Damaged(Exception):
    """A part of a snapshot that cannot be read, though its checksum is right."""


def encoded(entities: Mapping[str, list[Any]], key: str) -> bytes:
    """The snapshot of a pack: a line for each kind of file, with the entities of all its files."""
    body = b"".join(_line(kind, entities.get(kind, [])) for kind in KIND_OF_NAME)
    return _head(key, body) + body


def _line(kind: str, entities: list[Any]) -> bytes:
    encode = _encoder(KIND_OF_NAME[kind].shape)
    text = json.dumps([encode(each) for each in entities], separators=(",", ":"))
    return f"{kind} {text}\n".encode("ascii")


def sections(data: bytes, key: str) -> dict[str, bytes] | None:
    """The lines of a snapshot by kind of file, not read yet; None where it is stale or damaged."""
    head, end, body = data.partition(b"\n")
    if head + end != _head(key, body):
        return None
    lines = (line.partition(b" ") for line in body.splitlines())
    return {kind.decode("ascii", "replace"): text for kind, _space, text in lines}


def decoded(lines: Mapping[str, bytes], kind: str) -> list[Any]:
    """The entities of one line. Raises Damaged."""
    try:
        # Thousands of new values and no garbage among them: looking for it would take a fifth of the time.
        with nothing_collected():
            decode = _decoder(KIND_OF_NAME[kind].shape)
            found = json.loads(lines[kind])
            if not isinstance(found, list):
                raise TypeError("a line holds a list")
            return [decode(each) for each in found]
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError) as error:
        raise Damaged(kind) from error


def _head(key: str, text: bytes) -> bytes:
    """The first line of a snapshot: what it was made from, and a checksum of what follows."""
    return f"{key} {crc32(text):08x}\n".encode("ascii")


def load(folder: Path, key: str) -> dict[str, bytes] | None:
    """The lines of the snapshot with this key, or None."""
    try:
        data = (folder / f"{key}.json").read_bytes()
    except OSError:
        return None
    return sections(data, key)


def save(folder: Path, key: str, entities: Mapping[str, list[Any]]) -> None:
    """Keep a snapshot: written beside, then put in place at once; old ones go.

    A cache that cannot be written is no error.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / f"{key}.json", encoded(entities, key))
        _thin(folder)
    except OSError:
        return


def _thin(folder: Path) -> None:
    found = sorted(folder.glob("*.json"), key=lambda each: each.stat().st_mtime, reverse=True)
    for each in found[KEPT:]:
        each.unlink(missing_ok=True)


def _same(value: Any) -> Any:
    return value


@cache
def _encoder(shape: Shape) -> Code:
    if isinstance(shape, RefShape):
        return str
    if isinstance(shape, EnumShape):
        return lambda value: value.value
    if isinstance(shape, NullableShape):
        inner = _encoder(shape.inner)
        return lambda value: None if value is None else inner(value)
    if isinstance(shape, ListShape):
        item = _encoder(shape.item)
        return lambda value: [item(each) for each in value]
    if isinstance(shape, MapShape):
        of_value = _encoder(shape.value)
        return lambda value: {key: of_value(each) for key, each in value.items()}
    if isinstance(shape, RecordShape):
        parts = [(field.name, _encoder(field.shape)) for field in shape.fields]
        return lambda value: [encode(getattr(value, name)) for name, encode in parts]
    if isinstance(shape, UnionShape):
        encoders = {record.cls: _encoder(record) for record in shape.records.values()}
        return lambda value: [value.type, encoders[type(value)](value)]
    return _same


@cache
def _decoder(shape: Shape) -> Code:
    if isinstance(shape, RefShape):
        return parse_ref
    if isinstance(shape, EnumShape):
        return {each.value: each for each in shape.cls}.__getitem__
    if isinstance(shape, NullableShape):
        inner = _decoder(shape.inner)
        return inner if inner is _same else lambda value: None if value is None else inner(value)
    if isinstance(shape, ListShape):
        item = _decoder(shape.item)
        return tuple if item is _same else lambda value: tuple([item(each) for each in value])
    if isinstance(shape, MapShape):
        of_value = _decoder(shape.value)
        return lambda value: {key: of_value(each) for key, each in value.items()}
    if isinstance(shape, RecordShape):
        return _record_decoder(shape)
    if isinstance(shape, UnionShape):
        decoders = {tag: _decoder(record) for tag, record in shape.records.items()}
        return lambda value: decoders[value[0]](value[1])
    return _same


def _record_decoder(shape: RecordShape) -> Code:
    """The record is filled through its slots: a third faster than its __init__, which sets frozen fields by name."""
    cls = shape.cls
    slots = [getattr(cls, field.name).__set__ for field in shape.fields]
    coded = [(at, _decoder(field.shape), type(field.shape)) for at, field in enumerate(shape.fields)]
    decode = [(at, code, _EMPTY.get(kind)) for at, code, kind in coded if code is not _same]
    new = object.__new__

    def decode_record(value: list[Any]) -> Any:
        for at, code, empty in decode:
            each = value[at]
            value[at] = code(each) if each else empty
        record = new(cls)
        for put, each in zip(slots, value, strict=True):
            put(record, each)
        return record

    return decode_record
