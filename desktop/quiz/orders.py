"""In which order the parts of a question show. The seed decides: by the pack's, the place would tell the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import (
    CategoriseQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    HotspotQuestion,
    MatchQuestion,
    NumericQuestion,
    OrderQuestion,
)
from desktop.quiz.responses import Gaps, Matched, Number, Ordered, Picked, Response, Sorted, Spot, Words, rights_of
from desktop.quiz.shuffle import shuffled

if TYPE_CHECKING:
    from desktop.catalog.entities.questions import Gap, Question


def option_order(question: ChoiceQuestion, seed: int) -> tuple[int, ...]:
    """The order in which the options show; true or false, and what the pack keeps in order, as written."""
    places = range(len(question.options))
    if not question.shuffle or question.type == "truefalse":
        return tuple(places)
    return shuffled(places, seed, question.id)


def item_order(question: CategoriseQuestion, seed: int) -> tuple[int, ...]:
    """The order in which the items to sort show."""
    return shuffled(range(len(question.items)), seed, question.id)


def left_order(question: MatchQuestion, seed: int) -> tuple[int, ...]:
    """The order in which the left sides show."""
    return shuffled(range(len(question.pairs)), seed, f"{question.id}/left")


def right_order(question: MatchQuestion, seed: int) -> tuple[int, ...]:
    """The order in which the right sides (`rights_of`) show."""
    return shuffled(range(len(rights_of(question))), seed, f"{question.id}/right")


def choice_order(question: ClozeQuestion, gap: Gap, seed: int) -> tuple[str, ...]:
    """The choices of a gap as they show."""
    return shuffled(gap.choices, seed, f"{question.id}/{gap.id}")


def start_order(question: OrderQuestion, seed: int) -> tuple[int, ...]:
    """The order in which the items stand at first: never the right one, unless all items read alike."""
    places = shuffled(range(len(question.items)), seed, question.id)
    turns = [places[at:] + places[:at] for at in range(len(places))]
    return next((turn for turn in turns if tuple(question.items[at] for at in turn) != question.items), places)


def no_response(question: Question, seed: int) -> Response:
    """The response before anything is answered."""
    match question:
        case ChoiceQuestion():
            return Picked()
        case CategoriseQuestion(items=items):
            return Sorted((None,) * len(items))
        case MatchQuestion(pairs=pairs):
            return Matched((None,) * len(pairs))
        case OrderQuestion():
            return Ordered(start_order(question, seed))
        case ClozeQuestion(gaps=gaps):
            return Gaps(("",) * len(gaps))
        case HotspotQuestion():
            return Spot()
        case NumericQuestion():
            return Number()
    return Words()
