"""What there is to know: every question with its topic, its revision and the chance to guess it; the misconceptions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.catalog.refs import QuestionRef, Ref, TopicRef
from desktop.catalog.revision import revision_of
from desktop.progress.knowledge.mastery import Known
from desktop.quiz.beliefs import beliefs_in
from desktop.quiz.grading import guess_chance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.catalog.entities.questions import Misconception, Question
    from desktop.quiz.bank import Bank


@dataclass(frozen=True, slots=True)
class Entry:
    """A question, its topic's id, and its present revision."""

    question: Question
    topic: str
    revision: str

    @property
    def labels(self) -> tuple[str, ...]:
        """What its mastery is counted under: itself, its topic, each of its concepts."""
        concepts = dict.fromkeys(concept_label(each) for each in self.question.concepts)
        return (question_label(self.question.id), topic_label(self.topic), *concepts)


@dataclass(frozen=True)
class Syllabus:
    """The titles of the topics and the misconceptions by id, the questions that can be asked by id, in their order.

    The suspended ones are not counted as due.
    """

    topics: Mapping[str, str]
    entries: Mapping[str, Entry]
    misconceptions: Mapping[str, Misconception]
    suspended: frozenset[str] = frozenset()

    @classmethod
    def of(cls, bank: Bank, suspended: frozenset[str] = frozenset()) -> Syllabus:
        """All that a bank can ask. It reads every question once: for a thread, where there are many."""
        return cls(
            topics={topic.id: topic.title for topic in bank.topics},
            entries={each.id: Entry(each, topic, revision_of(each)) for each, topic in bank.questions()},
            misconceptions={each.id: each for topic in bank.topics for each in topic.misconceptions},
            suspended=suspended,
        )

    @cached_property
    def revisions(self) -> Mapping[str, str]:
        """The present revision of each question."""
        return {name: entry.revision for name, entry in self.entries.items()}

    @cached_property
    def known(self) -> Mapping[str, Known]:
        """Each question as mastery has to know it."""
        return {
            name: Known(
                revision=entry.revision, labels=entry.labels, chance=min(0.99, guess_chance(entry.question) or 0.0)
            )
            for name, entry in self.entries.items()
        }

    def beliefs(self, question: str, response: str) -> tuple[str, ...]:
        """The misconceptions that an answer to the present revision holds, each once; `response` is its JSON."""
        entry = self.entries.get(question)
        return beliefs_in(entry.question, response) if entry is not None else ()

    def lead(self, question: str) -> Ref:
        """Where a mark for this question leads: to it, or to the first topic where it is gone."""
        return QuestionRef(question) if question in self.entries else TopicRef(next(iter(self.topics), ""))

    def stem(self, question: str) -> str:
        """What the question asks; '' where it is gone."""
        entry = self.entries.get(question)
        return entry.question.stem if entry is not None else ""


def question_label(question: str) -> str:
    return f"question/{question}"


def topic_label(topic: str) -> str:
    return f"topic/{topic}"


def concept_label(concept: str) -> str:
    return f"concept/{concept}"
