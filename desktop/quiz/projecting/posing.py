"""How a question is put to a hall: what stands on its slide, in an order that a seed decides."""

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
from desktop.quiz.orders import choice_order, item_order, option_order, right_order, start_order
from desktop.quiz.printed import letter, text_with_gaps
from desktop.quiz.projecting.show import Column, Slide
from desktop.quiz.responses import rights_of
from desktop.quiz.shuffle import shuffled
from desktop.quiz.words import right_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.catalog.entities.questions import Question
    from desktop.quiz.words import NameOf

SEED = 1  # where none is kept: a slide looks in the talk as it did in rehearsal

_LONGEST_SEED = 20  # digits

_LINES = {
    "multiple": "Several may be right.",
    "categorise": "Which group does each belong to?",
    "match": "What belongs to what?",
    "order": "What is the right order?",
    "short": "What is the word for it?",
    "cloze": "Which words fill the gaps?",
    "hotspot": "Where in the figure?",
}


def slide_of(question: Question, seed: int, name_of: NameOf) -> Slide:
    """The question as it is posed; `name_of` says what a place in a figure is called."""
    line = _LINES.get(question.type, "")
    if isinstance(question, ChoiceQuestion):
        return Slide(question, option_order(question, seed), line)
    if isinstance(question, NumericQuestion):
        line = f"A number is asked for, in {question.unit}." if question.unit else "A number is asked for."
    answer = right_parts(question, name_of)
    if isinstance(question, ClozeQuestion | HotspotQuestion):
        answer = ("; ".join(answer),)  # it does not tell the whole, so text and figure stay in sight beside it
    return Slide(
        question, (), line, columns_of(question, seed), answer, has_figure=isinstance(question, HotspotQuestion)
    )


def votable(questions: Iterable[Question], seed: int | None) -> tuple[ChoiceQuestion, ...]:
    """Those of the questions that a hall can vote on: in their order, or in that of a seed."""
    choices = tuple(each for each in questions if isinstance(each, ChoiceQuestion))
    return choices if seed is None else shuffled(choices, seed)


def seed_in(state: Mapping[str, str]) -> int | None:
    """The seed that a stop keeps under 'seed', in digits; None for none."""
    text = state.get("seed", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_SEED else None


def columns_of(question: Question, seed: int) -> tuple[Column, ...]:
    """What there is to sort, match, order or fill in; nothing of it tells the answer."""
    match question:
        case CategoriseQuestion(categories=categories, items=items):
            order = item_order(question, seed)
            return (_numbered("", [items[at].text for at in order]), _lettered("Groups", categories))
        case MatchQuestion(pairs=pairs):
            rights = rights_of(question)
            return (
                _numbered("", [pair.left for pair in pairs]),
                _lettered("", [rights[at] for at in right_order(question, seed)]),
            )
        case OrderQuestion(items=texts):
            return (_lettered("", [texts[at] for at in start_order(question, seed)]),)
        case ClozeQuestion(gaps=gaps):
            choices = [(at, choice_order(question, gap, seed)) for at, gap in enumerate(gaps, 1)]
            offered = [(f"({at})", " / ".join(texts)) for at, texts in choices if texts]
            return (Column("", (("", text_with_gaps(question)), *offered)),)
    return ()


def _numbered(heading: str, texts: Sequence[str]) -> Column:
    return Column(heading, tuple((str(at), text) for at, text in enumerate(texts, 1)))


def _lettered(heading: str, texts: Sequence[str]) -> Column:
    return Column(heading, tuple((letter(at), text) for at, text in enumerate(texts)))
