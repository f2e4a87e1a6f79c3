"""The links back: which use cases and questions lead to a place. Tables, as a pack may have many thousands of them."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from desktop.catalog import refs

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from desktop.catalog.entities.questions import Question
    from desktop.catalog.entities.usecases import UseCase

K = TypeVar("K", bound="Hashable")

_ABOUT, _NEAR, _FAR, _NOT = 2, 4, 5, 6


class Backlinks:
    """Answers in the order of the pack. Each table is made when it is first needed."""

    def __init__(self, cases: Iterable[UseCase], questions: Iterable[Question]) -> None:
        self._cases, self._questions = tuple(cases), tuple(questions)

    def cases_at(self, place: refs.Ref, claims: Iterable[str] = ()) -> tuple[refs.UseCaseRef, ...]:
        """The use cases that need a place, are shown by it or work with it (an aspect and a diagram: with all in them),
        then those that rest on one of these claims.
        """
        return self._named(chain(self._leading_to(place), _all_of(self._by_claim, claims)))

    def questions_at(self, place: refs.Ref, claims: Iterable[str] = ()) -> tuple[refs.QuestionRef, ...]:
        """The questions whose evidence is this place (a diagram: anything in it) or one of these claims."""
        ids = set(claims)
        whole = place.diagram if isinstance(place, refs.DiagramRef) else None
        return tuple(
            refs.QuestionRef(asked.id)
            for asked in self._asked
            if place in asked.places or not ids.isdisjoint(asked.claims) or whole in asked.diagrams
        )

    def cases_asked_about(self, question: Question) -> tuple[refs.UseCaseRef, ...]:
        """The use cases that a question is about: `questions_about` the other way round, the nearest first."""
        asked = _Asked(question)
        named = [each for each in question.evidence if isinstance(each, refs.UseCaseRef)]
        by_claim, by_cell = _all_of(self._by_claim, asked.claims), _all_of(self._by_place, asked.cells)
        return tuple(dict.fromkeys((*named, *self._named(chain(by_claim, by_cell)))))

    def questions_about(self, case: UseCase) -> tuple[refs.QuestionRef, ...]:
        """The questions that name this use case, its claims or the cells that it needs; the nearest first."""
        return tuple(ref for rank, ref in self._ranked(case) if rank <= _ABOUT)

    def questions_near(self, case: UseCase) -> tuple[refs.QuestionRef, ...]:
        """The same, then those on what shows it; where there are none at all, on the subjects that do the work."""
        ranked = self._ranked(case)
        near = tuple(ref for rank, ref in ranked if rank <= _NEAR)
        return near or tuple(ref for rank, ref in ranked if rank <= _FAR)

    def _named(self, places: Iterable[int]) -> tuple[refs.UseCaseRef, ...]:
        return tuple(map(self._case_refs.__getitem__, dict.fromkeys(places)))

    def _leading_to(self, place: refs.Ref) -> Iterable[int]:
        if isinstance(place, refs.SubjectRef):
            return self._by_subject.get(place.subject, ())
        if isinstance(place, refs.AspectRef):
            return _all_of(self._by_place, (each for each in self._by_place if _within(each, "aspect", place.aspect)))
        if isinstance(place, refs.DiagramRef):
            return _all_of(self._by_place, (each for each in self._by_place if _within(each, "diagram", place.diagram)))
        return self._by_place.get(place, ())

    def _ranked(self, case: UseCase) -> list[tuple[int, refs.QuestionRef]]:
        """Every question with how near it comes, the nearest first."""
        ranks = sorted((asked.rank(case), at) for at, asked in enumerate(self._asked))
        return [(rank, refs.QuestionRef(self._asked[at].id)) for rank, at in ranks]

    @cached_property
    def _case_refs(self) -> tuple[refs.UseCaseRef, ...]:
        return tuple(refs.UseCaseRef(case.id) for case in self._cases)

    @cached_property
    def _asked(self) -> tuple[_Asked, ...]:
        return tuple(map(_Asked, self._questions))

    @cached_property
    def _by_subject(self) -> Mapping[str, Sequence[int]]:
        return _table(case.subjects for case in self._cases)

    @cached_property
    def _by_claim(self) -> Mapping[str, Sequence[int]]:
        return _table(case.claims for case in self._cases)

    @cached_property
    def _by_place(self) -> Mapping[refs.Ref, Sequence[int]]:
        return _table(places_of(case) for case in self._cases)


class _Asked:
    """What a question asks about, by kind."""

    def __init__(self, question: Question) -> None:
        evidence = question.evidence
        self.id = question.id
        self.places = frozenset(evidence)
        self.cases = {each.use_case for each in evidence if isinstance(each, refs.UseCaseRef)}
        self.claims = {each.claim for each in evidence if isinstance(each, refs.ClaimRef)}
        self.cells = frozenset(each for each in evidence if isinstance(each, refs.CellRef | refs.AspectRef))
        self.diagrams = {each.diagram for each in evidence if isinstance(each, _IN_A_DIAGRAM)}
        self.subjects = {each.subject for each in evidence if isinstance(each, refs.SubjectRef | refs.CellRef)}

    def rank(self, case: UseCase) -> int:
        """How near the question comes: 0 names the use case, 1 a claim, 2 a cell that it needs, 3 what shows it,
        4 a place in the same diagram, 5 a subject that does the work, 6 none of these.
        """
        if case.id in self.cases:
            return 0
        if not self.claims.isdisjoint(case.claims):
            return 1
        if self.cells and not self.cells.isdisjoint(places_of(case)):
            return _ABOUT
        if self.diagrams and getattr(case.shown_by, "diagram", None) in self.diagrams:
            return 3 if case.shown_by in self.places else _NEAR
        return _NOT if self.subjects.isdisjoint(case.subjects) else _FAR


_IN_A_DIAGRAM = refs.DiagramRef | refs.PartRef | refs.StepRef


def places_of(case: UseCase) -> list[refs.Ref]:
    """What shows a use case, and what it needs."""
    return [ref for ref in (case.shown_by, *(need.ref for need in case.needs)) if ref is not None]


def _within(place: refs.Ref, part: str, id: str) -> bool:
    """Whether a place is in this aspect or diagram."""
    return getattr(place, part, None) == id


def _table(keys: Iterable[Iterable[K]]) -> dict[K, list[int]]:
    """Under each key the numbers of the things that have it, rising."""
    found: dict[K, list[int]] = {}
    for at, its in enumerate(keys):
        for key in its:
            numbers = found.setdefault(key, [])
            if not numbers or numbers[-1] != at:
                numbers.append(at)
    return found


def _all_of(table: Mapping[K, Sequence[int]], keys: Iterable[K]) -> list[int]:
    """The numbers under any of these keys, rising."""
    return sorted(set(chain.from_iterable(table.get(key, ()) for key in keys)))
