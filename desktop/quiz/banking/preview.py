"""A question with its solution in words, line by line, as the bank shows it beside the list."""

from __future__ import annotations

from dataclasses import dataclass
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
from desktop.catalog.names import name_of
from desktop.catalog.words import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Question


@dataclass(frozen=True, slots=True)
class Line:
    """A part of the question: its text, whether it is right (None where that is no matter), what is said beside it."""

    text: str
    right: bool | None = None
    note: str = ""


def lines_of(question: Question, catalog: Catalog) -> tuple[Line, ...]:
    """What can be answered and what is right."""
    return tuple(_lines(question, catalog))


def _lines(question: Question, catalog: Catalog) -> Iterator[Line]:
    if isinstance(question, ChoiceQuestion):
        for option in question.options:
            yield Line(option.text, option.correct, _note(option.feedback, option.misconception, catalog))
    elif isinstance(question, CategoriseQuestion):
        yield Line(f"Groups: {', '.join(question.categories)}")
        for item in question.items:
            yield Line(f"{item.text} → {item.category}", True, _note(item.feedback, item.misconception, catalog))
    elif isinstance(question, MatchQuestion):
        yield from (
            Line(f"{pair.left} → {pair.right}", True, _note(pair.feedback, None, catalog)) for pair in question.pairs
        )
        yield from (Line(each, False, "fits nothing") for each in question.extra)
    elif isinstance(question, OrderQuestion):
        yield from (Line(f"{at}. {item}", True) for at, item in enumerate(question.items, 1))
    elif isinstance(question, NumericQuestion):
        around = f" ± {question.tolerance:g}" if question.tolerance else ""
        yield Line(f"{question.answer:g}{around} {question.unit or ''}".strip(), True)
    elif isinstance(question, ClozeQuestion):
        yield Line(question.text)
        for gap in question.gaps:
            choices = f"offered: {', '.join(gap.choices)}" if gap.choices else ""
            yield Line(f"{{{gap.id}}}: {' or '.join(gap.accepted)}", True, choices)
    elif isinstance(question, HotspotQuestion):
        yield Line(f"On {name_of(catalog, question.scene)}, {plural(len(question.targets), 'right place')}:")
        yield from (Line(name_of(catalog, each), True) for each in question.targets)
    else:
        yield Line(" or ".join(question.accepted), True)
        yield from (
            Line(form.text, False, _note(form.feedback, form.misconception, catalog)) for form in question.wrong
        )


def _note(feedback: str | None, misconception: str | None, catalog: Catalog) -> str:
    parts = [feedback or ""]
    if misconception is not None:
        titles = {each.id: each.title for topic in catalog.topics for each in topic.misconceptions}
        parts.append(f"(Stands for: {titles.get(misconception, misconception)})")
    return " ".join(part for part in parts if part)
