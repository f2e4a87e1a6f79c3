"""What all writers do: go through the questions, note losses, and read the file back, so that no loss goes untold."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Generic, TypeVar

from desktop.catalog.entities.questions import HotspotQuestion
from desktop.catalog.problems import Unreadable
from desktop.quiz.exchange.questions import Place, questions_of
from desktop.quiz.exchange.writing.hotspots import as_choice
from desktop.quiz.exchange.writing.loss import NO_CLICK, CannotWrite, Loss, Writing, losses_of
from desktop.quiz.exchange.writing.reduced import reduced

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Question, Topic
    from desktop.quiz.exchange.item import Reading

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the same as another program can ask it. `told` collects what gets lost."""

    question: Question
    elsewhere: Question
    told: list[str]


@dataclass(frozen=True, slots=True)
class Parts(Generic[T]):
    """What was made of each question, topic by topic, the questions themselves, and what was lost so far."""

    by_topic: list[tuple[Topic, list[T]]]
    written: list[Question]  # as they can be asked elsewhere
    losses: list[Loss]

    def checked(self, data: bytes, read: Callable[[bytes], Reading]) -> Writing:
        """The file with its losses; where a question comes back otherwise than was told, with that too."""
        try:
            taken = questions_of(read(data), Place(knows=lambda _ref: True))
        except Unreadable as problem:
            more = [Loss(each.id, f"the file cannot be read back: {problem.what}") for each in self.written]
            return Writing(data, (*self.losses, *more))
        back = {each.id: reduced(each) for each in taken.questions}
        changed = [each for each in map(reduced, self.written) if back.get(each.id) != each]
        more = [Loss(each.id, _difference(each, back.get(each.id))) for each in changed]
        return Writing(data, (*self.losses, *more))


def parts_of(topics: Sequence[Topic], catalog: Catalog, make: Callable[[Asked], T]) -> Parts[T]:
    """What `make` makes of every question; where it raises CannotWrite, the question is left out with the reason."""
    parts: Parts[T] = Parts([], [], [])
    for topic in topics:
        made: list[T] = []
        parts.by_topic.append((topic, made))
        for question in topic.questions:
            try:
                asked = asked_elsewhere(question, catalog)
                made.append(make(asked))
            except CannotWrite as reason:
                parts.losses.append(Loss(question.id, str(reason), whole=True))
                continue
            parts.written.append(asked.elsewhere)
            parts.losses.extend(Loss(question.id, what) for what in asked.told)
    return parts


def asked_elsewhere(question: Question, catalog: Catalog) -> Asked:
    """A question as other programs can ask it: without a live figure to click in. Raises CannotWrite."""
    told = list(losses_of(question))
    if not isinstance(question, HotspotQuestion):
        return Asked(question, question, told)
    return Asked(question, as_choice(question, catalog), [*told, NO_CLICK])


def _difference(question: Question, back: Question | None) -> str:
    if back is None:
        return "it cannot be read back from the file"
    if back.type != question.type:
        return f"it comes back as a question of the type {back.type}"
    changed = [each.name for each in fields(question) if getattr(back, each.name) != getattr(question, each.name)]
    return f"it comes back with a difference in: {', '.join(changed)}"
