"""What is wrong with a file, said so that a person can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: the file (as named in the pack), line and column from 1 (0: the file as a whole)."""

    file: str
    line: int
    column: int
    what: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return (f"{place}: " if place else "") + self.what + (f" ({self.hint})" if self.hint else "")


_LISTED = 8


@dataclass(frozen=True, slots=True)
class Guess:
    """'did you mean 'x'?' where something known is near; else what there is, where that has a name, or nothing.

    Worked out only when it is shown: it is slow.
    """

    word: str
    known: Collection[str]
    named: str = ""

    def __str__(self) -> str:
        from difflib import get_close_matches

        alike = [each for each in self.known if abs(len(each) - len(self.word)) <= 3]
        near = get_close_matches(self.word, alike[:1000], n=1, cutoff=0.7)
        if near:
            return f"did you mean '{near[0]}'?"
        if not self.named:
            return ""
        first = ", ".join(list(self.known)[:_LISTED])
        more = len(self.known) - _LISTED
        return f"its {self.named}: {first or 'none'}" + (f" and {more:,} more" if more > 0 else "")


@dataclass(frozen=True, slots=True)
class Flaw:
    """A thing that is wrong at a path in a file, before its line is looked up. `at_key` points at the key itself."""

    path: Path
    what: str
    hint: str | Guess = ""
    at_key: bool = False


class Unreadable(Exception):
    """A file or pack that cannot be read at all; line and column from 1, or 0."""

    def __init__(self, what: str, line: int = 0, column: int = 0, hint: str = "") -> None:
        super().__init__(what)
        self.what, self.line, self.column, self.hint = what, line, column, hint

    def at(self, file: str) -> Problem:
        """This as the problem of a file."""
        return Problem(file, self.line, self.column, one_line(self.what), self.hint)


def one_line(text: str) -> str:
    """The text on one line of a bearable length."""
    text = " ".join(text.split())
    return text if len(text) <= 300 else text[:297] + "..."
