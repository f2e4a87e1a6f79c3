"""Reads GIFT, Moodle's text format: blocks between blank lines, comments with ids and tags, categories."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.quiz.exchange.item import Item, Note, Reading, Written
from desktop.quiz.exchange.reading.decoding import decoded
from desktop.quiz.exchange.reading.gift_answers import Piece, answered

if TYPE_CHECKING:
    from collections.abc import Iterator

BLANK = "_____"
_IN_BRACKETS = re.compile(r"((?:\\.|[^\]\\])+)\]")
_CATEGORY = "$CATEGORY:"


@dataclass(slots=True)
class _Block:
    """The lines between two blank ones. `line` is the number of the first that is no comment."""

    line: int = 0
    lines: list[str] = field(default_factory=list)
    id: str = ""
    tags: list[str] = field(default_factory=list)


def read(given: str | bytes) -> Reading:
    """The questions of a GIFT file. Raises Unreadable; a question that cannot be read has a `flaw`."""
    items: list[Item] = []
    warnings: list[Note] = []
    categories: list[Note] = []
    for block in _blocks(decoded(given)):
        first = block.lines[0].strip() if block.lines else ""
        if first.startswith(_CATEGORY):
            categories.append(Note(block.line, first.removeprefix(_CATEGORY).strip()))
        elif block.lines:
            items.append(_item(block, warnings))
    return Reading(tuple(items), tuple(warnings), tuple(categories))


def _blocks(text: str) -> Iterator[_Block]:
    """A blank line ends a block, as in Moodle; a line with a category is a block of its own."""
    block = _Block()
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if not bare or bare.startswith(_CATEGORY):
            yield block
            block = _Block()
        if bare.startswith(_CATEGORY):
            yield _Block(number, [line])
        elif bare.startswith("//"):
            _note_comment(block, bare)
        elif bare:
            block.line = block.line or number
            block.lines.append(line)
    yield block


def _note_comment(block: _Block, comment: str) -> None:
    for found in _marked(comment, "[id:"):
        block.id = found
    block.tags += [tag for tag in _marked(comment, "[tag:") if tag]


def _marked(comment: str, start: str) -> Iterator[str]:
    """What stands behind each such start, up to its bracket; where one has none, those after it have none either."""
    at = comment.find(start)
    while at >= 0:
        found = _IN_BRACKETS.match(comment, at + len(start))
        if found is None:
            return
        yield _unescaped(found[1]).strip()
        at = comment.find(start, found.end())


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def _item(block: _Block, warnings: list[Note]) -> Item:
    title, body = _titled(Piece.of("\n".join(block.lines)))
    start = body.find("{")
    plain = Item(line=block.line, kind="description", stem=body.written(), title=title, tags=tuple(block.tags))
    plain = replace(plain, id=block.id)
    if start < 0:
        return plain if body.find("}") < 0 else replace(plain, flaw="a '}' stands without its '{'")
    before, rest = body[:start], body[start + 1 :]
    end = rest.find("}")
    if end < 0:
        return replace(plain, flaw="the '{' is not closed by a '}' before the next blank line")
    after = rest[end + 1 :]
    if after.find("{") >= 0:
        return replace(plain, flaw="it has more than one pair of braces, and GIFT allows for one")
    stem, blank = _stem(before, after)
    return answered(replace(plain, stem=stem, blank=blank), rest[:end], warnings)


def _titled(body: Piece) -> tuple[str, Piece]:
    """The title between two pairs of colons, and what follows."""
    body = body.stripped()
    if body.masked.startswith("::"):
        end = body.find("::", 2)
        if end >= 0:
            return body[2:end].written().text, body[end + 2 :]
    return "", body


def _stem(before: Piece, after: Piece) -> tuple[Written, bool]:
    """The stem, and whether the braces stood inside it: then a blank stands there."""
    stem = before.written()
    tail = after.written(stem.form)
    if not tail.text:
        return stem, False
    return Written(f"{stem.text} {BLANK} {tail.text}".strip(), stem.form), True
