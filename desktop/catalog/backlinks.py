"""The links back: which use cases lead to a place, and which questions ask about a use case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog import refs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from desktop.catalog.entities.questions import Question
    from desktop.catalog.entities.usecases import UseCase

_FAR = 6


def cases_by_place(cases: Iterable[UseCase]) -> Mapping[refs.Ref, tuple[refs.UseCaseRef, ...]]:
    """For each place the use cases that need it, are shown by it or work with it, in display order."""
    found: dict[refs.Ref, dict[refs.UseCaseRef, None]] = {}
    for case in cases:
        for place in _places(case):
            found.setdefault(place, {})[refs.UseCaseRef(case.id)] = None
    return {place: tuple(each) for place, each in found.items()}


def questions_about(questions: Iterable[Question], case: UseCase) -> tuple[refs.QuestionRef, ...]:
    """The questions that name this use case, its claims or the cells that it needs; the nearest first."""
    return _ranked(questions, case, 2)


def questions_near(questions: Iterable[Question], case: UseCase) -> tuple[refs.QuestionRef, ...]:
    """The same, then those on what shows it; where there are none at all, those on the subjects that do the work."""
    questions = tuple(questions)
    return _ranked(questions, case, _FAR - 2) or _ranked(questions, case, _FAR - 1)


def cases_asked_about(cases: Iterable[UseCase], question: Question) -> tuple[refs.UseCaseRef, ...]:
    """The use cases that a question is about: `questions_about` the other way round."""
    asked = frozenset(question.evidence)
    ranked = sorted((rank, at, case.id) for at, case in enumerate(cases) if (rank := _rank(case, asked)) <= 2)
    return tuple(refs.UseCaseRef(case) for _rank, _at, case in ranked)


def _places(case: UseCase) -> Iterator[refs.Ref]:
    """Every place that a use case leads to: cells with their aspects, parts and steps with their diagrams."""
    for place in (*(need.ref for need in case.needs), case.shown_by):
        if place is not None:
            yield place
        if isinstance(place, refs.CellRef):
            yield refs.AspectRef(place.aspect)
        elif isinstance(place, refs.PartRef | refs.StepRef):
            yield refs.DiagramRef(place.diagram)
    for subject in case.subjects:
        yield refs.SubjectRef(subject)


def _ranked(questions: Iterable[Question], case: UseCase, furthest: int) -> tuple[refs.QuestionRef, ...]:
    ranks = ((_rank(case, frozenset(each.evidence)), at, each.id) for at, each in enumerate(questions))
    return tuple(refs.QuestionRef(name) for rank, _at, name in sorted(ranks) if rank <= furthest)


def _rank(case: UseCase, asked: Collection[refs.Ref]) -> int:
    """How near a question comes: 0 names the use case, 1 a claim, 2 a cell that it needs, 3 what shows it, 4 a place in
    the same diagram, 5 a subject that does the work, 6 none of these.
    """
    diagram = getattr(case.shown_by, "diagram", None)
    if refs.UseCaseRef(case.id) in asked:
        return 0
    if any(refs.ClaimRef(each) in asked for each in case.claims):
        return 1
    if any(need.ref in asked for need in case.needs):
        return 2
    if case.shown_by in asked:
        return 3
    if diagram and any(getattr(each, "diagram", None) == diagram for each in asked):
        return 4
    return 5 if any(getattr(each, "subject", None) in case.subjects for each in asked) else _FAR
