"""The links back: which use cases lead to a place, and which questions ask about a use case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog import refs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.catalog.entities.questions import Question
    from desktop.catalog.entities.usecases import UseCase

_ABOUT, _NEAR, _FAR, _NOT = 2, 4, 5, 6


def cases_at(cases: Iterable[UseCase], place: refs.Ref) -> tuple[refs.UseCaseRef, ...]:
    """The use cases that need a place, are shown by it or work with it; an aspect and a diagram with all in them."""
    leads = _leading_to(place)
    return tuple(refs.UseCaseRef(case.id) for case in cases if leads(case))


def questions_about(questions: Iterable[Question], case: UseCase) -> tuple[refs.QuestionRef, ...]:
    """The questions that name this use case, its claims or the cells that it needs; the nearest first."""
    return tuple(ref for rank, ref in _ranked(questions, case) if rank <= _ABOUT)


def questions_near(questions: Iterable[Question], case: UseCase) -> tuple[refs.QuestionRef, ...]:
    """The same, then those on what shows it; where there are none at all, those on the subjects that do the work."""
    ranked = _ranked(questions, case)
    near = tuple(ref for rank, ref in ranked if rank <= _NEAR)
    return near or tuple(ref for rank, ref in ranked if rank <= _FAR)


def cases_asked_about(cases: Iterable[UseCase], question: Question) -> tuple[refs.UseCaseRef, ...]:
    """The use cases that a question is about: `questions_about` the other way round."""
    asked = _Asked(question)
    ranked = sorted((rank, at, case.id) for at, case in enumerate(cases) if (rank := asked.rank(case)) <= _ABOUT)
    return tuple(refs.UseCaseRef(case) for _rank, _at, case in ranked)


def _leading_to(place: refs.Ref) -> Callable[[UseCase], bool]:
    """Whether a use case leads to this place."""
    if isinstance(place, refs.SubjectRef):
        return lambda case: place.subject in case.subjects
    if isinstance(place, refs.AspectRef):
        return lambda case: any(getattr(need.ref, "aspect", None) == place.aspect for need in case.needs)
    if isinstance(place, refs.DiagramRef):
        return lambda case: any(
            getattr(each, "diagram", None) == place.diagram
            for each in (case.shown_by, *(need.ref for need in case.needs))
        )
    return lambda case: case.shown_by == place or any(need.ref == place for need in case.needs)


def _ranked(questions: Iterable[Question], case: UseCase) -> list[tuple[int, refs.QuestionRef]]:
    """Every question with how near it comes, the nearest first."""
    ranks = sorted((_Asked(each).rank(case), at, each.id) for at, each in enumerate(questions))
    return [(rank, refs.QuestionRef(name)) for rank, _at, name in ranks]


class _Asked:
    """What a question asks about, by kind: a pack has many use cases to hold against it."""

    def __init__(self, question: Question) -> None:
        evidence = question.evidence
        self._places = frozenset(evidence)
        self._cases = {each.use_case for each in evidence if isinstance(each, refs.UseCaseRef)}
        self._claims = {each.claim for each in evidence if isinstance(each, refs.ClaimRef)}
        self._cells = frozenset(each for each in evidence if isinstance(each, refs.CellRef | refs.AspectRef))
        self._diagrams = {getattr(each, "diagram", None) for each in evidence} - {None}
        self._subjects = {getattr(each, "subject", None) for each in evidence}

    def rank(self, case: UseCase) -> int:
        """How near the question comes: 0 names the use case, 1 a claim, 2 a cell that it needs, 3 what shows it,
        4 a place in the same diagram, 5 a subject that does the work, 6 none of these.
        """
        if case.id in self._cases:
            return 0
        if not self._claims.isdisjoint(case.claims):
            return 1
        if self._cells and any(need.ref in self._cells for need in case.needs):
            return _ABOUT
        if self._diagrams and getattr(case.shown_by, "diagram", None) in self._diagrams:
            return 3 if case.shown_by in self._places else _NEAR
        return _NOT if self._subjects.isdisjoint(case.subjects) else _FAR
