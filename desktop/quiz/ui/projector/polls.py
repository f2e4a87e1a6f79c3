"""What halls have answered goes into the learner's log, of each question once a show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import ChoiceQuestion
from desktop.quiz.recording import Circumstances, poll_of

if TYPE_CHECKING:
    from desktop.catalog.entities.questions import Question
    from desktop.shell.learner import Learner


@dataclass(frozen=True, slots=True)
class Polled:
    """What an audience answered: the votes for the options, which are named by their places in the pack's order.

    `round` names the show: of one question in it the last count is the one that stands.
    """

    round: str
    question: str
    options: tuple[int, ...]
    votes: tuple[int, ...]


def keep_poll(learner: Learner, pack: str, question: Question, polled: Polled) -> None:
    """Keep it in place of what was counted of the question before in this show. Raises NotKept.

    It says nothing of the learner's own memory.
    """
    log, now = learner.log, learner.now()
    if not isinstance(question, ChoiceQuestion) or not any(polled.votes):
        return
    poll = poll_of(question, polled.options, polled.votes, polled.round, Circumstances(pack, now, 0))
    earlier = [each for each in log.attempts_of_round(polled.round) if each.question == question.id]
    standing = [each for each in earlier if each.undone is None]
    if poll.response not in [each.response for each in standing]:
        log.record(poll)
        for each in standing:
            log.undo(each.number, now)
