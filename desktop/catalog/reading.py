"""YAML bytes to plain values, from the parser's events: no tags, no aliases, nothing executed, everything capped.

PyYAML's own loaders resolve YAML 1.1 words ('no', '12:30'), merge keys and tags, keep the last of two equal keys, and
can be made to hang by a few hundred bytes; this reader does none of it. Scalars follow the YAML 1.2 core schema, but
for one thing: a number that starts with 0, such as 012, stays text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import yaml

from desktop.catalog import limits
from desktop.catalog.problems import Path, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

Value = str | int | float | bool | None | list[Any] | dict[str, Any]
Places = dict[tuple[Path, bool], tuple[int, int]]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]"
)
_ESCAPED = re.compile(_FORBIDDEN.pattern[:-1] + "\ud800-\udfff]")
_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_OTHER_INT = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, Value] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_NUMBER_STARTS = frozenset("+-.0123456789")

_TOO_DEEP = f"nested deeper than {limits.DEPTH} levels"


def read(data: bytes, places: Places | None = None) -> tuple[Value, int]:
    """The value that a YAML file holds, and how many nodes it has. Raises Unreadable with line and column.

    Where `places` is given, the line and column (from 1) of every value, and of every key (True), are put into it.
    """
    text = _text(data)
    try:
        return _build(yaml.parse(text, Loader=_Loader), places)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join(part for part in (error.context, error.problem) if part)
        # libyaml has a limit of its own, which it can meet before it tells of the first level
        what = _TOO_DEEP if "nesting depth" in what else f"not YAML: {what}"
        raise Unreadable(what, *((mark.line + 1, mark.column + 1) if mark else (0, 0))) from error
    except yaml.YAMLError as error:
        raise Unreadable(f"not YAML: {error}") from error


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("the file is UTF-16", 1, 1, "save it as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8", "replace")
        raise Unreadable("the file is not UTF-8 text", *_place(good, len(good)), "save it as UTF-8") from error
    bad = _FORBIDDEN.search(text)
    if bad:
        name = f"U+{ord(bad.group()):04X}"
        raise Unreadable(f"a control character ({name}) stands in the text", *_place(text, bad.start()), "delete it")
    return text


def _place(text: str, at: int) -> tuple[int, int]:
    before = text[:at]
    return before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1


class _Open:
    """A mapping or list that is being read."""

    __slots__ = ("key", "path", "value")

    def __init__(self, value: list[Any] | dict[str, Any], path: Path) -> None:
        self.value = value
        self.path = path
        self.key: str | None = None

    def wants_key(self) -> bool:
        return self.key is None and isinstance(self.value, dict)

    def inner_path(self) -> Path:
        if isinstance(self.value, list):
            return (*self.path, len(self.value))
        return (*self.path, self.key or "")


def _build(events: Iterator[Any], places: Places | None) -> tuple[Value, int]:
    """Build the value with an explicit stack: the depth of the input is never the depth of a call."""
    root: Value = None
    stack: list[_Open] = []
    nodes = documents = 0
    for event in events:
        kind = type(event)
        if kind is yaml.ScalarEvent or kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            nodes += 1
            _refuse_special(event, nodes)
            if kind is yaml.ScalarEvent and stack and stack[-1].wants_key():
                _take_key(stack[-1], event, places)
                continue
            value: Value = _scalar(event) if kind is yaml.ScalarEvent else {} if kind is yaml.MappingStartEvent else []
            path = stack[-1].inner_path() if places is not None and stack else ()
            if places is not None:
                mark = event.start_mark
                places[path, False] = (mark.line + 1, mark.column + 1)
            if stack:
                _put(stack[-1], value, event)
            else:
                root = value
            if kind is not yaml.ScalarEvent:
                if len(stack) >= limits.DEPTH:
                    raise _error(event, _TOO_DEEP)
                stack.append(_Open(value, path))  # type: ignore[arg-type]
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            stack.pop()
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            _refuse_second(event, documents)
        elif kind is yaml.AliasEvent:
            raise _error(event, f"an alias (*{_shown(event.anchor)}) is not allowed", "write the value out")
    return root, nodes


def _refuse_special(event: Any, nodes: int) -> None:
    if event.anchor is not None:
        what = f"an anchor (&{_shown(event.anchor)}) is not allowed"
        raise _error(event, what, "write the value out where it is needed")
    if event.tag is not None:
        raise _error(event, f"a tag ({_shown(event.tag)}) is not allowed", "delete it")
    if nodes > limits.FILE_NODES:
        raise _error(event, f"more than {limits.FILE_NODES:,} values in one file", "split the file")


def _refuse_second(event: Any, documents: int) -> None:
    if documents > 1:
        raise _error(event, "a second document starts here", "keep one document in a file")


def _shown(name: str) -> str:
    """The name of an anchor or tag, which may hold any character and be of any length."""
    text = ascii(name)[1:-1]
    return text if len(text) <= 40 else text[:37] + "..."


def _take_key(inside: _Open, event: Any, places: Places | None) -> None:
    key = event.value
    if len(key) > 200:
        raise _error(event, "a key is longer than 200 characters")
    if event.style == '"' and _ESCAPED.search(key):
        raise _error(event, "an escape stands for a control character", "delete it")
    if not key.isascii():
        key = normalize("NFC", key)
    if key == "<<":
        raise _error(event, "a merge key (<<) is not allowed", "write the values out")
    assert isinstance(inside.value, dict)
    if key in inside.value:
        raise _error(event, f"the key '{key}' stands here for the second time", "keep one of them")
    inside.key = key
    if places is not None:
        mark = event.start_mark
        places[(*inside.path, key), True] = (mark.line + 1, mark.column + 1)


def _put(inside: _Open, value: Value, event: Any) -> None:
    if isinstance(inside.value, list):
        inside.value.append(value)
        return
    if inside.key is None:
        raise _error(event, "a key must be plain text")
    inside.value[inside.key] = value
    inside.key = None


def _scalar(event: Any) -> Value:
    text: str = event.value
    if len(text) > limits.SCALAR_LENGTH:
        raise _error(event, f"a text is longer than {limits.SCALAR_LENGTH:,} characters")
    if not event.style and event.implicit[0]:
        if text in _WORDS:
            return _WORDS[text]
        if text[0] in _NUMBER_STARTS:
            return _number(event, text)
    if event.style == '"' and _ESCAPED.search(text):
        raise _error(event, "an escape stands for a control character", "delete it")
    return text


def readable(text: str) -> str:
    """A text from elsewhere without what no file may hold: control characters, halves of a character."""
    return _ESCAPED.sub("", text.replace("\r\n", "\n"))


def is_text(bare: str) -> bool:
    """Whether these words, written without quotes, are read as a text, not as a number, true, false or nothing."""
    return bare not in _WORDS and not any(kind.match(bare) for kind in (_INT, _OTHER_INT, _FLOAT))


def _number(event: Any, text: str) -> Value:
    if len(text) > limits.NUMBER_LENGTH and (_INT.match(text) or _FLOAT.match(text) or _OTHER_INT.match(text)):
        raise _error(event, "a number is too long", "put it in quotes if it is text")
    if _INT.match(text):
        return int(text)
    if _OTHER_INT.match(text):
        return int(text, 0)
    if _FLOAT.match(text):
        return float(text)
    return text


def _error(event: Any, what: str, hint: str = "") -> Unreadable:
    mark = event.start_mark
    return Unreadable(what, mark.line + 1, mark.column + 1, hint)
