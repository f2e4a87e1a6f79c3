"""How the questions of a topic, or of a concept, stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.refs import QuestionRef, TopicRef
from desktop.quiz.knowing.knowledge import KNOWN_FROM, Field, Standing
from desktop.quiz.knowing.leads import lead_to
from desktop.quiz.knowing.syllabus import concept_label, question_label, topic_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.progress.knowledge.mastery import Mastery
    from desktop.quiz.knowing.knowledge import Lead
    from desktop.quiz.knowing.syllabus import Syllabus


def topics_of(syllabus: Syllabus, mastery: Mapping[str, Mastery]) -> tuple[Field, ...]:
    """The topics that have questions, in their order."""
    members: dict[str, list[str]] = {topic: [] for topic in syllabus.topics}
    for name, entry in syllabus.entries.items():
        members[entry.topic].append(name)
    return tuple(
        Field(
            title=syllabus.topics[topic],
            ref=TopicRef(topic),
            counts=_counts(names, mastery),
            leads=_leads(syllabus, names, mastery),
            mastery=mastery[topic_label(topic)].mastery,
            mastered=mastery[topic_label(topic)].mastered,
        )
        for topic, names in members.items()
        if names
    )


def concepts_of(syllabus: Syllabus, mastery: Mapping[str, Mastery]) -> tuple[Field, ...]:
    """The concepts of which a question was answered, the least known first; of those alike the most often asked."""
    members: dict[str, list[str]] = {}
    for name, entry in syllabus.entries.items():
        for concept in dict.fromkeys(entry.question.concepts):
            members.setdefault(concept, []).append(name)
    found = [
        _concept(syllabus, concept, names, mastery)
        for concept, names in members.items()
        if mastery[concept_label(concept)].answered
    ]
    return tuple(sorted(found, key=lambda field: (round(field.mastery, 6), -field.counts[Standing.SEEN], field.title)))


def standing_of(question: str, mastery: Mapping[str, Mastery]) -> Standing:
    """How one question stands."""
    mine = mastery[question_label(question)]
    if not mine.answered:
        return Standing.NEW
    if mine.mastered:
        return Standing.MASTERED
    return Standing.KNOWN if mine.mastery >= KNOWN_FROM else Standing.SEEN


def _concept(syllabus: Syllabus, concept: str, names: Sequence[str], mastery: Mapping[str, Mastery]) -> Field:
    answered = [name for name in names if mastery[question_label(name)].answered]
    least = min(answered, key=lambda name: mastery[question_label(name)].mastery)
    mine = mastery[concept_label(concept)]
    return Field(
        title=concept,
        ref=QuestionRef(least),
        counts=_counts(names, mastery),
        leads=_leads(syllabus, names, mastery),
        mastery=mine.mastery,
        mastered=mine.mastered,
    )


def _counts(names: Sequence[str], mastery: Mapping[str, Mastery]) -> Mapping[Standing, int]:
    standings = [standing_of(name, mastery) for name in names]
    return {standing: standings.count(standing) for standing in Standing}


def _leads(syllabus: Syllabus, names: Sequence[str], mastery: Mapping[str, Mastery]) -> Mapping[Standing, Lead]:
    first: dict[Standing, str] = {}
    for name in names:
        first.setdefault(standing_of(name, mastery), name)
    return {standing: lead_to(syllabus, name) for standing, name in first.items()}
