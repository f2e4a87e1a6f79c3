"""What every reader hands over: questions as their file words them, before any of them is one of ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["moodle", "html", "plain", "markdown"]
"""How a text is meant: Moodle's automatic format, HTML, plain text or Markdown."""

FULL = 100.0


@dataclass(frozen=True, slots=True)
class Written:
    """A text as the file has it, escapes undone, and how it is meant."""

    text: str
    form: Form = "plain"


@dataclass(frozen=True, slots=True)
class Number:
    """A number that counts within `tolerance` on either side."""

    value: float
    tolerance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An option, an accepted form, a pair, an item in its place, or a gap.

    `weight` is in per cent as the file says it, none where it says nothing; `partner` is the right side of a pair.
    """

    text: Written
    right: bool = False
    weight: float | None = None
    feedback: Written | None = None
    partner: Written | None = None
    number: Number | None = None

    @property
    def worth(self) -> float:
        """What it earns, in per cent."""
        if self.weight is not None:
            return self.weight
        return FULL if self.right else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question of a file. `kind` is our word for its type, or the file's own where we have none.

    `flaw` says why it cannot be read; `blank` that the file asks for a word missing in the stem.
    """

    line: int
    kind: str
    stem: Written
    title: str = ""
    answers: tuple[Answer, ...] = ()
    feedback: Written | None = None
    tags: tuple[str, ...] = ()
    id: str = ""
    unit: str = ""
    in_order: bool = False
    blank: bool = False
    flaw: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """A thing to know about a line of the file, counted from 1."""

    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found: the items in order, the categories they stand in, and warnings."""

    items: tuple[Item, ...]
    warnings: tuple[Note, ...] = ()
    categories: tuple[Note, ...] = ()


class CannotTake(Exception):
    """An item is none of our questions; the message says why, in words."""
