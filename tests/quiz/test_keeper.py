"""What the quiz bears in mind of the log is what stands in the log, whatever is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.progress.attempt import Certainty, Grade
from desktop.quiz import session as quiz
from desktop.quiz.bank import Bank
from desktop.quiz.plans import Memory
from desktop.quiz.ui.keeper import Keeper
from desktop.shell.learner import Learner
from tests.quiz.builders import TOPICS, catalog_of
from tests.quiz.knowing.learner import right_response

if TYPE_CHECKING:
    from desktop.quiz.session import Session

STEPS = st.one_of(
    st.tuples(st.just("answer"), st.integers(0, 3), st.sampled_from([None, *Certainty])),
    st.tuples(st.just("grade"), st.sampled_from(Grade)),
    st.tuples(st.sampled_from(["take back", "back", "redo"])),
    st.tuples(st.sampled_from(["flag", "suspend"]), st.integers(0, 3)),
)


class Hand:
    """A learner's hand on a keeper; answers go round by round, as in the room."""

    def __init__(self) -> None:
        bank = Bank.of(catalog_of(*TOPICS))
        self.learner = Learner()
        self.pairs = bank.questions()[:4]
        self.keeper = Keeper(self.learner, "kitchen", bank)
        self.session: Session | None = None

    def do(self, name: str, *values: Any) -> None:
        if name == "answer":
            place, certainty = values
            question, topic = self.pairs[place % len(self.pairs)]
            session = quiz.be_sure(quiz.in_order([(question, topic)], 1), certainty)
            session = quiz.respond(session, right_response(question))
            self.session = self.keeper.keep(quiz.check(session), 1)
        elif name in ("flag", "suspend"):
            getattr(self.keeper, name)(self.pairs[values[0] % len(self.pairs)][0].id)
        elif name == "back":
            self.keeper.take_back_last()
        elif name == "redo":
            self.keeper.bring_back(self.session or quiz.in_order(self.pairs, 1))
        elif self.session is not None:
            answer = self.session.log[-1]
            if name == "grade":
                self.keeper.regrade(answer, *values)
            else:
                self.keeper.take_back(answer)

    def read_anew(self) -> Memory:
        log = self.learner.log
        return Memory(log.cards("kitchen"), log.tallies("kitchen"), log.marks("kitchen"))


@given(st.lists(STEPS, max_size=15))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.usefixtures("qapp")
def test_what_is_borne_in_mind_is_what_the_log_says(steps: list[tuple[Any, ...]]) -> None:
    hand = Hand()
    for step in steps:
        hand.do(*step)
        assert hand.keeper.memory == hand.read_anew()
    hand.learner.close()
