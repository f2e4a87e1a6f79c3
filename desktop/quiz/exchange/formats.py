"""Which format a file from elsewhere is in, by its ending and by what stands in it; and the reader for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.catalog.problems import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.quiz.exchange.item import Reading

READ = ("gift", "moodle", "aiken", "csv", "anki")
_ENDINGS = {".gift": "gift", ".xml": "moodle", ".csv": "csv", ".tsv": "csv"}
_ZIP = b"PK\x03\x04"
_AIKEN = re.compile(r"^[ \t]*ANSWER:[ \t]*[A-Za-z][ \t]*$", re.MULTILINE)
_ANKI = re.compile(r"#(separator|html|notetype|deck|tags|columns|guid column|tags column|deck column)\b")


class NoQuestions(Unreadable):
    """The file can be read, but there is no question in it."""


def read_file(data: bytes, ending: str = "", kind: str | None = None) -> tuple[str, Reading]:
    """The format and what its reader finds. Raises Unreadable, also where there is no question in it."""
    if data.startswith(_ZIP):
        hint = "in Anki export the notes as plain text; from Moodle as Moodle XML or GIFT"
        raise Unreadable("the file is a packed one and cannot be read", hint=hint)
    kind = kind or kind_of(data, ending)
    reading = _reader(kind)(data)
    if not reading.items:
        raise NoQuestions(f"there are no questions in it (read as {kind})", hint=f"--format {'|'.join(READ)}")
    return kind, reading


def kind_of(data: bytes, ending: str) -> str:
    """The format: the ending where it says so, else the first lines."""
    from desktop.quiz.exchange.reading.decoding import decoded

    known = _ENDINGS.get(ending.lower())
    if known is not None:
        return known
    text = decoded(data).lstrip()
    if text.startswith("<"):
        return "moodle"
    if _ANKI.match(text):
        return "anki"
    if _AIKEN.search(text):
        return "aiken"
    first = text.partition("\n")[0]
    return "anki" if "\t" in first and "{" not in first else "gift"


def _reader(kind: str) -> Callable[[bytes], Reading]:
    from desktop.quiz.exchange.reading import aiken, anki, gift, moodle, table

    readers = {"gift": gift.read, "moodle": moodle.read, "aiken": aiken.read, "csv": table.read, "anki": anki.read}
    return readers[kind]
