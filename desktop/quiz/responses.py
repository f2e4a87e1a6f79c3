"""What a reader answers, one frozen type for each class of question, and the JSON in which the log keeps it.

Elements are named by their places in the pack's order, from 0: the log keeps the question's revision beside them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.catalog.entities.questions import (
    CategoriseQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    HotspotQuestion,
    MatchQuestion,
    NumericQuestion,
    OrderQuestion,
    ShortQuestion,
)
from desktop.catalog.refs import Ref, parse_ref

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.catalog.entities.questions import Question

LONGEST_TYPED = 500
_MOST = 10_000  # elements of an answer; no question has as many


class NoResponseError(ValueError):
    """A text that is no response; the message says why."""


@dataclass(frozen=True, slots=True)
class Picked:
    """The options picked."""

    options: frozenset[int] = frozenset()

    @property
    def is_complete(self) -> bool:
        return bool(self.options)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The category of each item, None where it has none yet."""

    categories: tuple[int | None, ...]

    @property
    def is_complete(self) -> bool:
        return None not in self.categories


@dataclass(frozen=True, slots=True)
class Matched:
    """The right side of each left side (its place in `rights_of`), None where it has none yet."""

    rights: tuple[int | None, ...]

    @property
    def is_complete(self) -> bool:
        return None not in self.rights


@dataclass(frozen=True, slots=True)
class Ordered:
    """The items from first to last."""

    order: tuple[int, ...]

    @property
    def is_complete(self) -> bool:
        return bool(self.order)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it was typed."""

    text: str = ""

    @property
    def is_complete(self) -> bool:
        return bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class Words:
    """A short answer as it was typed."""

    text: str = ""

    @property
    def is_complete(self) -> bool:
        return bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class Gaps:
    """What was typed or chosen for each gap, in the order of the question's gaps; '' where nothing yet."""

    texts: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        return all(text.strip() for text in self.texts)


@dataclass(frozen=True, slots=True)
class Spot:
    """The place clicked, None where none yet."""

    ref: Ref | None = None

    @property
    def is_complete(self) -> bool:
        return self.ref is not None


Response = Picked | Sorted | Matched | Ordered | Number | Words | Gaps | Spot


def rights_of(question: MatchQuestion) -> tuple[str, ...]:
    """The right sides, each text once: those of the pairs, then the extra ones."""
    return tuple(dict.fromkeys([*(pair.right for pair in question.pairs), *question.extra]))


def fits(question: Question, response: Response) -> bool:
    """Whether this can be a response to this question: its type, and every place in it, are the question's."""
    match question, response:
        case ChoiceQuestion(), Picked(options):
            return options <= set(range(len(question.options)))
        case CategoriseQuestion(), Sorted(categories):
            return len(categories) == len(question.items) and _within(categories, len(question.categories))
        case MatchQuestion(), Matched(rights):
            return len(rights) == len(question.pairs) and _within(rights, len(rights_of(question)))
        case OrderQuestion(), Ordered(order):
            return sorted(order) == list(range(len(question.items)))
        case ClozeQuestion(), Gaps(texts):
            return len(texts) == len(question.gaps)
        case (NumericQuestion(), Number()) | (ShortQuestion(), Words()) | (HotspotQuestion(), Spot()):
            return True
    return False


def _within(places: tuple[int | None, ...], count: int) -> bool:
    return all(place is None or place < count for place in places)


def to_json(response: Response) -> str:
    """The response in one line: its type and what it holds, as in `{"picked": [0, 2]}`."""
    match response:
        case Picked(options):
            held: Any = sorted(options)
        case Sorted(held) | Matched(held) | Ordered(held) | Number(held) | Words(held) | Gaps(held):
            pass
        case Spot(ref):
            held = None if ref is None else str(ref)
    return json.dumps({type(response).__name__.lower(): held}, ensure_ascii=False)


def from_json(text: str) -> Response:
    """The response that `to_json` wrote. Raises NoResponseError where the text is anything else."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise NoResponseError("it is no JSON") from None
    if not isinstance(value, dict) or len(value) != 1:
        raise NoResponseError("it is no object with one entry")
    ((kind, held),) = value.items()
    if kind not in _READERS:
        raise NoResponseError(f"there is no response of the type '{kind[:40]}'")
    return _READERS[kind](held)


def _places(held: Any) -> tuple[int, ...]:
    places = _gappy_places(held)
    if None in places or len(set(places)) != len(places):
        raise NoResponseError("it names a place twice, or none")
    return tuple(place for place in places if place is not None)


def _gappy_places(held: Any) -> tuple[int | None, ...]:
    if not isinstance(held, list) or len(held) > _MOST:
        raise NoResponseError("it holds no list of places")
    if not all(place is None or (type(place) is int and place >= 0) for place in held):
        raise NoResponseError("a place in it is no whole number from 0")
    return tuple(held)


def _typed(held: Any) -> str:
    if not isinstance(held, str) or len(held) > LONGEST_TYPED:
        raise NoResponseError(f"it holds no text of at most {LONGEST_TYPED} letters")
    return held


def _texts(held: Any) -> tuple[str, ...]:
    if not isinstance(held, list) or len(held) > _MOST:
        raise NoResponseError("it holds no list of texts")
    return tuple(_typed(each) for each in held)


def _spot(held: Any) -> Spot:
    if held is None:
        return Spot()
    try:
        return Spot(parse_ref(_typed(held)))
    except ValueError as error:
        raise NoResponseError(f"the place in it is none: {error}") from None


_READERS: dict[str, Callable[[Any], Response]] = {
    "picked": lambda held: Picked(frozenset(_places(held))),
    "sorted": lambda held: Sorted(_gappy_places(held)),
    "matched": lambda held: Matched(_gappy_places(held)),
    "ordered": lambda held: Ordered(_places(held)),
    "number": lambda held: Number(_typed(held)),
    "words": lambda held: Words(_typed(held)),
    "gaps": lambda held: Gaps(_texts(held)),
    "spot": _spot,
}
