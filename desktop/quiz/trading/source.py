"""The file that is imported: read once, then taken for one format or another as often as the reader likes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.problems import Unreadable
from desktop.catalog.words import sentence
from desktop.quiz.exchange.formats import NoQuestions, kind_of, read_file
from desktop.quiz.exchange.merging import title_of
from desktop.quiz.exchange.questions import Place, notes_of, outcomes_of
from desktop.quiz.exchange.reading.decoding import BYTES
from desktop.quiz.trading.topic_file import read_topic_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.catalog.refs import Ref
    from desktop.quiz.exchange.item import Note
    from desktop.quiz.exchange.questions import Outcome

YAML = "yaml"
KINDS = {
    "gift": "GIFT",
    "moodle": "Moodle XML",
    "aiken": "Aiken",
    "csv": "CSV",
    "anki": "Anki text",
    YAML: "Topic file (YAML)",
}
"""The formats that can be imported, and what they are called."""

ENDINGS = ("gift", "txt", "xml", "csv", "tsv", "yaml", "yml")


@dataclass(frozen=True, slots=True)
class Source:
    """A file from elsewhere: its name, and all that stands in it."""

    name: str
    data: bytes

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return self.name.rpartition(".")[0] or self.name

    @property
    def ending(self) -> str:
        dot = self.name.rpartition(".")[1:]
        return "".join(dot) if dot[0] else ""


@dataclass(frozen=True, slots=True)
class Contents:
    """What was found in a file: the format it was taken for, a title, what comes of each item, and other notes."""

    kind: str
    title: str
    outcomes: tuple[Outcome, ...]
    notes: tuple[Note, ...]


def source_of(path: Path) -> Source:
    """The file, not more of it than any reader takes. Raises OSError."""
    with path.open("rb") as file:
        return Source(path.name, file.read(BYTES + 1))


def contents_of(source: Source, kind: str, knows: Callable[[Ref], bool]) -> Contents:
    """What stands in the file, taken for a format, or for the one it looks like where `kind` is ''. Raises Unreadable.

    `knows` tells which places are there in the pack that the questions go into.
    """
    if kind == YAML or (not kind and source.ending.lower() in (".yaml", ".yml")):
        title, outcomes, notes = read_topic_file(source.data)
        return Contents(YAML, title or title_of(source.stem), outcomes, notes)
    found, reading = read_file(source.data, source.ending, kind or None)
    outcomes = tuple(outcomes_of(reading, Place(knows=knows)))
    return Contents(found, title_of(source.stem), outcomes, tuple(notes_of(reading)))


def guessed(source: Source) -> str:
    """The format that the file looks like; '' where it cannot be read at all."""
    if source.ending.lower() in (".yaml", ".yml"):
        return YAML
    try:
        return kind_of(source.data, source.ending)
    except Unreadable:
        return ""


def unreadable(source: Source, error: Unreadable) -> str:
    """Why the file cannot be read, where in it, and what to do, in sentences."""
    place = f", line {error.line}" if error.line else ""
    problem = error.at("")
    hint = "choose another format" if isinstance(error, NoQuestions) else problem.hint
    return f"'{source.name}'{place}: {problem.what}." + (f" {sentence(hint)}." if hint else "")
