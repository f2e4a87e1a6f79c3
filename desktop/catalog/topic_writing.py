"""A topic as the YAML that a person would have written: what somebody's own questions are kept in and handed on as.

Written by us and not by PyYAML's emitter, which knows other words for true and other numbers than our reader does.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from desktop.catalog.layout import KIND_OF_NAME
from desktop.catalog.reading import is_text
from desktop.catalog.shapes import EnumShape, ListShape, NullableShape, RecordShape, RefShape, UnionShape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.catalog.entities.questions import Topic
    from desktop.catalog.shapes import Shape

WIDTH = 120
_FIRST = ("id", "type", "stem", "bloom", "difficulty", "concepts")
_LAST = ("explanation", "evidence")
_APART = ("misconceptions", "questions", "templates")
_SPACED = ("questions", "templates")

_UNSEEN = "\x00- \x7f-\x9f\u2028\u2029\ufeff"  # up to the space; what YAML breaks lines at, or drops
_INK = f"[^{_UNSEEN}]"
_PROSE = re.compile(f"{_INK}+( {_INK}+)*")
_VERSE = re.compile(f" *{_INK}([^{_UNSEEN}]| )*(?<! )|")
_BARE = re.compile(rf"(?!_)\w([^{_UNSEEN}:#]|(?<! )#|:(?={_INK})(?!:)| (?={_INK}))*")
_BARE_IN_LIST = re.compile(rf"(?!_)\w([^{_UNSEEN}:#,\[\]{{}}]|(?<! )#|:(?=\w)| (?={_INK}))*")
_TO_ESCAPE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def topic_yaml(topic: Topic) -> bytes:
    """The file of a topic, in UTF-8; our own reader and binder give an equal topic back.

    Fields stand as in the shipped packs; what would be so anyway is left out. Texts are taken to be as the binder
    leaves them: no white space at the ends, no control characters. Raises ValueError for half a surrogate pair.
    """
    return "".join(f"{line}\n" for line in _fields(_plain(KIND_OF_NAME["topic"].shape, topic), 0)).encode("utf-8")


def _plain(shape: Shape, value: Any) -> Any:
    """The value as it stands in a file: mappings, lists, texts, numbers. As deep as the entities are, no deeper."""
    if isinstance(shape, RefShape):
        return str(value)
    if isinstance(shape, EnumShape):
        return value.value
    if isinstance(shape, NullableShape):
        return None if value is None else _plain(shape.inner, value)
    if isinstance(shape, ListShape):
        return [_plain(shape.item, each) for each in value]
    if isinstance(shape, UnionShape):
        return _plain(shape.records[value.type], value)
    return _record(shape, value) if isinstance(shape, RecordShape) else value


def _record(shape: RecordShape, entity: Any) -> dict[str, Any]:
    values = ((field, getattr(entity, field.name)) for field in shape.fields)
    found = {
        field.name: _plain(field.shape, value) for field, value in values if field.required or value != field.fallback()
    }
    if "stem" not in found:
        return found
    middle = [name for name in found if name not in (*_FIRST, *_LAST)]
    return {name: found[name] for name in (*_FIRST, *middle, *_LAST) if name in found}


def _fields(record: dict[str, Any], indent: int) -> Iterator[str]:
    for name, value in record.items():
        if indent == 0 and name in _APART:
            yield ""
        head = f"{' ' * indent}{name}:"
        if not isinstance(value, list):
            yield from _scalar(head, value, indent + 2)
            continue
        short = f"{head} [{', '.join(_bare_in_list(each) or '' for each in value)}]"
        if name != "evidence" and len(short) <= WIDTH and all(map(_bare_in_list, value)):
            yield short
            continue
        yield head
        for at, each in enumerate(value):
            if at and name in _SPACED:
                yield ""
            yield from _item(each, indent + 2)


def _item(value: Any, indent: int) -> Iterator[str]:
    dash = f"{' ' * indent}-"
    if not isinstance(value, dict):
        yield from _scalar(dash, value, indent + 2)
        return
    for at, line in enumerate(_fields(value, indent + 2)):
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
        yield f"{head} {_TO_ESCAPE.sub(_escape, json.dumps(text, ensure_ascii=False))}"


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
