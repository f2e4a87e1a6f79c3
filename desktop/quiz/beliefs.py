"""Wrong beliefs: which ones an answer holds, and which questions tell of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import CategoriseQuestion, ChoiceQuestion, ShortQuestion
from desktop.quiz.grading import MisfitError, grade
from desktop.quiz.responses import NoResponseError, Sorted, from_json

if TYPE_CHECKING:
    from desktop.catalog.entities.questions import Misconception, Question


@dataclass(frozen=True, slots=True)
class Held:
    """A misconception that an answer stands for, and how often it was chosen by now, this time too."""

    misconception: Misconception
    times: int


def beliefs_in(question: Question, response: str) -> tuple[str, ...]:
    """The misconceptions, each once, that an answer (its JSON) stands for where it is wrong.

    Places left empty say nothing of what is believed.
    """
    try:
        answer = from_json(response)
        parts = grade(question, answer).parts
    except (NoResponseError, MisfitError):
        return ()
    empty = {at for at, place in enumerate(answer.categories) if place is None} if isinstance(answer, Sorted) else set()
    return tuple(dict.fromkeys(part.misconception for part in parts if part.misconception and part.at not in empty))


def stands_for(question: Question) -> frozenset[str]:
    """The misconceptions that wrong answers to a question can stand for."""
    match question:
        case ChoiceQuestion(options=parts) | CategoriseQuestion(items=parts) | ShortQuestion(wrong=parts):
            return frozenset(part.misconception for part in parts if part.misconception)
    return frozenset()
