"""Between a round and the learner's log: an answer as the log keeps it, and a round as the log remembers it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.catalog.revision import revision_of
from desktop.progress.attempt import Answered, Mode
from desktop.progress.grades import grade_of, probability_of
from desktop.quiz import session as quiz
from desktop.quiz.grading import grade, guess_chance
from desktop.quiz.responses import NoResponseError, fits, from_json, to_json
from desktop.quiz.session import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from desktop.catalog.entities.questions import ChoiceQuestion
    from desktop.progress.attempt import Attempt
    from desktop.progress.grades import GradeTable
    from desktop.quiz.bank import Bank
    from desktop.quiz.session import Session


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What an answer is kept with besides itself: the pack's id, when it was given (UTC), and how long it took (ms)."""

    pack: str
    at: datetime
    took: int


def answered_of(session: Session, answer: Answer, bank: Bank, table: GradeTable, how: Circumstances) -> Answered:
    """An answer of a round as the log keeps it, with the grade that it earns by the table."""
    question = session.asked[answer.at].question
    sure, mark = answer.certainty, answer.mark
    chance = guess_chance(question)
    return Answered(
        pack=how.pack,
        question=question.id,
        revision=bank.revisions[question.id],
        at=how.at,
        mode=session.mode,
        round=session.round,
        response=to_json(answer.response),
        score=mark.score,
        right=mark.right,
        certainty=sure,
        probability=probability_of(table, sure, round(1 / chance) if chance else None) if sure else None,
        took=how.took,
        grade=grade_of(table, mark.score, mark.right, sure),
    )


def poll_of(
    question: ChoiceQuestion, options: Sequence[int], votes: Sequence[int], name: str, how: Circumstances
) -> Answered:
    """What an audience answered: `votes` for the options at these places; `name` is that of the round.

    Its score is the share of the votes that went to right options.
    """
    total = sum(votes)
    right = sum(count for at, count in zip(options, votes, strict=True) if question.options[at].correct)
    return Answered(
        pack=how.pack,
        question=question.id,
        revision=revision_of(question),
        at=how.at,
        mode=Mode.PROJECTOR,
        round=name,
        response=json.dumps({"votes": {str(at): count for at, count in zip(options, votes, strict=True)}}),
        score=right / total if total else 0.0,
        right=bool(total) and right == total,
    )


def session_of(attempts: Iterable[Attempt], bank: Bank) -> Session | None:
    """The round that these attempts were made in, as far as they stand and their questions are what they were.

    It holds the questions that were answered, in the order of the answers, and stands at its result. None where
    nothing of it is left.
    """
    found: dict[str, tuple[Attempt, Answer]] = {}
    for attempt in attempts:
        answer = answer_of(attempt, bank)
        if attempt.undone is None and answer is not None:
            found.pop(attempt.question, None)
            found[attempt.question] = (attempt, answer)
    if not found:
        return None
    last = next(reversed(found.values()))[0]
    session = quiz.in_order([(bank.question(name), bank.topic_of(name)) for name in found], _seed_of(last.round))
    log = tuple(replace(answer, at=at) for at, (_attempt, answer) in enumerate(found.values()))
    return replace(
        session,
        responses=tuple(answer.response for answer in log),
        certainties=tuple(answer.certainty for answer in log),
        log=log,
        at=len(log),
        mode=last.mode,
        handed_in=True,
    )


def answer_of(attempt: Attempt, bank: Bank) -> Answer | None:
    """The answer in an attempt, its place still 0; None where the question is another now, or is gone, or the log
    holds no response.
    """
    if bank.revisions.get(attempt.question) != attempt.revision:
        return None
    question = bank.question(attempt.question)
    try:
        response = from_json(attempt.response)
    except NoResponseError:
        return None
    if not fits(question, response):
        return None
    mark = grade(question, response)
    return Answer(0, response, mark, attempt.certainty, attempt.number, attempt.grade)


def _seed_of(name: str) -> int:
    """The seed that a round was named by; a name from elsewhere gives some seed as well."""
    try:
        return int(name[:16], 16)
    except ValueError:
        return 0
