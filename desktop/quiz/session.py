"""A round of questions as one frozen value: what is asked in which order, what is answered, the log of answers.

Every function returns a new session. The log is the truth: marks and scores are read from it, undo cuts it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from desktop.progress.attempt import Mode
from desktop.quiz.grading import Mark, can_be_checked, grade
from desktop.quiz.orders import no_response
from desktop.quiz.responses import fits
from desktop.quiz.shuffle import shuffled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from desktop.catalog.entities.questions import Question
    from desktop.progress.attempt import Certainty, Grade
    from desktop.quiz.bank import Questions
    from desktop.quiz.responses import Response

ROUND = 20

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, its topic's id, and the seed of the order in which its parts show (orders.py)."""

    question: Question
    topic: str
    seed: int


@dataclass(frozen=True, slots=True)
class Answer:
    """One checked answer: `at` is the question's place in the session, `certainty` how sure the reader said to be.

    `number` is that of the attempt in the learner's log, 0 where it is not kept there; `grade` the one it has there.
    One that was not `given` stands for none, in an exam that is over: the log never hears of it.
    """

    at: int
    response: Response
    mark: Mark
    certainty: Certainty | None = None
    number: int = 0
    grade: Grade | None = None
    given: bool = True


@dataclass(frozen=True)
class Session:
    """A round. `at` is the question shown, one past the last is the result; `topic` is '' for all topics.

    `responses` and `certainties` hold what is answered so far, a question a place. In an exam nothing is told before
    it is handed in; `ends` is when its time is up (UTC), None where it has no limit.
    """

    asked: tuple[Asked, ...]
    responses: tuple[Response, ...]
    certainties: tuple[Certainty | None, ...]
    log: tuple[Answer, ...] = ()
    at: int = 0
    topic: str = ""
    mode: Mode = Mode.PRACTICE
    ends: datetime | None = None
    handed_in: bool = False

    @property
    def round(self) -> str:
        """The name under which the log keeps the answers of this round; '' for a round without questions."""
        return f"{self.asked[0].seed:x}" if self.asked else ""

    @property
    def tells(self) -> bool:
        """Whether marks and explanations are told: in an exam only once it is handed in."""
        return self.mode is not Mode.EXAM or self.handed_in

    @cached_property
    def answers(self) -> Mapping[int, Answer]:
        """The answer to each question that has one, by the question's place."""
        return {answer.at: answer for answer in self.log}

    @property
    def finished(self) -> bool:
        """Whether the result is shown."""
        return self.at >= len(self.asked)

    @property
    def current(self) -> Asked | None:
        """The question shown, or None on the result."""
        return None if self.finished else self.asked[self.at]

    @property
    def response(self) -> Response | None:
        """What is answered so far to the question shown, or None on the result."""
        return None if self.finished else self.responses[self.at]

    @property
    def certainty(self) -> Certainty | None:
        """How sure the reader is of it, as far as told."""
        return None if self.finished else self.certainties[self.at]

    @property
    def answer(self) -> Answer | None:
        """The checked answer to the question shown, or None before it is checked."""
        return self.answers.get(self.at)

    @property
    def last(self) -> Answer | None:
        """The answer that was given last: the one that undo takes back."""
        return next((answer for answer in reversed(self.log) if answer.given), None)

    @property
    def complete(self) -> bool:
        """Whether every question has its answer."""
        return len(self.log) == len(self.asked)

    @property
    def right(self) -> int:
        """How many answers so far are fully right."""
        return sum(answer.mark.right for answer in self.log)

    @property
    def score(self) -> float:
        """The sum of all marks so far."""
        return sum(answer.mark.score for answer in self.log)

    def place_of(self, question: str) -> int | None:
        """Where a question stands in this session, or None."""
        return next((at for at, each in enumerate(self.asked) if each.question.id == question), None)


def start(questions: Questions, seed: int, *, topic: str = "", first: str = "", most: int = ROUND) -> Session:
    """A new session of at most `most` of these questions, in the seed's order, `first` at its head."""
    order = sorted(shuffled(questions, seed), key=lambda pair: pair[0].id != first)[:most]
    return in_order(order, seed, topic)


def in_order(questions: Questions, seed: int, topic: str = "") -> Session:
    """A new session of all these questions as they stand."""
    asked = tuple(Asked(question, theirs, seed) for question, theirs in questions)
    responses = tuple(no_response(each.question, seed) for each in asked)
    return Session(asked, responses, (None,) * len(asked), topic=topic)


def respond(session: Session, response: Response) -> Session:
    """Answer the question shown, as long as it is not checked. What is no response to it changes nothing."""
    asked = session.current
    if asked is None or session.answer is not None or not fits(asked.question, response):
        return session
    return replace(session, responses=_with(session.responses, session.at, response))


def be_sure(session: Session, certainty: Certainty | None) -> Session:
    """Say how sure the answer is; only before the check, for afterwards it would be another thing."""
    if session.finished or session.answer is not None:
        return session
    return replace(session, certainties=_with(session.certainties, session.at, certainty))


def check(session: Session) -> Session:
    """Mark the answer and write it into the log. Where something is missing, nothing is marked."""
    asked, response = session.current, session.response
    if asked is None or response is None or session.answer is not None:
        return session
    if not can_be_checked(asked.question, response):
        return session
    answer = Answer(session.at, response, grade(asked.question, response), session.certainty)
    return replace(session, log=(*session.log, answer))


def _with(values: tuple[T, ...], at: int, value: T) -> tuple[T, ...]:
    return (*values[:at], value, *values[at + 1 :])


def go_on(session: Session) -> Session:
    """To the next question without an answer, round to the first ones; when all have one, to the result."""
    count = len(session.asked)
    after = (place % count for place in range(session.at + 1, session.at + count))
    unanswered = next((place for place in after if place not in session.answers), None)
    if unanswered is not None:
        return replace(session, at=unanswered)
    return replace(session, at=count) if session.complete else session


def go_back(session: Session) -> Session:
    """To the question before this one."""
    return go_to(session, session.at - 1)


def go_to(session: Session, place: int) -> Session:
    """To the question at this place; places that do not exist change nothing."""
    return replace(session, at=place) if 0 <= place < len(session.asked) else session


def go_to_result(session: Session) -> Session:
    """To the result, once every question has its answer."""
    return replace(session, at=len(session.asked)) if session.complete else session


def hand_in(session: Session) -> Session:
    """The exam is over: the result is shown and everything is told. What was not answered is answered wrongly."""
    open_ones = tuple(_not_answered(session, at) for at in range(len(session.asked)) if at not in session.answers)
    return replace(session, at=len(session.asked), handed_in=True, log=(*open_ones, *session.log))


def _not_answered(session: Session, at: int) -> Answer:
    question, response = session.asked[at].question, no_response(session.asked[at].question, session.asked[at].seed)
    return Answer(at, response, replace(grade(question, response), right=False, score=0.0), given=False)


def take_back(session: Session, at: int) -> Session:
    """Take the answer to one question back and go there: it is as it was just before the check."""
    if at not in session.answers:
        return session
    log = tuple(answer for answer in session.log if answer.at != at)
    return replace(session, log=log, at=at)


def put_back(session: Session, answer: Answer) -> Session:
    """Bring an answer back that was taken back, and go there; the open questions stay open."""
    before = take_back(session, answer.at)
    return replace(
        before,
        responses=_with(before.responses, answer.at, answer.response),
        certainties=_with(before.certainties, answer.at, answer.certainty),
        log=(*before.log, answer),
        at=answer.at,
    )


def kept(session: Session, answer: Answer) -> Session:
    """The same session, where this is the answer to its question: the log has given it its number and grade."""
    log = tuple(answer if each.at == answer.at else each for each in session.log)
    return replace(session, log=log)


def only(session: Session, places: Sequence[int]) -> Session:
    """The same round with no other questions than those at these places, which are in order."""
    new = {place: at for at, place in enumerate(places)}
    left = replace(
        session,
        asked=tuple(session.asked[place] for place in places),
        responses=tuple(session.responses[place] for place in places),
        certainties=tuple(session.certainties[place] for place in places),
        log=tuple(replace(answer, at=new[answer.at]) for answer in session.log if answer.at in new),
        at=sum(place < session.at for place in places),
    )
    if left.current is None:
        return replace(left, at=next((at for at in range(len(places)) if at not in left.answers), len(places)))
    return left


def wrong_ones_again(session: Session, seed: int) -> Session:
    """A new session of the questions that were not fully right."""
    missed = [
        (session.asked[answer.at].question, session.asked[answer.at].topic)
        for answer in session.log
        if not answer.mark.right
    ]
    return start(missed, seed, topic=session.topic, most=len(missed))
