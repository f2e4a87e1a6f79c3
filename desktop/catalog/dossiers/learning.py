"""What stands behind what is learned with: a question, a topic, a term, a talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog import refs
from desktop.catalog.evidence import Evidence, Fact, each_once, said_of, works_of

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Question, Topic


def question_evidence(catalog: Catalog, ref: refs.QuestionRef) -> Evidence:
    return _asked(catalog, catalog.question[ref.question], catalog.topic_of_question[ref.question])


def made_question_evidence(catalog: Catalog, ref: refs.QuestionRef) -> Evidence | None:
    """Of a question that a template makes, which the catalog does not hold; None where none makes it."""
    from desktop.catalog.generated import made_question

    found = made_question(catalog, ref.question)
    return _asked(catalog, *found) if found else None


def _asked(catalog: Catalog, question: Question, topic: Topic) -> Evidence:
    claims = [each.claim for each in question.evidence if isinstance(each, refs.ClaimRef)]
    places = [each for each in question.evidence if not isinstance(each, refs.ClaimRef)]
    return Evidence(
        kind=f"Question · {topic.title}",
        title=question.stem,
        text=question.explanation or "",
        said=said_of(catalog, claims),
        works=works_of(catalog, (), claims),
        links=each_once([*places, *catalog.backlinks.cases_asked_about(question)]),
    )


def topic_evidence(catalog: Catalog, ref: refs.TopicRef) -> Evidence:
    topic = catalog.topic[ref.topic]
    return Evidence(
        kind="Quiz topic",
        title=topic.title,
        text=topic.summary,
        facts=(Fact("Questions", f"{len(topic.questions)}"),),
    )


def term_evidence(catalog: Catalog, ref: refs.TermRef) -> Evidence:
    term = catalog.term[ref.term]
    return Evidence(
        kind="Term",
        title=term.title,
        term=term.id,
        text=term.definition,
        said=said_of(catalog, term.claims),
        links=each_once(term.see),
    )


def deck_evidence(catalog: Catalog, ref: refs.DeckRef) -> Evidence:
    deck = next(each for each in catalog.decks if each.id == ref.deck)
    stops = tuple(Fact(f"Stop {at}", f"{stop.title}, {stop.minutes:g} min") for at, stop in enumerate(deck.stops, 1))
    return Evidence(
        kind="Talk",
        title=deck.title,
        text=deck.summary,
        facts=(Fact("Minutes", f"{sum(stop.minutes for stop in deck.stops):g}"), *stops),
        links=each_once([stop.ref for stop in deck.stops if stop.ref is not None and catalog.find(stop.ref)]),
    )
