"""An entity as the YAML that a person would have written: what the reader's own files are made of.

Written by us and not by PyYAML's emitter, which knows other words for true and other numbers than our reader does.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.catalog.reading import is_text
from desktop.catalog.shapes import EnumShape, ListShape, NullableShape, RecordShape, RefShape, UnionShape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from desktop.catalog.shapes import Shape

WIDTH = 120

_UNSEEN = "\x00- \x7f-\x9f\u2028\u2029\ufeff"  # up to the space; what YAML breaks lines at, or drops
_INK = f"[^{_UNSEEN}]"
_PROSE = re.compile(f"{_INK}+( {_INK}+)*")
_VERSE = re.compile(f" *{_INK}([^{_UNSEEN}]| )*(?<! )|")
_BARE = re.compile(rf"(?!_)\w([^{_UNSEEN}:#]|(?<! )#|:(?={_INK})(?!:)| (?={_INK}))*")
_BARE_IN_LIST = re.compile(rf"(?!_)\w([^{_UNSEEN}:#,\[\]{{}}]|(?<! )#|:(?=\w)| (?={_INK}))*")
_TO_ESCAPE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a kind of file is laid out: `apart` stand after an empty line, items of `spaced` have one between.

    Lists in `listed` have one item in a line; `order` puts the fields of a record as its file has them.
    """

    apart: tuple[str, ...] = ()
    spaced: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    order: Callable[[Mapping[str, Any]], Mapping[str, Any]] = dict


def yaml_of(shape: Shape, entity: Any, layout: Layout) -> bytes:
    """The file of an entity, in UTF-8; our own reader and binder give an equal one back.

    What would be so anyway is left out. Texts are taken to be as the binder leaves them: no white space at the ends, no
    control characters. Raises ValueError for half a surrogate pair.
    """
    lines = _fields(plain_of(shape, entity, layout), 0, layout)
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def plain_of(shape: Shape, value: Any, layout: Layout) -> Any:
    """The value as it stands in a file: mappings, lists, texts, numbers. As deep as the entities are, no deeper."""
    if isinstance(shape, RefShape):
        return str(value)
    if isinstance(shape, EnumShape):
        return value.value
    if isinstance(shape, NullableShape):
        return None if value is None else plain_of(shape.inner, value, layout)
    if isinstance(shape, ListShape):
        return [plain_of(shape.item, each, layout) for each in value]
    if isinstance(shape, UnionShape):
        return plain_of(shape.records[value.type], value, layout)
    return _record(shape, value, layout) if isinstance(shape, RecordShape) else value


def _record(shape: RecordShape, entity: Any, layout: Layout) -> Mapping[str, Any]:
    values = ((field, getattr(entity, field.name)) for field in shape.fields)
    return layout.order(
        {
            field.name: plain_of(field.shape, value, layout)
            for field, value in values
            if field.required or value != field.fallback()
        }
    )


def _fields(record: Mapping[str, Any], indent: int, layout: Layout) -> Iterator[str]:
    for name, value in record.items():
        if indent == 0 and name in layout.apart:
            yield ""
        head = f"{' ' * indent}{_key(name)}:"
        if isinstance(value, dict):
            yield head
            yield from _fields(value, indent + 2, layout)
            continue
        if not isinstance(value, list):
            yield from _scalar(head, value, indent + 2)
            continue
        short = f"{head} [{', '.join(_bare_in_list(each) or '' for each in value)}]"
        if name not in layout.listed and len(short) <= WIDTH and all(map(_bare_in_list, value)):
            yield short
            continue
        yield head
        for at, each in enumerate(value):
            if at and name in layout.spaced:
                yield ""
            yield from _item(each, indent + 2, layout)


def _key(name: str) -> str:
    """The name of a field, or the free key of a mapping."""
    return _bare_in_list(name) or _quoted(name)


def _item(value: Any, indent: int, layout: Layout) -> Iterator[str]:
    dash = f"{' ' * indent}-"
    if not isinstance(value, dict):
        yield from _scalar(dash, value, indent + 2)
        return
    for at, line in enumerate(_fields(value, indent + 2, layout)):
        yield line if at else f"{dash} {line.lstrip(' ')}"


def _bare_in_list(value: Any) -> str | None:
    """The value as it can stand in a list on one line, or None."""
    if isinstance(value, str):
        return value if _BARE_IN_LIST.fullmatch(value) and is_text(value) else None
    return None


def _scalar(head: str, value: Any, indent: int) -> Iterator[str]:
    if isinstance(value, bool):
        yield f"{head} {'true' if value else 'false'}"
    elif isinstance(value, int | float):
        yield f"{head} {_number(value)}"
    else:
        yield from _text(head, value, indent)


def _number(value: float) -> str:
    whole = int(value)
    return str(whole) if whole == value and abs(whole) < 10**15 else repr(value)


def _text(head: str, text: str, indent: int) -> Iterator[str]:
    """A text in the plainest form that keeps it: as it is, folded, line by line, or in quotes with escapes."""
    if _BARE.fullmatch(text) and is_text(text) and len(head) + 1 + len(text) <= WIDTH:
        yield f"{head} {text}"
    elif _PROSE.fullmatch(text) and len(head) + 3 + len(text) > WIDTH:
        yield f"{head} >-"
        yield from _wrapped(text, indent)
    elif "\n" in text and text[0] not in " \n" and text[-1] != "\n" and all(map(_VERSE.fullmatch, text.split("\n"))):
        yield f"{head} |-"
        yield from (" " * indent + line if line else "" for line in text.split("\n"))
    else:
        yield f"{head} {_quoted(text)}"


def _quoted(text: str) -> str:
    return _TO_ESCAPE.sub(_escape, json.dumps(text, ensure_ascii=False))


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _wrapped(text: str, indent: int) -> Iterator[str]:
    line: list[str] = []
    length = indent
    for word in text.split(" "):
        if line and length + len(word) > WIDTH:
            yield " " * indent + " ".join(line)
            line, length = [], indent
        line.append(word)
        length += len(word) + 1
    yield " " * indent + " ".join(line)
