"""What the command line asks of the chooser, and the text that answers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.export.markup import in_line
from desktop.usecases.choosing.ranking import ranked
from desktop.usecases.choosing.record import as_json, questions_as_json
from desktop.usecases.choosing.telling import NO_CHOOSER, as_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.usecases import Chooser


@dataclass(frozen=True, slots=True)
class Asked:
    """Answers and weights as they were typed, 'QUESTION=WORD'; or, with `questions`, what can be asked."""

    answers: tuple[str, ...] = ()
    weights: tuple[str, ...] = ()
    questions: bool = False
    format: str = "markdown"


def text_for(catalog: Catalog, asked: Asked, today: date) -> str:
    """What the command prints. Raises ValueError, in words, where it cannot be."""
    chooser = catalog.chooser
    if not chooser.questions:
        raise ValueError(NO_CHOOSER)
    is_json = asked.format == "json"
    if asked.questions and (asked.answers or asked.weights):
        raise ValueError("--questions lists what can be asked: leave --answer and --weight out")
    if asked.questions:
        return questions_as_json(chooser) if is_json else "\n".join(_questions(chooser)) + "\n"
    answers = _pairs("--answer", asked.answers)
    weights = {question: _number(question, word) for question, word in _pairs("--weight", asked.weights).items()}
    ranking = ranked(chooser, answers, weights)
    lost = next((question for question in weights if question not in answers), None)
    if lost is not None:
        raise ValueError(
            f"'{lost}' is weighed and not answered: give --answer {lost}=ANSWER too, or leave --weight out"
        )
    return (as_json if is_json else as_markdown)(catalog, ranking, today)


def _pairs(option: str, given: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in given:
        question, sign, word = each.partition("=")
        if not (question and sign and word):
            raise ValueError(f"'{each}' is not of the form QUESTION=WORD: write {option} QUESTION=WORD")
        if question in found:
            raise ValueError(f"{option} names the question '{question}' twice: give it once")
        found[question] = word
    return found


def _number(question: str, word: str) -> float:
    try:
        return float(word)
    except ValueError:
        raise ValueError(f"'{word}' is no number: --weight {question}=2 counts double, 0 not at all") from None


def _questions(chooser: Chooser) -> Iterator[str]:
    for question in chooser.questions:
        yield f"- `{question.id}`: {in_line(question.text)}"
        yield from (f"  - `{question.id}={answer.id}`: {in_line(answer.text)}" for answer in question.answers)
