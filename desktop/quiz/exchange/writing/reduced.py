"""A question without what no other format has: two that differ in nothing else are the same one there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import (
    CategoriseQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    Gap,
    MatchQuestion,
    ShortQuestion,
)
from desktop.quiz.exchange.gaps import filled
from desktop.quiz.exchange.marks import is_mark
from desktop.quiz.exchange.writing.clozes import offered
from desktop.quiz.exchange.writing.loss import named_categories

if TYPE_CHECKING:
    from desktop.catalog.entities.questions import Question


def reduced(question: Question) -> Question:
    """The question without what `losses_of` and the text of a cloze tell as lost."""
    question = replace(question, concepts=tuple(each for each in question.concepts if not is_mark(each)))
    if isinstance(question, ChoiceQuestion):
        options = tuple(replace(option, misconception=None) for option in question.options)
        return replace(question, options=options, shuffle=question.shuffle and question.type != "truefalse")
    if isinstance(question, CategoriseQuestion):
        items = tuple(replace(item, feedback=None, misconception=None) for item in question.items)
        return replace(question, items=items, categories=named_categories(question))
    if isinstance(question, MatchQuestion):
        return replace(question, pairs=tuple(replace(pair, feedback=None) for pair in question.pairs))
    if isinstance(question, ShortQuestion):
        return replace(question, wrong=tuple(replace(form, misconception=None) for form in question.wrong))
    return _with_gaps_by_number(question) if isinstance(question, ClozeQuestion) else question


def _with_gaps_by_number(question: ClozeQuestion) -> ClozeQuestion:
    """Its gaps named and sorted by their place in the text; they accept what they offer, where they offer anything."""
    gaps = sorted(question.gaps, key=lambda gap: question.text.find("{" + gap.id + "}"))
    names = {gap.id: f"gap-{at}" for at, gap in enumerate(gaps, 1)}
    text = filled(question.text, gaps, lambda gap: "{" + names[gap.id] + "}")
    return replace(question, text=text, gaps=tuple(_held(gap, names[gap.id]) for gap in gaps))


def _held(gap: Gap, name: str) -> Gap:
    if not gap.choices:
        return replace(gap, id=name)
    choices = offered(gap)
    return Gap(id=name, accepted=tuple(each for each in choices if each in gap.accepted), choices=choices)
