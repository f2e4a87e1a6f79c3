"""Reads Anki's notes in plain text: lines of fields behind headers that begin with '#'. A note is a card to answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.catalog.problems import Unreadable
from desktop.quiz.exchange.gaps import typed_gap
from desktop.quiz.exchange.item import Answer, Item, Note, Reading, Written
from desktop.quiz.exchange.plain import plain
from desktop.quiz.exchange.reading.decoding import decoded
from desktop.quiz.exchange.reading.separated import rows_of, separator_of

if TYPE_CHECKING:
    from desktop.quiz.exchange.item import Form

_HEADER = re.compile(r"#([a-z ]+):(.*)")
_SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "space": " ", "pipe": "|", "colon": ":"}
_PLACES = ("guid", "tags", "deck", "notetype")
_CLOZE = re.compile(r"\{\{c\d{1,3}::((?:(?!\}\}|\{\{).)*)\}\}", re.DOTALL)
_SOUND = re.compile(r"\[sound:[^\]\[]*\]")
TYPED = 80  # characters: what is longer nobody types to the letter


@dataclass(slots=True)
class _Headers:
    separator: str = ""
    form: Form = "moodle"
    tags: list[str] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    lines: int = 0


def read(given: str | bytes) -> Reading:
    """The notes of such a file: front and back as a short answer, a cloze as a cloze. Raises Unreadable."""
    text = decoded(given)
    warnings: list[Note] = []
    headers = _headers(text, warnings)
    body = "\n".join(text.split("\n")[headers.lines :])
    separator = headers.separator or separator_of(body)
    items = [_item(line, row, headers, warnings) for line, row in rows_of(body, separator, headers.lines)]
    return Reading(tuple(items), tuple(warnings))


def _headers(text: str, warnings: list[Note]) -> _Headers:
    found = _Headers()
    for number, line in enumerate(text.split("\n"), 1):
        header = _HEADER.match(line)
        if header is None:
            break
        found.lines = number
        name, value = header[1].strip(), header[2].strip()
        if name == "separator":
            found.separator = _SEPARATORS.get(value.lower(), header[2][:1])
            if found.separator in ('"', "\n", "\r", ""):
                raise Unreadable("the separator that is named cannot separate fields", number, 1)
        elif name == "html":
            found.form = "html" if value.lower() == "true" else "plain"
        elif name == "tags":
            found.tags = value.split()
        elif name.endswith(" column") and name.split()[0] in _PLACES and value.isdecimal() and 0 < len(value) < 4:
            found.places[name.split()[0]] = int(value) - 1
        elif name not in ("columns", "notetype", "deck", "if matches"):
            warnings.append(Note(number, f"the header '{name}' is not known and is passed over"))
    return found


def _item(line: int, row: list[str], headers: _Headers, warnings: list[Note]) -> Item:
    taken = set(headers.places.values())
    fields = [each.strip() for at, each in enumerate(row) if at not in taken]
    front, back, *rest = (*fields, "", "")[: max(2, len(fields))]
    tags = (*headers.tags, *_at(row, headers, "tags").split())
    id = _at(row, headers, "guid")
    if any(_SOUND.search(each) for each in fields):
        warnings.append(Note(line, "recordings are not kept"))
        front, back = _SOUND.sub("", front).strip(), _SOUND.sub("", back).strip()
    if any(rest):
        warnings.append(Note(line, "fields after the second are not kept"))
    if _CLOZE.search(front):
        text = _CLOZE.sub(lambda found: typed_gap(found[1].partition("::")[0]), front)
        said = Written(back, headers.form) if back else None
        return Item(line=line, kind="cloze", stem=Written(text, headers.form), feedback=said, id=id, tags=tags)
    answer, _gap, more = plain(Written(back, headers.form)).text.partition("\n\n")
    flaw = "" if front and answer else "it lacks a front or a back"
    if len(answer) > TYPED:
        flaw = f"its back is a text of {len(answer):,} characters, and no answer that one types"
    return Item(
        line=line,
        kind="short",
        stem=Written(front, headers.form),
        answers=(Answer(text=Written(answer), right=True),),
        feedback=Written(more) if more else None,
        id=id,
        tags=tags,
        flaw=flaw,
    )


def _at(row: list[str], headers: _Headers, name: str) -> str:
    place = headers.places.get(name, -1)
    return row[place].strip() if 0 <= place < len(row) else ""
