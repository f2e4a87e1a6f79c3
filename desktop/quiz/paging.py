"""A question as two pages, first what is asked and then the answer; a topic as the list of what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.refs import ClaimRef, QuestionRef, ReferenceRef, TopicRef
from desktop.export.origins import article_words, work_words
from desktop.export.page import Look, Page, Words
from desktop.quiz.bank import question_in
from desktop.quiz.printed import printed

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Question, Topic
    from desktop.export.page import Asked


def pages_of(asked: Asked) -> tuple[Page, ...]:
    """The pages of a question or a topic; none for what the pack does not have.

    With every step a topic has all its questions with their answers.
    """
    catalog, ref = asked.catalog, asked.ref
    if isinstance(ref, QuestionRef):
        question = question_in(catalog, ref.question)
        return _asked_and_answered(catalog, question) if question is not None else ()
    topic = catalog.topic.get(ref.topic) if isinstance(ref, TopicRef) else None
    if topic is None:
        return ()
    questions = topic.questions if asked.every_step else ()
    return (_list_of(topic), *(page for each in questions for page in _asked_and_answered(catalog, each)))


def _list_of(topic: Topic) -> Page:
    stems = tuple(Words(each.stem, Look.ITEM) for each in topic.questions)
    return Page("", (Words(topic.summary), *stems))


def _asked_and_answered(catalog: Catalog, question: Question) -> tuple[Page, Page]:
    """What is asked gives nothing of the answer away: notes and sources are with the second page."""
    on_paper = printed(question, catalog)
    lines = tuple(Words(line) for line in on_paper.lines)
    told = (Words(on_paper.answer, Look.HEAD), *(Words(line) for line in on_paper.more))
    explained = (Words(question.explanation),) if question.explanation else ()
    return (
        Page("", (Words(on_paper.stem, Look.LEAD), *lines)),
        Page("answer", (Words(question.stem), *told, *explained), sources=_sources(catalog, question)),
    )


def _sources(catalog: Catalog, question: Question) -> tuple[str, ...]:
    claims = [each.claim for each in question.evidence if isinstance(each, ClaimRef)]
    works = [catalog.reference[each.reference] for each in question.evidence if isinstance(each, ReferenceRef)]
    return (*article_words(catalog, claims), *(work_words(each) for each in works))
