"""What a writer hands over: the bytes of the file, and of each question what the file could not hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import (
    CategoriseQuestion,
    ChoiceQuestion,
    MatchQuestion,
    OrderQuestion,
    ShortQuestion,
)
from desktop.quiz.exchange.marks import is_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.catalog.entities.questions import Question

NO_CLICK = "it is asked as a choice, not as a click"


@dataclass(frozen=True, slots=True, order=True)
class Loss:
    """What of a question the file does not hold; with `whole` it does not hold the question at all."""

    question: str
    what: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Writing:
    """A file for another program and what it could not hold."""

    data: bytes
    losses: tuple[Loss, ...]


class CannotWrite(Exception):
    """The format has nothing for this question; the message says why."""


def losses_of(question: Question) -> Iterator[str]:
    """What no format but ours has: beliefs behind wrong answers, and feedback where others have none."""
    if any(getattr(each, "misconception", None) for each in _parts(question)):
        yield "which belief a wrong answer stands for"
    if isinstance(question, CategoriseQuestion | MatchQuestion) and any(
        getattr(each, "feedback", None) for each in _parts(question)
    ):
        yield "the feedback of single items"
    if any(is_mark(concept) for concept in question.concepts):
        yield "a concept that has the form of another field"
    if isinstance(question, CategoriseQuestion) and named_categories(question) != question.categories:
        yield "the order of its categories"


def _parts(question: Question) -> tuple[object, ...]:
    if isinstance(question, ChoiceQuestion):
        return question.options
    if isinstance(question, CategoriseQuestion):
        return question.items
    if isinstance(question, MatchQuestion):
        return question.pairs
    return question.wrong if isinstance(question, ShortQuestion) else ()


def named_categories(question: CategoriseQuestion) -> tuple[str, ...]:
    """The categories in the order in which pairs name them, those of no item last."""
    return tuple(dict.fromkeys(right for _left, right in pairs_of(question)))


def pairs_of(question: MatchQuestion | CategoriseQuestion | OrderQuestion) -> list[tuple[str, str]]:
    """The question as pairs: of an item and its category, or its place; what fits nothing has an empty left side."""
    if isinstance(question, MatchQuestion):
        return [(pair.left, pair.right) for pair in question.pairs] + [("", each) for each in question.extra]
    if isinstance(question, OrderQuestion):
        return [(item, str(at)) for at, item in enumerate(question.items, 1)]
    pairs = [(item.text, item.category) for item in question.items]
    used = {category for _text, category in pairs}
    return pairs + [("", each) for each in question.categories if each not in used]
