"""The questions that the quiz can ask, topic by topic: those written in the pack and those its templates make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import HotspotQuestion
from desktop.catalog.generated import generated, made_question
from desktop.catalog.refs import (
    IN_DIAGRAMS,
    IN_MATRIX,
    CardRef,
    CellRef,
    ClaimRef,
    PartRef,
    StepRef,
    TermRef,
    UseCaseRef,
)
from desktop.catalog.revision import revision_of
from desktop.quiz.beliefs import stands_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Bloom, Misconception, Question, Topic

    Questions = Sequence[tuple[Question, str]]
    """Questions, each with its topic's id."""

_FACTS = (CardRef, CellRef, ClaimRef, PartRef, StepRef, TermRef, UseCaseRef)

ALL_TOPICS = "All topics"


@dataclass(frozen=True, slots=True)
class Where:
    """Which questions are wanted, besides the topic. What is not set leaves out nothing.

    `type` is a question's `type`, `own` asks for the reader's own questions alone.
    """

    type: str = ""
    difficulty: int | None = None
    bloom: Bloom | None = None
    own: bool = False

    def takes(self, question: Question) -> bool:
        """Whether the question is wanted, as far as it can tell itself."""
        return (
            self.type in ("", question.type)
            and self.difficulty in (None, question.difficulty)
            and self.bloom in (None, question.bloom)
        )


class Revisions(Mapping[str, str]):
    """The revisions of questions by their ids, each worked out when it is first asked for."""

    def __init__(self, questions: Mapping[str, Question]) -> None:
        self._questions = questions
        self._known: dict[str, str] = {}

    def __getitem__(self, id: str) -> str:
        if id not in self._known:
            self._known[id] = revision_of(self._questions[id])
        return self._known[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._questions)

    def __len__(self) -> int:
        return len(self._questions)

    def __contains__(self, id: object) -> bool:
        return id in self._questions


def can_be_asked(question: Question) -> bool:
    """Whether the place of a hotspot can be shown live; where not, loading the pack has told so."""
    return not isinstance(question, HotspotQuestion) or isinstance(question.scene, (*IN_DIAGRAMS, *IN_MATRIX))


def question_in(catalog: Catalog, id: str) -> Question | None:
    """A question that was written, or one that a template makes; only that template is asked."""
    made = None if id in catalog.question else made_question(catalog, id)
    return made[0] if made is not None else catalog.question.get(id)


def _none_made(_topic: Topic) -> Sequence[Question]:
    return ()


@dataclass(frozen=True)
class Bank:
    """The topics as the quiz sees them. The topic '' stands for all of them.

    `made` gives what a topic's templates make; it is called when questions are first asked for. `own` are the ids of
    questions that the reader wrote.
    """

    topics: Sequence[Topic]
    made: Callable[[Topic], Sequence[Question]] = _none_made
    own: frozenset[str] = frozenset()

    @classmethod
    def of(cls, catalog: Catalog, own: frozenset[str] = frozenset()) -> Bank:
        """All that the catalog can ask."""

        def made(topic: Topic) -> Sequence[Question]:
            return [question for template in topic.templates for question in generated(catalog, template)]

        return cls(catalog.topics, made, own)

    def written(self, topic: str = "") -> Questions:
        """What is written in the pack, in its order, without what templates make."""
        return tuple(
            (question, each.id) for each in self.topics if topic in ("", each.id) for question in each.questions
        )

    def questions(self, topic: str = "", where: Where = Where()) -> Questions:
        """What can be asked of a topic, in the pack's order, the questions of its templates after the written ones."""
        found = self._of_topic.get(topic, ())
        if where == Where():
            return found
        return tuple(pair for pair in found if where.takes(pair[0]) and (not where.own or pair[0].id in self.own))

    def holds(self, question: str, topic: str = "") -> bool:
        """Whether this question can be asked and is of this topic."""
        return question in self._by_id and topic in ("", self.topic_of(question))

    def titles(self) -> dict[str, str]:
        """What each topic is called, by its id."""
        return {"": ALL_TOPICS} | {topic.id: topic.title for topic in self.topics}

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Every topic that has something to ask, all topics first: its id, and its title with how many."""
        counts = {topic: len(self.questions(topic)) for topic in self.titles()}
        return tuple(
            (topic, f"{title}  {counts[topic]}") for topic, title in self.titles().items() if counts[topic] or not topic
        )

    def question(self, id: str) -> Question:
        """A question by its id. Raises KeyError for one that is not here."""
        return self._by_id[id][0]

    def same(self, question: Question) -> bool:
        """Whether this very question is here, unchanged."""
        return question.id in self._by_id and self.question(question.id) == question

    def topic_of(self, id: str) -> str:
        """The id of a question's topic. Raises KeyError for one that is not here."""
        return self._by_id[id][1]

    @cached_property
    def revisions(self) -> Mapping[str, str]:
        """The revision of every question, by its id, in the order in which new ones come."""
        return Revisions({question.id: question for question, _topic in self._all})

    @cached_property
    def misconceptions(self) -> Mapping[str, Misconception]:
        """By their ids."""
        return {each.id: each for topic in self.topics for each in topic.misconceptions}

    @cached_property
    def tells_of(self) -> Mapping[str, Questions]:
        """The questions in which a misconception can be chosen, by its id."""
        found: dict[str, list[tuple[Question, str]]] = {}
        for pair in self._all:
            for misconception in stands_for(pair[0]):
                found.setdefault(misconception, []).append(pair)
        return found

    @cached_property
    def facts(self) -> Mapping[str, str]:
        """The fact that a question rests on, by the question's id: its first place of evidence, where that is as small
        as one fact. Two questions on one figure as a whole ask different things.
        """
        return {
            question.id: str(question.evidence[0])
            for question, _topic in self._all
            if question.evidence and isinstance(question.evidence[0], _FACTS)
        }

    @cached_property
    def _all(self) -> Questions:
        return tuple(
            (question, topic.id)
            for topic in self.topics
            for question in (*topic.questions, *self.made(topic))
            if can_be_asked(question)
        )

    @cached_property
    def _of_topic(self) -> Mapping[str, Questions]:
        return {"": self._all} | {
            topic.id: tuple(pair for pair in self._all if pair[1] == topic.id) for topic in self.topics
        }

    @cached_property
    def _by_id(self) -> Mapping[str, tuple[Question, str]]:
        return {pair[0].id: pair for pair in self._all}
