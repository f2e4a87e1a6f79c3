"""From round to round: what a link to a question or a topic does to the round at hand, and where a round stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalog.refs import QuestionRef, Ref, TopicRef
from desktop.quiz import session as quiz

if TYPE_CHECKING:
    from desktop.quiz.bank import Bank
    from desktop.quiz.session import Session


def open_question(session: Session, bank: Bank, question: str, seed: int) -> Session:
    """To a question: where it stands in the round at hand, else first in a new round."""
    place = session.place_of(question)
    if place is not None:
        return quiz.go_to(session, place)
    topic = session.topic if bank.holds(question, session.topic) else ""
    return quiz.start(bank.questions(topic), seed, topic=topic, first=question)


def open_topic(session: Session, bank: Bank, topic: str, seed: int) -> Session:
    """In a round under way, its next open question of the topic; at its end, the result; else a new round."""
    mine = [at for at, each in enumerate(session.asked) if each.topic == topic]
    unanswered = next((at for at in mine if at not in session.answers), None)
    if session.log and unanswered is not None:
        return quiz.go_to(session, unanswered)
    if session.complete and mine:
        return quiz.go_to_result(session)
    questions = bank.questions(topic)
    return quiz.start(questions, seed, topic=topic) if questions else session


def place_of(session: Session) -> Ref | None:
    """Where the reader is: at a question once its mark is told; before that, and on the result, at a topic."""
    if not session.asked:
        return None
    asked = session.asked[min(session.at, len(session.asked) - 1)]
    if session.answer is not None and session.tells:
        return QuestionRef(asked.question.id)
    return TopicRef(session.topic if session.finished and session.topic else asked.topic)
