"""Finds the glossary's terms in any text, so that a reader can look up a word where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.filters import folded

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from desktop.catalog.entities.talks import Term


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text: plain, or a term of the glossary in one of its forms."""

    text: str
    term: Term | None = None


class TermFinder:
    """Knows every term by its title and other forms. Whole words only; the longest form wins."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._term_of: dict[str, Term] = {}
        for term in terms:
            for form in (term.title, *term.forms):
                self._term_of.setdefault(folded(form), term)
        forms = sorted(self._term_of, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, forms))})(?!\w)") if forms else None

    def pieces(self, text: str, told: Container[str] = ()) -> tuple[Piece, ...]:
        """The text cut at its terms: each is marked where it first stands, and not at all if its id is in `told`.

        The pieces put together are the text.
        """
        if self._pattern is None:
            return (Piece(text),) if text else ()
        found: list[Piece] = []
        marked: set[str] = set()
        end = 0
        for match in self._pattern.finditer(folded(text)):
            term = self._term_of[match.group()]
            if term.id in marked or term.id in told:
                continue
            marked.add(term.id)
            if match.start() > end:
                found.append(Piece(text[end : match.start()]))
            found.append(Piece(text[match.start() : match.end()], term))
            end = match.end()
        if end < len(text):
            found.append(Piece(text[end:]))
        return tuple(found)
