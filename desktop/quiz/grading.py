"""How an answer is marked. A new type of question gets its function here; nothing else decides."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from math import factorial, perm, prod
from typing import TYPE_CHECKING

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
from desktop.catalog.filters import folded
from desktop.quiz.numbers import readings
from desktop.quiz.responses import Gaps, Matched, Number, Ordered, Picked, Sorted, Spot, Words, fits, rights_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.catalog.entities.questions import Gap, Question
    from desktop.quiz.responses import Response

_BETWEEN = re.compile(r"[\s\-\u2010-\u2015_]+")
_AROUND = " .,;:!?\"'“”‘’«»"
_NEARLY = 1e-9


@dataclass(frozen=True, slots=True)
class Part:
    """How one element of the question was answered: `at` is its place in the pack's order.

    An option is right where it was ticked as it should be. `feedback` and `misconception` are those of what was
    answered wrongly.
    """

    at: int
    right: bool
    feedback: str | None = None
    misconception: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """What an answer is worth: `score` from 0 to 1, `right` where nothing is missing and nothing too much."""

    right: bool
    score: float
    parts: tuple[Part, ...] = ()

    @property
    def rights(self) -> int:
        """How many elements are right."""
        return sum(part.right for part in self.parts)


class MisfitError(TypeError):
    """The response is of another type, or of another question."""


def grade(question: Question, response: Response) -> Mark:
    """The mark for a response. Raises MisfitError where it is no response to such a question.

    Choice of one, number, short answer and place: all or nothing. Several: (right ticks - wrong ticks) / rights.
    Categorise, match and cloze: the share of elements that are right. Order: Kendall's tau, (pairs in order - pairs out
    of order) / pairs, so that an order by chance is worth nothing on average (Kendall 1938). Never below 0.
    """
    if not fits(question, response):
        raise MisfitError(f"{type(response).__name__} is no response to '{question.id}'")
    match question, response:
        case ChoiceQuestion(), Picked(options):
            return _choice(question, options)
        case CategoriseQuestion(), Sorted(categories):
            return _shared(_sorted_parts(question, categories))
        case MatchQuestion(), Matched(rights):
            return _shared(_matched_parts(question, rights))
        case OrderQuestion(), Ordered(order):
            return _order(question, order)
        case NumericQuestion(), Number(text):
            return _whole(Part(0, is_near(question, text)))
        case ShortQuestion(), Words(text):
            return _whole(_short(question, text))
        case ClozeQuestion(), Gaps(texts):
            return _shared([Part(at, accepts(gap, texts[at])) for at, gap in enumerate(question.gaps)])
        case HotspotQuestion(), Spot(ref):
            return _whole(Part(0, ref in question.targets))
    raise AssertionError(question)


def can_be_checked(question: Question, response: Response) -> bool:
    """Whether there is an answer to mark: nothing is missing, and a number is a number."""
    if isinstance(question, NumericQuestion) and isinstance(response, Number):
        return is_number(question, response.text)
    return response.is_complete


def rights_among(question: ChoiceQuestion) -> frozenset[int]:
    """The places (in the pack's order, from 0) of the options that are right."""
    return frozenset(at for at, option in enumerate(question.options) if option.correct)


def is_number(question: NumericQuestion, text: str) -> bool:
    """Whether what was typed can be read as a number at all."""
    return bool(readings(text, question.unit))


def is_near(question: NumericQuestion, text: str) -> bool:
    """Whether a number lies within the tolerance in one of its readings."""
    slack = question.tolerance + _NEARLY * max(1.0, abs(question.answer))
    return any(abs(value - question.answer) <= slack for value in readings(text, question.unit))


def same_words(text: str) -> str:
    """A typed answer for comparing: case, accents, spaces, hyphens, and marks around it do not count."""
    return _BETWEEN.sub("", folded(unicodedata.normalize("NFKC", text)).strip(_AROUND))


def accepts(gap: Gap, text: str) -> bool:
    """Whether a gap takes this text."""
    return same_words(text) in map(same_words, gap.accepted)


def guess_chance(question: Question) -> float | None:
    """How likely blind guessing is fully right; None where there is nothing to choose from."""
    match question:
        case ChoiceQuestion(type="multiple", options=options):
            return 1 / ((1 << len(options)) - 1)
        case ChoiceQuestion(options=options):
            return 1 / len(options)
        case CategoriseQuestion(categories=categories, items=items):
            return 1 / int(len(categories) ** min(len(items), 100))
        case MatchQuestion(pairs=pairs):
            return 1 / max(1, perm(len(rights_of(question)), len(pairs)))
        case OrderQuestion(items=items):
            return 1 / factorial(min(len(items), 100))
        case ClozeQuestion(gaps=gaps) if all(gap.choices for gap in gaps):
            return 1 / prod(len(gap.choices) for gap in gaps)
    return None


def _choice(question: ChoiceQuestion, picked: frozenset[int]) -> Mark:
    rights = rights_among(question)
    parts = tuple(
        Part(at, True)
        if (at in picked) == option.correct
        else Part(at, False, option.feedback if at in picked else None, option.misconception if at in picked else None)
        for at, option in enumerate(question.options)
    )
    if question.type == "multiple":
        worth = len(picked & rights) - len(picked - rights)
        return Mark(picked == rights, max(0.0, worth / len(rights)) if rights else 0.0, parts)
    right = len(picked) == 1 and picked <= rights
    return Mark(right, float(right), parts)


def _shared(parts: Sequence[Part]) -> Mark:
    rights = sum(part.right for part in parts)
    return Mark(rights == len(parts), rights / len(parts), tuple(parts))


def _whole(part: Part) -> Mark:
    return Mark(part.right, float(part.right), (part,))


def _sorted_parts(question: CategoriseQuestion, categories: Sequence[int | None]) -> list[Part]:
    return [
        Part(at, True)
        if place is not None and question.categories[place] == item.category
        else Part(at, False, item.feedback, item.misconception)
        for at, (item, place) in enumerate(zip(question.items, categories, strict=True))
    ]


def _matched_parts(question: MatchQuestion, rights: Sequence[int | None]) -> list[Part]:
    texts = rights_of(question)
    return [
        Part(at, True) if place is not None and texts[place] == pair.right else Part(at, False, pair.feedback)
        for at, (pair, place) in enumerate(zip(question.pairs, rights, strict=True))
    ]


def _order(question: OrderQuestion, order: Sequence[int]) -> Mark:
    given = _as_read(question, order)
    count = len(given)
    pairs = count * (count - 1) // 2
    in_order = sum(given[first] < given[second] for first in range(count) for second in range(first + 1, count))
    score = max(0.0, (2 * in_order - pairs) / pairs) if pairs else 1.0
    parts = tuple(Part(item, given[item_at] == item_at) for item_at, item in enumerate(order))
    return Mark(in_order == pairs, score, tuple(sorted(parts, key=lambda part: part.at)))


def _as_read(question: OrderQuestion, order: Sequence[int]) -> list[int]:
    """The order with items that read alike taken for each other: nobody can tell which is meant."""
    waiting: dict[str, list[int]] = {}
    for at in sorted(order, reverse=True):
        waiting.setdefault(question.items[at], []).append(at)
    return [waiting[question.items[at]].pop() for at in order]


def _short(question: ShortQuestion, text: str) -> Part:
    typed = same_words(text)
    if typed in map(same_words, question.accepted):
        return Part(0, True)
    form = next((each for each in question.wrong if same_words(each.text) == typed), None)
    return Part(0, False, form.feedback, form.misconception) if form else Part(0, False)
