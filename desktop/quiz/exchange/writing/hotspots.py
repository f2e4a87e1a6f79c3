"""A question that is answered by a click, as a choice: other programs have no live figure to click in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.catalog.catalog import parts_of
from desktop.catalog.entities.questions import ChoiceQuestion, HotspotQuestion, Option
from desktop.catalog.names import short_name
from desktop.catalog.refs import CellRef, PartRef
from desktop.quiz.exchange.writing.loss import CannotWrite
from desktop.quiz.shuffle import shuffled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Question, Topic
    from desktop.catalog.refs import Ref

_OTHERS = 3
_SEED = 1  # the same parts every time


def as_choice(question: HotspotQuestion, catalog: Catalog) -> ChoiceQuestion:
    """The right parts and a few others of their kind as options. Raises CannotWrite where there are no others."""
    rights = dict.fromkeys(name for ref in question.targets if (name := _name(ref, catalog)))
    others = [name for name in _others(question, catalog) if name not in rights]
    if not rights or not others:
        raise CannotWrite("it is answered by a click, and there are no other places to make options of")
    wrong = shuffled(dict.fromkeys(others), _SEED, question.id)[:_OTHERS]
    named = sorted((*rights, *wrong), key=str.casefold)  # an order that tells nothing of which is right
    return ChoiceQuestion(
        id=question.id,
        stem=question.stem,
        bloom=question.bloom,
        difficulty=question.difficulty,
        explanation=question.explanation,
        evidence=question.evidence,
        concepts=question.concepts,
        type="single" if len(rights) == 1 else "multiple",
        options=tuple(Option(text=name, correct=name in rights) for name in named),
    )


def without_clicks(topics: Iterable[Topic], catalog: Catalog) -> tuple[Topic, ...]:
    """The topics with choices in place of questions that are answered by a click, where options can be made."""

    def elsewhere(question: Question) -> Question:
        try:
            return as_choice(question, catalog) if isinstance(question, HotspotQuestion) else question
        except CannotWrite:
            return question

    return tuple(replace(topic, questions=tuple(map(elsewhere, topic.questions))) for topic in topics)


def _others(question: HotspotQuestion, catalog: Catalog) -> list[str]:
    """Names of the parts of the same kinds in the same figure, or of the cells beside in the same row."""
    target = question.targets[0]
    if isinstance(target, CellRef):
        row = [CellRef(subject.id, target.aspect) for subject in catalog.subjects if target.aspect in subject.cells]
        return [name for ref in row if ref not in question.targets and (name := _name(ref, catalog))]
    if not isinstance(target, PartRef) or target.diagram not in catalog.diagram:
        return []
    parts = parts_of(catalog.diagram[target.diagram])
    kinds = {type(parts.get(ref.part)) for ref in question.targets if isinstance(ref, PartRef)}
    refs = [PartRef(target.diagram, name) for name, part in parts.items() if type(part) in kinds]
    return [name for ref in refs if ref not in question.targets and (name := _name(ref, catalog))]


def _name(ref: Ref, catalog: Catalog) -> str:
    if isinstance(ref, CellRef) and ref.subject in catalog.subject:
        return short_name(catalog, ref.subject)
    part = catalog.find(ref)
    return str(getattr(part, "title", None) or getattr(part, "label", None) or "")[:600]
