"""What a session came to: in all, topic by topic, and which questions were missed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.quiz.session import Answer, Asked, Session


@dataclass(frozen=True, slots=True)
class Tally:
    """Answers counted: fully right, partly right (some of the mark), left open, else wrong; `score` sums the marks."""

    count: int
    right: int
    partly: int
    score: float
    left_open: int = 0

    @property
    def wrong(self) -> int:
        return self.count - self.right - self.partly - self.left_open


@dataclass(frozen=True, slots=True)
class TopicTally:
    """The tally of one topic, by its id."""

    topic: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Result:
    """The whole summary; `missed` are the questions not answered fully right, `right` the others, in their order."""

    total: Tally
    topics: tuple[TopicTally, ...]
    missed: tuple[Asked, ...]
    right: tuple[Asked, ...] = ()


def result_of(session: Session) -> Result:
    """The summary of all answers so far."""
    answers = sorted(session.log, key=lambda answer: answer.at)
    by_topic: dict[str, list[Answer]] = {}
    for answer in answers:
        by_topic.setdefault(session.asked[answer.at].topic, []).append(answer)
    return Result(
        total=_tally(answers),
        topics=tuple(TopicTally(topic, _tally(some)) for topic, some in by_topic.items()),
        missed=tuple(session.asked[answer.at] for answer in answers if not answer.mark.right),
        right=tuple(session.asked[answer.at] for answer in answers if answer.mark.right),
    )


def _tally(answers: Iterable[Answer]) -> Tally:
    answers = tuple(answers)
    marks = [answer.mark for answer in answers]
    right = sum(mark.right for mark in marks)
    partly = sum(not mark.right and mark.score > 0 for mark in marks)
    return Tally(len(marks), right, partly, sum(mark.score for mark in marks), sum(not each.given for each in answers))
