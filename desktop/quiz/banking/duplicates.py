"""Questions that ask nearly the same, found by the words of stem and right answer.

Words and pairs of neighbouring words are compared by Jaccard's share (common by all). Which questions can reach a share
at all follows from the rarest of their words (prefix filter, Chaudhuri, Ganti and Kaushik 2006), so few are compared.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.catalog.filters import folded
from desktop.quiz.banking.entries import answer_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.catalog.entities.questions import Question

LEAST = 0.6
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Twin:
    """A question like another: the share of words in common, 0 to 1, and why it is told, in words."""

    question: Question
    share: float
    why: str


class Likeness:
    """Knows questions by their words. Questions are added one by one, so that a large bank can be read in steps."""

    def __init__(self, questions: Iterable[Question] = ()) -> None:
        self._known: dict[str, tuple[Question, frozenset[str]]] = {}
        self._by_piece: dict[str, list[str]] = defaultdict(list)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        for question in questions:
            self.add(question)

    def add(self, question: Question) -> None:
        """Know one question more."""
        pieces = pieces_of(question)
        self._known[question.id] = question, pieces
        self._by_stem[_stem_key(question)].append(question.id)
        for piece in pieces:
            self._by_piece[piece].append(question.id)

    def twins_of(self, question: Question, most: int = 5) -> tuple[Twin, ...]:
        """The known questions nearest to one, which need not be known itself; those with its id are not meant."""
        pieces = pieces_of(question)
        same_stem = set(self._by_stem.get(_stem_key(question), ()))
        found: list[tuple[float, str]] = []
        for name in {*same_stem, *self._near(pieces)} - {question.id}:
            share = self._share(pieces, name)
            if share >= LEAST or name in same_stem:
                found.append((-share, name))
        nearest = heapq.nsmallest(most, found)
        return tuple(Twin(self._known[name][0], -less, _why(-less, name in same_stem)) for less, name in nearest)

    def _share(self, pieces: frozenset[str], name: str) -> float:
        """The share of pieces in common with a known question."""
        others = self._known[name][1]
        common = len(pieces & others)
        every = len(pieces) + len(others) - common
        return common / every if every else 1.0

    def _near(self, pieces: frozenset[str]) -> set[str]:
        """All that can share enough: each shares one of the rarest pieces, as many as may be missing and one."""
        by_rarity = sorted(pieces, key=lambda piece: len(self._by_piece.get(piece, ())))
        missing = len(pieces) - math.ceil(LEAST * len(pieces))
        return set().union(*(self._by_piece.get(piece, ()) for piece in by_rarity[: missing + 1]))


def pieces_of(question: Question) -> frozenset[str]:
    """The words of stem and right answer, and each two of them that stand side by side."""
    words = _WORD.findall(folded(f"{question.stem} {answer_words(question)}"))
    return frozenset((*words, *(f"{one} {other}" for one, other in pairwise(words))))


def _stem_key(question: Question) -> str:
    return " ".join(_WORD.findall(folded(question.stem)))


def _why(share: float, same_stem: bool) -> str:
    words = f"{round(share * 100)} % of the words"
    if not same_stem:
        return words
    return "the same stem and answer" if share == 1.0 else f"the same stem, {words}"
